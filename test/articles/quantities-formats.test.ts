import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../../articles/quantities/quantities.js';

/** Every two-letter language that the platform formats numbers for, and regions that format them otherwise. */
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');
const NUMBER_LOCALES = [
	...Intl.NumberFormat.supportedLocalesOf(LETTERS.flatMap((a) => LETTERS.map((b) => a + b))),
	...['de-CH', 'de-AT', 'en-IN', 'en-ZA', 'es-MX', 'es-CR', 'pt-PT', 'fr-CH', 'it-CH', 'ar-EG', 'fa-AF', 'gsw'],
];
/** All of decimal digits but the one that is written with Han numerals, which are words too. */
const NUMBERING_SYSTEMS = Intl.supportedValuesOf('numberingSystem').filter((system) => system !== 'hanidec');
const DATE_LOCALES =
	'en en-GB fr vi es de de-AT pt it ru zh zh-TW ja ko th lo km ar ar-MA hi tr el ro nl pl uk be cs sk hu bg sr hr sl mk sq da nb sv fi is et id ms fil sw ur bn ta gu mr pa he az uz af'.split(
		' ',
	);
const SCALE_LOCALES =
	'en en-IN fr vi es de pt pt-PT it ru zh zh-TW ja ko th lo km ar hi tr el ro nl pl uk cs sk bg sv da nb fi hu id ms fil fa ur bn he'.split(
		' ',
	);

/** Seven digits, up to three of them behind the point. */
const numbers = fc.tuple(fc.nat(9_999_999), fc.constantFrom(1, 10, 100, 1000)).map(([digits, parts]) => digits / parts);
const days = fc.date({
	min: new Date('1900-01-01'),
	max: new Date('2099-12-31'),
	noInvalidDate: true,
});

function readingsOf(text: string): readonly string[] {
	const quantities = quantitiesIn(text);
	expect([text, quantities.length]).toEqual([text, 1]);
	return quantities[0]!.readings;
}

describe('quantitiesIn', () => {
	it('reads every number as every locale writes it', () => {
		expect(NUMBER_LOCALES.length).toBeGreaterThan(100);
		const formats = NUMBER_LOCALES.map((locale) => new Intl.NumberFormat(locale));
		fc.assert(
			fc.property(fc.constantFrom(...formats), numbers, (format, number) => {
				const text = format.format(number);
				expect([text, readingsOf(text)]).toEqual([text, expect.arrayContaining([String(number)])]);
			}),
			{ numRuns: 3000 },
		);
	});

	it('reads every number in every script’s digits', () => {
		const formats = NUMBERING_SYSTEMS.flatMap((system) =>
			['en', 'fr', 'vi', 'hi', 'ar'].map((locale) => new Intl.NumberFormat(`${locale}-u-nu-${system}`)),
		);
		fc.assert(
			fc.property(fc.constantFrom(...formats), numbers, (format, number) => {
				const text = format.format(number);
				expect([text, readingsOf(text)]).toEqual([text, expect.arrayContaining([String(number)])]);
			}),
			{ numRuns: 3000 },
		);
	});

	it.each(SCALE_LOCALES)('reads rounded numbers with the words of %s', (locale) => {
		const format = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long' });
		for (const number of [5000, 20_000, 300_000, 1.5e6, 2e6, 3e7, 2.5e9, 4e10, 5e12]) {
			const text = format.format(number);
			expect([text, readingsOf(text)]).toEqual([text, expect.arrayContaining([String(number)])]);
		}
	});

	it.each(DATE_LOCALES)('reads every day as %s writes it', (locale) => {
		const styles = ['long', 'medium', 'full'] as const;
		// Thai with its own calendar
		const tag = locale === 'th' ? 'th' : `${locale}-u-ca-gregory`;
		const formats = styles.map((dateStyle) => new Intl.DateTimeFormat(tag, { dateStyle, timeZone: 'UTC' }));
		fc.assert(
			fc.property(fc.constantFrom(...formats), days, (format, day) => {
				const text = format.format(day);
				expect([text, readingsOf(text)]).toEqual([text, expect.arrayContaining([day.toISOString().slice(0, 10)])]);
			}),
		);
	});

	it.each(DATE_LOCALES)('reads months with their year, and days without, as %s writes them', (locale) => {
		const tag = locale === 'th' ? 'th' : `${locale}-u-ca-gregory`;
		const months = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' });
		const daysOnly = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', timeZone: 'UTC' });
		for (let month = 0; month < 12; month++) {
			const day = new Date(Date.UTC(2026, month, 21));
			const iso = day.toISOString();
			expect(readingsOf(months.format(day))).toContain(iso.slice(0, 7));
			expect(readingsOf(daysOnly.format(day))).toContain(`-${iso.slice(4, 10)}`);
		}
	});
});
