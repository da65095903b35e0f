import type { TimeStyle } from './markdown-nodes.js';

const STYLES: Readonly<Record<Exclude<TimeStyle, 'R'>, Intl.DateTimeFormatOptions>> = {
	t: { timeStyle: 'short' },
	T: { timeStyle: 'medium' },
	d: { dateStyle: 'short' },
	D: { dateStyle: 'long' },
	f: { dateStyle: 'long', timeStyle: 'short' },
	F: { dateStyle: 'full', timeStyle: 'short' },
	s: { dateStyle: 'short', timeStyle: 'short' },
	S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** A timestamp in the words of a locale, in the time zone of this machine. `now` is in milliseconds since the epoch. */
export function timeWords(unix: number, style: TimeStyle, locale: string, now: number): string {
	if (style === 'R') return distanceWords(unix - now / 1000, locale);
	return new Intl.DateTimeFormat(locale, STYLES[style]).format(unix * 1000);
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, seconds: number])[] = [
	['year', 31_557_600],
	['month', 2_629_800],
	['day', 86_400],
	['hour', 3600],
	['minute', 60],
];

function distanceWords(seconds: number, locale: string): string {
	const words = new Intl.RelativeTimeFormat(locale);
	const [unit, length] = UNITS.find(([, one]) => Math.abs(seconds) >= one) ?? (['second', 1] as const);
	return words.format(Math.round(seconds / length), unit);
}

/** When a message was written: the time alone for today, else the date too. */
export function messageTime(at: Date, locale: string, now: Date): string {
	const today = at.toDateString() === now.toDateString();
	return new Intl.DateTimeFormat(
		locale,
		today ? { timeStyle: 'short' } : { dateStyle: 'short', timeStyle: 'short' },
	).format(at);
}

/** A file's size: `12.3 KB`. */
export function sizeWords(bytes: number): string {
	if (bytes === 1) return '1 byte';
	const units = ['bytes', 'KB', 'MB', 'GB'];
	const power = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)));
	const size = bytes / 1024 ** power;
	return `${power === 0 ? size : size.toFixed(2).replace(/\.?0+$/, '')} ${units[power] ?? ''}`;
}
