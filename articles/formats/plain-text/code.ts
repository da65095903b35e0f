import type { Line } from './lines.js';
import { beginsInLowerCase, endsSentence, endsWithColon } from './signs.js';
import type { Found, Source } from './source.js';

/** Columns of indentation that set off code. */
const CODE_INDENT = 4;

/** UTF-16 units of a line in which signs of code are looked for. */
const CODE_UNITS = 500;

/** Lines by which it is decided whether something is code. */
const LOOKED_AHEAD = 50;

const SIGNS = new RegExp(
	[
		/[{};\\]$/,
		/\w\(.{0,200}\)$|\)\s?\{/,
		/^(?:[$%>]\s|>>>\s|\/\/|\/\*|#!|--\s|<\/?[a-z]|[}\])])/,
		/^[@.]?\w+\(|^[\w.-]+\s?=\s?\S/,
		/\s(?:=|:=|==|=>|->|&&|\|\||--?[a-z][\w-]*)(?:\s|$|=)/,
		/\$\{?[A-Za-z_]/,
	]
		.map(({ source }) => source)
		.join('|'),
);

/** Fenced code, from fence to fence. A fence without another is a mark. */
export function fencedAt({ text, lines }: Source, at: number, fences: Fences): Found | null {
	const line = lines[at];
	const [, name] = /^```+\s*([^\s`]{0,40})[^`]*$/.exec(line?.text.slice(0, CODE_UNITS) ?? '') ?? [];
	if (line === undefined || name === undefined) return null;
	const close = fences.after(at);
	if (close === undefined) return { drafts: [], next: at + 1 };
	if (close === at + 1) return { drafts: [], next: close + 1 };
	const language = name === '' ? null : name;
	return { drafts: [codeOf(text, lines, at + 1, close, language)], next: close + 1 };
}

/** Where fences stand that can close code. It is asked for places in ascending order. */
export interface Fences {
	/** The first one after a line. */
	readonly after: (at: number) => number | undefined;
}

export function fencesOf({ lines }: Pick<Source, 'lines'>): Fences {
	const places = lines.flatMap(({ text }, at) => (/^```+$/.test(text) ? [at] : []));
	let passed = 0;
	return {
		after: (at) => {
			while ((places[passed] ?? Infinity) <= at) passed++;
			return places[passed];
		},
	};
}

/** Lines indented by four columns more than `indent`, after a blank line or a colon, that look like code. */
export function codeAt({ text, lines, indent: base }: Source, at: number, indent = base): Found | null {
	const first = lines[at];
	const before = lines[at - 1];
	if (first === undefined || first.indent < indent + CODE_INDENT || first.role !== undefined) return null;
	// Chinese indents paragraphs with ideographic spaces
	if (text[first.start - 1] === '\u3000') return null;
	const isIntroduced = before !== undefined && endsWithColon(before.text);
	if (before !== undefined && !first.hasBlankBefore && !isIntroduced) return null;
	const isWithin = (line: Line): boolean => line.indent >= indent + CODE_INDENT && line.role === undefined;
	let next = at;
	for (let line = lines[next]; line !== undefined && isWithin(line); line = lines[next]) {
		next++;
		if (next - at === LOOKED_AHEAD && !isCode(lines.slice(at, next), isIntroduced)) return null;
	}
	if (next - at < LOOKED_AHEAD && !isCode(lines.slice(at, next), isIntroduced)) return null;
	return { drafts: [codeOf(text, lines, at, next, null)], next };
}

/** At least half of its lines hold signs of code; or it is introduced, and there is no prose in it. */
function isCode(lines: readonly Line[], isIntroduced: boolean): boolean {
	let signs = 0;
	let lower = 0;
	let prose = 0;
	for (const line of lines) {
		if (SIGNS.test(line.text.slice(0, CODE_UNITS))) signs++;
		else if (isProse(line)) prose++;
		else if (beginsInLowerCase(line.text)) lower++;
	}
	return signs * 2 >= lines.length || (isIntroduced && prose === 0 && (signs > 0 || lower * 2 >= lines.length));
}

function isProse({ text }: Line): boolean {
	return endsSentence(text) && /^\S+(?:\s+\S+){3}/.test(text.slice(0, CODE_UNITS));
}

/** The lines of code from one to before another, with their line feeds and without the indentation common to them. */
function codeOf(text: string, lines: readonly Line[], from: number, to: number, language: string | null) {
	const first = lines[from];
	const start = first?.start ?? 0;
	const end = lines[to - 1]?.end ?? start;
	let common = Infinity;
	for (let at = from; at < to; at++) common = Math.min(common, lines[at]?.indent ?? Infinity);
	const own = ' '.repeat(Math.max(0, (first?.indent ?? 0) - common));
	const [head = '', ...rest] = text.slice(start, end).split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
	const code = [own + head, ...rest.map((line) => withoutIndent(line, common))].join('\n');
	return { kind: 'code', language, text: from + 1 === to ? head : code, start, end } as const;
}

function withoutIndent(line: string, columns: number): string {
	let column = 0;
	let at = 0;
	for (; at < line.length && column < columns && /\s/.test(line.charAt(at)); at++) {
		column += line[at] === '\t' ? 4 - (column % 4) : line[at] === '\u3000' ? 2 : 1;
	}
	return ' '.repeat(Math.max(0, column - columns)) + line.slice(at).trimEnd();
}
