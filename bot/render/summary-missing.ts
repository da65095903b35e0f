import type { KeptSummary } from '../../commands/services.js';
import { format, type Locale } from '../../commands/messages.js';

/** What a summary lacks of what was asked for, a sentence each. */
export function missingFrom({ isComplete, isCut, range, gone, privateThreads }: KeptSummary, locale: Locale): string[] {
	return [
		...(isComplete ? [] : [format(locale, 'summary.incomplete')]),
		...(isCut ? [format(locale, 'summary.cut', { count: range.most })] : []),
		...(gone === 0 ? [] : [format(locale, 'summary.gone', { count: gone })]),
		...(privateThreads === 0 ? [] : [format(locale, 'summary.private-threads', { count: privateThreads })]),
	];
}
