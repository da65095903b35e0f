import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs } from '../support/collections.js';
import { verifyCitation, verifyPlace } from '../../answers/answer.js';
import { chooseFacts } from '../../answers/choose.js';
import { cite } from '../../answers/cite.js';
import type { Evidence } from '../../answers/evidence.js';
import type { Candidate } from '../../answers/sentences.js';
import { toDocument } from '../../articles/to-document.js';
import type { Document } from '../../articles/document.js';
import { splitSentences } from '../../articles/sentences.js';

/** Of a sentence that certainly answers, by any weights. */
const CERTAIN: Evidence = {
	passageScore: 30,
	passageCosine: 0.9,
	passageShare: 1,
	sentenceCosine: 0.9,
	sentenceShare: 1,
	sentenceNearness: 1,
	passageNearness: 1,
	contextNearness: 1,
	quantities: 1,
	number: 0,
	crowd: 1,
	sameLanguage: false,
};
const DOUBTFUL: Evidence = {
	...CERTAIN,
	passageScore: 0,
	passageCosine: -1,
	passageShare: 0,
	passageNearness: 0,
	sentenceCosine: -1,
	sentenceShare: 0,
	sentenceNearness: 0,
	contextNearness: 0,
	quantities: -1,
};

function article(source: string, text: string, language = 'en', publishedAt: string | null = null): Document {
	return toDocument({ source, title: 'Notes', publishedAt, language, blocks: paragraphs(text), leftOut: [] });
}

/** The sentences of an article as candidates, the first of them with this score, each further one with 0.1 less. */
function candidatesOf(document: Document, score: number, evidence = CERTAIN): Candidate[] {
	const passage = { start: 0, end: document.text.length };
	return splitSentences(document.text, document.language).map((span, i) => {
		return { document, span, passage, score: score - i / 10, evidence };
	});
}

function choose(candidates: readonly Candidate[], { k = 3, further = 12 } = {}) {
	const sorted = [...candidates].sort((a, b) => b.score - a.score);
	const chosen = chooseFacts(sorted, { k, further });
	const all = cite([...chosen.cited, ...chosen.further]);
	return { ...chosen, citations: all.slice(0, chosen.cited.length), nearest: all.slice(chosen.cited.length) };
}

const FAIR = 'The border fair of Lao Bao brought together 12 provinces of three countries.';
const FERRY = 'The ferry of Ormond carried forty thousand people across the lake in the spring.';
const HONEY = 'Forty beekeepers of the valley sell their honey at the market on the square.';

describe('chooseFacts', () => {
	it('cites a fact once, and names the other articles that report it', () => {
		const { citations } = choose([
			...candidatesOf(article('a', FAIR), 5),
			...candidatesOf(article('b', `VIENTIANE (KPL) – ${FAIR}`, 'en', '2024-05-01'), 4.9),
			...candidatesOf(article('c', `It rained.\n\n${FAIR} “${FAIR}”`), 4.8).slice(1),
			...candidatesOf(article('d', FERRY), 4.7),
			...candidatesOf(article('e', HONEY), 4.6),
		]);
		expect(citations.map(({ source }) => source)).toEqual(['a', 'd', 'e']);
		expect(citations[0]?.alsoAt).toMatchObject([
			{ source: 'b', publishedAt: '2024-05-01', quote: expect.stringContaining(FAIR) as string },
			{ source: 'c', quote: FAIR },
		]);
		expect(citations[1]?.alsoAt).toEqual([]);
	});

	it('does not merge figures that differ, but sets them side by side, the newest first', () => {
		const candidates = [
			...candidatesOf(article('old', FAIR, 'en', '2024-05-01'), 5),
			...candidatesOf(article('ferry', FERRY), 4.9),
			...candidatesOf(article('undated', FAIR.replace('12', '11')), 4),
			...candidatesOf(article('new', FAIR.replace('12', '13'), 'en', '2024-05-02'), 1),
		];
		const { citations, nearest } = choose(candidates);
		expect(citations.map(({ source, disagreesWith }) => [source, disagreesWith])).toEqual([
			['new', [2, 3]],
			['old', [1, 3]],
			['undated', [1, 2]],
		]);
		expect(nearest.map(({ source }) => source)).toEqual(['ferry']);
		// what has no room comes next
		const one = choose(candidates, { k: 1 });
		expect([...one.citations, ...one.nearest].map(({ source }) => source)).toEqual(['new', 'old', 'undated', 'ferry']);
		expect(one.cited[0]?.rivals).toHaveLength(2);
	});

	it('does not set an article against itself', () => {
		const both = article('both', `${FAIR}\n\n${FAIR.replace('12', '13')}`);
		expect(choose(candidatesOf(both, 5)).citations.map(({ disagreesWith }) => disagreesWith)).toEqual([[], []]);
	});

	it('does not merge what leans on different sentences', () => {
		const end = 'It was opened to the public in May of last year.';
		const [bridge, school] = ['The bridge of Kaeo is long and red.', 'The school of Bua is small and white.'];
		const apart = [article('a', `${bridge} ${end}`), article('b', `${school} ${end}`), article('c', end)];
		const ends = apart.map((document, i) => ({ ...candidatesOf(document, 5).at(-1)!, score: 5 - i / 10 }));
		const { citations } = choose(ends);
		expect(citations.map(({ source, context }) => [source, context?.quote])).toEqual([
			['a', bridge],
			['b', school],
			['c', undefined],
		]);
		const [again] = choose([...ends, ...candidatesOf(article('d', `${bridge} ${end}`), 4.6).slice(1)]).citations;
		expect(again?.alsoAt.map(({ source }) => source)).toEqual(['d']);
	});

	it('cites the best sentences, whichever passages they are of', () => {
		const neighbours = candidatesOf(article('a', [FAIR, FERRY, HONEY].join('\n\n')), 5);
		const other = candidatesOf(article('b', 'The mill by the river grinds the rice of four villages.'), 3);
		expect(choose([...neighbours, ...other]).citations.map(({ source }) => source)).toEqual(['a', 'a', 'a']);
		expect(choose([...neighbours, ...other], { k: 4 }).citations.at(-1)?.source).toBe('b');
	});

	describe('counts articles of other languages', () => {
		const bridge = candidatesOf(article('en', 'The bridge is 286 metres long and 11 metres wide.'), 9);
		const pont = article('fr', 'Le pont mesure 286 mètres de long et 11 de large.\n\nIl pleut.', 'fr');

		it('that state the same figures, and gives their sentences first', () => {
			const { alsoIn, nearest } = choose(
				[
					...bridge,
					...candidatesOf(article('en2', HONEY), 5),
					...candidatesOf(pont, 1),
					...candidatesOf(article('fr2', 'Long de 286 mètres, large de 11 mètres : tel est le pont.', 'fr'), 0.5),
					...candidatesOf(article('lo', 'ຂົວມີຄວາມຍາວ 286 ແມັດ ແລະ ກວ້າງ 11 ແມັດ.', 'lo'), 0.4),
					...candidatesOf(article('de', 'Die Brücke ist 268 Meter lang und 11 Meter breit.', 'de'), 0.3),
				],
				{ k: 1 },
			);
			expect(alsoIn).toEqual([
				{ language: 'fr', count: 2 },
				{ language: 'lo', count: 1 },
			]);
			expect(nearest.map(({ source }) => source)).toEqual(['fr', 'fr2', 'lo', 'en2', 'fr', 'de']);
		});

		it('but those that say it in the same words once, as they are shown', () => {
			const { alsoIn, nearest } = choose(
				[
					...bridge,
					...candidatesOf(pont, 1),
					...candidatesOf(article('copy', pont.text, 'fr'), 0.9),
					...candidatesOf(article('fr3', 'Il neige depuis trois jours sur toute la vallée.', 'fr'), 0.5),
				],
				{ k: 1 },
			);
			expect(alsoIn).toEqual([{ language: 'fr', count: 1 }]);
			expect(nearest[0]?.source).toBe('fr');
		});

		it('that lie hardly behind', () => {
			const near = candidatesOf(article('fr', 'Le pont est très long.', 'fr'), 8.5);
			expect(choose([...bridge, ...near], { k: 1 }).alsoIn).toEqual([{ language: 'fr', count: 1 }]);
		});

		it('but none that are cited, that hardly answer, or that share a small number by chance', () => {
			expect(choose([...bridge, ...candidatesOf(pont, 8.9)], { k: 2 }).alsoIn).toEqual([]);
			expect(choose([...bridge, ...candidatesOf(pont, 1, DOUBTFUL)], { k: 1 }).alsoIn).toEqual([]);
			const thirty = candidatesOf(article('en', 'The tea harvest was thirty, that is 30, tonnes.'), 9);
			const autres = candidatesOf(article('fr', 'Les élèves sont au nombre de 30.', 'fr'), 1);
			expect(choose([...thirty, ...autres], { k: 1 }).alsoIn).toEqual([]);
		});
	});

	it('loses no article, quotes each as it stands, and gives the same first whatever k is', () => {
		const sentence = fc.constantFrom(
			...[FAIR, FAIR.replace('12', '13'), `HANOI – ${FAIR}`, FERRY, HONEY, 'It was late.', 'Nó mở cửa năm 2024.'],
			...['ສະພານແຫ່ງນີ້ຍາວ 286 ແມັດ.', '这座桥长286米。', 'Le pont mesure 286 mètres.', '\n', '\n\n'],
		);
		const drawn = fc.array(
			fc.record({
				text: fc.array(sentence, { minLength: 1, maxLength: 5 }).map((parts) => `The sea. ${parts.join(' ')}`),
				language: fc.constantFrom('en', 'vi', 'fr', 'lo', 'und'),
				publishedAt: fc.constantFrom(null, '2024', '2024-05-01', '2024-05-02'),
				score: fc.double({ min: -2, max: 6, noNaN: true }),
				evidence: fc.constantFrom(CERTAIN, DOUBTFUL),
			}),
			{ minLength: 1, maxLength: 7 },
		);
		fc.assert(
			fc.property(drawn, fc.integer({ min: 0, max: 4 }), (articles, k) => {
				const documents = articles.map(({ text, language, publishedAt }, i) => {
					return article(String(i), text, language, publishedAt);
				});
				const candidates = documents.flatMap((document, i) => {
					return candidatesOf(document, articles[i]!.score, articles[i]!.evidence);
				});
				const { citations, nearest, alsoIn } = choose(candidates, { k, further: 99 });
				const all = [...citations, ...nearest];
				expect(citations.length).toBeLessThanOrEqual(k);
				expect(all.map(({ n }) => n)).toEqual(all.map((_, i) => i + 1));
				const byId = new Map(documents.map((document) => [document.id, document]));
				for (const citation of all) {
					verifyCitation(citation, byId.get(citation.documentId)!);
					const places = [citation, ...citation.alsoAt];
					for (const place of places) {
						verifyPlace(place, byId.get(place.documentId)!);
					}
					expect(new Set(places.map(({ documentId }) => documentId)).size).toBe(places.length);
					for (const n of citation.disagreesWith) {
						expect(all[n - 1]!.disagreesWith).toContain(citation.n);
						expect(all[n - 1]!.documentId).not.toBe(citation.documentId);
					}
				}
				const named = all.flatMap((citation) => [citation, ...citation.alsoAt].map(({ documentId }) => documentId));
				expect(new Set(named)).toEqual(new Set(candidates.map(({ document }) => document.id)));
				const cited = new Set(citations.map(({ language }) => language));
				for (const { language } of alsoIn) expect(cited.has(language)).toBe(false);
				const more = choose(candidates, { k: k + 1, further: 99 }).citations;
				expect(more.slice(0, k).map(({ quote }) => quote)).toEqual(citations.map(({ quote }) => quote));
			}),
			{ numRuns: 150 },
		);
	});
});

describe('chooseFacts of a sentence that introduces a list', () => {
	it('quotes it once, with the list', () => {
		const document = toDocument({
			source: 'a',
			title: 'Notes',
			publishedAt: null,
			language: 'en',
			blocks: [
				{ kind: 'paragraph', text: 'The ferry of Ormond carries three kinds of freight.' },
				{ kind: 'open', what: 'list' },
				{ kind: 'item', number: null, text: 'Honey of the valley in wooden boxes' },
				{ kind: 'item', number: null, text: 'Timber' },
				{ kind: 'close', what: 'list' },
			],
			leftOut: [],
		});
		const { citations } = choose(candidatesOf(document, 5).slice(0, 2));
		expect(citations.map(({ text }) => text)).toEqual([
			'The ferry of Ormond carries three kinds of freight.\n- Honey of the valley in wooden boxes\n- Timber',
		]);
	});
});
