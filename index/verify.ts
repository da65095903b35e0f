import type { Document, Span } from '../articles/document.js';
import { isContent, isHeading } from '../articles/structure.js';
import type { Collection } from './collection.js';
import type { StoredPassage } from './rows.js';

/** What of a collection was checked, and each fault found, in a sentence. */
export interface Verification {
	readonly documents: number;
	readonly passages: number;
	readonly sentences: number;
	readonly faults: readonly string[];
}

const UNIT_TOLERANCE = 1e-3;

/** Checks every span and vector of the store, and that both indexes hold exactly what is stored. */
export function verifyCollection({ id, store, vectors, lexical, name }: Collection): Verification {
	const faults: string[] = [];
	const ids = store.passageIds(id);
	let sentences = 0;
	let checked = 0;
	let current: { row: number; document: Document; spans: Span[] } | undefined;
	const endDocument = () => {
		if (current === undefined) return;
		checked++;
		const { document, spans } = current;
		faults.push(...Array.from(gapsBetween(spans, document), (fault) => `"${document.source}": ${fault}`));
	};
	for (const { passage } of store.passages(id)) {
		if (current?.row !== passage.documentRow) {
			endDocument();
			current = { row: passage.documentRow, document: store.documents.read(passage.documentRow), spans: [] };
			const { source } = current.document;
			if (!store.documents.isUnblocked(passage.documentRow))
				faults.push(...Array.from(blockFaults(current.document), (fault) => `"${source}": ${fault}`));
		}
		const { document, spans } = current;
		spans.push(...passage.sentences);
		sentences += passage.sentences.length;
		faults.push(
			...Array.from(faultsOf(passage, document), (fault) => `passage ${passage.id} of "${document.source}": ${fault}`),
		);
	}
	endDocument();
	const { documents } = store.counts(id);
	if (checked < documents) faults.push(`${documents - checked} documents of "${name}" have no passages`);
	const missingVectors = ids.filter((passage) => !vectors.ids.has(passage)).length;
	const missingTerms = ids.filter((passage) => lexical.placeOf(passage) === undefined).length;
	if (missingVectors > 0 || vectors.size > ids.length)
		faults.push(`the vector index of "${name}" holds ${vectors.size} passages, the store ${ids.length}`);
	if (missingTerms > 0 || lexical.size > ids.length)
		faults.push(`the lexical index of "${name}" holds ${lexical.size} passages, the store ${ids.length}`);
	return { documents, passages: ids.length, sentences, faults };
}

/** Blocks tile the text: they stand in its order, between them is white space alone, and they refer to blocks that there are. */
function* blockFaults({ text, blocks }: Pick<Document, 'text' | 'blocks'>): Generator<string> {
	let last = 0;
	for (const [place, { start, end, under, ...block }] of blocks.entries()) {
		if (start < last || end <= start || end > text.length)
			yield `block ${place} stands at [${start}, ${end}), out of order`;
		else if (text.slice(last, start).trim() !== '') yield `no block holds what stands at [${last}, ${start})`;
		if (under >= place || (under >= 0 && !isHeading(blocks[under])))
			yield `block ${place} stands under ${under}, no heading`;
		if (block.kind === 'row' && block.cells.some((cell) => cell.end > end))
			yield `a cell of block ${place} stands outside of it`;
		last = end;
	}
	if (text.slice(last).trim() !== '') yield `no block holds what stands at [${last}, ${text.length})`;
}

/** Sentences neither overlap nor leave anything out: between, before and after them stand white space, headings and heads of tables. */
function* gapsBetween(spans: readonly Span[], { text, blocks }: Document): Generator<string> {
	const headings = blocks.filter((block) => !isContent(block));
	// neighbouring passages share a sentence
	// an earlier version took headings for sentences
	const starts = new Set(spans.map(({ start }) => start));
	const own = headings.filter(({ start }) => !starts.has(start));
	const distinct = new Map([...spans, ...own].map((span) => [`${span.start} ${span.end}`, span]));
	let last = 0;
	for (const { start, end } of [...distinct.values()].sort((a, b) => a.start - b.start || a.end - b.end)) {
		if (start < last) yield `two sentences overlap at ${start}`;
		else if (text.slice(last, start).trim() !== '') yield `no sentence holds what stands at [${last}, ${start})`;
		last = Math.max(last, end);
	}
	if (text.slice(last).trim() !== '') yield `no sentence holds what stands at [${last}, ${text.length})`;
}

function* faultsOf({ sentences, tokens, embedding }: StoredPassage, { text }: Document): Generator<string> {
	if (sentences.length === 0) yield 'it has no sentences';
	let last = 0;
	for (const [i, { start, end }] of sentences.entries()) {
		if (!(start >= last && start < end && end <= text.length))
			yield `sentence ${i} stands at [${start}, ${end}), outside its text or before its neighbour`;
		else if (text.slice(start, end) !== text.slice(start, end).trim())
			yield `sentence ${i} begins or ends with white space`;
		last = end;
	}
	if (tokens.length !== sentences.length)
		yield `it has tokens of ${tokens.length} sentences, and ${sentences.length} sentences`;
	const norm = Math.sqrt(embedding.reduce((sum, value) => sum + value * value, 0));
	if (!(Math.abs(norm - 1) < UNIT_TOLERANCE)) yield `its embedding has length ${norm}, expected 1`;
}
