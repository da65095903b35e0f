import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { parse as parseYaml } from 'yaml';
import type { Article } from './article.js';
import { htmlToText } from './html-to-text.js';
import { DATE_FIELDS, LANGUAGE_FIELDS, stringField, TITLE_FIELDS } from './stated-fields.js';

/** Line breaks of the source file that are none to a reader: a space, or nothing between characters that need none. */
const SOFT_BREAK = /[ \t]*\n[ \t]*/g;
const SOFT_BREAK_BETWEEN_HAN =
	/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。，、])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

/**
 * Reads Markdown (CommonMark with GitHub's tables, strikethrough, task lists and footnotes).
 *
 * The text is what a reader of the rendered page sees, without images. Title, date and language come from YAML front
 * matter; failing that, the title is a heading at the very top, or else the first one of level 1.
 */
export function readMarkdown(markdown: string, source: string): Article {
	const root = fromMarkdown(markdown, {
		extensions: [gfm(), frontmatter(['yaml', 'toml'])],
		mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml', 'toml'])],
	});
	const fields = frontMatterOf(root);
	return {
		source,
		title: stringField(fields, TITLE_FIELDS) ?? headingOf(root),
		publishedAt: stringField(fields, DATE_FIELDS),
		language: stringField(fields, LANGUAGE_FIELDS),
		text: textOfNode(root),
	};
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
