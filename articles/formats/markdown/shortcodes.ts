import { closingLines, type Mark, type MarkRule, openingLines, titleLines, valueOf } from './marks.js';

const BRACKETS = [
	['{%', '%}'],
	['{{<', '>}}'],
	['{{%', '%}}'],
] as const;

/** Lines over which a tag may reach, and lines of a block of code between tags. */
const MAX_TAG_LINES = 20;
const MAX_CODE_LINES = 2000;

/** Longer than any fence that such code holds. */
const FENCE = '~'.repeat(40);

/** Tags whose title names what they open, as a heading does. */
const OPENING = /^(?:tab|tabitem|tab-item|tabpane|details|expand|accordion|accordion-item|collapse|spoiler|faq|step)$/;

/** Tags whose title names something that is no text. */
const NO_TITLE =
	/^(?:tabs|figure|img|image|gallery|video|youtube|vimeo|embed|code|include|include_code|link|ref|relref|gist|github)$/;

interface Tag {
	readonly name: string;
	readonly parameters: string;
}

/**
 * A line with nothing but `{% … %}`, `{{< … >}}` or `{{% … %}}`, or with such tags around a text. Code between tags
 * becomes code between fences.
 */
export const shortcodes: MarkRule = (line, ahead) => {
	const whole = wholeTags(line.trim(), ahead);
	if (whole === null) return null;
	const { tags, text } = withoutTags(whole.text);
	const [first] = tags;
	if (first === undefined) return null;
	if (/^(?:highlight|codeblock)$/.test(first.name)) {
		const code = codeAfter(first, text, whole.taken, ahead);
		if (code !== null) return code;
	}
	const lines = tags.flatMap((tag) => linesOfTag(tag, line));
	return { lines: text === '' ? lines : [...lines, '', text, ''], taken: whole.taken };
};

/** The text of a line that begins or ends with a tag; with the lines after it where its tag goes on there. */
function wholeTags(text: string, ahead: (lines: number) => string | undefined): { text: string; taken: number } | null {
	const opening = BRACKETS.find(([open]) => text.startsWith(open));
	if (opening === undefined) return BRACKETS.some(([, close]) => text.endsWith(close)) ? { text, taken: 1 } : null;
	const parts = [text];
	while (!(parts.at(-1)?.includes(opening[1]) ?? true)) {
		const next = parts.length < MAX_TAG_LINES ? ahead(parts.length) : undefined;
		if (next === undefined || next.trim() === '') return null;
		parts.push(next.trim());
	}
	return { text: parts.join(' '), taken: parts.length };
}

/** Takes the tags off the beginning of a text, and one off its end. */
function withoutTags(line: string): { tags: Tag[]; text: string } {
	const tags: Tag[] = [];
	let from = 0;
	for (;;) {
		while (/\s/.test(line.charAt(from))) from++;
		const brackets = BRACKETS.find(([open]) => line.startsWith(open, from));
		const end = brackets === undefined ? -1 : line.indexOf(brackets[1], from);
		if (brackets === undefined || end < 0) break;
		tags.push(tagOf(line.slice(from + brackets[0].length, end)));
		from = end + brackets[1].length;
	}
	const text = line.slice(from);
	const brackets = BRACKETS.find(([, close]) => text.endsWith(close));
	const start = brackets === undefined ? -1 : text.lastIndexOf(brackets[0]);
	if (brackets === undefined || start < 0) return { tags, text };
	tags.push(tagOf(text.slice(start + brackets[0].length, -brackets[1].length)));
	return { tags, text: text.slice(0, start).trim() };
}

function tagOf(inner: string): Tag {
	const text = inner.replace(/^[-\s]+/, '').slice(0, 1000);
	const [name = ''] = /^[/\w-]*/.exec(text) ?? [];
	return { name: name.toLowerCase(), parameters: text.slice(name.length) };
}

function linesOfTag({ name, parameters }: Tag, line: string): string[] {
	const [, end, own = ''] = /^(\/|end)?(.*)$/.exec(name) ?? [];
	if (end !== undefined) return OPENING.test(own) ? closingLines(line) : [''];
	if (NO_TITLE.test(name)) return [''];
	const title = valueOf(parameters, ['title', 'label', 'header', 'name']);
	const first = /^\s*"([^"]*)"/.exec(parameters)?.[1] ?? '';
	if (OPENING.test(name)) return openingLines(line, { label: title || first });
	return titleLines(line, title);
}

/** The code up to the tag that ends it, or `null` where none does. */
function codeAfter(
	{ name, parameters }: Tag,
	text: string,
	taken: number,
	ahead: (lines: number) => string | undefined,
): Mark | null {
	if (text !== '') return null;
	const language = /(?:^|\s)(?:lang:)?([\w+#.-]+)/.exec(parameters)?.[1] ?? '';
	const lines: string[] = [];
	const tag = new RegExp(`^\\s*\\{(?:%|\\{[<%])-?\\s*(/|end)?\\s*${name}\\b`);
	for (let i = taken; i < taken + MAX_CODE_LINES; i++) {
		const next = ahead(i);
		const found = tag.exec(next ?? '');
		if (next === undefined || (found !== null && found[1] === undefined)) return null;
		if (found !== null) return { lines: ['', FENCE + language, ...lines, FENCE, ''], taken: i + 1 };
		lines.push(next);
	}
	return null;
}
