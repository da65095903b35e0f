import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Citation } from '../../answers/answer.js';
import type { Document } from '../../articles/document.js';
import { renderAnswer, wrap } from '../../cli/render-answer.js';
import { documentOf } from '../support/collections.js';

const plain = (line: string) => line;
const document = documentOf(
	'https://example.org/ferry',
	'The sea is calm. The ferry lands at the salt pier. Bring a coat.',
	'en',
);

function citationOf(quote: string): Citation {
	const start = document.text.indexOf(quote);
	const { id: documentId, revision, title, source, language, publishedAt, text } = document;
	const passage = { start: 0, end: text.length };
	return {
		n: 1,
		documentId,
		revision,
		title,
		source,
		language,
		publishedAt,
		start,
		end: start + quote.length,
		quote,
		passage,
		score: 7,
		context: null,
		alsoAt: [],
		disagreesWith: [],
	};
}

function answerOf(change: Partial<Answer>): Answer {
	const milliseconds = { encode: 1, retrieve: 1, rerank: 1, answer: 1, total: 4 };
	return {
		question: '?',
		language: 'en',
		answered: true,
		confidence: 0.83,
		reason: null,
		citations: [],
		nearest: [],
		disagree: false,
		alsoIn: [],
		milliseconds,
		...change,
	};
}

const documents = new Map<string, Document>([[document.id, document]]);

describe('renderAnswer', () => {
	it('shows the sentence within its passage, then where it stands', () => {
		const citation = citationOf('The ferry lands at the salt pier.');
		const text = renderAnswer(answerOf({ citations: [citation] }), documents, 80);
		expect(text).toMatchInlineSnapshot(`
			"[1] Notes en · score 7.00
			  The sea is calm. The ferry lands at the salt pier. Bring a coat.
			  https://example.org/ferry#:~:text=The%20ferry%20lands%20at%20the%20salt%20pier.

			confidence 83 % · 4 ms"
		`);
	});

	it('shows the sentence that another leans on, though the passage is not shown', () => {
		const context = { start: 17, end: 50, quote: 'The ferry lands at the salt pier.' };
		const citation = { ...citationOf('Bring a coat.'), context };
		const text = renderAnswer(answerOf({ citations: [citation, { ...citation, n: 2 }] }), documents, 80);
		expect(text).toContain('  The sea is calm. The ferry lands at the salt pier. Bring a coat.');
		expect(text).toContain('\n  The ferry lands at the salt pier. Bring a coat.');
	});

	it('says that articles disagree, where the same stands, and in which languages more is said', () => {
		const citation = citationOf('Bring a coat.');
		const alsoAt = [{ ...citation, source: 'notes/ferry.md', publishedAt: '2024-11' }];
		const alsoIn = [
			{ language: 'fr', count: 2 },
			{ language: 'lo', count: 1 },
		];
		const answer = answerOf({ citations: [{ ...citation, alsoAt }], disagree: true, alsoIn });
		expect(renderAnswer(answer, documents, 80).split('\n')).toEqual([
			'The articles give different figures; the newest comes first.',
			'',
			expect.stringContaining('[1]'),
			expect.any(String),
			'  https://example.org/ferry#:~:text=Bring%20a%20coat.',
			'  also at 2024-11 notes/ferry.md',
			'',
			'also in French: 2, Lao: 1',
			'confidence 83 % · 4 ms',
		]);
	});

	it('says that the articles do not say, and what came nearest', () => {
		const citation = citationOf('Bring a coat.');
		const reason = 'nothing-relevant';
		const text = renderAnswer(
			answerOf({ answered: false, reason, confidence: 0.12, nearest: [citation] }),
			documents,
			80,
		);
		expect(text).toContain('The articles do not say.');
		expect(text).toContain('12 %');
		expect(text).toContain('Bring a coat.');
	});

	it.each(['empty-question', 'nothing-indexed'] as const)('says what to do about %s', (reason) => {
		expect(renderAnswer(answerOf({ answered: false, reason, confidence: 0 }), documents, 80)).not.toBe('');
	});

	it('shows a quote whose document is gone', () => {
		const citation = citationOf('Bring a coat.');
		expect(renderAnswer(answerOf({ citations: [citation] }), new Map(), 80)).toContain('Bring a coat.');
	});
});

describe('wrap', () => {
	it('breaks at words, within the width', () => {
		expect(
			wrap(
				[
					{ text: 'The ferry lands ', style: plain },
					{ text: 'at the salt pier.', style: plain },
				],
				12,
			),
		).toEqual(['The ferry', 'lands at the', 'salt pier.']);
	});

	it('counts two columns for what is wide', () => {
		expect(wrap([{ text: '春茶总产量', style: plain }], 4)).toEqual(['春茶', '总', '产量']);
	});

	it('loses nothing but white space, and breaks no grapheme', () => {
		const unit = fc.oneof(
			fc.constantFrom('👩‍👩‍👧‍👦', 'ferry ', 'น้ำ', '春', 'x'.repeat(30), ' ', 'é'),
			fc.string({ unit: 'grapheme', maxLength: 3 }),
		);
		const text = fc.array(unit, { maxLength: 40, size: 'max' }).map((units) => units.join('').replace(/\p{Cc}/gu, ''));
		fc.assert(
			fc.property(fc.array(text, { maxLength: 3 }), fc.integer({ min: 20, max: 60 }), (texts, width) => {
				const lines = wrap(
					texts.map((part) => ({ text: part, style: plain })),
					width,
				);
				const bare = (value: string) => value.replace(/\s/gu, '');
				expect(bare(lines.join(''))).toBe(bare(texts.join('')));
				for (const line of lines) expect(line.includes('\u200d') && !line.includes('👩‍👩‍👧‍👦')).toBe(false);
			}),
		);
	});
});
