import type { BlockDraft, Draft } from '../../draft.js';

/** What a piece of text becomes at the end of its block. */
type TextKind = 'paragraph' | 'quotation' | 'caption';

/** What is left of a mark whose link was left out, or between two links. */
const NOTHING = /^[\s[\](){}|·•,;]*$/;

/** Gathers text and writes it as blocks. */
export interface Writer {
	readonly blocks: Draft[];
	/** Adds text to the block that is being written; white space is collapsed at its end. */
	text(value: string): void;
	/** A line break of the author; two of them begin a new paragraph. */
	lineBreak(): void;
	/** Ends the block. */
	flush(): void;
	/** Ends the block and adds one as it is, or a mark. */
	add(draft: Draft): void;
	/** The next text is the first of a list item. */
	beginItem(number: number | null, anchor: string | undefined): void;
	/** No text stood at the beginning of a list item. */
	forgetItem(): void;
	/** Whether the first text of a list item is awaited or being written. */
	isInItem(): boolean;
	/** Runs `inner` with text of another kind, and with an anchor for its first block. */
	within(kind: TextKind | null, anchor: string | undefined, inner: () => void): void;
}

export function createWriter(): Writer {
	const blocks: Draft[] = [];
	let parts: string[] = [];
	let kind: TextKind = 'paragraph';
	let anchor: string | undefined;
	let item: { readonly number: number | null; readonly anchor: string | undefined } | null = null;

	const blockOf = (text: string): BlockDraft => {
		if (item === null) return { kind, text, ...(anchor !== undefined && { anchor }) };
		const { number, anchor: own = anchor } = item;
		item = null;
		return { kind: 'item', number, text: text.replaceAll('\n', ' '), ...(own !== undefined && { anchor: own }) };
	};
	const flush = () => {
		if (parts.length === 0) return;
		const raw = parts
			.join('')
			.replace(/ +/g, ' ')
			.replace(/ ?\n ?/g, '\n');
		parts = [];
		for (const piece of item === null ? raw.split(/\n{2,}/) : [raw]) {
			const text = piece.trim();
			if (NOTHING.test(text)) continue;
			blocks.push(blockOf(text.replace(/\n{2,}/g, '\n')));
			anchor = undefined;
		}
	};
	return {
		blocks,
		text: (value) => void parts.push(value.replace(/[ \t\r\n\f]+/g, ' ')),
		lineBreak: () => void parts.push('\n'),
		flush,
		add(draft) {
			flush();
			blocks.push(draft);
			anchor = undefined;
		},
		beginItem(number, own) {
			flush();
			item = { number, anchor: own };
		},
		forgetItem() {
			flush();
			item = null;
		},
		isInItem: () => item !== null,
		within(inside, own, inner) {
			flush();
			const before = kind;
			kind = inside ?? kind;
			anchor = own;
			inner();
			flush();
			kind = before;
			anchor = undefined;
		},
	};
}
