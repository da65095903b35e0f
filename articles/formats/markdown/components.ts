import { closingLines, type Mark, type MarkRule, NO_TEXT, openingLines, titleLines, valueOf } from './marks.js';

/** Lines over which a tag, an import or an export may reach. */
const MAX_LINES = 40;

/** Components whose label names what they open, as a heading does. */
const TAB = /^(?:Tab|TabItem|TabPanel|TabPane|Tabs\.Tab|TabsTrigger)$/;
const OPENING = /^(?:Accordion|AccordionItem|Step|Expandable|Expander|Collapse|Collapsible|FAQ|FaqItem|Toggle)$/;

const EXPORT =
	/^export (?:(?:const|let|var) [\w$]+ ?=|(?:default )?(?:async )?function\b|default (?:class\b|[({\w$]+;?$)|\{|\* from)/;

/** Elements of HTML, whose case says nothing. */
const HTML = new Set(
	(
		'Details Summary Table Tr Td Th Thead Tbody Ul Ol Li Div Span Br Hr Img Center Font Pre Code Section Article ' +
		'Figure Input Button Video Audio Iframe Style Script Body Head Html Title Em Strong Blockquote'
	).split(' '),
);

interface Tag {
	readonly name: string;
	readonly kind: 'open' | 'close' | 'self-closing';
	readonly attributes: string;
	/** Where the text after it begins. */
	readonly end: number;
}

/** The `import` and `export` statements of MDX, and its comments. */
export const statements: MarkRule = (line, ahead) => {
	if (line.startsWith('{/*')) return upTo((text) => text.includes('*/}'), line, ahead);
	if (/^import(?: [\w$*{},\s]+ from)? ?(?:"[^"]*"|'[^']*');?\s*$/.test(line)) return NO_TEXT;
	if (/^import (?:[\w$]+, ?)?\{[^}]*$/.test(line)) {
		return upTo((text) => /\}\s*from\s*(?:"[^"]*"|'[^']*');?\s*$/.test(text), line, ahead);
	}
	return EXPORT.test(line) ? exported(line, ahead) : null;
};

/** All lines up to the one that ends it; only where that comes before a blank line or a limit. */
function upTo(
	isEnd: (line: string) => boolean,
	line: string,
	ahead: (lines: number) => string | undefined,
): Mark | null {
	let text: string | undefined = line;
	for (let taken = 1; taken <= MAX_LINES && text !== undefined && text.trim() !== ''; taken++) {
		if (isEnd(text)) return { lines: [''], taken };
		text = ahead(taken);
	}
	return null;
}

/** An export ends where its brackets are closed, or before a blank line. */
function exported(line: string, ahead: (lines: number) => string | undefined): Mark {
	let open = 0;
	let text: string | undefined = line;
	let taken = 0;
	while (text !== undefined && text.trim() !== '') {
		taken++;
		for (const sign of text) {
			if ('([{'.includes(sign)) open++;
			else if (')]}'.includes(sign)) open--;
		}
		if (open <= 0 && !/[=>,(]\s*$/.test(text)) break;
		text = ahead(taken);
	}
	return { lines: [''], taken };
}

/** A line with only the tags of components, or with such tags around a text. Contents stay; what closes itself goes. */
export const components: MarkRule = (line, ahead) => {
	if (!/^\s*<\/?[A-Z]/.test(line)) return null;
	const whole = wholeTag(line.trim(), ahead);
	if (whole === null) return null;
	const tags: Tag[] = [];
	let from = 0;
	for (let tag = tagAt(whole.text, 0); tag !== null; tag = tagAt(whole.text, from)) {
		tags.push(tag);
		from = tag.end;
		while (/\s/.test(whole.text.charAt(from))) from++;
	}
	const [first] = tags;
	if (first === undefined) return null;
	const rest = whole.text.slice(from);
	const end = /<\/([A-Z][\w.]*)>$/.exec(rest);
	const text = rest.slice(0, end?.index).trim();
	// a component in running text is left to the parser
	if (text !== '' && (text === rest || first.kind !== 'open')) return null;
	if (end !== null) tags.push({ name: end[1] ?? '', kind: 'close', attributes: '', end: 0 });
	const balance = tags.reduce((sum, { kind }) => sum + (kind === 'open' ? 1 : kind === 'close' ? -1 : 0), 0);
	const lines = tags.map((tag) => linesOfTag(tag, line));
	if (text !== '') lines.splice(-1, 0, ['', text, '']);
	return {
		lines: lines.flat(),
		taken: whole.taken,
		components: balance,
	};
};

/** The text of a line, with as many lines after it as its first tag takes. */
function wholeTag(text: string, ahead: (lines: number) => string | undefined): { text: string; taken: number } | null {
	let whole = text;
	for (let taken = 1; taken <= MAX_LINES; taken++) {
		if (tagEnd(whole, 0) >= 0) return { text: whole, taken };
		const next = ahead(taken)?.trim() ?? '';
		if (next === '') return null;
		whole = `${whole} ${next}`;
	}
	return null;
}

function tagAt(text: string, from: number): Tag | null {
	const [, slash = '', name = ''] = /^<(\/?)([A-Z][\w.]*)/.exec(text.slice(from, from + 100)) ?? [];
	if (!/[a-z]/.test(name) || HTML.has(name)) return null;
	const end = tagEnd(text, from);
	if (end < 0) return null;
	const inner = text.slice(from + 1 + slash.length + name.length, end - 1);
	const kind = slash !== '' ? 'close' : inner.endsWith('/') ? 'self-closing' : 'open';
	return { name, kind, attributes: inner, end };
}

/** Where the text after a tag begins, -1 if the tag does not end. Quotes and braces may hold what looks like an end. */
function tagEnd(text: string, from: number): number {
	let quote = '';
	let braces = 0;
	for (let i = from; i < text.length; i++) {
		const unit = text.charAt(i);
		if (quote !== '') quote = unit === quote ? '' : quote;
		else if (unit === '"' || unit === "'" || unit === '`') quote = unit;
		else if (unit === '{') braces++;
		else if (unit === '}') braces--;
		else if (unit === '>' && braces <= 0) return i + 1;
	}
	return -1;
}

function linesOfTag({ name, kind, attributes }: Tag, line: string): string[] {
	const isTab = TAB.test(name);
	const hasEnd = isTab || OPENING.test(name);
	if (kind === 'close') return hasEnd ? closingLines(line) : [''];
	if (kind === 'self-closing') return [''];
	if (isTab) return openingLines(line, { label: valueOf(attributes, ['label', 'title', 'name', 'value']) });
	const title = valueOf(attributes, ['title', 'label', 'summary', 'question']);
	return hasEnd ? openingLines(line, { label: title }) : titleLines(line, title);
}
