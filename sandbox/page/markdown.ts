import type { MarkdownNode } from './markdown-nodes.js';
import { kindsOf } from './markdown-nodes.js';
import { styleAt } from './markdown-spans.js';
import type { Token } from './markdown-tokens.js';
import { tokenAt, webAddress } from './markdown-tokens.js';

/** What may stand where text is read. */
interface Context {
	readonly heading: boolean;
	readonly subtext: boolean;
	readonly quote: boolean;
	/** How many more levels of lists. */
	readonly lists: number;
	readonly inLink: boolean;
	/** True if the text's first sign begins a line of the message. */
	readonly lineStart: boolean;
	/** How many more levels of anything: no stack is endless. */
	readonly depth: number;
}

const TOP: Context = {
	heading: true,
	subtext: true,
	quote: true,
	lists: 11,
	inLink: false,
	lineStart: true,
	depth: 200,
};

/**
 * Reads a message's text by the rules of Discord's client, which are its own: a backslash before any sign but letters of
 * ASCII, digits and spaces hides that sign and vanishes; blocks begin only at the start of a line; the longer of two spans
 * that begin together wins; what is not closed is text. Never throws.
 *
 * Where Discord looks into a list, this reads more than Discord shows: every `:name:` counts as an emoji, known or not.
 */
export function parseMarkdown(text: string): readonly MarkdownNode[] {
	return parse(text, TOP);
}

function parse(source: string, context: Context): readonly MarkdownNode[] {
	const nodes: MarkdownNode[] = [];
	let text = '';
	let lineStart = context.lineStart;
	let at = 0;
	const flush = (): void => {
		if (text !== '') nodes.push({ kind: 'text', text });
		text = '';
	};
	while (at < source.length) {
		const token = context.depth > 0 ? nodeAt(source, at, { ...context, lineStart }) : null;
		if (token === null) {
			// signs outside of the basic plane are two units, and are never parted
			const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
			text += sign;
			at += sign.length;
		} else {
			if (token.node.kind === 'text') text += token.node.text;
			else {
				flush();
				nodes.push(token.node);
			}
			at = token.after;
		}
		lineStart = source[at - 1] === '\n';
	}
	flush();
	return nodes;
}

function nodeAt(source: string, at: number, context: Context): Token | null {
	const block = context.lineStart ? blockAt(source, at, context) : null;
	if (block !== null) return block;
	const sign = source[at];
	if (sign === '\\') return escapeAt(source, at);
	const token =
		tokenAt(source, at, context.inLink) ?? (sign === '[' && !context.inLink ? maskedLinkAt(source, at) : null);
	if (token !== null) return token;
	const style = styleAt(source, at);
	if (style === null) return null;
	const children = parse(source.slice(style.start, style.end), deeper(context));
	return { node: { kind: style.kind, children }, after: style.after };
}

function deeper(context: Context): Context {
	return { ...context, depth: context.depth - 1 };
}

const ESCAPE = /\\([^0-9A-Za-z\s])/uy;

function escapeAt(source: string, at: number): Token | null {
	ESCAPE.lastIndex = at;
	const sign = ESCAPE.exec(source)?.[1];
	return sign === undefined ? null : { node: { kind: 'text', text: sign }, after: at + 1 + sign.length };
}

const TARGET = /\]\(\s*(?:<([^>\s]*)>|((?:\([^()\s]*\)|[^()\s\\]|\\.)+))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/y;

/**
 * `[words](https://…)`. Words that hold an address, a mention or an emoji make no link: a reader could take them for what
 * is behind it.
 */
function maskedLinkAt(source: string, at: number): Token | null {
	if (!source.includes('](', at)) return null;
	let open = 0;
	for (let end = at + 1; end < source.length; end++) {
		if (source[end] === '[') open++;
		if (source[end] !== ']') continue;
		const link = open === 0 ? linkAt(source, at + 1, end) : null;
		if (link !== null) return link;
		if (open > 0) open--;
	}
	return null;
}

/** The link whose words are `[start, end)`, if an address in brackets follows them. */
function linkAt(source: string, start: number, end: number): Token | null {
	TARGET.lastIndex = end;
	const parts = TARGET.exec(source);
	const url = parts === null ? null : webAddress((parts[1] ?? parts[2] ?? '').replace(/\\(.)/g, '$1'));
	if (url === null) return null;
	const after = TARGET.lastIndex;
	const words = source.slice(start, end);
	if (words.trim() === '' || /https?:\/\//i.test(words)) return null;
	const children = parse(words, IN_LINK);
	const kinds = kindsOf(children);
	if (NOT_IN_LINKS.some((kind) => kinds.has(kind))) return null;
	return { node: { kind: 'link', url, masked: true, children }, after };
}

const IN_LINK: Context = { ...TOP, heading: false, subtext: false, quote: false, lists: 0, inLink: true };
const NOT_IN_LINKS = ['mention', 'everyone', 'emoji', 'codeBlock'] as const;

function blockAt(source: string, at: number, context: Context): Token | null {
	return (
		(context.quote ? quoteAt(source, at, context) : null) ??
		(context.heading ? headingAt(source, at, context) : null) ??
		(context.subtext ? subtextAt(source, at, context) : null) ??
		(context.lists > 0 ? listAt(source, at, context) : null)
	);
}

const REST_QUOTE = / *>>> +([\s\S]*)/y;
const LINE_QUOTE = / *>(?!>>) +[^\n]*(?:\n *>(?!>>) +[^\n]*)*\n?/y;

function quoteAt(source: string, at: number, context: Context): Token | null {
	REST_QUOTE.lastIndex = LINE_QUOTE.lastIndex = at;
	const rest = REST_QUOTE.exec(source);
	const lines = rest === null ? LINE_QUOTE.exec(source) : null;
	if (rest === null && lines === null) return null;
	const inner = rest?.[1] ?? lines?.[0].replace(/^ *> ?/gm, '').replace(/\n$/, '') ?? '';
	const children = parse(inner, { ...deeper(context), quote: false });
	return { node: { kind: 'quote', children }, after: at + (rest ?? lines ?? [''])[0].length };
}

// "#", line end, words: Discord takes this for a heading too
const HEADING = / *(#{1,3})\s+(?!#{1,3}\s)([^\n]+?)#*\s*(?:\n|$)/y;

function headingAt(source: string, at: number, context: Context): Token | null {
	HEADING.lastIndex = at;
	const [all, marks, words] = HEADING.exec(source) ?? [];
	if (all === undefined || marks === undefined || words === undefined) return null;
	const level = marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3;
	const children = parse(words.trim(), { ...deeper(context), heading: false });
	return { node: { kind: 'heading', level, children }, after: at + all.length };
}

const SUBTEXT = / *-# +(?!-#)([^\n]+)(?:\n|$)/y;

function subtextAt(source: string, at: number, context: Context): Token | null {
	SUBTEXT.lastIndex = at;
	const [all, words] = SUBTEXT.exec(source) ?? [];
	if (all === undefined || words === undefined) return null;
	const children = parse(words.trim(), { ...deeper(context), subtext: false });
	return { node: { kind: 'subtext', children }, after: at + all.length };
}

const BULLET = /^( *)([*-]|\d+\.) +/;
const BULLET_HERE = / *(?:[*-]|\d+\.) [\s\S]/y;

/** A list goes on for as long as lines are indented or begin with a bullet as far in as the first. */
function listAt(source: string, at: number, context: Context): Token | null {
	BULLET_HERE.lastIndex = at;
	if (!BULLET_HERE.test(source)) return null;
	const lines = source.slice(at).split('\n');
	const [, indent = '', mark = ''] = BULLET.exec(lines[0] ?? '') ?? [];
	if (mark === '') return null;
	const items: { readonly width: number; readonly lines: string[] }[] = [];
	let length = 0;
	for (const line of lines) {
		const bullet = BULLET.exec(line);
		const item = items.at(-1);
		if (bullet?.[1] === indent) items.push({ width: bullet[0].length, lines: [line.slice(bullet[0].length)] });
		else if (item === undefined || !line.startsWith(' ')) break;
		else item.lines.push(line.replace(new RegExp(`^ {1,${item.width}}`), ''));
		length += line.length + 1;
	}
	const inner = { ...deeper(context), heading: false, lists: context.lists - 1 };
	const node: MarkdownNode = {
		kind: 'list',
		start: mark.length === 1 ? null : Math.min(1e9, Math.max(1, Number(mark.slice(0, -1)))),
		items: items.map((item) => parse(item.lines.join('\n').trimEnd(), inner)),
	};
	return { node, after: Math.min(source.length, at + length) };
}
