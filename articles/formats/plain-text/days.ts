/** Languages of which the days and months are known. */
const LANGUAGES = 'en de fr es pt it nl pl ru uk tr vi th lo km id zh ja ko ar'.split(' ');

let names: ReadonlySet<string> | undefined;

/** Whether a cell begins with the name of a day or a month, or their short form: `Mon–Fri`, `thứ hai`. */
export function isNameOfTime(cell: string): boolean {
	names ??= namesOfTime();
	const text = cell.slice(0, 60).normalize('NFC').toLowerCase();
	const [word = ''] = /^[\p{L}\p{M}]+/u.exec(text) ?? [];
	const [two = ''] = /^[\p{L}\p{M}]+\s[\p{L}\p{M}\p{Nd}]+/u.exec(text) ?? [];
	return names.has(word) || names.has(two);
}

function namesOfTime(): Set<string> {
	const found = new Set<string>();
	for (const language of LANGUAGES) {
		for (const style of ['long', 'short'] as const) {
			const weekday = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' });
			const month = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
			// days and months of 2023, which began on a Sunday
			const days = Array.from({ length: 7 }, (_, day) => weekday.format(Date.UTC(2023, 0, day + 1)));
			const months = Array.from({ length: 12 }, (_, i) => month.format(Date.UTC(2023, i, 1)));
			for (const name of [...days, ...months]) found.add(name.normalize('NFC').toLowerCase().replace(/\.$/, ''));
		}
	}
	return found;
}
