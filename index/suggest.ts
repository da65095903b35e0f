import type { Document, Span } from '../articles/document.js';
import type { Collection } from './collection.js';
import type { PassageId } from './ranking.js';
import type { ListedDocument, StoredPassage } from './rows.js';
import { termOfWord } from './structured-query.js';
import { isNothing, isWhole, lookAt, nearnessTyped, shareTyped, type Typed } from './typed.js';

/** A sentence that holds what was typed, or stands for the title that does. */
export interface Suggested {
	readonly document: Document;
	readonly span: Span;
	readonly passage: Span;
	/** Whether the document's title holds what was typed; the span is that of its first sentence then. */
	readonly byTitle: boolean;
	/** Greater is better: {@link shareTyped}, and more where all of it is in one sentence. */
	readonly score: number;
}

/** Passages that are looked into. */
const MOST_PASSAGES = 40;
/** Words that a beginning is taken for. One letter begins thousands. */
const MOST_WORDS = 4000;
/** Stands for a passage that was found. No more words than this are looked for. */
const TAKEN = 255;
/** Documents of scripts without spaces are read through, some at a time, until this much time has gone by. */
const LONGEST_SEARCH_MS = 150;
const DOCUMENTS_AT_A_TIME = 256;
/** Sentences of one document that are suggested, at most, where it is read through. */
const MOST_OF_ONE = 3;

/**
 * Sentences of a collection that hold what was typed, and titles, best first: titles before sentences, all of it in one sentence before
 * some of it, whole words before beginnings, then what was stored last. Encodes nothing; where nothing is typed yet, the newest titles.
 *
 * @param limit of titles, and of sentences
 */
export function suggest(collection: Collection, typed: Typed, limit: number): Suggested[] {
	collection.catchUp();
	const titles = suggestTitles(collection, typed, limit);
	if (isNothing(typed)) return titles;
	const isLetterByLetter = typed.words.length === 0 && typed.prefix === '';
	const passages = isLetterByLetter ? readThrough(collection, typed, limit) : passagesWith(collection, typed);
	const sentences = new Map<string, Suggested>();
	for (const suggested of passages.flatMap((passage) => sentencesOf(collection, typed, passage))) {
		// neighbouring passages share a sentence
		sentences.set(`${suggested.document.id} ${suggested.span.start}`, suggested);
	}
	return [...titles, ...[...sentences.values()].sort((a, b) => b.score - a.score).slice(0, limit)];
}

function suggestTitles(collection: Collection, typed: Typed, limit: number): Suggested[] {
	const { store } = collection;
	const found: { listed: ListedDocument; score: number }[] = [];
	for (const listed of collection.documents.read().toReversed()) {
		const score = shareTyped(typed, listed.lookedTitle);
		if (isWhole(typed, score)) found.push({ listed, score: score + nearnessTyped(typed, listed.lookedTitle) });
	}
	return found
		.sort((a, b) => b.score - a.score)
		.slice(0, limit)
		.flatMap(({ listed: { row }, score }) => {
			const [id] = store.passageIdsOf(row);
			if (id === undefined) return [];
			const { sentences, span } = store.passage(id);
			const [first = span] = sentences;
			return [{ document: store.document(row), span: first, passage: span, byTitle: true, score }];
		});
}

/** Passages that hold every word, and one that begins as typed: those with the word as it was typed first, then the newest. */
function passagesWith({ store, lexical }: Collection, typed: Typed): StoredPassage[] {
	const begun = typed.prefix === '' ? [] : lexical.words.startingWith(typed.prefix, MOST_WORDS);
	const others = begun.filter((word) => word !== typed.prefix);
	const whole: PassageId[] = [];
	const rest: PassageId[] = [];
	for (const [, shard] of lexical.shards()) {
		const held = new Uint8Array(shard.places);
		for (const word of typed.words) {
			for (const place of shard.placesOf(termOfWord(word))) held[place] = (held[place] ?? 0) + 1;
		}
		const take = (places: Iterable<number>, found: PassageId[]) => {
			for (const place of places) {
				if (held[place] !== typed.words.length || shard.isEmptyAt(place)) continue;
				found.push(shard.idAt(place));
				held[place] = TAKEN;
			}
		};
		take(typed.prefix === '' ? held.keys() : shard.placesOf(termOfWord(typed.prefix)), whole);
		const enough = rest.length + MOST_PASSAGES;
		for (const word of others) {
			if (whole.length >= MOST_PASSAGES || rest.length >= enough) break;
			take(shard.placesOf(termOfWord(word)), rest);
		}
	}
	const newestFirst = (a: PassageId, b: PassageId) => b - a;
	return [...whole.sort(newestFirst), ...rest.sort(newestFirst)].slice(0, MOST_PASSAGES).map((id) => store.passage(id));
}

/** Passages of the newest documents whose text holds every run, as far as they are found in time. */
function readThrough({ store, id: collection }: Collection, { runs }: Typed, limit: number): StoredPassage[] {
	const [run = ''] = runs;
	const began = performance.now();
	const found: StoredPassage[] = [];
	for (const row of store.rowsHolding(collection, runs, DOCUMENTS_AT_A_TIME)) {
		if (row !== undefined) {
			const { text } = store.document(row);
			let of = 0;
			for (const passageId of store.passageIdsOf(row)) {
				const passage = store.passage(passageId);
				if (!text.slice(passage.span.start, passage.span.end).includes(run)) continue;
				found.push(passage);
				if (++of === MOST_OF_ONE) break;
			}
		}
		if (found.length >= limit || performance.now() - began > LONGEST_SEARCH_MS) break;
	}
	return found;
}

function sentencesOf(
	{ store }: Collection,
	typed: Typed,
	{ documentRow, span, sentences }: StoredPassage,
): Suggested[] {
	const document = store.document(documentRow);
	const passage = document.text.slice(span.start, span.end);
	if (!typed.runs.every((run) => passage.includes(run))) return [];
	return sentences.flatMap((sentence) => {
		const looked = lookAt(document.text.slice(sentence.start, sentence.end));
		const share = shareTyped(typed, looked);
		if (share === 0) return [];
		const whole = isWhole(typed, share) ? typed.words.length + typed.runs.length + 1 + nearnessTyped(typed, looked) : 0;
		return [{ document, span: sentence, passage: span, byTitle: false, score: share + whole }];
	});
}
