import { isQuestion } from '../html/words.js';
import type { MarkRule } from './marks.js';

/** UTF-16 units of the longest line that is taken for a term. */
const MAX_TERM = 200;

const DETAIL = /^ {0,3}:[ \t]+(?=\S)/;
/** What begins a line that is no term: marks of lists, quotations, headings, tables, code and elements. */
const NO_TERM = /^(?: {4}|\t|\s*(?:[-*+]\s|\d+[.)]\s|[>#|:<]|`{3}|~{3}|={3}|-{3}))/;

/**
 * A term with the lines below it that begin with `:`, which say what it is. It becomes a list item `term: detail`, or
 * where the term asks a question with its answer.
 */
export const definition: MarkRule = (line, ahead) => {
	const term = line.trim();
	if (term === '' || term.length > MAX_TERM || NO_TERM.test(line)) return null;
	let at = isBlank(ahead(1)) ? 2 : 1;
	if (!DETAIL.test(ahead(at) ?? '')) return null;
	const details: string[] = [];
	for (let next = ahead(at); next !== undefined; next = ahead(++at)) {
		if (DETAIL.test(next)) details.push(next.replace(DETAIL, ''));
		else if (isBlank(next)) {
			if (!goesOn(ahead(at + 1))) break;
			details.push('');
		} else if (DETAIL.test(ahead(at + 1) ?? '')) break;
		else details.push(`${details.pop() ?? ''} ${next.trim()}`.trim());
	}
	const [first = '', ...others] = details.filter((detail) => detail !== '');
	if (isQuestion(term))
		return { lines: ['', `**${term}**`, '', ...details.flatMap((detail) => [detail, ''])], taken: at };
	const name = term.replace(/\s*[:：]$/, '');
	return { lines: ['', `- ${name}: ${first}`, ...others.flatMap((detail) => ['', `  ${detail}`]), ''], taken: at };
};

function isBlank(line: string | undefined): boolean {
	return line?.trim() === '';
}

/** Whether a line after a blank one still is of the term: another detail, or a paragraph below it. */
function goesOn(line: string | undefined): boolean {
	return line !== undefined && (DETAIL.test(line) || /^(?: {2,}|\t)[^\s]/.test(line));
}
