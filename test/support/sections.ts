import type { Draft } from '../../articles/draft.js';

/** Drafts without the marks of sections that begin with a heading: where these begin is seen by the heading. */
export function withoutFolds(drafts: readonly Draft[]): Draft[] {
	const isFold: boolean[] = [];
	return drafts.filter((draft, i) => {
		if (draft.kind === 'open' && draft.what === 'section') {
			isFold.push(drafts[i + 1]?.kind === 'heading');
			return isFold.at(-1) !== true;
		}
		return draft.kind !== 'close' || draft.what !== 'section' || isFold.pop() !== true;
	});
}
