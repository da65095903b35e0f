import type { Concept } from './words/words.js';

/** What durations are counted in. */
export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** Of the day; `small-hours` begins at midnight. `am` and `pm` stand beside an hour only. */
export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'small-hours' | 'am' | 'pm';

/** A time of the day: 0 to 23, 0 to 59. */
export interface Clock {
	readonly hour: number;
	readonly minute: number;
}

/** A date, or as much of it as is given; at least one of the three. */
export interface Reading {
	readonly year?: number;
	/** 1 to 12. */
	readonly month?: number;
	readonly day?: number;
}

/** What a word or a number of a moment can mean. */
export type Meaning =
	| { readonly kind: 'my-last-message' | 'now' | 'ago' | 'this' | 'at' | 'day-of-month' | 'filler' }
	/** The word month or year before its name or number: *ខែមីនា*, *năm 2024*. */
	| { readonly kind: 'named' }
	| { readonly kind: 'number'; readonly value: number }
	| { readonly kind: 'unit'; readonly unit: Unit }
	/** Days before today; tomorrow is −1. */
	| { readonly kind: 'day'; readonly back: number }
	/** 1 is Monday, 7 Sunday. */
	| { readonly kind: 'weekday'; readonly weekday: number }
	/** 1 to 12. */
	| { readonly kind: 'month'; readonly month: number }
	| { readonly kind: 'part'; readonly part: PartOfDay }
	/** `isPlain`: written as a time of the day alone is, and so none beside other words only. */
	| { readonly kind: 'clock'; readonly clock: Clock; readonly isPlain: boolean }
	/** Behind an hour, which is counted from that one. */
	| { readonly kind: 'oclock'; readonly from: 0 | 18 }
	/** All that it can be; more than one where the order of day and month is open. */
	| { readonly kind: 'date'; readonly readings: readonly Reading[] }
	/** Milliseconds since 1970. */
	| { readonly kind: 'instant'; readonly at: number };

const LAST: Meaning = { kind: 'ago' };
const THIS: Meaning = { kind: 'this' };

/** The meanings of a concept's words, one after the other. */
export const MEANINGS: Readonly<Record<Concept, readonly Meaning[]>> = {
	'my-last-message': [{ kind: 'my-last-message' }],
	now: [{ kind: 'now' }],
	today: [dayBack(0)],
	yesterday: [dayBack(1)],
	'day-before-yesterday': [dayBack(2)],
	tomorrow: [dayBack(-1)],
	'this-morning': [dayBack(0), partOf('morning')],
	'this-afternoon': [dayBack(0), partOf('afternoon')],
	'this-evening': [dayBack(0), partOf('evening')],
	'last-night': [dayBack(1), partOf('evening')],
	'this-week': [THIS, unitOf('week')],
	'last-week': [LAST, unitOf('week')],
	'this-month': [THIS, unitOf('month')],
	'last-month': [LAST, unitOf('month')],
	'this-year': [THIS, unitOf('year')],
	'last-year': [LAST, unitOf('year')],
	morning: [partOf('morning')],
	noon: [partOf('noon')],
	afternoon: [partOf('afternoon')],
	evening: [partOf('evening')],
	night: [partOf('night')],
	'small-hours': [partOf('small-hours')],
	am: [partOf('am')],
	pm: [partOf('pm')],
	minute: [unitOf('minute')],
	hour: [unitOf('hour')],
	day: [unitOf('day')],
	week: [unitOf('week')],
	month: [unitOf('month')],
	year: [unitOf('year')],
	'half-hour': [{ kind: 'number', value: 0.5 }, unitOf('hour')],
	ago: [LAST],
	this: [THIS],
	at: [{ kind: 'at' }],
	oclock: [{ kind: 'oclock', from: 0 }],
	'oclock-from-six-pm': [{ kind: 'oclock', from: 18 }],
	'day-of-month': [{ kind: 'day-of-month' }],
	'month-or-year-named': [{ kind: 'named' }],
	filler: [{ kind: 'filler' }],
};

function dayBack(back: number): Meaning {
	return { kind: 'day', back };
}

function partOf(part: PartOfDay): Meaning {
	return { kind: 'part', part };
}

function unitOf(unit: Unit): Meaning {
	return { kind: 'unit', unit };
}
