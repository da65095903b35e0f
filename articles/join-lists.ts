import type { BlockDraft, Draft } from './draft.js';

/** What may stand between two steps, in blocks and in UTF-16 units of prose: more is text that a number stands in. */
const MOST_BETWEEN = { blocks: 4, units: 500 };

/** A list that is open, or was closed last at its depth. */
interface Run {
	/** The number of its last item; `null` without numbers, `undefined` before its first item. */
	last: number | null | undefined;
}

/** The list that was closed last, which the next one may go on. */
interface Closed {
	readonly run: Run;
	/** The place of its end in what is given back. */
	readonly at: number;
	blocks: number;
	units: number;
}

/**
 * Makes one list of those that a reader sees as one: of lists without numbers that follow each other, and of lists the
 * second of which counts on, though code or a note parts them.
 */
export function joinLists(drafts: readonly Draft[]): Draft[] {
	const out: (Draft | undefined)[] = [];
	const open: Run[] = [];
	let closed: Closed | undefined;
	for (const [i, draft] of drafts.entries()) {
		if (draft.kind === 'open' && draft.what === 'list') {
			const goesOn = closed !== undefined && isNext(closed, drafts[i + 1]);
			open.push(goesOn && closed !== undefined ? closed.run : { last: undefined });
			if (goesOn && closed !== undefined) out[closed.at] = undefined;
			closed = undefined;
			if (goesOn) continue;
		} else if (draft.kind === 'close' && draft.what === 'list') {
			const run = open.pop();
			closed = run === undefined ? undefined : { run, at: out.length, blocks: 0, units: 0 };
		} else if (draft.kind === 'item') {
			const run = open.at(-1);
			if (run !== undefined) run.last = draft.number;
			closed = undefined;
		} else closed = stillClosed(closed, draft);
		out.push(draft);
	}
	return out.filter((draft) => draft !== undefined);
}

function isNext({ run: { last }, blocks }: Closed, next: Draft | undefined): boolean {
	if (next?.kind !== 'item' || last === undefined) return false;
	return last === null ? next.number === null && blocks === 0 : next.number === last + 1;
}

/** A list after which a block stands, where it may still go on. */
function stillClosed(closed: Closed | undefined, draft: Draft): Closed | undefined {
	if (closed === undefined || !isBetween(draft)) return undefined;
	closed.blocks += 1;
	closed.units += draft.kind === 'code' ? 0 : draft.text.length;
	return closed.blocks <= MOST_BETWEEN.blocks && closed.units <= MOST_BETWEEN.units ? closed : undefined;
}

type Between = Extract<BlockDraft, { readonly kind: 'paragraph' | 'quotation' | 'caption' | 'code' }>;

function isBetween(draft: Draft): draft is Between {
	return /^(?:paragraph|quotation|caption|code)$/.test(draft.kind);
}
