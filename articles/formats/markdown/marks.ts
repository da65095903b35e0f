import { KIND_LABEL } from '../html/labels.js';
import { isQuestion } from '../html/words.js';

/** What a line of a dialect stands for in plain Markdown. */
export interface Mark {
	readonly lines: readonly string[];
	/** Lines that it takes, 1 by default. */
	readonly taken?: number;
	/** What follows it: contents indented by four columns, or an alert's further lines. */
	readonly opens?: 'indented' | 'alert';
	/** Components that it opens, less those that it closes. */
	readonly components?: number;
}

/** Tells what a line is that is no code; `ahead(n)` is the nth line after it. */
export type MarkRule = (line: string, ahead: (lines: number) => string | undefined) => Mark | null;

/** A blank line parts what stands around a mark. */
export const NO_TEXT: Mark = { lines: [''] };

/**
 * Begins something that has an end of its own, in the form of the element `details`. A label, such as the name of a tab,
 * names it as a heading or a question does. A title is its first paragraph, unless it asks; one that only names the
 * kind of an admonition, such as `Note`, is no text.
 */
export function openingLines(line: string, text: { readonly label?: string; readonly title?: string }): string[] {
	const title = text.title?.trim() ?? '';
	const isKind = KIND_LABEL.test(title.slice(0, 100));
	const label = text.label?.trim() || (isQuestion(title) ? title : '');
	const paragraph = label !== '' || isKind ? '' : title;
	const summary = label === '' ? [] : ['<summary>', '', bold(label), '', '</summary>', ''];
	return indented(line, ['', '<details>', ...(summary.length > 0 ? summary : ['', paragraph, ''])]);
}

/** The title of something whose end is not looked for, as a paragraph, or a question. */
export function titleLines(line: string, title: string): string[] {
	const text = title.trim();
	if (text === '' || KIND_LABEL.test(text.slice(0, 100))) return [''];
	return indented(line, ['', isQuestion(text) ? bold(text) : text, '']);
}

/** Ends what {@link openingLines} began. */
export function closingLines(line: string): string[] {
	return indented(line, ['', '</details>', '']);
}

function bold(text: string): string {
	return `**${text.replaceAll('*', '\\*')}**`;
}

/** Lines that stand as far to the right as a line of the source, so that they stay within its list item. */
function indented(line: string, lines: readonly string[]): string[] {
	const indentation = /^[ \t]*/.exec(line)?.[0] ?? '';
	return lines.map((text) => (text === '' ? '' : indentation + text));
}

/** The value of the first of some attributes that a tag or shortcode has. */
export function valueOf(attributes: string, names: readonly string[]): string {
	for (const name of names) {
		const pattern = new RegExp(`(?<![\\w-])${name}=(?:\\{?"([^"]*)"|\\{?'([^']*)'|\\{\`([^\`]*)\`)`);
		const match = pattern.exec(attributes);
		if (match !== null) return match.slice(1).join('');
	}
	return '';
}
