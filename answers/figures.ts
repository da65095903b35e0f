import { quantitiesIn, type Quantity } from '../articles/quantities/quantities.js';
import { sharedQuantities } from '../articles/quantities/shared.js';

/** A number or a date as sentences state it. */
export interface Figure extends Quantity {
	/** Whether it says when: a date, or four digits that can be a year. */
	readonly isTime: boolean;
	/** Whether it names something and counts nothing, as in "Route 9". */
	readonly isName: boolean;
}

/** Whole, as "2024", and no "2,024". */
const YEAR = /^(?:1[89]|2[05])\p{Nd}{2}$/u;
/** A sign of a name before a number. */
const NUMBERED = /(?:[-–#№第]|(?<!\p{L})(?:no|nr|n°|nº|số|thứ|ທີ|ที่|ទី)\.?\s?)$/iu;
/** A word with a capital before a number, not at the beginning of its sentence. German has capitals for what is counted too. */
const CAPITALISED = /[^.!?\s]\s\p{Lu}\p{L}*\s$/u;
/** Enough for a word. */
const BEFORE_UNITS = 30;

/** @param language of the text, BCP 47 */
export function figuresIn(text: string, language: string): Figure[] {
	return quantitiesIn(text).map((quantity): Figure => {
		const { kind, start, end } = quantity;
		const before = text.slice(Math.max(0, start - BEFORE_UNITS), start);
		const isTime = kind === 'date' || YEAR.test(text.slice(start, end));
		const isName = NUMBERED.test(before) || (CAPITALISED.test(before) && !/^de\b/i.test(language));
		return { ...quantity, isTime, isName: isName && !isTime };
	});
}

/** Whether two figures can be one: in one of their readings, and a date where one says less than the other. */
export function agree(one: Quantity, other: Quantity): boolean {
	return sharedQuantities([one], [other]).found > 0 || sharedQuantities([other], [one]).found > 0;
}
