import type { Quotation } from '../../commands/services.js';
import { escapeEndWithin, escapeMarkdown, escapeWithin, oneLine } from '../text.js';
import type { Around } from './quote-lines.js';

/** Of a quotation, what stands around it: only sentences of a paragraph have words around them. */
export type Surrounded = Pick<Quotation, 'before' | 'after' | 'parts' | 'quote' | 'context'>;

/** UTF-16 units that the words around a quote take, whole, with a space on both sides. */
export function aroundLength(quotation: Surrounded): number {
	const { before, after } = wordsAround(quotation);
	return before === '' && after === '' ? 0 : escapeMarkdown(before).length + escapeMarkdown(after).length + 2;
}

/** The words around a quote, in at most `room` units: what one side does not need, the other has. */
export function aroundWithin(quotation: Surrounded, room: number): Around {
	const { before, after } = wordsAround(quotation);
	const half = Math.floor(room / 2) - 1;
	const previous = escapeEndWithin(before, Math.max(half, room - 2 - escapeMarkdown(after).length));
	const next = escapeWithin(after, room - 2 - previous.length);
	const first = quotation.context?.quote ?? quotation.quote;
	const isParted = (left: string, right: string) => /\s$/u.test(left) || /^\s/u.test(right);
	return {
		before: previous === '' ? '' : `${previous}${isParted(quotation.before, first) ? ' ' : ''}`,
		after: next === '' ? '' : `${isParted(quotation.quote, quotation.after) ? ' ' : ''}${next}`,
	};
}

function wordsAround({ before, after, parts }: Surrounded): Around {
	const isProse = parts.every(({ kind }) => kind === 'sentence');
	return isProse ? { before: oneLine(before), after: oneLine(after) } : { before: '', after: '' };
}
