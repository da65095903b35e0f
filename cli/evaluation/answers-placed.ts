import { cleanText, type CleanText } from '../../articles/clean.js';
import type { Document, Span } from '../../articles/document.js';
import { toDocument } from '../../articles/to-document.js';
import type { SquadArticle, SquadArticles } from './squad.js';
import { inSeededOrder } from './seeded-order.js';

/** An article as Quoth holds it, and where in it each question is answered. */
export interface PlacedArticle {
	readonly document: Document;
	readonly questions: readonly PlacedQuestion[];
}

export interface PlacedQuestion {
	/** Shared by the same question in other languages. */
	readonly id: string;
	readonly text: string;
	/** Spans of the document's text; empty where the article does not answer. `null` where the file's answers do not stand in it. */
	readonly answers: readonly Span[] | null;
}

/** The articles of one language, and the questions to ask of them. */
export interface PlacedSet {
	readonly articles: readonly PlacedArticle[];
	/** By id: those to ask. */
	readonly questions: ReadonlyMap<string, KnownAnswers>;
	/** By id: all. */
	readonly texts: ReadonlyMap<string, string>;
	/** Questions whose answers do not stand where the file says. */
	readonly unplaced: number;
}

export interface KnownAnswers {
	readonly document: Document;
	/** Spans of the document's text; empty where it does not answer. */
	readonly answers: readonly Span[];
}

/**
 * Makes a document of an article, as of one that a user stores, and finds the known answers in it.
 *
 * It has no stated title: sets that were translated keep the titles of the original, and a title in another language would help
 * questions of that language.
 *
 * @param source names the article within its collection
 * @throws {UnreadableArticle} If the article holds no text.
 */
export function placeArticle({ paragraphs }: SquadArticle, source: string, language: string): PlacedArticle {
	const blocks = paragraphs.map(({ context }) => ({ kind: 'paragraph' as const, text: context }));
	const document = toDocument({ source, title: null, publishedAt: null, language, blocks, leftOut: [] });

	let from = 0;
	const questions = paragraphs.flatMap(({ context, qas }) => {
		const cleaned = cleanText(context);
		if (document.text.slice(from, from + cleaned.text.length) !== cleaned.text)
			throw new Error(`Expected the document of ${source} to hold its cleaned paragraphs`);
		const start = from;
		if (cleaned.text !== '') from += cleaned.text.length + 1;
		return qas.map(({ id, question, answers, is_impossible }): PlacedQuestion => {
			if (is_impossible || answers.length === 0) return { id, text: question, answers: [] };
			const spans = answers.flatMap(({ text: words, answer_start }) => {
				const at = unitsBefore(context, words, answer_start);
				const span = at === undefined ? undefined : cleanSpan(cleaned, { start: at, end: at + words.length });
				return span === undefined ? [] : { start: start + span.start, end: start + span.end };
			});
			return { id, text: question, answers: spans.length === 0 ? null : spans };
		});
	});
	return { document, questions };
}

/** @param count of the questions to ask, at most: the same ones in every language of a set that was translated */
export function placeArticles({ language, articles }: SquadArticles, count: number): PlacedSet {
	const placed = articles.map((article, i) => placeArticle(article, `${language}/${i + 1}`, language));
	const all = placed.flatMap(({ document, questions }) => questions.map((question) => ({ ...question, document })));
	const known = all.flatMap(({ id, document, answers }) => (answers === null ? [] : [{ id, document, answers }]));
	return {
		articles: placed,
		questions: new Map(
			inSeededOrder(known, ({ id }) => id)
				.slice(0, count)
				.map((question) => [question.id, question]),
		),
		texts: new Map(all.map(({ id, text }) => [id, text])),
		unplaced: all.length - known.length,
	};
}

/** Where the words stand, in UTF-16 units: `position` counts code points, as Python does, or UTF-16 units. */
function unitsBefore(context: string, words: string, position: number): number | undefined {
	if (words.trim() === '' || position < 0) return undefined;
	const units = Array.from(context).slice(0, position).join('').length;
	return [units, position].find((start) => context.startsWith(words, start));
}

/** What is left of a span of the raw text; `undefined` where nothing is. */
function cleanSpan({ text, sourceSpan }: CleanText, raw: Span): Span | undefined {
	const sourceOf = (position: number) => sourceSpan({ start: position, end: position + 1 });
	const start = firstPosition(text.length, (position) => sourceOf(position).end > raw.start);
	const end = firstPosition(text.length, (position) => sourceOf(position).start >= raw.end);
	return text.slice(start, end).trim() === '' ? undefined : { start, end };
}

/** The first position in [0, length) for which a condition holds that holds for all after it; `length` if there is none. */
function firstPosition(length: number, holds: (position: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
