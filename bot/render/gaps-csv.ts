import type { Gap } from '../../commands/services.js';
import { oneLine } from '../text.js';

/** Its first sign makes a formula of a cell in spreadsheets, the full-width forms too. */
const FORMULA = /^[=+\-@＝＋－＠]/u;
/** Spreadsheets take a file without it for one of their own country's encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180, one gap a line; the wordings of a gap stand in one cell, parted by ` | `. No cell is a formula. */
export function gapsAsCsv(gaps: readonly Gap[]): string {
	const rows = [
		['question', 'asked', 'wanted', 'languages', 'last_asked', 'wordings'],
		...gaps.map(({ question, asked, wanted, languages, lastAskedAt, questions }) => [
			question,
			String(asked),
			String(wanted),
			languages.join(' '),
			new Date(lastAskedAt).toISOString(),
			questions.join(' | '),
		]),
	];
	return BYTE_ORDER_MARK + rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

/** An apostrophe makes text of what would be a formula. */
function toCell(text: string): string {
	const line = oneLine(text);
	return `"${(FORMULA.test(line) ? `'${line}` : line).replaceAll('"', '""')}"`;
}
