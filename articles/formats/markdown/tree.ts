import type { Element, ElementContent, Nodes, Root } from 'hast';

type Parent = Root | Element;

/** The nodes below a node, in the order of the document. */
export function* nodesBelow(parent: Parent): Generator<{ node: Nodes; parent: Parent }> {
	const open: { parent: Parent; at: number }[] = [{ parent, at: 0 }];
	for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
		const node = top.parent.children[top.at++];
		if (node === undefined) {
			open.pop();
			continue;
		}
		yield { node, parent: top.parent };
		if (node.type === 'element') open.push({ parent: node, at: 0 });
	}
}

/** All text of a node, as it is written. */
export function textOf(node: Nodes): string {
	if (node.type === 'text') return node.value;
	if (node.type !== 'element' && node.type !== 'root') return '';
	const parts: string[] = [];
	for (const { node: below } of nodesBelow(node)) if (below.type === 'text') parts.push(below.value);
	return parts.join('');
}

/** Whether a node is an element, of one of the names where some are given. */
export function isElement<Name extends string = string>(
	node: Nodes | undefined,
	...names: readonly Name[]
): node is Element & { tagName: Name } {
	return node?.type === 'element' && (names.length === 0 || names.some((name) => name === node.tagName));
}

export function element(tagName: string, children: readonly ElementContent[]): Element {
	return { type: 'element', tagName, properties: {}, children: [...children] };
}

/** The level of a heading, 1 to 6; `null` for what is none. */
export function levelOf(node: Nodes): number | null {
	const level = node.type === 'element' ? /^h([1-6])$/.exec(node.tagName)?.[1] : undefined;
	return level === undefined ? null : Number(level);
}
