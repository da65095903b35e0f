/** What is meant by words of a moment, in any language. */
export const CONCEPTS = [
	'my-last-message',
	'now',
	'today',
	'yesterday',
	'day-before-yesterday',
	'tomorrow',
	'this-morning',
	'this-afternoon',
	'this-evening',
	'last-night',
	'this-week',
	'last-week',
	'this-month',
	'last-month',
	'this-year',
	'last-year',
	'morning',
	'noon',
	'afternoon',
	'evening',
	'night',
	'small-hours',
	'am',
	'pm',
	'minute',
	'hour',
	'day',
	'week',
	'month',
	'year',
	'half-hour',
	'ago',
	'this',
	'at',
	'oclock',
	'oclock-from-six-pm',
	'day-of-month',
	'month-or-year-named',
	'filler',
] as const;

export type Concept = (typeof CONCEPTS)[number];

/**
 * The words of a language, in its own spelling. Case, the accents of Latin letters and spaces at the ends do not matter. The first word of
 * a concept is the one that is suggested. Names of weekdays and months are the platform's, and need not stand here.
 */
export interface Words {
	/** A concept that the language has no word for is left out. */
	readonly concepts: Readonly<Partial<Record<Concept, readonly string[]>>>;
	/** Words for the numbers from 1 on, each with its spellings. */
	readonly numbers: readonly (readonly string[])[];
	/** Further names of the weekdays, from Monday on. */
	readonly weekdays?: readonly (readonly string[])[];
	/** Further names of the months, from January on. */
	readonly months?: readonly (readonly string[])[];
	/** Names of the weekdays of the week before this one, from Monday on, where they are one word with it. */
	readonly weekdaysOfLastWeek?: readonly (readonly string[])[];
}
