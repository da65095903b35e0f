import type { Element, Nodes, Root } from 'hast';
import GithubSlugger from 'github-slugger';
import { isElement, levelOf, nodesBelow, textOf } from './tree.js';

/** UTF-16 units at the end of a heading in which its own id is looked for. */
const ID_UNITS = 200;

/**
 * Gives each heading the `id` by which a page of it is linked: that of an anchor in it or before it, the one in
 * `{#id}` at its end, which goes, or else the one that GitHub makes of its text.
 */
export function addAnchors(tree: Root): void {
	const slugger = new GithubSlugger();
	const inHeadings = new Set<Nodes>();
	let before: string | undefined;
	for (const { node } of nodesBelow(tree)) {
		if (inHeadings.has(node)) continue;
		if (isElement(node, 'a')) before = anchorOf(node) ?? before;
		else if (isElement(node) && levelOf(node) !== null) {
			node.properties.id = statedId(node, before) ?? slugger.slug(textOf(node).trim().replace(/\s+/g, ' '));
			for (const { node: inner } of nodesBelow(node)) inHeadings.add(inner);
			before = undefined;
		} else if (node.type === 'text' && node.value.trim() !== '') before = undefined;
	}
}

function statedId(heading: Element, before: string | undefined): string | undefined {
	const custom = takeCustomId(heading);
	if (custom !== undefined) return custom;
	if (typeof heading.properties.id === 'string') return heading.properties.id;
	for (const { node } of nodesBelow(heading)) {
		const id = isElement(node, 'a') ? anchorOf(node) : undefined;
		if (id !== undefined) return id;
	}
	return before;
}

function anchorOf({ properties: { id, name } }: Element): string | undefined {
	if (typeof id === 'string' && id !== '') return id;
	return typeof name === 'string' && name !== '' ? name : undefined;
}

/** Takes `{#id}` and what else stands in these braces off the end of a heading. */
function takeCustomId(heading: Element): string | undefined {
	let last: Nodes | undefined;
	for (const { node } of nodesBelow(heading)) if (node.type === 'text') last = node;
	if (last?.type !== 'text') return undefined;
	const tail = last.value.slice(-ID_UNITS);
	const braces = /\s*\{:?\s*(?:#([^\s{}]+)|\.[\w-])[^{}]*\}\s*$/.exec(tail);
	if (braces === null) return undefined;
	last.value = last.value.slice(0, last.value.length - tail.length + braces.index);
	return braces[1];
}
