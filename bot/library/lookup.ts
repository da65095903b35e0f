import type { Document, Span } from '../../articles/document.js';
import type { Quotation, Suggestion } from '../../commands/services.js';
import type { Collection } from '../../index/collection.js';
import type { FoldedDocument } from '../../index/document-list.js';
import { suggest, type Suggested } from '../../index/suggest.js';
import { readTyped } from '../../index/typed.js';
import { fold } from '../../index/words.js';
import { citationAt, quotationOf } from './answers.js';
import { libraryOf } from './collections.js';
import { labelOf, readKey, toKey } from './labels.js';

/** Of what was typed, this much is looked at: Discord sends up to 6000 characters. */
const TYPED_UNITS = 200;

/** @param collections in their order: of two sentences that fit alike, that of the first is given first */
export function suggestPassages(collections: readonly Collection[], text: string, limit: number): Suggestion[] {
	const suggestions = new Map<string, string>();
	for (const { collection, document, span, byTitle } of find(collections, text, limit)) {
		const { language, publishedAt, title, id: documentId, revision } = document;
		const key = toKey(libraryOf(collection.name), { documentId, revision, ...span });
		const label = labelOf(language, publishedAt, byTitle ? title : document.text.slice(span.start, span.end));
		if (!suggestions.has(key)) suggestions.set(key, label);
	}
	return Array.from(suggestions, ([value, label]) => ({ label, value })).slice(0, limit);
}

/** What a suggestion's value stands for, or else the best match of any other text. */
export function findPassage(collections: readonly Collection[], value: string): Quotation | undefined {
	const key = readKey(value);
	if (key === undefined) {
		if (value.trim() === '') return undefined;
		const [best] = find(collections, value, 1);
		return best && quote(best.collection, best.document, best.span, best.passage);
	}
	const collection = collections.find(({ name }) => libraryOf(name) === key.library);
	const row = collection?.documents.read().find(({ id }) => id === key.documentId)?.row;
	if (collection === undefined || row === undefined) return undefined;
	const document = collection.store.document(row);
	const passage = document.revision === key.revision ? passageOf(collection, row, key) : undefined;
	return passage && quote(collection, document, key, passage);
}

/** Documents whose title, or else source, holds each of the words that were typed, as they begin or within; the newest first. */
export function suggestDocuments(collections: readonly Collection[], text: string, limit: number): Suggestion[] {
	const typed = fold(text.slice(0, TYPED_UNITS).normalize('NFC')).split(/\s+/u);
	const rank = ({ lookedTitle: { folded: foldedTitle }, foldedSource }: FoldedDocument) => {
		if (foldedTitle.startsWith(typed.join(' '))) return 0;
		if (typed.every((word) => foldedTitle.includes(word))) return 1;
		return typed.every((word) => foldedTitle.includes(word) || foldedSource.includes(word)) ? 2 : 3;
	};
	const labels = new Map<string, string>();
	const ranked = collections.flatMap(({ documents }) =>
		documents
			.read()
			.toReversed()
			.map((document) => ({ document, rank: rank(document) })),
	);
	for (const { document } of ranked.filter((of) => of.rank < 3).sort((a, b) => a.rank - b.rank)) {
		const { id, language, publishedAt, title, source } = document;
		if (!labels.has(id)) labels.set(id, labelOf(language, publishedAt, title === '' ? source : `${title} · ${source}`));
		if (labels.size >= limit) break;
	}
	return Array.from(labels, ([value, label]) => ({ label, value }));
}

type Found = Suggested & { readonly collection: Collection };

function find(collections: readonly Collection[], text: string, limit: number): Found[] {
	const typed = readTyped(text.slice(0, TYPED_UNITS));
	const found = collections.flatMap((collection) =>
		suggest(collection, typed, limit).map((suggested) => ({ ...suggested, collection })),
	);
	const best = found.sort((a, b) => b.score - a.score);
	const [titles, sentences] = [best.filter(({ byTitle }) => byTitle), best.filter(({ byTitle }) => !byTitle)];
	// titles come first, and leave room for sentences
	return [...titles.slice(0, Math.max(limit - sentences.length, Math.ceil(limit / 2))), ...sentences];
}

/** The passage that holds a sentence; `undefined` if no sentence of the document stands there. */
function passageOf({ store }: Collection, row: number, { start, end }: Span): Span | undefined {
	const passages = store.passageIdsOf(row).map((id) => store.passage(id));
	const isIt = (sentence: Span) => sentence.start === start && sentence.end === end;
	return passages.find(({ sentences }) => sentences.some(isIt))?.span;
}

function quote(collection: Collection, document: Document, { start, end }: Span, passage: Span): Quotation {
	const { id: documentId, revision } = document;
	const place = { collection: collection.name, documentId, revision, start, end, passage, score: 0 };
	return quotationOf(document, citationAt(document, place, 1), collection.name);
}
