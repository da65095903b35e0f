import { textOf, type Document } from '../../articles/document.js';
import { unitsOf, type Unit } from '../../articles/units.js';
import type { Models } from '../../index/question.js';
import { verifyCitation, type Citation } from '../answer.js';
import { citedQuote } from '../cite.js';
import { centralityOf, chooseCentral } from './central.js';
import { wordCount } from './content-words.js';
import { encodeUnits } from './units.js';

/** An article, by the sentences that say most of it. */
export interface ArticleSummary {
	/** In reading order, numbered from 1; empty where nothing in the article is a sentence. Their scores are in [0, 1], greater is better. */
	readonly citations: readonly Citation[];
	/** Sentences of the article. */
	readonly sentences: number;
}

/** Sentences that are shown where nobody says how many: about a tenth of a long news article, and a screen. */
export const SUMMARY_SENTENCES = 5;

/** What has fewer words is a byline, a caption: it is compared with, but shown only where there is nothing else. */
const LEAST_WORDS = 5;
/** What only announces says nothing alone. */
const ANNOUNCES = /[:：]\s*$/u;
/** UTF-16 units of a sentence that is read at a glance. What goes on for longer is shown only where there is nothing else. */
const MOST_UNITS = 500;
/** Sentences that are compared: a second of encoding. Of a longer article they are taken evenly. */
const MOST_COMPARED = 2000;

/**
 * Sums up an article by its central sentences, which are cited as those of an answer are, each with the sentence that it leans on. The title
 * counts as what is said first.
 *
 * @param most sentences; fewer where the article has fewer
 * @throws {Error} If a quote is not what stands in the document: a wrong quote is worse than none.
 */
export async function summariseDocument(
	models: Pick<Models, 'encoder'>,
	document: Document,
	most = SUMMARY_SENTENCES,
): Promise<ArticleSummary> {
	const all = sentencesOf(document);
	const spans = evenly(all, MOST_COMPARED);
	const texts = spans.map((span) => textOf(document, span));
	const titles = document.title === '' ? [] : [document.title];
	const languages = [...titles, ...texts].map(() => document.language);
	const units = await encodeUnits(models, [...titles, ...texts], languages);
	const scores = centralityOf(units).slice(titles.length);
	const sentences = spans.map((span, i) => ({ span, score: scores[i] ?? 0, unit: units[titles.length + i] }));

	const read = sentences.flatMap(({ unit, ...sentence }) => (unit === undefined ? [] : [{ ...sentence, unit }]));
	const shown = read.filter(
		({ unit: { text } }) => wordCount(text) >= LEAST_WORDS && text.length <= MOST_UNITS && !ANNOUNCES.test(text),
	);
	const candidates = shown.length > 0 ? shown : read;
	const chosen = chooseCentral(
		candidates.map(({ unit }) => unit),
		candidates.map(({ score }) => score),
		{ most },
	);
	const inOrder = chosen.flatMap((i) => candidates[i] ?? []).sort((a, b) => a.span.start - b.span.start);
	return {
		citations: inOrder.map(({ span, score }, i) => citationOf(document, span, score, i + 1)),
		sentences: all.length,
	};
}

/** The sentence alone, though it stand in a list. */
function citationOf(document: Document, unit: Unit, score: number, n: number): Citation {
	const { start, end } = document.blocks[unit.block] ?? unit;
	const group = { kind: 'passages', first: unit.block, end: unit.block + 1 } as const;
	const quote = citedQuote(document, [{ start: unit.start, end: unit.end }], group);
	const citation: Citation = {
		n,
		...quote,
		passage: { start, end: Math.max(end, quote.end) },
		score,
		alsoAt: [],
		disagreesWith: [],
	};
	verifyCitation(citation, document);
	return citation;
}

/** Sentences of prose and of lists, each wording once: no heading, no row, no code. */
function sentencesOf(document: Document): Unit[] {
	const seen = new Set<string>();
	return unitsOf(document).filter((unit) => {
		const kind = document.blocks[unit.block]?.kind;
		const wording = textOf(document, unit).toLowerCase();
		if (kind === 'row' || kind === 'code' || seen.has(wording)) return false;
		seen.add(wording);
		return true;
	});
}

/** The first of them, and others at equal distances: all where there are no more than `most`. */
function evenly<T>(items: readonly T[], most: number): T[] {
	const step = Math.max(1, items.length / most);
	return items.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}
