import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	hashOfSets,
	sampleQuestions,
	toParagraphSet,
	toSentenceSet,
	type QuestionSet,
} from '../../../cli/evaluation/question-set.js';
import type { SquadParagraph } from '../../../cli/evaluation/squad.js';

const asked = (id: string, start = 0, is_impossible = false) => ({
	id,
	question: `${id}?`,
	answers: [{ text: 'x', answer_start: start }],
	is_impossible,
});

const articlesOf = (...paragraphs: SquadParagraph[]) => ({ language: 'en', articles: [{ paragraphs }] });

describe('toParagraphSet', () => {
	it('gives each paragraph once, and every question its paragraph', () => {
		const set = toParagraphSet({
			language: 'en',
			articles: [
				{
					paragraphs: [
						{ context: 'The boat.', qas: [asked('one'), asked('two')] },
						{ context: 'The bridge.', qas: [asked('three')] },
					],
				},
				{ paragraphs: [{ context: 'The boat.', qas: [asked('four')] }] },
			],
		});
		expect(set).toEqual({
			language: 'en',
			passages: ['The boat.', 'The bridge.'],
			questions: [
				{ id: 'one', text: 'one?', passage: 0 },
				{ id: 'two', text: 'two?', passage: 0 },
				{ id: 'three', text: 'three?', passage: 1 },
				{ id: 'four', text: 'four?', passage: 0 },
			],
		});
	});

	it('leaves out what its paragraph does not answer, and keeps the paragraph', () => {
		const set = toParagraphSet(articlesOf({ context: 'The boat.', qas: [asked('one', 0, true)] }));
		expect(set).toMatchObject({ passages: ['The boat.'], questions: [] });
	});
});

describe('toSentenceSet', () => {
	const paragraph = (...qas: SquadParagraph['qas']): SquadParagraph => ({
		context: 'It rains. It pours.',
		sentences: ['It rains.', 'It pours.'],
		sentence_breaks: [
			[0, 10],
			[10, 19],
		],
		qas,
	});

	it('makes a passage of each sentence, equal ones too, and finds the one in which the answer begins', () => {
		const first = paragraph(asked('start', 0), asked('last of the first', 9), asked('first of the second', 10));
		const set = toSentenceSet(articlesOf(first, paragraph(asked('again', 18))));
		expect(set.passages).toEqual(['It rains.', 'It pours.', 'It rains.', 'It pours.']);
		expect(set.questions.map(({ passage }) => passage)).toEqual([0, 0, 1, 3]);
	});

	it('refuses paragraphs without sentences, and answers that begin in none', () => {
		const { context, qas } = paragraph(asked('start'));
		expect(() => toSentenceSet(articlesOf({ context, qas }))).toThrow('do not come with their sentences');
		expect(() => toSentenceSet(articlesOf(paragraph(asked('beyond', 19))))).toThrow('question beyond in "en"');
	});
});

const set = (language: string, ids: readonly string[]): QuestionSet => ({
	language,
	passages: ['The boat.'],
	questions: ids.map((id) => ({ id, text: `${id} in ${language}?`, passage: 0 })),
});
const idsOf = (sampled: QuestionSet | undefined) => sampled?.questions.map(({ id }) => id) ?? [];

describe('sampleQuestions', () => {
	it('keeps the same questions in every language, in their order, and within every larger sample', () => {
		const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(ids, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (all, a, b) => {
				const sets = [set('en', all), set('vi', [...all].reverse())];
				const [few, many] = [Math.min(a, b), Math.max(a, b)].map((count) => sampleQuestions(sets, count));
				expect(idsOf(few?.[0])).toHaveLength(Math.min(a, b, all.length));
				expect(idsOf(few?.[0])).toEqual(idsOf(few?.[1]).reverse());
				expect(idsOf(many?.[0])).toEqual(expect.arrayContaining(idsOf(few?.[0])));
				const chosen = new Set(idsOf(few?.[0]));
				expect(idsOf(few?.[0])).toEqual(all.filter((id) => chosen.has(id)));
			}),
		);
	});

	it('keeps every passage', () => {
		expect(sampleQuestions([set('en', ['one', 'two'])], 1)[0]?.passages).toEqual(['The boat.']);
	});
});

describe('hashOfSets', () => {
	const sets = [set('en', ['one', 'two']), set('vi', ['one', 'two'])];

	it('is the same whatever the order of the languages', () => {
		expect(hashOfSets([...sets].reverse())).toBe(hashOfSets(sets));
		expect(hashOfSets(sets)).toMatch(/^[0-9a-f]{16}$/);
	});

	it('is another for other questions, other passages and other languages', () => {
		const others = [
			[set('en', ['one', 'two'])],
			[set('en', ['one', 'two']), set('th', ['one', 'two'])],
			[set('en', ['one', 'three']), set('vi', ['one', 'two'])],
			sets.map((of) => ({ ...of, passages: ['The bridge.'] })),
			sampleQuestions(sets, 1),
		];
		expect(new Set([...others, sets].map(hashOfSets)).size).toBe(others.length + 1);
	});
});
