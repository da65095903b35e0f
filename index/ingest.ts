import { textOf, type Document, type Span } from '../articles/document.js';
import type { EncodedDocument } from '../embeddings/encoder.js';
import { zip } from '../articles/zip.js';
import type { Collection } from './collection.js';
import type { Models } from './question.js';

/**
 * Most tokens of a passage, its title counted: about a paragraph. Longer ones blur what they say, shorter ones lack the words around the answer.
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
		passages: await collection.put(document, passages, titleTokens),
	};
}

/** A document's passages, ready to be stored: their tokens are in the lexicon's vocabulary, whatever model made the vectors. */
export async function encodeDocument({ encoder, lexicon }: Models, document: Document): Promise<EncodedDocument> {
	const encoded = await encoder.encodeDocument(document, PASSAGE_TOKENS);
	if (encoder.vocabulary === lexicon.vocabulary) return encoded;
	const spans = new Map(
		encoded.passages.flatMap(({ sentences, context }) => [...sentences, ...context].map((span) => [span.start, span])),
	);
	const texts = Array.from(spans.values(), (span) => textOf(document, span));
	const [titleTokens = new Uint32Array(), ...tokens] = await lexicon.tokenize([document.title, ...texts]);
	const tokensAt = new Map(zip([...spans.keys()], tokens));
	const tokensOf = ({ start }: Span) => tokensAt.get(start) ?? new Uint32Array();
	return {
		titleTokens,
		passages: encoded.passages.map((passage) => ({
			...passage,
			tokens: passage.sentences.map(tokensOf),
			contextTokens: passage.context.map(tokensOf),
		})),
	};
}
