import type { Element as HastElement, Nodes } from 'hast';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type TreeAdapter } from 'parse5';
import { UnreadableArticle } from '../../unreadable-article.js';

/** A page, or a piece of one, without comments, styles and scripts. Elements stand at most {@link MAX_DEPTH} deep. */
export interface HtmlElement {
	/** Lower case; `#root` for what holds all. */
	readonly name: string;
	/** By lower-case name. */
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: readonly HtmlNode[];
	readonly parent: HtmlElement | null;
	/** Its place among the children of its parent. */
	readonly index: number;
	/** Its place among all elements in document order. */
	readonly order: number;
	/** UTF-16 units of text below it, white space not counted. */
	readonly size: number;
	/** Those of {@link size} that stand in links. */
	readonly linkSize: number;
	/** Links with text below it. */
	readonly links: number;
}

/** Text is a string. */
export type HtmlNode = HtmlElement | string;

type Growing = { -readonly [Key in keyof HtmlElement]: HtmlElement[Key] } & { children: HtmlNode[] };

/** What is deeper stands beside its parent instead, as in Chromium, whose limit this is. */
const MAX_DEPTH = 512;

/**
 * A table of 100,000 rows and ten columns is below. Misnested marks can make more elements than the page has characters,
 * and each takes some 300 bytes.
 */
const MAX_ELEMENTS = 2_000_000;

/** Elements that a browser adds to any page; beyond these, each takes more than one character of an honest page. */
const IMPLIED_ELEMENTS = 1000;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Never text of an article. JSON-LD is kept, since it states what the page is. */
const DROPPED = new Set(['style', 'template', 'svg', 'iframe', 'frame', 'frameset', 'noembed', 'canvas', 'script']);

/**
 * Parses a page or a piece of one as a browser does; no script is run and nothing is loaded.
 *
 * @throws {UnreadableArticle} If it has more than 2,000,000 elements, or more than characters.
 */
export function treeOfHtml(html: string, source: string): HtmlElement {
	return grow(
		parse(html, {
			treeAdapter: countingAdapter(source, Math.min(MAX_ELEMENTS, html.length + IMPLIED_ELEMENTS)),
			scriptingEnabled: false,
		}),
		childrenOfParsed,
	);
}

/** The same for a tree that another parser made. */
export function treeOfHast(tree: Nodes): HtmlElement {
	return grow(tree, childrenOfHast);
}

function countingAdapter(source: string, most: number): TreeAdapter<DefaultTreeAdapterMap> {
	let elements = 0;
	return {
		...defaultTreeAdapter,
		createElement(...args) {
			elements += 1;
			if (elements <= most) return defaultTreeAdapter.createElement(...args);
			throw new UnreadableArticle(
				source,
				`expected HTML with at most ${most} elements, got more: split the page, or close what it opens`,
			);
		},
	};
}

/** A node of a parsed tree, as {@link grow} takes it: text, or an element with its attributes. */
type Sprout<Node> =
	string | { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly node: Node };

/** Copies a tree with a stack of its own: trees may nest deeper than calls. */
function grow<Node>(root: Node, childrenOf: (node: Node) => Iterable<Sprout<Node>>): HtmlElement {
	const top = elementOf('#root', new Map(), null, 0);
	const inOrder: Growing[] = [];
	const open = [{ parent: top, depth: 0, rest: childrenOf(root)[Symbol.iterator]() }];
	for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
		const next = level.rest.next();
		if (next.done === true) {
			open.pop();
			continue;
		}
		const { parent, depth } = level;
		if (typeof next.value === 'string') {
			addText(parent, next.value);
			continue;
		}
		const { name, attributes, node } = next.value;
		const element = elementOf(name, attributes, parent, parent.children.length);
		parent.children.push(element);
		element.order = inOrder.push(element);
		const isDeep = depth + 1 >= MAX_DEPTH;
		open.push({
			parent: isDeep ? parent : element,
			depth: isDeep ? depth : depth + 1,
			rest: childrenOf(node)[Symbol.iterator](),
		});
	}
	for (const element of inOrder.reverse()) addUp(element);
	return top;
}

function elementOf(
	name: string,
	attributes: ReadonlyMap<string, string>,
	parent: HtmlElement | null,
	index: number,
): Growing {
	return { name, attributes, children: [], parent, index, order: 0, size: 0, linkSize: 0, links: 0 };
}

function addText(parent: Growing, text: string): void {
	parent.children.push(text);
	if (parent.name === 'script') return;
	for (const word of text.matchAll(/\S+/g)) parent.size += word[0].length;
}

function addUp(element: Growing): void {
	if (element.name === 'a' && element.attributes.has('href') && element.size > 0) {
		element.linkSize = element.size;
		element.links = Math.max(element.links, 1);
	}
	const parent = element.parent as Growing | null;
	if (parent === null) return;
	parent.size += element.size;
	parent.linkSize += element.linkSize;
	parent.links += element.links;
}

function* childrenOfParsed(node: DefaultTreeAdapterMap['node']): Generator<Sprout<typeof node>> {
	if (!('childNodes' in node)) return;
	for (const child of node.childNodes) {
		if (defaultTreeAdapter.isTextNode(child)) yield child.value;
		else if (defaultTreeAdapter.isElementNode(child)) {
			const attributes = attributesOfParsed(child.attrs);
			const name = child.tagName.toLowerCase();
			if (isKept(name, attributes)) yield { name, attributes, node: child };
		}
	}
}

function attributesOfParsed(attributes: readonly { name: string; value: string }[]): ReadonlyMap<string, string> {
	if (attributes.length === 0) return NO_ATTRIBUTES;
	return new Map(attributes.map(({ name, value }) => [name.toLowerCase(), value]));
}

function* childrenOfHast(node: Nodes): Generator<Sprout<Nodes>> {
	if (!('children' in node)) return;
	for (const child of node.children) {
		if (child.type === 'text') yield child.value;
		else if (child.type === 'element') {
			const attributes = attributesOfHast(child);
			const name = child.tagName.toLowerCase();
			if (isKept(name, attributes)) yield { name, attributes, node: child };
		}
	}
}

/** `className: ['a', 'b']` is `class="a b"`, `ariaExpanded` is `aria-expanded`, `dateTime` is `datetime`. */
function attributesOfHast({ properties }: HastElement): Map<string, string> {
	const attributes = new Map<string, string>();
	for (const [key, value] of Object.entries(properties)) {
		if (value === null || value === undefined || value === false) continue;
		const name =
			key === 'className'
				? 'class'
				: key === 'htmlFor'
					? 'for'
					: key.startsWith('data')
						? key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
						: key.replace(/^aria(?=[A-Z])/, 'aria-').toLowerCase();
		attributes.set(name, value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value));
	}
	return attributes;
}

function isKept(name: string, attributes: ReadonlyMap<string, string>): boolean {
	return !DROPPED.has(name) || (name === 'script' && attributes.get('type')?.toLowerCase() === 'application/ld+json');
}
