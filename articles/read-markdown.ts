import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { parse as parseYaml } from 'yaml';
import type { Article } from './article.js';
import { readText } from './read-text.js';
import { htmlToText } from './html-to-text.js';
import { DATE_FIELDS, LANGUAGE_FIELDS, statedUrl, stringField, TITLE_FIELDS } from './stated-fields.js';

/** Line breaks of the source file that are none to a reader: a space, or nothing between characters that need none. */
const SOFT_BREAK = /(?:(?<![ \t])[ \t]+)?\n[ \t]*/g;
const SOFT_BREAK_BETWEEN_HAN =
	/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。，、])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

/** A line that opens this many lists and quotes at once is no writing, and takes the parser minutes. */
const NESTED_CONTAINERS = /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])){50}/m;

/** Emphasis marks in one block: the parser's time grows with their square, one second for 8,000. */
const MAX_EMPHASIS_MARKS = 8000;

/**
 * Reads Markdown (CommonMark with GitHub's tables, strikethrough, task lists and footnotes).
 *
 * The text is what a reader of the rendered page sees, without images. Title, date, language and URL come from YAML front
 * matter; failing that, the title is a heading at the very top, or else the first one of level 1.
 */
export function readMarkdown(markdown: string, source: string): Article {
	if (isHostile(markdown)) return readText(markdown, source);
	const root = fromMarkdown(markdown, {
		extensions: [gfm(), frontmatter(['yaml', 'toml'])],
		mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml', 'toml'])],
	});
	const fields = frontMatterOf(root);
	return {
		source: statedUrl(fields) ?? source,
		title: stringField(fields, TITLE_FIELDS) ?? headingOf(root),
		publishedAt: stringField(fields, DATE_FIELDS),
		language: stringField(fields, LANGUAGE_FIELDS),
		text: textOfNode(root),
	};
}

/** What takes the parser minutes is no writing in Markdown, and is read as plain text. */
function isHostile(markdown: string): boolean {
	if (NESTED_CONTAINERS.test(markdown)) return true;
	return markdown.split(/\n\s*\n/).some((block) => (block.match(/[*_~]/g)?.length ?? 0) > MAX_EMPHASIS_MARKS);
}

/** Front matter that is no mapping, or broken, states nothing; the article itself is still readable. */
function frontMatterOf({ children: [first] }: Root): Readonly<Record<string, unknown>> {
	if (first?.type !== 'yaml') return {};
	try {
		const value: unknown = parseYaml(first.value);
		return typeof value === 'object' && value !== null ? { ...value } : {};
	} catch {
		return {};
	}
}

function headingOf({ children }: Root): string | null {
	const first = children.find((node) => textOfNode(node).trim() !== '');
	const heading =
		first?.type === 'heading' ? first : children.find((node) => node.type === 'heading' && node.depth === 1);
	return heading === undefined ? null : textOfNode(heading).trim();
}

/** Blocks end with a line feed; what shows no text of the article (images, definitions, rules) gives none. */
function textOfNode(node: Nodes): string {
	switch (node.type) {
		case 'text':
			return node.value.replace(SOFT_BREAK_BETWEEN_HAN, '').replace(SOFT_BREAK, ' ');
		case 'inlineCode':
			return node.value;
		case 'code':
			return `${node.value}\n`;
		case 'break':
			return '\n';
		case 'html':
			return /^<br\s*\/?>$/i.test(node.value) ? '\n' : htmlToText(node.value);
		case 'tableCell':
			return `${childrenText(node)}\t`;
		case 'heading':
		case 'paragraph':
		case 'tableRow':
			return `${childrenText(node)}\n`;
		default:
			return 'children' in node ? childrenText(node) : '';
	}
}

function childrenText({ children }: { readonly children: readonly Nodes[] }): string {
	return children.map(textOfNode).join('');
}
