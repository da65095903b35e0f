import { datesIn, monthsIn, type FoundDate } from './own-date-find.js';
import { labelAfter, labelBefore, type Label } from './own-date-labels.js';
import {
	isOfByline,
	isOfPlace,
	isShortEnd,
	saysWhatComes,
	withoutDayWords,
	withoutTime,
	withoutYearEnd,
} from './own-date-places.js';

/** UTF-16 units at the top of an article in which its own date stands: a dateline and the first sentence or two. */
const HEAD_UNITS = 300;

/** UTF-16 units of a line that are looked at behind the head, to see how what is in it goes on. */
const BEYOND_UNITS = 100;

/** UTF-16 units behind the date of a document that is named before it: `Report of 5 March 2023, second part`. */
const MOST_TITLE_UNITS = 60;

/** Parts of a line that says several things: `Updated 5 March 2024 | First published 2 January 2023`. */
const PART_END = /[|/·•;；,，、()（）.。–—\u3000]|\s--?\s|\s\s/u;

/** How surely a date is the article's own. */
type Standing = 'published' | 'dateline' | 'no';

/**
 * The date that an article gives as its own at its top: the first one that is labeled as published, else the first that
 * stands as a dateline, which is
 *
 * - alone on its line, or with a place, a byline, a weekday or a time;
 * - at the very start of the article, before its first sentence or as its first words;
 * - in brackets where one of these could stand.
 *
 * A date within a sentence is of what the sentence tells, and one with any other label is of a change or an event. A
 * month alone counts where it is written `2024-06` and no day is given.
 *
 * @param language A primary subtag; `und` where it is not known.
 * @returns An ISO 8601 date, or `null` where the article gives none.
 */
export function ownDate(text: string, language: string): string | null {
	const head = text.slice(0, HEAD_UNITS + BEYOND_UNITS);
	for (const dates of [datesIn(head, language), monthsIn(head)]) {
		const own = ownOf(head, dates, language);
		if (own !== null) return own.iso;
	}
	return null;
}

function ownOf(head: string, dates: readonly FoundDate[], language: string): FoundDate | null {
	let dateline: FoundDate | null = null;
	for (const [i, date] of dates.entries()) {
		if (date.end > HEAD_UNITS) break;
		const standing = standingOf(surroundings(head, dates, i, language));
		if (standing === 'published') return date;
		if (standing === 'dateline') dateline ??= date;
	}
	return dateline;
}

/** What stands about a date. */
interface Surroundings {
	/** On its line, or since the date before it, without the words that belong to the date. */
	readonly before: string;
	/** Up to the end of the line, without what belongs to the year. */
	readonly after: string;
	readonly above: string;
	readonly isFirstInLine: boolean;
	/** Whether another date with a label of its own follows on the line. */
	readonly isOneOfSeveral: boolean;
}

function surroundings(head: string, dates: readonly FoundDate[], i: number, language: string): Surroundings {
	const { start, end } = dates[i] ?? { start: 0, end: 0 };
	const from = dates[i - 1]?.end ?? 0;
	const lineStart = head.lastIndexOf('\n', start - 1) + 1;
	const line = head.slice(end).split('\n', 1)[0] ?? '';
	const next = (dates[i + 1]?.start ?? Infinity) - end;
	return {
		before: withoutDayWords(head.slice(Math.max(from, lineStart), start), language),
		after: withoutYearEnd(line),
		above: head.slice(0, lineStart).trimEnd(),
		isFirstInLine: from <= lineStart,
		isOneOfSeveral: next < line.length && label(withoutDayWords(line.slice(0, next), language)) !== 'none',
	};
}

function standingOf({ before, after, above, isFirstInLine, isOneOfSeveral }: Surroundings): Standing {
	const isAlone = before.trim() === '';
	const isBehind = labelAfter(after);
	if (isBehind === 'otherwise') return 'no';
	if (isBehind === 'published') return !isFirstInLine || isAlone || isOfPlace(before) ? 'published' : 'no';

	const endsShort = isOneOfSeveral || isShortEnd(after);
	const isSaid = label(before);
	if (isSaid === 'published') return endsShort || /[:：៖]\s*$/u.test(before) ? 'published' : 'no';
	if (isSaid === 'otherwise' || !isFirstInLine) return 'no';
	if (isSaid === 'document') return isTitle(after) ? 'dateline' : 'no';

	if (!isAlone) {
		if (isOfByline(before)) return endsShort ? 'dateline' : 'no';
		const isInBrackets = /^\s*[(（]/u.test(before) && /^\s*[)）]/u.test(after);
		if (isInBrackets && isOfPlace(before)) return 'dateline';
		const isSetOff = isOfPlace(before) || (/^\s*[–—-]/u.test(after) && isOfPlace(`${before},`));
		return isSetOff && (endsShort || goesOnAsDateline(after)) ? 'dateline' : 'no';
	}
	const isSaidAbove = labelBefore(above.split('\n').at(-1) ?? '');
	if (isSaidAbove === 'published') return 'published';
	if (isSaidAbove === 'otherwise' || /[:：៖]$/u.test(above)) return 'no';
	return endsShort || (above === '' && !saysWhatComes(after)) ? 'dateline' : 'no';
}

/** Of the last part of what stands before a date. */
function label(before: string): Label {
	const parts = before.replace(/[\s,，]+$/u, '').split(PART_END);
	const last = parts.findLast((part) => part.trim() !== '') ?? '';
	return labelBefore(withoutTime(last));
}

/** Whether what follows a date ends a title, and not a sentence. */
function isTitle(after: string): boolean {
	return after.length <= MOST_TITLE_UNITS && !/[.!?。！？]\s*$/u.test(after);
}

/** Whether the text begins behind what follows a place and a date: `HANOI, 2 January 2023 – The road …` */
function goesOnAsDateline(after: string): boolean {
	return /^\s*[)）]?\s*(?:\([^()]{0,40}\)\s*)?(?:[–—―:：.]|--?\s)/u.test(after);
}
