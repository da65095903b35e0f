/** Thai, and in part Lao and Khmer, count years from the Buddha: 2569 is 2026. */
const BUDDHIST_ERA_YEARS = 543;
/** Years that are told apart from other numbers, and those that only the Buddhist era has reached. */
const FIRST_YEAR = 1000;
const FIRST_BUDDHIST_YEAR = 2400;
const LAST_BUDDHIST_YEAR = 2699;
/** Two digits below this are of this century. */
const PIVOT = 50;
/** Thai years of two digits are of the century that began in 1957. */
const BUDDHIST_CENTURY = 1957;

/** ISO 8601: a year, a month or a day, the month and the day without a year too, `2026`, `2026-11`, `2026-11-21`, `--11`, `--11-21`. */
export type IsoDate = string;

/** Four digits as a year of our era; `undefined` where they are none. */
export function yearOf(digits: string): number | undefined {
	const year = Number(digits);
	if (digits.length !== 4 || year < FIRST_YEAR || year > LAST_BUDDHIST_YEAR) return undefined;
	return year >= FIRST_BUDDHIST_YEAR ? year - BUDDHIST_ERA_YEARS : year;
}

/** The years that two digits may stand for. */
export function yearsOfTwo(digits: string, isThai: boolean): number[] {
	const year = Number(digits);
	return [...(isThai ? [BUDDHIST_CENTURY + year] : []), year < PIVOT ? 2000 + year : 1900 + year];
}

/** As much of a date as is given; `undefined` where there is no such day or month. */
export function isoDate(date: {
	readonly year?: number | undefined;
	readonly month?: number | undefined;
	readonly day?: number | undefined;
}): IsoDate | undefined {
	const { year, month, day } = date;
	const years = year === undefined ? '-' : String(year).padStart(4, '0');
	if (month === undefined) return year === undefined ? undefined : years;
	if (month < 1 || month > 12) return undefined;
	const months = `${years}-${String(month).padStart(2, '0')}`;
	if (day === undefined) return months;
	// a leap year where none is given
	const days = new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();
	return day < 1 || day > days ? undefined : `${months}-${String(day).padStart(2, '0')}`;
}
