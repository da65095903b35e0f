import { alert, CONTENT_COLUMNS, container, indentedBlock } from './admonitions.js';
import { createCodeTracker, dedented, indentOf } from './code-lines.js';
import { components, statements } from './components.js';
import { definition } from './definitions.js';
import { closingLines, type Mark, type MarkRule, NO_TEXT } from './marks.js';
import { shortcodes } from './shortcodes.js';

/** Lines that stand for something a program makes or does there. */
const COMMANDS = [
	/^(?:\[\[?_?toc_?\]\]?|\{:\s*toc\s*\}|\{\{\s*toc\s*\}\}|\$\{toc\})$/i,
	// attributes of the block beside it, in kramdown and in MkDocs
	/^\{(?::|\s*[.#])[^{}]*\}$/,
	/^\\(?:newpage|pagebreak|clearpage|cleardoublepage|tableofcontents|maketitle|(?:big|med|small)skip|[vh]space\*?\{[^{}]*\}|(?:begin|end)\{(?:center|landscape|multicols)\}(?:\{\d+\})?)$/,
	// files that are put in
	/^(?:-{1,3}8<-{1,3}(?:\s.*)?|\{![^{}]*!\}|!\[\[[^[\]]*\]\])$/,
	/^%%.*%%$/,
];

const RULES: readonly MarkRule[] = [
	container,
	indentedBlock,
	alert,
	shortcodes,
	statements,
	components,
	command,
	definition,
	destinations,
];

/**
 * Turns the marks of many tools' Markdown into plain Markdown: admonitions, tabs, alerts, shortcodes, components and
 * statements of MDX, and commands such as `[TOC]`. Their contents stay, as do the titles that say more than a kind;
 * names of tabs become bold lines. Code is left as it is. Time is linear in the lines.
 */
export function withoutDialects(markdown: string): string {
	const source = markdown.split(/\r\n?|\n/);
	const code = createCodeTracker();
	const surroundings = createSurroundings(code.leave);
	const out: string[] = [];
	for (let at = 0; at < source.length;) {
		const line = surroundings.enter(source[at] ?? '', out);
		const mark = code.isCode(line) ? null : markOf(line, (ahead) => source[at + ahead]);
		at += mark?.taken ?? 1;
		if (mark === null) {
			out.push(line);
			continue;
		}
		surroundings.open(mark, source[at - 1] ?? '');
		for (const replaced of mark.lines) out.push(replaced);
	}
	return out.join('\n');
}

function markOf(line: string, ahead: (lines: number) => string | undefined): Mark | null {
	if (line.trim() === '') return null;
	for (const rule of RULES) {
		const mark = rule(line, ahead);
		if (mark !== null) return mark;
	}
	return markInQuotation(line, ahead);
}

/** A mark behind the `>` of a quotation, of one line or of lines that all have it. */
function markInQuotation(line: string, ahead: (lines: number) => string | undefined): Mark | null {
	const [quotes] = /^[ \t>]*>/.exec(line) ?? [];
	if (quotes === undefined) return null;
	const unquoted = (text: string | undefined): string | undefined =>
		text?.startsWith(quotes) === true ? text.slice(quotes.length).replace(/^ /, '') : undefined;
	const mark = markOf(unquoted(line) ?? '', (lines) => unquoted(ahead(lines)));
	if (mark === null || mark.opens !== undefined) return null;
	return { ...mark, lines: mark.lines.map((text) => (text === '' ? quotes : `${quotes} ${text}`)) };
}

/** What a line stands in whose own marks go: each adds to the beginning of its lines. */
function createSurroundings(leave: () => void): {
	enter: (line: string, out: string[]) => string;
	open: (mark: Mark, line: string) => void;
} {
	/** The columns at which the contents of `!!! note` and its like begin. */
	const indented: number[] = [];
	/** The columns at which the contents of components begin; -1 where none has come yet. */
	const inComponents: number[] = [];
	let alerts = 0;

	const inIndented = (line: string, out: string[]): string => {
		if (line.trim() === '') return line;
		while (indented.length > 0 && indentOf(line) < (indented.at(-1) ?? 0)) {
			const column = (indented.pop() ?? 0) - CONTENT_COLUMNS * (indented.length + 1);
			leave();
			for (const closing of closingLines(' '.repeat(Math.max(0, column)))) out.push(closing);
		}
		return dedented(line, indented.length * CONTENT_COLUMNS);
	};

	const inComponent = (line: string): string => {
		if (inComponents.length === 0 || line.trim() === '') return line;
		const indent = indentOf(line);
		const isClosing = /^\s*<\/[A-Z]/.test(line);
		if (inComponents.at(-1) === -1 && !isClosing) inComponents[inComponents.length - 1] = indent;
		return dedented(line, Math.max(0, inComponents.at(-1) ?? 0));
	};

	const inAlerts = (line: string, out: string[]): string => {
		let rest = line;
		let depth = 0;
		for (; depth < alerts && /^\s*>/.test(rest); depth++) rest = rest.replace(/^(\s*)> ?/, '$1');
		if (depth < alerts) leave();
		for (; alerts > depth; alerts--) for (const closing of closingLines(line)) out.push(closing);
		return rest;
	};

	return {
		enter: (line, out) => inAlerts(inComponent(inIndented(line, out)), out),
		open: ({ opens, components: balance = 0 }, line) => {
			if (opens === 'indented') indented.push(indentOf(line) + CONTENT_COLUMNS);
			if (opens === 'alert') alerts++;
			for (let i = 0; i < balance; i++) inComponents.push(-1);
			if (balance < 0) inComponents.length = Math.max(0, inComponents.length + balance);
		},
	};
}

function command(line: string, ahead: (lines: number) => string | undefined): Mark | null {
	const text = line.trim();
	if (COMMANDS.some((pattern) => pattern.test(text))) return NO_TEXT;
	// kramdown puts its table of contents in the place of a list
	const isReplaced = /^(?:[-*+]|1\.)\s/.test(text) && /^\s*\{:\s*toc\b[^{}]*\}\s*$/.test(ahead(1) ?? '');
	return isReplaced ? { lines: [''], taken: 2 } : null;
}

/** Links to where a shortcode says, and attributes with braces, which would keep a link or a tag from being one. */
function destinations(line: string): Mark | null {
	if (!line.includes('{') || line.includes('`')) return null;
	const plain = line
		.replace(/\]\((?:\{%[^{}]*%\}|\{\{[^{}]*\}\})[^()\s]*\)/g, '](#)')
		.replace(/<[a-zA-Z][^<>]*>/g, (tag) => tag.replace(/\s[a-zA-Z]+=(?:\{\{[^{}]*\}\}|\{[^{}]*\})/g, ''));
	return plain === line ? null : { lines: [plain] };
}
