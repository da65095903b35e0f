import type { Span } from '../articles/document.js';
import { splitPassages } from '../articles/passages.js';
import { unitsOf } from '../articles/units.js';
import type { Embedding, EncodedDocument, Readable, Role, Tokens } from './encoder.js';
import { zip } from '../articles/zip.js';

/** A model's two steps, in this thread or in others. Both keep order. */
export interface EncodingSteps {
	tokenize(texts: readonly string[]): readonly Tokens[] | Promise<readonly Tokens[]>;
	encode(texts: readonly Tokens[], role: Role): Promise<readonly Embedding[]>;
}

/**
 * Cuts a document into sentences, rows and blocks of code, gathers these into passages, and encodes them. Each stretch of text is
 * tokenized once, however many passages share it. A passage is encoded behind the title, which often names what the text then only
 * calls "the district", and behind its context.
 *
 * @param maxTokens of a passage, its title and context counted
 */
export async function encodeDocument(
	steps: EncodingSteps,
	{ title, text, language, blocks }: Readable,
	maxTokens: number,
): Promise<EncodedDocument> {
	const units = unitsOf({ text, language, blocks });
	const headings = blocks.filter(({ kind }) => kind === 'heading' || kind === 'question');
	const heads = blocks.filter((block) => block.kind === 'row' && block.isHead);
	const spans: readonly Span[] = [...units, ...headings, ...heads];
	const texts = spans.map(({ start, end }) => text.slice(start, end));
	const [titleTokens = new Uint32Array(), ...tokens] = await steps.tokenize([title, ...texts]);
	const tokensAt = new Map(zip(spans, tokens).map(([{ start }, of]) => [start, of]));
	const tokensOf = ({ start }: Span) => tokensAt.get(start) ?? new Uint32Array();
	const passages = splitPassages(
		{ text, language, blocks },
		units,
		units.map((unit) => Math.max(1, tokensOf(unit).length)),
		{ maxTokens: Math.max(1, maxTokens - titleTokens.length), countTokens: (span) => tokensOf(span).length },
	);
	const cut = passages.map((passage) => ({
		...passage,
		contextTokens: passage.context.map(tokensOf),
		tokens: passage.sentences.map(tokensOf),
	}));
	const embeddings = await steps.encode(
		cut.map(({ contextTokens, tokens: own }) => concatenated([titleTokens, ...contextTokens, ...own])),
		'passage',
	);
	return { titleTokens, passages: zip(cut, embeddings).map(([passage, embedding]) => ({ ...passage, embedding })) };
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
