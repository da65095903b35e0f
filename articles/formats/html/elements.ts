import type { HtmlElement, HtmlNode } from './tree.js';

const BLOCKS = new Set(
	(
		'#root html body address article aside blockquote caption center dd details dialog dir div dl dt fieldset ' +
		'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup ' +
		'option p pre search section summary table tbody td tfoot th thead tr ul'
	).split(' '),
);

/** Whether a browser begins a new line before the element. */
export function isBlock({ name }: HtmlElement): boolean {
	return BLOCKS.has(name);
}

export function isElement(node: HtmlNode | undefined): node is HtmlElement {
	return node !== undefined && typeof node !== 'string';
}

/** An attribute without white space around it; `undefined` where it is missing or empty. */
export function attribute(element: HtmlElement, name: string): string | undefined {
	return element.attributes.get(name)?.trim() || undefined;
}

/** An attribute whose letters' case says nothing, lower case; empty where it is missing. */
export function keyword(element: HtmlElement, name: string): string {
	return element.attributes.get(name)?.trim().toLowerCase() ?? '';
}

/** Class and id, lower case, with words parted as their author did: `site-header`, `sitemenu`. */
export function hints(element: HtmlElement): string {
	return `${element.attributes.get('class') ?? ''} ${element.attributes.get('id') ?? ''}`
		.slice(0, 1000)
		.replace(/(?<=[a-z])(?=[A-Z])/g, '-')
		.toLowerCase();
}

/** Finds a word in {@link hints}: letters stand neither before nor after it. `names` is a pattern's alternatives. */
export function word(names: string): RegExp {
	return new RegExp(`(?<![a-z])(?:${names})(?![a-z])`);
}

/** Finds a whole class or id in {@link hints}. `names` is a pattern's alternatives. */
export function token(names: string): RegExp {
	return new RegExp(`(?:^|\\s)(?:${names})(?:\\s|$)`);
}

/** The elements below a node in document order, without it; what `enter` refuses is given, but not entered. */
export function* descendants(
	root: HtmlElement,
	enter: (element: HtmlElement) => boolean = () => true,
): Generator<HtmlElement> {
	const pending = childElements(root).reverse();
	for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
		yield next;
		if (!enter(next)) continue;
		for (let i = next.children.length - 1; i >= 0; i--) {
			const child = next.children[i];
			if (isElement(child)) pending.push(child);
		}
	}
}

/** Whether an element below, at any depth, is one for which `predicate` is true. */
export function holds(element: HtmlElement, predicate: (each: HtmlElement) => boolean): boolean {
	for (const each of descendants(element)) if (predicate(each)) return true;
	return false;
}

export function childElements(element: HtmlElement): HtmlElement[] {
	return element.children.filter(isElement);
}

/** The nearest of the element and those that it stands in for which `holds` is true. */
export function closest(
	element: HtmlElement | null,
	holds: (element: HtmlElement) => boolean,
): HtmlElement | undefined {
	for (let next = element; next !== null; next = next.parent) if (holds(next)) return next;
	return undefined;
}

/** The element that stands right before or after this one, if only white space parts them. */
export function besides(element: HtmlElement, step: 1 | -1): HtmlElement | undefined {
	const siblings = element.parent?.children ?? [];
	for (let i = element.index + step; i >= 0 && i < siblings.length; i += step) {
		const sibling = siblings[i];
		if (isElement(sibling)) return sibling;
		if (sibling?.trim() !== '') return undefined;
	}
	return undefined;
}

/** 1 to 6; `undefined` for what is no heading. */
export function headingLevel(element: HtmlElement): number | undefined {
	const [, digit] = /^h([1-6])$/.exec(element.name) ?? [];
	if (keyword(element, 'role') === 'heading') {
		const level = Number(attribute(element, 'aria-level') ?? digit ?? 2);
		return Number.isInteger(level) ? Math.min(Math.max(level, 1), 6) : 2;
	}
	if (digit === undefined || /^(?:presentation|none)$/.test(keyword(element, 'role'))) return undefined;
	return Number(digit);
}

/**
 * All the text below, on one line.
 *
 * @param skip Elements that are left out with all they hold.
 * @param isParted Elements around which a space stands.
 */
export function lineOf(
	element: HtmlElement,
	skip: (element: HtmlElement) => boolean = () => false,
	isParted: (element: HtmlElement) => boolean = isBlock,
): string {
	const parts: string[] = [];
	const pending: HtmlNode[] = [element];
	for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
		if (typeof next === 'string') {
			parts.push(next);
			continue;
		}
		if (next.name === 'script' || (next !== element && skip(next))) continue;
		const gap = next.name === 'br' || isParted(next) ? ' ' : '';
		if (gap !== '') pending.push(gap);
		for (let i = next.children.length - 1; i >= 0; i--) pending.push(next.children[i] ?? '');
		if (gap !== '') parts.push(gap);
	}
	return collapsed(parts.join('')).trim();
}

/** White space as HTML collapses it; no-break spaces stay. */
export function collapsed(text: string): string {
	return text.replace(/[ \t\r\n\f]+/g, ' ');
}
