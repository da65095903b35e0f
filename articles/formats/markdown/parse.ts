import type { Root as HastRoot } from 'hast';
import type { Html, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { raw } from 'hast-util-raw';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, toHast, type Handler } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';

/** Elements that would swallow what follows them, or hide it; what stands in them is read as text. */
const SWALLOWING =
	/<\/?(?:title|textarea|plaintext|xmp|noembed|noframes|noscript|template|select|option)(?=[\s/>])[^<>]*>/gi;

/** A list item is always made of paragraphs: to find out whether it need be, the library looks at its whole list. */
const listItem: Handler = (state, node: Parameters<typeof defaultHandlers.listItem>[1]) =>
	defaultHandlers.listItem(state, { ...node, spread: true, checked: null }, undefined);

/**
 * Parses Markdown (CommonMark with GitHub's tables, strikethrough, task lists and footnotes) with the HTML in it, as a
 * browser would show it. Footnotes stand at the end, without marks that lead there and back.
 *
 * @throws {RangeError} If it nests too deep.
 */
export function parseMarkdown(markdown: string): HastRoot {
	const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
	const holdsHtml = prepare(root);
	const elements = toHast(root, { allowDangerousHtml: true, handlers: { listItem } });
	// parsing again takes as long as all before it
	const tree = holdsHtml ? raw(elements) : elements;
	return tree.type === 'root' ? tree : { type: 'root', children: tree.type === 'doctype' ? [] : [tree] };
}

/**
 * Moves footnotes to the end, and takes out what is no text: their marks, attributes in braces, tags that swallow. Returns whether there
 * is HTML in it.
 */
function prepare(root: Root): boolean {
	let holdsHtml = false;
	const footnotes: RootContent[] = [];
	const open: Nodes[] = [root];
	for (let node = open.pop(); node !== undefined; node = open.pop()) {
		if (node.type === 'html') holdsHtml = true;
		if (!('children' in node)) continue;
		const kept: Nodes[] = [];
		for (const child of node.children) {
			open.push(child);
			if (child.type === 'footnoteReference') continue;
			if (child.type === 'footnoteDefinition') footnotes.push(...child.children);
			else kept.push(withoutMarks(child, kept.at(-1)));
		}
		replaceChildren(node, kept);
	}
	root.children.push(...footnotes);
	return holdsHtml;
}

/** The library types the children of each kind of parent apart; those kept were its own. */
function replaceChildren(parent: Parents, children: readonly Nodes[]): void {
	parent.children = children as PhrasingContent[];
}

function withoutMarks(node: Nodes, before: Nodes | undefined): Nodes {
	if (node.type === 'html') return withoutTags(node);
	const isAfterObject = before?.type === 'image' || before?.type === 'link';
	if (node.type !== 'text' || !isAfterObject) return node;
	// `{width=50%}` and `{: .left}` after an image
	return { ...node, value: node.value.replace(/^\{:?(?:[^{}\n]*=[^{}\n]*|\s*[.#][^{}\n]*)\}/, '') };
}

function withoutTags(node: Html): Html {
	return { ...node, value: closed(node.value).replace(SWALLOWING, '') };
}

/** HTML knows no elements that close themselves, such as `<Icon />`: what follows would stand in them. */
function closed(tag: string): string {
	if (!tag.endsWith('/>') || tag.indexOf('>') < tag.length - 1) return tag;
	const [, name] = /^<([a-z][^\s/>]*)/i.exec(tag) ?? [];
	return name === undefined || /^(?:br|hr|img)$/i.test(name) ? tag : `${tag.slice(0, -2)}></${name}>`;
}
