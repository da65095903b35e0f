import type { Document, Span } from '../articles/document.js';
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
			current = { row: passage.documentRow, document: store.document(passage.documentRow), spans: [] };
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

/** Sentences neither overlap nor leave anything out: between, before and after them stands white space alone. */
function* gapsBetween(spans: readonly Span[], { text }: Document): Generator<string> {
	// neighbouring passages share a sentence
	const distinct = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
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
