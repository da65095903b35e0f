import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../articles/document.js';
import { placeArticle, placeArticles } from '../../../cli/evaluation/answers-placed.js';
import type { SquadArticle } from '../../../cli/evaluation/squad.js';

type Question = SquadArticle['paragraphs'][number]['qas'][number];

const ask = (id: string, ...answers: (readonly [text: string, start: number])[]): Question => ({
	id,
	question: `${id}?`,
	answers: answers.map(([text, answer_start]) => ({ text, answer_start })),
	is_impossible: false,
});
const paragraph = (context: string, ...qas: Question[]) => ({ context, qas });
/** A question answered by words that stand once in the paragraph. */
const paragraphWith = (context: string, ...words: string[]) =>
	paragraph(context, ...words.map((word) => ask(word, [word, context.indexOf(word)])));

function wordsAt(article: SquadArticle): Record<string, string[] | null> {
	const { document, questions } = placeArticle(article, 'en/1', 'en');
	return Object.fromEntries(
		questions.map(({ id, answers }) => [id, answers && answers.map((span) => textOf(document, span))]),
	);
}

describe('placeArticle', () => {
	it('finds answers in the paragraph that they are from, in text that cleaning has changed', () => {
		const first = 'The  ferry\u200B\tlands here .\r\n\r\nIt takes\u00A0 seven  boats , no more.';
		const second = 'It takes seven boats there, too.';
		expect(
			wordsAt({
				paragraphs: [
					paragraph(
						first,
						ask('where', ['lands here .', first.indexOf('lands')]),
						ask('how many', ['seven  boats', first.indexOf('seven')]),
						ask('both', ['ferry\u200B\tlands', first.indexOf('ferry')]),
					),
					paragraph(second, ask('there', ['seven boats', second.indexOf('seven')])),
				],
			}),
		).toEqual({
			where: ['lands here.'],
			'how many': ['seven boats'],
			both: ['ferry lands'],
			there: ['seven boats'],
		});
	});

	it('tells the same words in two paragraphs apart', () => {
		const { document, questions } = placeArticle(
			{ paragraphs: [paragraphWith('A boat came.', 'boat'), paragraphWith('Then a boat left.', 'boat')] },
			'en/1',
			'en',
		);
		const starts = questions.map(({ answers }) => answers?.[0]?.start);
		expect(starts).toEqual([document.text.indexOf('boat'), document.text.lastIndexOf('boat')]);
	});

	it('counts as the file does: code points, or UTF-16 units', () => {
		const context = 'The 🚢🚢 brought tea.';
		const units = context.indexOf('tea');
		const points = units - 2;
		expect(wordsAt({ paragraphs: [paragraph(context, ask('a', ['tea', units]), ask('b', ['tea', points]))] })).toEqual({
			a: ['tea'],
			b: ['tea'],
		});
	});

	it('keeps every answer of several people', () => {
		const context = 'It was in June of 1910.';
		expect(wordsAt({ paragraphs: [paragraph(context, ask('when', ['June', 10], ['1910', 18]))] })).toEqual({
			when: ['June', '1910'],
		});
	});

	it('gives no spans to a question that the paragraph does not answer', () => {
		const impossible = { ...ask('why', ['It', 0]), is_impossible: true };
		expect(wordsAt({ paragraphs: [paragraph('It was in June.', impossible, ask('who'))] })).toEqual({
			why: [],
			who: [],
		});
	});

	it.each([
		['stands elsewhere', 'The tea came.', ['tea', 5]],
		['is not in the paragraph', 'The tea came.', ['coffee', 4]],
		['is empty', 'The tea came.', [' ', 3]],
		['stands before the beginning', 'The tea came', ['came', -4]],
		['is left out by cleaning', 'A boat left.\nThe tea came.\n-----\nIt was hot.', ['-----', 27]],
	] as const)('says so where an answer %s', (_, context, answer) => {
		const other = context.indexOf('tea came');
		expect(wordsAt({ paragraphs: [paragraph(context, ask('a', answer), ask('b', ['tea', other]))] })).toEqual({
			a: null,
			b: ['tea'],
		});
	});

	it('finds any word of any article that cleaning leaves as it is', () => {
		const word = fc.constantFrom('tea', 'Ánh', '船', 'नाव', 'เรือ', '🚢', 'x1', 'Straße');
		const gap = fc.constantFrom(
			' ',
			'  ',
			'\u00A0 ',
			'\t',
			' \u200B',
			'\r\n',
			'\n\n',
			'. ',
			' , ',
			'\u2028',
			'\n---\n',
		);
		const context = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(fc.array(context, { minLength: 1, maxLength: 4 }), (contexts) => {
				const paragraphs = contexts.map((pieces, p) => {
					let text = '';
					const questions = pieces.map(([piece, after], i) => {
						const question = ask(`${p} ${i} ${piece}`, [piece, text.length]);
						text += piece + after;
						return question;
					});
					return paragraph(text, ...questions);
				});
				const found = wordsAt({ paragraphs: [paragraph('A first line that is a sentence.'), ...paragraphs] });
				for (const [id, words] of Object.entries(found)) expect(words).toEqual([id.split(' ')[2]]);
			}),
		);
	});
});

describe('placeArticles', () => {
	const articles = (words: readonly string[]) =>
		words.map((word) => ({ paragraphs: [paragraphWith(`Some ${word}.`, word)] }));
	const words = ['tea', 'rice', 'salt', 'iron', 'wood', 'wool'];

	it('asks the same questions in every language, and more of them in a larger sample', () => {
		const ids = (language: string, of: readonly string[], count: number) => [
			...placeArticles({ language, articles: articles(of) }, count).questions.keys(),
		];
		expect(ids('en', words, 3)).toHaveLength(3);
		expect(ids('fr', words.toReversed(), 3)).toEqual(ids('en', words, 3));
		expect(ids('en', words, 5).slice(0, 3)).toEqual(ids('en', words, 3));
		expect(new Set(ids('en', words, Infinity))).toEqual(new Set(words));
	});

	it('counts the questions whose answers are not where the file says, and keeps them out', () => {
		const lost = { paragraphs: [paragraph('Some tin.', ask('tin', ['tin', 0]))] };
		const placed = placeArticles({ language: 'en', articles: [...articles(['tea']), lost] }, Infinity);
		expect(placed.unplaced).toBe(1);
		expect([...placed.questions.keys()]).toEqual(['tea']);
		expect([...placed.texts.keys()]).toEqual(['tea', 'tin']);
	});
});
