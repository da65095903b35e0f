import type { Article } from '../../article.js';
import type { Draft, LeftOut } from '../../draft.js';
import { codeAt, fencedAt, fencesOf } from './code.js';
import { headingAt, titleAt, underlinedAt } from './headings.js';
import { joined, type Line } from './lines.js';
import { listAt } from './lists.js';
import { lastAnswerOf, questionAt, withQuestions } from './questions.js';
import { quotationAt } from './quotations.js';
import { endsWithColon, isImage, isRule } from './signs.js';
import { signatureOf } from './signature.js';
import { type Found, type LocatedDraft, paragraphAt, type Source, sourceOf } from './source.js';
import { tableAt } from './tables.js';

export type { LocatedDraft } from './source.js';

export interface PlainTextOptions {
	/** Whether a first line that looks like a title is a heading of level 1. By default it is. */
	readonly hasTitle?: boolean;
}

/**
 * Tells the blocks of a plain text by how its lines look, with their places in it. Blocks are in order and do not
 * overlap; outside of them stand white space, marks (bullets, labels, rules, borders) and what is left out. A block of
 * one line is what stands at its place; lines that go on are joined, and code loses the indentation of its lines.
 */
export function locateBlocks(text: string, options: PlainTextOptions = {}): LocatedDraft[] {
	return read(text, options).drafts;
}

/** The blocks of a plain text, as {@link locateBlocks} tells them, without their places. */
export function textDrafts(text: string, options: PlainTextOptions = {}): Draft[] {
	return locateBlocks(text, options).map(withoutPlace);
}

/** Plain text states nothing but itself; its title is its first heading. */
export function readPlainText(text: string, source: string): Article {
	const { drafts, leftOut } = read(text, {});
	return { source, title: null, publishedAt: null, language: null, blocks: drafts.map(withoutPlace), leftOut };
}

function withoutPlace(draft: LocatedDraft): Draft {
	if (draft.kind === 'open' || draft.kind === 'close') return draft;
	if (draft.kind === 'row') {
		const cells = draft.cells.map(({ text }) => ({ text }));
		return { kind: 'row', cells, isHead: draft.isHead };
	}
	const { text } = draft;
	if (draft.kind === 'heading') return { kind: 'heading', level: draft.level, text };
	if (draft.kind === 'item') return { kind: 'item', number: draft.number, text };
	if (draft.kind === 'code') return { kind: 'code', language: draft.language, text };
	return { kind: draft.kind, text };
}

function read(text: string, { hasTitle = true }: PlainTextOptions): { drafts: LocatedDraft[]; leftOut: LeftOut[] } {
	const whole = sourceOf(text);
	const leftOut: LeftOut[] = [];
	const isShown = whole.lines.map((line) => {
		if (!isImage(line.text)) return true;
		leftOut.push({ what: 'image', words: 0, sample: line.text.slice(0, 80) });
		return false;
	});
	const signature = signatureOf(whole.lines);
	if (signature !== null) leftOut.push(signature.leftOut);
	const to = signature?.from ?? whole.lines.length;
	const lines = whole.lines.slice(0, to).flatMap((line, at): Line[] => {
		if (isShown[at] !== true) return [];
		// an image parts paragraphs as a blank line does
		return isShown[at - 1] === false ? [{ ...line, hasBlankBefore: true }] : [line];
	});
	const source = withQuestions({ ...whole, lines });
	return { drafts: draftsOf(source, hasTitle), leftOut };
}

function draftsOf(source: Source, hasTitle: boolean): LocatedDraft[] {
	const drafts: LocatedDraft[] = [];
	const blockAt = createBlockReader(source, hasTitle);
	const last = lastAnswerOf(source);
	let isAnswer = false;
	const closeAnswer = (): void => {
		if (isAnswer) drafts.push({ kind: 'close', what: 'section' });
		isAnswer = false;
	};
	for (let at = 0; at < source.lines.length;) {
		const line = source.lines[at];
		const question = questionAt(source, at);
		const found = question ?? blockAt(at);
		const isHeading = found.drafts[0]?.kind === 'heading';
		const isBelow = at > last.question && line?.hasBlankBefore === true && line.role === undefined;
		const isOver = isBelow && !last.isSpaced && !endsWithColon(source.lines[at - 1]?.text ?? '');
		if (question !== null || isHeading || isOver) closeAnswer();
		if (question !== null) {
			drafts.push({ kind: 'open', what: 'section' });
			isAnswer = true;
		}
		for (const draft of found.drafts) drafts.push(draft);
		at = found.next;
	}
	closeAnswer();
	return drafts;
}

/** Reads the block that begins at a line. It must be asked for lines in ascending order. */
function createBlockReader(source: Source, hasTitle: boolean): (at: number) => Found {
	const fences = fencesOf(source);
	const failed = { until: 0 };
	let isFirst = hasTitle;
	return (at) => {
		const line = source.lines[at];
		if (line === undefined) return { drafts: [], next: at + 1 };
		const found =
			fencedAt(source, at, fences) ??
			tableAt(source, at, failed) ??
			(isRule(line.text) ? { drafts: [], next: at + 1 } : null) ??
			underlinedAt(source, at, isFirst) ??
			codeAt(source, at) ??
			headingAt(source, at) ??
			quotationAt(source, at) ??
			listAt(source, at) ??
			(isFirst ? titleAt(source, at) : null) ??
			paragraph(source, at);
		if (found.drafts.length > 0) isFirst = false;
		return found;
	};
}

function paragraph(source: Source, at: number): Found {
	const line = source.lines[at];
	if (line === undefined) return { drafts: [], next: at + 1 };
	const { pieces, next } = paragraphAt(source, at, line);
	return { drafts: [{ kind: 'paragraph', ...joined(pieces) }], next };
}
