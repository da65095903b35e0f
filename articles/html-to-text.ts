import { parseHTML } from 'linkedom';

/** The part of the DOM that reading needs. The compiler's own DOM types are for browsers. */
export interface HtmlNode {
	/** 1 for an element, 3 for text, 9 for a document, 11 for a fragment. */
	readonly nodeType: number;
	/** Upper case for elements. */
	readonly nodeName: string;
	readonly textContent: string | null;
	readonly childNodes: Iterable<HtmlNode>;
	getAttribute?(name: string): string | null;
	remove?(): void;
}

export interface HtmlDocument extends HtmlNode {
	readonly body: HtmlNode | null;
	readonly documentElement: HtmlNode | null;
	querySelector(selector: string): HtmlNode | null;
	querySelectorAll(selector: string): Iterable<HtmlNode>;
}

const BLOCKS = new Set(
	(
		'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
		'H1 H2 H3 H4 H5 H6 HEADER HR LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'
	).split(' '),
);

/** What is never text of an article. */
const NO_TEXT = new Set(
	'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE SVG MATH IFRAME OBJECT CANVAS AUDIO VIDEO PICTURE IMG BUTTON SELECT TEXTAREA INPUT'.split(
		' ',
	),
);

/** Parses; scripts are not run and nothing is loaded. */
export function parseHtml(html: string): HtmlDocument {
	// a fragment or a bare text gets the frame that the parser does not supply by itself
	const framed = /<(?:html|body)\b/i.test(html) ? html : `<html><body>${html}</body></html>`;
	return (parseHTML(framed) as unknown as { document: HtmlDocument }).document;
}

/** How deep elements stand within each other below a node. */
export function depthOf(root: HtmlNode): number {
	let depth = 0;
	let level = [root];
	while (level.length > 0) {
		level = level.flatMap(({ childNodes }) => [...childNodes].filter(({ nodeType }) => nodeType === 1));
		depth += 1;
	}
	return depth;
}

/** The readable text of a piece of HTML, one block a line. */
export function htmlToText(html: string): string {
	const { body } = parseHtml(html);
	return body === null ? '' : textOfNode(body);
}

/**
 * The readable text below a node: one block a line, cells of a table row parted by tabs, white space as a browser shows it.
 *
 * @param skip Tells elements, by their upper-case name, that are to be left out with all they hold.
 */
export function textOfNode(root: HtmlNode, skip: ReadonlySet<string> = new Set()): string {
	const parts: string[] = [];
	// a list of our own instead of recursion: pages nest deeper than the call stack
	const pending: (HtmlNode | string)[] = [root];
	for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
		if (typeof next === 'string') {
			parts.push(next);
			continue;
		}
		const name = next.nodeName.toUpperCase();
		if (next.nodeType === 3) parts.push((next.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' '));
		else if (name === 'BR') parts.push('\n');
		else if ([1, 9, 11].includes(next.nodeType) && !NO_TEXT.has(name) && !skip.has(name)) {
			const edge = BLOCKS.has(name) ? '\n' : name === 'TD' || name === 'TH' ? '\t' : '';
			pending.push(edge, ...[...next.childNodes].reverse(), name === 'TD' || name === 'TH' ? '' : edge);
		}
	}
	return parts
		.join('')
		.replace(/(?:(?<![ \t])[ \t]+)?\n[ \t\n]*/g, '\n')
		.trim();
}
