import { textOf, type Document, type Span } from '../articles/document.js';
import { quantitiesIn, type Quantity } from '../articles/quantities/quantities.js';
import { sharedQuantities } from '../articles/quantities/shared.js';
import { cosine, type Tokens } from '../embeddings/encoder.js';
import { zip } from '../articles/zip.js';
import type { Collection } from '../index/collection.js';
import type { Block, Row as TableRow } from '../articles/blocks.js';
import { primaryLanguage } from '../articles/primary-language.js';
import { headRows, introductionsOf, isContent, findBlockIndex } from '../articles/structure.js';
import { unitsOfBlock } from '../articles/units.js';
import { concatenated } from '../embeddings/encode-document.js';
import { tokensForEncoder, type EncodedQuestion, type Models } from '../index/question.js';
import type { Hit, Retrieval } from '../index/retriever.js';
import { foldedWords } from '../index/words.js';
import type { Evidence } from './evidence.js';
import { asksForNumber, holdsNumber } from './expected-answer.js';
import { scoreOf } from './score.js';

/** A sentence, a row or a block of code that may answer. */
export interface Candidate {
	readonly document: Document;
	readonly span: Span;
	readonly passage: Span;
	/** Greater is better; comparable within one question. */
	readonly score: number;
	readonly evidence: Evidence;
}

/** Passages to look for sentences in. */
export const CANDIDATE_PASSAGES = 16;
/** Sentences that are compared, at most: those of the best passages, so that long passages cost no more than short ones. */
const CANDIDATE_SENTENCES = 64;

/**
 * The sentences of the hits' passages, scored by itself and by its passage; best first, no sentence twice.
 *
 * @param searched passages among which the hits were found, if there are others than the collection's
 */
export async function rankSentences(
	collection: Collection,
	models: Models,
	question: EncodedQuestion,
	{ hits, matches, read, own: ownWords, late }: Retrieval,
	searched = collection.vectors.size,
): Promise<Candidate[]> {
	const rows: Row[] = [];
	for (const hit of hits) {
		if (rows.length >= CANDIDATE_SENTENCES) break;
		rows.push(...sentencesOf(collection, hit, read.get(hit.passageId)));
	}
	const own = await tokensForEncoder(
		models,
		rows.map(({ leadText, text }) => [leadText, text].filter(Boolean).join('\n')),
		rows.map(({ lead, tokens }) => concatenated([...lead, tokens])),
	);
	const embeddings = await models.encoder.encode(own, 'passage', { urgent: true });

	const asksNumber = asksForNumber(question.text);
	const askedQuantities = quantitiesIn(question.text);
	const best = new Map<string, Candidate>();
	for (const [{ hit, document, span, passage, text, tokens, lead, leadText, before }, embedding] of zip(
		rows,
		embeddings,
	)) {
		const sentenceCosine = cosine(question.embedding, embedding);
		const match = matches.get(hit.language);
		const read = concatenated([...lead, tokens]);
		const sentenceShare = match?.shareIn(read, foldedWords(`${leadText}\n${text}`)) ?? 0;
		const evidence: Evidence = {
			passageScore: hit.score,
			passageCosine: hit.cosine,
			passageShare: hit.share,
			sentenceCosine,
			sentenceShare,
			passageNearness: hit.nearness,
			sentenceNearness: ownWords.nearness([...lead, tokens]),
			contextNearness: late.nearness([...lead, before, tokens]),
			quantities: shareStated(askedQuantities, text),
			number: asksNumber ? (holdsNumber(text) ? 1 : -1) : 0,
			crowd: Math.log(Math.max(1, searched)),
			sameLanguage: hit.language === primaryLanguage(question.language),
		};
		const score = scoreOf(evidence);
		const candidate: Candidate = { document, span, passage, score, evidence };
		// neighbouring passages share a sentence
		const key = `${document.id} ${span.start}`;
		const other = best.get(key);
		if (other === undefined || candidate.score > other.score) best.set(key, candidate);
	}
	return [...best.values()].sort(byCandidateScore);
}

/**
 * Best first, from lists of several collections. An article that stands in two of them is quoted from the first: a sentence that an
 * earlier list has, at the same place of the same article and in the same words, is left out of later ones.
 */
export function mergeCandidates(lists: readonly (readonly Candidate[])[]): Candidate[] {
	const kept = new Map<string, Candidate>();
	for (const candidate of lists.flat()) {
		const { document, span } = candidate;
		const key = `${document.id} ${span.start} ${span.end} ${textOf(document, span)}`;
		if (!kept.has(key)) kept.set(key, candidate);
	}
	return [...kept.values()].sort(byCandidateScore);
}

function byCandidateScore(a: Candidate, b: Candidate): number {
	return b.score - a.score || a.document.id.localeCompare(b.document.id) || a.span.start - b.span.start;
}

function shareStated(asked: readonly Quantity[], text: string): number {
	if (asked.length === 0) return 0;
	const shared = sharedQuantities(asked, quantitiesIn(text));
	return (2 * shared.found) / shared.asked - 1;
}

interface Row {
	readonly hit: Hit;
	readonly document: Document;
	readonly span: Span;
	readonly passage: Span;
	readonly text: string;
	readonly tokens: Tokens;
	/** What it is read behind: its heading or question, what introduces it, the heads of its table. */
	readonly lead: readonly Tokens[];
	readonly leadText: string;
	/** Of the sentence before it in the passage; none where it is the first. */
	readonly before: Tokens;
}

function sentencesOf({ store }: Collection, hit: Hit, stored = store.passage(hit.passageId)): Row[] {
	const { documentRow, span: passage, sentences, tokens, context, contextTokens } = stored;
	const document = store.document(documentRow);
	const tokensAt = new Map(
		[...zip(context, contextTokens), ...zip(sentences, tokens)].map(([{ start }, of]) => [start, of]),
	);
	return sentences.flatMap((span, i) => {
		const block = document.blocks[findBlockIndex(document.blocks, span)];
		// what an earlier version stored may be a heading
		if (block === undefined || !isContent(block) || isCaptionOfTable(document, block)) return [];
		const lead = leadOf(document, block, span).flatMap((before) => {
			const of = tokensAt.get(before.start);
			return of === undefined ? [] : [{ text: textOf(document, before), tokens: of }];
		});
		return {
			hit,
			document,
			span,
			passage,
			text: textOf(document, span),
			tokens: tokens[i] ?? new Uint32Array(),
			lead: lead.map((of) => of.tokens),
			leadText: lead.map((of) => of.text).join('\n'),
			// a row is no context of the next one
			before: (block.kind === 'row' ? undefined : tokens[i - 1]) ?? new Uint32Array(),
		};
	});
}

/** What says of what a unit speaks, besides itself: its nearest heading, the line that introduces it, the heads of its table. */
function leadOf({ text, language, blocks }: Document, block: Block, unit: Span): Span[] {
	const heading = blocks[block.under];
	const introductions = introductionsOf(blocks, block).flatMap((before) =>
		unitsOfBlock(text, language, before).slice(-1),
	);
	const table = block.kind === 'row' ? [...captionOf(blocks, block), ...headRows(blocks, block)] : [];
	return [...(heading === undefined ? [] : [heading]), ...introductions, ...table].filter(
		({ start }) => start !== unit.start,
	);
}

/** The caption of a table says of what its rows speak, and answers nothing by itself. */
function isCaptionOfTable({ blocks }: Document, block: Block): boolean {
	const next = block.kind === 'caption' ? blocks[blocks.indexOf(block) + 1] : undefined;
	return next?.kind === 'row' && captionOf(blocks, next).includes(block);
}

function captionOf(blocks: readonly Block[], { table }: TableRow): Block[] {
	const above = blocks[table - 1];
	return above?.kind === 'caption' ? [above] : [];
}
