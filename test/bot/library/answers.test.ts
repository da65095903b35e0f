import { describe, expect, it } from 'vitest';
import { keptAnswerOf, placesOf } from '../../../bot/library/answers.js';
import { citedQuote } from '../../../answers/cite.js';
import type { Citation } from '../../../answers/answer.js';
import { SHARED_COLLECTION } from '../../../bot/library/collections.js';
import type { Document } from '../../../articles/document.js';
import type { AskedQuestion, SentencePlace } from '../../../index/question-log.js';
import { memoryLibrary, PIER, PIER_QUESTION, SERVER } from '../../support/memory-library.js';

const ASKED: Omit<AskedQuestion, 'citations' | 'further'> = {
	guildId: '1',
	memberId: 'ann',
	askedAt: 1000,
	text: PIER_QUESTION,
	follows: null,
	language: 'en',
	answered: true,
	confidence: 0.8,
	reason: null,
	filters: {},
	searched: 3,
	forGaps: true,
};

async function libraryOf(articles: Readonly<Record<string, string>>) {
	const parts = await memoryLibrary();
	for (const [source, text] of Object.entries(articles)) await parts.share(source, text);
	const { store, questions } = parts.app;
	const documentAt = (source: string): Document => {
		const collection = store.existingCollection(SHARED_COLLECTION)!;
		const row = store.listDocuments(collection).find((listed) => listed.source === source)!.row;
		return store.document(row);
	};
	const kept = (places: { citations: SentencePlace[]; further?: SentencePlace[] }) => {
		const id = questions.keep({ ...ASKED, further: [], ...places });
		return () => keptAnswerOf(store, questions.find(id)!);
	};
	return { ...parts, documentAt, kept };
}

function citationOf(document: Document, quote: string, n: number): Citation {
	const start = document.text.indexOf(quote);
	return {
		n,
		...citedQuote(document, [{ start, end: start + quote.length }]),
		passage: { start: 0, end: document.text.length },
		score: 1,
		alsoAt: [],
		disagreesWith: [],
	};
}

describe('keptAnswerOf', () => {
	it('reads what was kept before sentences had contexts, doubles and rivals', async () => {
		const { documentAt, kept } = await libraryOf({ 'ferry.txt': PIER });
		const { id: documentId, revision } = documentAt('ferry.txt');
		const place = { collection: SHARED_COLLECTION, documentId, revision, start: 0, end: PIER.length };
		const older = { ...place, passage: { start: 0, end: PIER.length }, score: 1 };
		expect(kept({ citations: [older], further: [older] })()).toMatchObject({
			citations: [{ quote: PIER, context: null, alsoAt: [], disagreesWith: [] }],
			further: [{ quote: PIER }],
			alsoIn: [],
			gone: 0,
		});
	});

	it('gives back what a sentence leans on, where else it stands, and what disagrees, as long as these are there', async () => {
		const [lead, quote] = ['The ferry is old and loud.', 'It lands at pier 9 in winter.'];
		const parts = await libraryOf({ a: `${lead} ${quote}`, b: `${lead} ${quote}`, c: quote.replace('9', '8') });
		const [a, b, c] = ['a', 'b', 'c'].map((source) => parts.documentAt(source)) as [Document, Document, Document];
		const citation: Citation = {
			...citationOf(a, quote, 1),
			alsoAt: [citationOf(b, quote, 0)],
			disagreesWith: [2],
		};
		const rival = { ...citationOf(c, quote.replace('9', '8'), 2), disagreesWith: [1] };
		const places = placesOf(parts.app.store, [SHARED_COLLECTION], {
			citations: [citation, rival],
			nearest: [{ ...citationOf(c, quote.replace('9', '8'), 3), language: 'en-GB' }, citationOf(b, lead, 4)],
			alsoIn: [{ language: 'en', count: 1 }],
		});
		expect(places.further.map(({ isAlsoIn }) => isAlsoIn)).toEqual([true, undefined]);
		const read = parts.kept(places);
		expect(read()).toMatchObject({
			citations: [
				{ quote, context: { quote: lead }, alsoAt: [{ source: 'b', quote }], disagreesWith: [2] },
				{ disagreesWith: [1], alsoAt: [], context: null },
			],
			alsoIn: [{ language: 'en', count: 1 }],
			gone: 0,
		});
		const shared = await parts.app.collection(SHARED_COLLECTION);
		shared.remove('b');
		shared.remove('c');
		expect(read()).toMatchObject({
			citations: [{ quote, context: { quote: lead }, alsoAt: [], disagreesWith: [] }],
			further: [],
			alsoIn: [],
			gone: 3,
		});
	});

	it('keeps all of it from a question to its answer', async () => {
		const parts = await libraryOf({ 'a.txt': PIER, 'b.txt': PIER, 'bees.txt': 'Their honey is sold at the market.' });
		const answer = await parts.ask(SERVER, PIER_QUESTION);
		expect(answer.citations[0]?.quote).toBe(PIER);
		expect(answer.citations[0]?.alsoAt.map(({ quote }) => quote)).toEqual([PIER]);
		expect(await parts.library.answer(SERVER, answer.id)).toEqual(answer);
	});
});
