const UTC = 'UTC';

/** IANA names of regions and cities, and UTC. */
const NAMES: readonly string[] = [UTC, ...Intl.supportedValuesOf('timeZone').filter((name) => name !== UTC)];

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
	return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replace(/\s+/g, '_');
}
