import { format, type Locale } from '../../commands/messages.js';
import type { Reply } from '../../commands/reply.js';
import { actionButton } from './buttons.js';
import { ACCENTS, type Drawing } from './drawing.js';

/** Signs of the bar. */
const BAR = 12;

/** How far the reading for a summary is, in the place of the summary. */
export function drawProgress(
	{ callId, state, progress }: Pick<Extract<Reply, { kind: 'summary-progress' }>, 'callId' | 'state' | 'progress'>,
	locale: Locale,
): Drawing {
	const { read, most } = progress;
	switch (state) {
		case 'reading': {
			const done = most <= 0 ? 0 : Math.max(0, Math.min(BAR, Math.floor((BAR * read) / most)));
			const bar = '▰'.repeat(done) + '▱'.repeat(BAR - done);
			return {
				accent: ACCENTS.none,
				blocks: [{ text: `${format(locale, 'summary.progress.reading', { read, most })}\n${bar}` }],
				buttons: [actionButton({ kind: 'reading-cancel', callId }, format(locale, 'summary.progress.cancel'), '⏹️')],
			};
		}
		case 'stopped':
			return {
				accent: ACCENTS.fair,
				blocks: [{ text: format(locale, 'summary.progress.stopped', { read }) }],
				buttons: [
					actionButton({ kind: 'reading-continue', callId }, format(locale, 'summary.progress.continue'), '▶️'),
					...(read === 0
						? []
						: [actionButton({ kind: 'reading-take', callId }, format(locale, 'summary.progress.take'), '📝')]),
				],
			};
		case 'waiting':
			return {
				accent: ACCENTS.fair,
				blocks: [{ text: format(locale, 'summary.progress.waiting', { read }) }],
			};
		default:
			return state satisfies never;
	}
}
