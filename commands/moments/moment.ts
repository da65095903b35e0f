import type { Locale } from '../messages.js';
import { compose } from './compose.js';
import { fold } from './fold.js';
import { resolve, type Here } from './resolve.js';
import { rowsOf } from './rows.js';

/** A moment that has been, or that which a member's own last message in a channel marks. */
export type Moment =
	/** Milliseconds since 1970; never after now. */
	{ readonly kind: 'at'; readonly at: number } | { readonly kind: 'my-last-message' };

/** Who speaks of a moment, when and where. */
export interface Speaker extends Here {
	/** English is understood besides. */
	readonly locale: Locale;
}

/** UTF-16 units; longer texts are none that name a moment. */
export const LONGEST_MOMENT = 100;

/**
 * What a member means by `2h`, `yesterday 9am`, `last monday`, `12 March`, `14:30`, `2024-03-12 14:00` or `my last message`, in their
 * language or in English, with or without the accents of Latin letters and in any digits.
 *
 * What has no date is the last such: `monday` on a Monday is today, `18:00` in the morning is that of yesterday, `12 March` in February
 * that of last year. Weeks begin on Monday, days at midnight, mornings at 6, afternoons at 12, evenings at 18 and nights at 21 o'clock.
 * Numbers alone are day first in most languages and month first in Chinese and Japanese; in English `12/03` is refused, as long as both
 * readings are days that have been ({@link momentsIn} gives both).
 *
 * @returns `undefined` for what is no moment, is still to come, or may be two
 * @throws {RangeError} If there is no such time zone.
 */
export function parseMoment(text: string, speaker: Speaker): Moment | undefined {
	const [moment, ...others] = momentsIn(text, speaker);
	return others.length > 0 ? undefined : moment;
}

/** As {@link parseMoment}; several where the order of day and month is open. */
export function momentsIn(text: string, speaker: Speaker): Moment[] {
	if (text.length > LONGEST_MOMENT) return [];
	for (const row of rowsOf(fold(text), speaker.locale)) {
		const wanted = compose(row);
		if (wanted === undefined) continue;
		if (wanted.kind === 'my-last-message') return [wanted];
		return resolve(wanted, speaker).map((at) => ({ kind: 'at', at }));
	}
	return [];
}
