import { indentOf } from './code-lines.js';
import { KIND_LABEL } from '../html/labels.js';
import { closingLines, type Mark, type MarkRule, NO_TEXT, openingLines, valueOf } from './marks.js';

/** Kinds of containers whose title names what they open, as a heading does. */
const OPENING_KIND = /^(?:tab|tab-item|details|dropdown|collapse|collapsible|accordion|spoiler)$/;

/** Columns by which the contents of `!!! note` stand to the right of it. */
export const CONTENT_COLUMNS = 4;

/** `:::tip Title`, `::: {.note}`, `:::note[Title]`, and the `:::` that ends it. */
export const container: MarkRule = (line) => {
	const text = line.trim();
	const colons = /^:{3,}/.exec(text)?.[0];
	if (colons === undefined) return leafDirective(text);
	const rest = text.slice(colons.length).trim();
	if (rest === '') return { lines: closingLines(line) };
	const [opening = '', kind = ''] = /^\{?([a-z][\w-]*)\}?(?![\p{L}\p{M}\w-])/u.exec(rest) ?? [];
	const title = valueOf(rest, ['title']) || bracketed(rest.slice(opening.length));
	return { lines: openingLines(line, OPENING_KIND.test(kind) ? { label: title } : { title }) };
};

/** `::video{id=3}` stands for something that is no text. */
function leafDirective(text: string): Mark | null {
	return /^::[a-z][\w-]*(?:\[[^\]]*\])?\{[^{}]*\}$/.test(text) ? NO_TEXT : null;
}

/** The title in `[Title]`, or what stands there without brackets, without `{attributes}`. */
function bracketed(rest: string): string {
	const text = rest.trim().replace(/:{3,}$/, '');
	const end = text.startsWith('[') ? text.indexOf(']') : -1;
	if (end > 0) return text.slice(1, end);
	return text.replace(/^\{[^{}]*\}/, '').replace(/\{[^{}]*\}$/, '');
}

/** `!!! note "Title"`, `??? note`, `???+ note` and `=== "Tab"`, whose contents are indented. */
export const indentedBlock: MarkRule = (line, ahead) => {
	const text = line.trim();
	const sign = /^(?:!!!|\?\?\?\+?|===[!+]?)(?=\s)/.exec(text)?.[0];
	if (sign === undefined) return null;
	const rest = text.slice(sign.length).trim();
	const quote = rest.indexOf('"');
	const kind = quote < 0 ? rest : rest.slice(0, quote).trim();
	const title = quote < 0 || !rest.endsWith('"') ? '' : rest.slice(quote + 1, -1);
	const isTab = sign.startsWith('=');
	if (isTab ? kind !== '' || title === '' : !/^[\p{L}][\p{L}\p{M}\w -]*$/u.test(kind)) return null;
	if (!isIndentedNext(line, ahead)) return null;
	const hasLabel = isTab || sign.startsWith('?');
	return { lines: openingLines(line, hasLabel ? { label: title } : { title }), opens: 'indented' };
};

function isIndentedNext(line: string, ahead: (lines: number) => string | undefined): boolean {
	for (let i = 1; ; i++) {
		const next = ahead(i);
		if (next === undefined) return false;
		if (next.trim() !== '') return indentOf(next) >= indentOf(line) + CONTENT_COLUMNS;
	}
}

/** `> [!NOTE]`, `> **Note**` and `> [!tip]- Title`, whose further lines begin with `>` too. */
export const alert: MarkRule = (line) => {
	const [, quote = '', kind = ''] = /^(\s*>\s?)(?:\*\*|__)([^*_]{1,30})(?:\*\*|__)\s*$/.exec(line) ?? [];
	if (quote !== '' && KIND_LABEL.test(kind)) return { lines: openingLines(line, {}), opens: 'alert' };
	const [, before, title = ''] = /^([\s>*+-]*>\s?)\[![\w-]+\][+-]?\s*(.*)$/.exec(line) ?? [];
	if (before === undefined) return null;
	if (!/^\s*>\s?$/.test(before)) return { lines: [before + title] };
	return { lines: openingLines(line, { title }), opens: 'alert' };
};
