import { yearOf } from '../../articles/quantities/calendar.js';
import type { Clock, Meaning, PartOfDay, Reading, Unit } from './meaning.js';

export interface Span {
	readonly amount: number;
	readonly unit: Unit;
}

/** Of each kind, what stands in the row. */
export interface Sorted {
	readonly ago: boolean;
	readonly self: boolean;
	readonly spans: readonly Span[];
	/** Those without a number. */
	readonly units: readonly Unit[];
	readonly days: readonly number[];
	readonly weekdays: readonly number[];
	readonly parts: readonly PartOfDay[];
	readonly clocks: readonly Clock[];
	readonly dates: readonly (readonly Reading[])[];
}

/** Numbers go with what stands beside them: a unit, an hour's word, a month. `undefined` where something goes with nothing. */
export function sortMeanings(row: readonly Meaning[]): Sorted | undefined {
	// these may stand between a number and its unit: les 3 derniers jours
	const meanings = withoutNames(row.filter(({ kind }) => kind !== 'ago' && kind !== 'this'));
	if (meanings === undefined) return undefined;
	const sorted = {
		ago: row.some(({ kind }) => kind === 'ago'),
		self: row.some(({ kind }) => kind === 'this'),
		spans: [] as Span[],
		units: [] as Unit[],
		days: [] as number[],
		weekdays: [] as number[],
		parts: [] as PartOfDay[],
		clocks: [] as Clock[],
		dates: [] as (readonly Reading[])[],
	};
	const hasPart = meanings.some(({ kind }) => kind === 'part');
	const isPointed = meanings.some(({ kind }) => kind === 'at' || kind === 'day' || kind === 'oclock') || hasPart;
	for (let i = 0; i < meanings.length; i++) {
		const meaning = meanings[i];
		if (meaning === undefined) break;
		switch (meaning.kind) {
			case 'unit':
				sorted.units.push(meaning.unit);
				break;
			case 'day':
				sorted.days.push(meaning.back);
				break;
			case 'weekday':
				sorted.weekdays.push(meaning.weekday);
				break;
			case 'part':
				sorted.parts.push(meaning.part);
				break;
			case 'date':
				sorted.dates.push(meaning.readings);
				break;
			case 'month': {
				const { date, length } = dateAt(meanings, i, meaning.month);
				sorted.dates.push([date]);
				i += length;
				break;
			}
			case 'clock': {
				if (!meaning.isPlain && !isPointed) return undefined;
				sorted.clocks.push(meaning.clock);
				if (meanings[i + 1]?.kind === 'oclock') i++;
				break;
			}
			case 'at': {
				// part of what follows, which is a time of the day
				const next = meanings[i + 1];
				const isBeforeTime = next?.kind === 'clock' || next?.kind === 'part' || next?.kind === 'number';
				if (!isBeforeTime) return undefined;
				break;
			}
			case 'number': {
				const next = meanings[i + 1];
				if (next?.kind === 'unit') {
					// at 9 hours is a time of the day, for which the hour has another meaning
					if (meanings[i - 1]?.kind === 'at') return undefined;
					sorted.spans.push({ amount: meaning.value, unit: next.unit });
					i++;
					break;
				}
				if (next?.kind === 'month') {
					const year = yearOf(String(meaning.value));
					const { date, length } = dateAt(meanings, i + 1, next.month);
					const given = year === undefined ? { day: meaning.value } : { year };
					// one of each
					if (Object.keys(given).some((key) => key in date)) return undefined;
					sorted.dates.push([{ ...date, ...given }]);
					i += 1 + length;
					break;
				}
				if (next?.kind === 'oclock') {
					const { minute, length } = minutesAfter(meanings, i + 2);
					if (!isHour(meaning.value, next.from)) return undefined;
					sorted.clocks.push({ hour: meaning.value + next.from, minute });
					i += 1 + length;
					break;
				}
				const isDay = meanings[i - 1]?.kind === 'day-of-month' || next?.kind === 'day-of-month';
				if (isDay && meaning.value >= 1 && meaning.value <= 31 && Number.isInteger(meaning.value)) {
					sorted.dates.push([{ day: meaning.value }]);
					break;
				}
				if (!(hasPart || meanings[i - 1]?.kind === 'at') || !isHour(meaning.value, 0)) return undefined;
				sorted.clocks.push({ hour: meaning.value, minute: 0 });
				break;
			}
			case 'day-of-month':
				if (meanings[i - 1]?.kind !== 'number' && meanings[i + 1]?.kind !== 'number') return undefined;
				break;
			default:
				return undefined;
		}
	}
	return sorted;
}

/** The words month and year are no part of a date, but where the year is all of it; `undefined` where they stand before neither. */
function withoutNames(meanings: readonly Meaning[]): readonly Meaning[] | undefined {
	const left: Meaning[] = [];
	const hasMonth = meanings.some(({ kind }) => kind === 'month');
	for (let i = 0; i < meanings.length; i++) {
		const [meaning, next] = [meanings[i], meanings[i + 1]];
		if (meaning?.kind !== 'named') {
			if (meaning !== undefined) left.push(meaning);
			continue;
		}
		const year = next?.kind === 'number' ? yearOf(String(next.value)) : undefined;
		if (next?.kind !== 'month' && year === undefined) return undefined;
		if (year !== undefined && !hasMonth) {
			left.push({ kind: 'date', readings: [{ year }] });
			i++;
		}
	}
	return left;
}

/** A month with the day and the year behind it, and how many numbers these are. */
function dateAt(
	meanings: readonly Meaning[],
	at: number,
	month: number,
): { readonly date: Reading; readonly length: number } {
	const [first, second] = [1, 2].map((behind) => {
		const meaning = meanings[at + behind];
		return meaning?.kind === 'number' && !isCounted(meanings[at + behind + 1]) ? meaning.value : undefined;
	});
	const yearFirst = yearOf(String(first));
	if (first === undefined || yearFirst !== undefined) {
		return {
			date: { month, ...(yearFirst !== undefined && { year: yearFirst }) },
			length: first === undefined ? 0 : 1,
		};
	}
	const year = yearOf(String(second));
	return { date: { month, day: first, ...(year !== undefined && { year }) }, length: year === undefined ? 1 : 2 };
}

/** Whether it says what a number before it counts. */
function isCounted(behind: Meaning | undefined): boolean {
	return behind?.kind === 'unit' || behind?.kind === 'oclock' || behind?.kind === 'part';
}

/** The minutes behind an hour's word, with their own word or without. */
function minutesAfter(meanings: readonly Meaning[], at: number): { readonly minute: number; readonly length: number } {
	const number = meanings[at];
	const none = { minute: 0, length: 0 };
	if (number?.kind !== 'number' || !Number.isInteger(number.value) || number.value > 59) return none;
	const next = meanings[at + 1];
	if (next?.kind === 'unit') return next.unit === 'minute' ? { minute: number.value, length: 2 } : none;
	return next?.kind === 'day-of-month' ? none : { minute: number.value, length: 1 };
}

function isHour(value: number, from: number): boolean {
	return Number.isInteger(value) && value + from <= 23;
}
