import { linkTo } from '../../answers/link.js';
import type { Locale } from '../../commands/messages.js';
import type { Quotation } from '../../commands/services.js';
import { LINK_LIMIT } from '../discord-limits.js';
import { alsoAtLine } from './also.js';
import type { Block } from './drawing.js';
import { aroundLength, aroundWithin } from './quote-around.js';
import { fitUnits, needsOf, type Needs } from './quote-fit.js';
import { headsOf, isOfDocument, type Marked } from './quote-head.js';
import { drawUnits } from './quote-lines.js';
import { unitsOf, unitsWithLead, type Unit } from './quote-unit.js';

export interface QuotationOptions {
	/** UTF-16 units for all of them. */
	readonly room: number;
	/** Of these, for the words around one sentence. */
	readonly contextRoom: number;
	/** Whether all are of one article that is named above them: each has its number alone. */
	readonly isNamedAbove?: boolean;
}

/**
 * Each quotation with its source, what was found in bold within what belongs to it, and below it where else it stands.
 * What was found is shown first; then, while there is room, what belongs to it; then the sentence that it leans on,
 * whole or not at all; then the words around it. What has no room is left out between sentences, items, rows and lines
 * of code, and it is said how much. Only what has no room even alone is cut, and said to be.
 */
export function drawQuotations(
	marked: readonly Marked[],
	locale: Locale,
	{ room, contextRoom, isNamedAbove = false }: QuotationOptions,
): Block[] {
	const heads = headsOf(marked, locale, isNamedAbove);
	const left = room - sum(heads.map((head) => head.length + 1));
	const quotes = marked.map(({ quotation }) => unitsOf(quotation));
	const needs = quotes.map((units) => needsOf(units, locale));
	const rooms = shareOut(left, needs);
	// beside a quote that is not shown whole, there is no room for more
	const isWhole = (i: number) => (rooms[i] ?? 0) >= (needs[i]?.whole ?? 0);
	let spare = left - sum(rooms);
	const takes = (length: number) => {
		const fits = length <= spare;
		if (fits) spare -= length;
		return fits;
	};
	const leads = marked.map(({ quotation }, i): Unit[] | undefined => {
		if (quotation.contextKind !== 'lead' || !isWhole(i) || isCited(marked, i)) return undefined;
		const units = unitsWithLead(quotation);
		return takes(needsOf(units, locale).whole - (needs[i]?.whole ?? 0)) ? units : undefined;
	});
	const alsoAt = marked.map(({ quotation }, i) => {
		const line = alsoAtLine(quotation.alsoAt, locale);
		return line !== undefined && isWhole(i) && takes(line.length + 1) ? line : undefined;
	});
	// the words before it stand before the sentence that it leans on, and beside that alone
	const surrounded = marked.map(({ quotation }, i) =>
		quotation.contextKind === 'lead' && leads[i] === undefined ? { ...quotation, before: '' } : quotation,
	);
	const contextRooms = share(
		spare,
		surrounded.map((quotation, i) =>
			// a passage is shown once
			isWhole(i) && !isShown(marked, i) ? Math.min(contextRoom, aroundLength(quotation)) : 0,
		),
	);
	return surrounded.map((quotation, i) => {
		const units = leads[i] ?? quotes[i] ?? [];
		const around = aroundWithin(quotation, contextRooms[i] ?? 0);
		const quote = isWhole(i) ? drawUnits(units, () => true, locale, around) : fitUnits(units, rooms[i] ?? 0, locale);
		const mark = marked[i]?.mark;
		return {
			text: heads[i] ?? '',
			below: [quote, ...(alsoAt[i] === undefined ? [] : [alsoAt[i]])].join('\n'),
			url: linkTo(quotation.source, quotation.quote, { longest: LINK_LIMIT, anchor: quotation.anchor }),
			...(mark !== undefined && { mark }),
		};
	});
}

/** Whether the words around a quotation stand around an earlier one. */
function isShown(marked: readonly Marked[], i: number): boolean {
	return isAfter(marked, i, (one, earlier) => one.passage.start === earlier.passage.start);
}

/** Whether the sentence that a quotation leans on is quoted before it. */
function isCited(marked: readonly Marked[], i: number): boolean {
	return isAfter(marked, i, ({ context }, { parts }) =>
		parts.some((part) => part.kind !== 'omission' && part.start === context?.start),
	);
}

function isAfter(
	marked: readonly Marked[],
	i: number,
	isSuch: (one: Quotation, earlier: Quotation) => boolean,
): boolean {
	const one = marked[i];
	return (
		one !== undefined &&
		marked.slice(0, i).some((earlier) => isOfDocument(one, earlier) && isSuch(one.quotation, earlier.quotation))
	);
}

/** Shares room out for what was found, and what is left of it for the rest of each quote. */
function shareOut(room: number, needs: readonly Needs[]): number[] {
	const least = share(
		room,
		needs.map((need) => need.least),
	);
	const rest = share(
		room - sum(least),
		needs.map(({ whole }, i) => Math.max(0, whole - (least[i] ?? 0))),
	);
	return least.map((given, i) => given + (rest[i] ?? 0));
}

/** Shares room out: whoever needs less than an equal share leaves the rest to the others. */
export function share(room: number, needs: readonly number[]): number[] {
	const shares = needs.map(() => 0);
	let left = Math.max(0, room);
	const order = needs.map((need, i) => ({ need, i })).sort((a, b) => a.need - b.need);
	order.forEach(({ need, i }, done) => {
		const given = Math.min(need, Math.floor(left / (needs.length - done)));
		shares[i] = given;
		left -= given;
	});
	return shares;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
