import { splitPassages } from '../articles/passages.js';
import { splitSentences } from '../articles/sentences.js';
import type { Embedding, EncodedDocument, Readable, Role, Tokens } from './encoder.js';
import { zip } from './zip.js';

/** A model's two steps, in this thread or in others. Both keep order. */
export interface EncodingSteps {
	tokenize(texts: readonly string[]): readonly Tokens[] | Promise<readonly Tokens[]>;
	encode(texts: readonly Tokens[], role: Role): Promise<readonly Embedding[]>;
}

/**
 * Cuts a document into sentences and passages, and encodes these. Each sentence is tokenised once, however many passages share it.
 * The title, which often names what the text then only calls "the district", is encoded with every passage.
 *
 * @param maxTokens of a passage, its title counted
 */
export async function encodeDocument(
	steps: EncodingSteps,
	{ title, text, language }: Readable,
	maxTokens: number,
): Promise<EncodedDocument> {
	const sentences = splitSentences(text, language);
	const texts = sentences.map(({ start, end }) => text.slice(start, end));
	const [titleTokens = new Uint32Array(), ...tokens] = await steps.tokenize([title, ...texts]);
	const passages = splitPassages(
		sentences,
		tokens.map(({ length }) => Math.max(1, length)),
		{ maxTokens: Math.max(1, maxTokens - titleTokens.length) },
	);
	const tokensOf = new Map(zip(sentences, tokens));
	const cut = passages.map((passage) =>
		passage.sentences.map((sentence) => tokensOf.get(sentence) ?? new Uint32Array()),
	);
	const embeddings = await steps.encode(
		cut.map((lists) => concatenated([titleTokens, ...lists])),
		'passage',
	);
	return {
		titleTokens,
		passages: zip(zip(passages, cut), embeddings).map(([[passage, lists], embedding]) => ({
			...passage,
			tokens: lists,
			embedding,
		})),
	};
}

/** All tokens of some texts, in order. */
export function concatenated(lists: readonly Tokens[]): Tokens {
	const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const list of lists) {
		all.set(list, at);
		at += list.length;
	}
	return all;
}
