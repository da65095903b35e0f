import type { Document } from '../articles/document.js';
import { splitPassages } from '../articles/passages.js';
import { splitSentences } from '../articles/sentences.js';
import type { Tokens } from '../embeddings/encoder.js';
import { zip } from '../embeddings/zip.js';
import type { Collection } from './collection.js';
import { tokenizeBoth, type Models } from './question.js';
import type { EncodedPassage } from './rows.js';

/**
 * Most tokens of a passage: about a paragraph. Longer ones blur what they say, shorter ones lack the words around the answer.
 * A model that reads less sets a lower limit.
 */
export const PASSAGE_TOKENS = 220;

export type IngestOutcome =
	| { readonly kind: 'added' | 'updated'; readonly passages: number }
	/** The same wording is stored already: nothing was embedded. */
	| { readonly kind: 'unchanged' };

/**
 * Stores a document with its passages in the collection, unless this wording is there already. When it returns, the document
 * survives a kill; until it commits, an earlier revision answers.
 */
export async function ingestDocument(
	collection: Collection,
	models: Models,
	document: Document,
): Promise<IngestOutcome> {
	const earlier = collection.store.revisionOf(collection.id, document.id);
	if (earlier === document.revision) return { kind: 'unchanged' };
	const { passages, titleTokens } = await encodeDocument(models, document);
	// another process may have been quicker
	if (collection.store.revisionOf(collection.id, document.id) === document.revision) return { kind: 'unchanged' };
	return {
		kind: earlier === undefined ? 'added' : 'updated',
		passages: collection.put(document, passages, titleTokens),
	};
}

export interface EncodedDocument {
	readonly passages: readonly EncodedPassage[];
	/** In the lexicon's vocabulary. */
	readonly titleTokens: Tokens;
}

/**
 * A document's passages, ready to be stored. Each sentence is tokenised once, however many passages share it. The title, which
 * often names what the text then only calls "the district", is encoded with every passage.
 */
export async function encodeDocument(models: Models, { title, text, language }: Document): Promise<EncodedDocument> {
	const sentences = splitSentences(text, language);
	const cut = await tokenizeBoth(models, [title, ...sentences.map(({ start, end }) => text.slice(start, end))]);
	const [ownTitle = new Uint32Array(), ...own] = cut.own;
	const [titleTokens = new Uint32Array(), ...lexical] = cut.lexical;
	const maxTokens = Math.max(1, Math.min(PASSAGE_TOKENS, models.encoder.maxTokens - ownTitle.length));
	const passages = splitPassages(
		sentences,
		own.map(({ length }) => Math.max(1, length)),
		{ maxTokens },
	);
	const numberOf = new Map(sentences.map((sentence, i) => [sentence, i]));
	const pick = (from: readonly Tokens[], of: (typeof passages)[number]) =>
		of.sentences.map((sentence) => from[numberOf.get(sentence) ?? -1] ?? new Uint32Array());
	const embeddings = await models.encoder.encode(
		passages.map((passage) => concatenated([ownTitle, ...pick(own, passage)])),
		'passage',
	);
	return {
		titleTokens,
		passages: zip(passages, embeddings).map(([passage, embedding]) => ({
			...passage,
			tokens: pick(lexical, passage),
			embedding,
		})),
	};
}

export function concatenated(lists: readonly Tokens[]): Tokens {
	const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const list of lists) {
		all.set(list, at);
		at += list.length;
	}
	return all;
}
