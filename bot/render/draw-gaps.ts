import { format, languageName, type Locale } from '../../commands/messages.js';
import type { Gap, GapReport } from '../../commands/services.js';
import { escapeWithin } from '../text.js';
import { timestamp } from './date.js';
import { ACCENTS, BLOCKS_ROOM, fitting, small, type Drawing } from './drawing.js';
import { gapsAsCsv } from './gaps-csv.js';

const MOST_GAPS = 10;
const QUESTION_ROOM = 200;
const LANGUAGES_ROOM = 100;
const REST_ROOM = 150;

/** The questions that found no answer: the first in the message, all in a file. */
export function drawGaps(report: GapReport, days: number, locale: Locale): Drawing {
	const { gaps, asked, unanswered, right, wrong } = report;
	const footer = format(locale, 'gaps.summary', { asked, days, unanswered, right, wrong });
	const title = format(locale, 'gaps.title');
	if (gaps.length === 0) {
		return { accent: ACCENTS.good, title, blocks: [{ text: format(locale, 'gaps.none', { days }) }], footer };
	}
	const texts = gaps.slice(0, MOST_GAPS).map((gap) => gapText(gap, locale));
	const kept = fitting(texts, BLOCKS_ROOM - REST_ROOM);
	const rest = gaps.length - kept.length;
	return {
		accent: ACCENTS.weak,
		title,
		blocks: [
			{ text: kept.join('\n') },
			...(rest === 0 ? [] : [{ text: format(locale, 'gaps.rest', { count: rest }) }]),
		],
		footer,
		file: { name: 'gaps.csv', text: gapsAsCsv(gaps) },
	};
}

function gapText({ question, asked, wanted, languages, lastAskedAt }: Gap, locale: Locale): string {
	const named = languages.map((tag) => languageName(locale, tag)).join(', ');
	const line = format(locale, 'gaps.line', {
		asked,
		wanted,
		languages: escapeWithin(named, LANGUAGES_ROOM) || '—',
		last: timestamp(lastAskedAt, 'R'),
	});
	return `**${escapeWithin(question, QUESTION_ROOM) || '—'}**\n${small(line)}`;
}
