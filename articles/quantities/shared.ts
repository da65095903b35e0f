import type { Quantity } from './quantities.js';

/** What a date counts that says the day and the month but not the year that is asked for. */
const WITHOUT_YEAR = 0.5;
const YEAR = /^\d{4}$/;

/** How many of a question's numbers and dates a text states. */
export interface SharedQuantities {
	/** Of the question, each once. */
	readonly asked: number;
	/** Of these, in the text, in [0, asked]; a half where the text leaves out the year of a day that is asked for. */
	readonly found: number;
}

/**
 * Holds a question's quantities against a text's. A number is found where one of its readings is one of the text's. A date is found where
 * the text's says all that it says: *November 2026* in *21/11/2026*, and a year also where it is a number like others.
 */
export function sharedQuantities(question: readonly Quantity[], text: readonly Quantity[]): SharedQuantities {
	let [asked, found] = [0, 0];
	for (const [i, quantity] of question.entries()) {
		if (question.slice(0, i).some((earlier) => shareOf(quantity, earlier) === 1)) continue;
		asked++;
		let best = 0;
		for (const held of text) best = Math.max(best, shareOf(quantity, held));
		found += best;
	}
	return { asked, found };
}

function shareOf(asked: Quantity, held: Quantity): number {
	let best = 0;
	for (const a of asked.readings) {
		for (const b of held.readings) {
			if (a === b && (asked.kind === held.kind || YEAR.test(a))) return 1;
			if (held.kind === 'date' && (asked.kind === 'date' || YEAR.test(a))) best = Math.max(best, shareOfDate(a, b));
		}
	}
	return best;
}

function shareOfDate(asked: string, held: string): number {
	// 2026 and 2026-11 begin 2026-11-21; --11 begins --11-21
	if (held.startsWith(asked)) return 1;
	const ofAsked = withoutYear(asked);
	const ofHeld = withoutYear(held);
	if (asked.startsWith('--')) return ofHeld === ofAsked || ofHeld.startsWith(`${ofAsked}-`) ? 1 : 0;
	const isSameDay = held.startsWith('--') && ofHeld === ofAsked && ofAsked.includes('-');
	return isSameDay ? WITHOUT_YEAR : 0;
}

/** `11-21` of `2026-11-21` and of `--11-21`. */
function withoutYear(date: string): string {
	return date.startsWith('--') ? date.slice(2) : date.slice(5);
}
