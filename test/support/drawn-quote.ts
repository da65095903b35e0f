import type { Omission } from '../../answers/quote-parts.js';
import { drawQuotations } from '../../bot/render/quotation.js';
import type { Quotation } from '../../commands/services.js';
import { LANG_SON, quoted } from './kept-answer.js';
import type { UnplacedPart } from './quoted-parts.js';

/** Nothing but a sentence, of an article of which nothing is known. */
export const PLAIN: Quotation = {
	...LANG_SON,
	title: 'T',
	source: 's',
	language: 'en',
	publishedAt: null,
	before: '',
	after: '',
};
const HEAD = '**T**\n-# English · s · no date\n'.length;

/**
 * What is drawn below the head of a quotation, in `room` UTF-16 units.
 *
 * @returns with em spaces as `⇥`, and those without width as `⌶`
 */
export function drawnQuote(
	parts: readonly (UnplacedPart | Omission)[],
	room = 3000,
	rest: Partial<Quotation> = {},
): string {
	const quotation = { ...PLAIN, ...quoted(parts), ...rest };
	const [block] = drawQuotations([{ quotation }], 'en', { room: HEAD + room, contextRoom: 240 });
	return (block?.below ?? '').replaceAll('\u2003', '⇥').replaceAll('\u200B', '⌶');
}
