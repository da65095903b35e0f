import { withoutLatinAccents } from '../articles/accents.js';

const UTC = 'UTC';

/** What some of them are called today: the list of the runtime keeps the names of before, which nobody looks for. */
const TODAY: readonly string[] = [
	'Africa/Asmara',
	'America/Argentina/Buenos_Aires',
	'America/Argentina/Cordoba',
	'America/Argentina/Mendoza',
	'America/Indiana/Indianapolis',
	'America/Kentucky/Louisville',
	'America/Nuuk',
	'Asia/Ho_Chi_Minh',
	'Asia/Kathmandu',
	'Asia/Kolkata',
	'Asia/Yangon',
	'Atlantic/Faroe',
	'Europe/Kyiv',
	'Pacific/Chuuk',
	'Pacific/Pohnpei',
];

/** IANA names of regions and cities, and UTC first. */
const NAMES: readonly string[] = [
	UTC,
	...[...new Set([...Intl.supportedValuesOf('timeZone'), ...TODAY.filter(isTimeZone)])]
		.filter((name) => name !== UTC)
		.sort(),
];

/** Whether days and hours can be told by it: names of before are known too, in any case of their letters. */
export function isTimeZone(name: string): boolean {
	// an offset such as +07:00 knows no summer time
	if (!/^[A-Za-z]/.test(name)) return false;
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/** Names that hold what was typed, those whose city begins with it first. */
export function matchingTimeZones(typed: string): string[] {
	const wanted = fold(typed);
	const isFirst = (name: string) =>
		fold(name).startsWith(wanted) || fold(name.split('/').at(-1) ?? '').startsWith(wanted);
	const matching = NAMES.filter((name) => fold(name).includes(wanted));
	return [...matching.filter(isFirst), ...matching.filter((name) => !isFirst(name))];
}

/** Without accents, which the names do not have, and with the spaces of cities as the names write them. */
function fold(text: string): string {
	return withoutLatinAccents(text.trim().toLowerCase()).replace(/\s+/g, '_');
}
