import type { Root, Text } from 'hast';
import { isElement, nodesBelow } from './tree.js';

/** Letters and marks of scripts that put no space between words, in which a line of the source may end anywhere. */
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}。，、！？：；「」『』（）ー]';
const BREAK = new RegExp(`(?<=${UNSPACED})\\n[ \\t]*(?=${UNSPACED})`, 'gu');

const INLINE = new Set(
	'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var'.split(' '),
);

/** Takes out the line ends of the source between letters that need no space; all others are spaces to a reader. */
export function joinLines(tree: Root): void {
	let before: Text | undefined;
	/** Line ends at the very end of a text wait for the text after it. */
	for (const { node } of nodesBelow(tree)) {
		if (isElement(node) && !INLINE.has(node.tagName)) before = undefined;
		if (node.type !== 'text') continue;
		joinWith(before, node);
		before = node;
	}
}

function joinWith(before: Text | undefined, text: Text): void {
	if (before?.value.endsWith('\n') === true) {
		const first = String.fromCodePoint(text.value.codePointAt(0) ?? 0x20);
		before.value = (before.value + first).replace(BREAK, '').slice(0, -first.length);
	}
	const last = before === undefined || before.value.endsWith('\n') ? '' : before.value.slice(-2);
	text.value = (last + text.value).replace(BREAK, '').slice(last.length);
}
