import { describe, expect, it } from 'vitest';
import type { Answer, Citation } from '../../answers/answer.js';
import { citedQuote } from '../../answers/cite.js';
import type { Document } from '../../articles/document.js';
import type { Draft } from '../../articles/draft.js';
import { toDocument } from '../../articles/to-document.js';
import { renderAnswer } from '../../cli/render-answer.js';
import { columnsOf } from '../../cli/wrap.js';
import { documentOf } from '../support/collections.js';

const ferry = documentOf(
	'https://example.org/ferry',
	'The sea is calm. The ferry lands at the salt pier. Bring a coat.',
	'en',
);

function articleOf(source: string, blocks: readonly Draft[]): Document {
	return toDocument({ source, title: 'Notes', publishedAt: null, language: 'en', blocks, leftOut: [] });
}

/** The citation of what is found by its words, within the whole text as its passage. */
function citationOf(document: Document, words: readonly string[], change: Partial<Citation> = {}): Citation {
	const found = words.map((wording) => {
		const start = document.text.indexOf(wording);
		return { start, end: start + wording.length };
	});
	return {
		n: 1,
		...citedQuote(document, found),
		passage: { start: 0, end: document.text.length },
		score: 7,
		alsoAt: [],
		disagreesWith: [],
		...change,
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

/** The lines between the head of the first citation and the words on confidence. */
function shown(citations: readonly Citation[], documents: readonly Document[] = [], columns = 80): string[] {
	const byId = new Map<string, Document>(documents.map((document) => [document.id, document]));
	return renderAnswer(answerOf({ citations }), byId, columns).split('\n').slice(1, -2);
}

const quoted = (lines: readonly string[]) => lines.filter((line) => line.startsWith('  │ '));

describe('renderAnswer', () => {
	it('marks the sentence among the words around it, then says where it stands', () => {
		const citation = citationOf(ferry, ['The ferry lands at the salt pier.']);
		const text = renderAnswer(answerOf({ citations: [citation] }), new Map([[ferry.id, ferry]]), 80);
		expect(text).toMatchInlineSnapshot(`
			"[1] Notes · en · score 7.00
			  The sea is calm.
			  │ The ferry lands at the salt pier.
			  Bring a coat.
			  https://example.org/ferry#:~:text=The%20ferry%20lands%20at%20the%20salt%20pier.

			confidence 83 % · 4 ms"
		`);
	});

	it('shows the words of the same block alone, with … where they are cut', () => {
		const article = documentOf(
			'pier.md',
			'The first paragraph.\nOne gull. Two gulls sleep on the roof. Tickets cost four crowns. Three gulls. Four gulls.\nThe last paragraph.',
			'en',
		);
		const passage = { start: article.text.indexOf('Two'), end: article.text.indexOf(' Four') };
		expect(
			shown(
				[citationOf(article, ['Tickets cost four crowns.'], { passage, context: null, contextKind: null })],
				[article],
			),
		).toEqual(['  … Two gulls sleep on the roof.', '  │ Tickets cost four crowns.', '  Three gulls. …', '  pier.md']);
	});

	it('shows the sentence that another leans on once, unmarked', () => {
		const article = documentOf(
			'https://example.org/a',
			'The cafe is small. The ferry lands at noon. It leaves at one. Bring a coat.',
			'en',
		);
		const citation = citationOf(article, ['It leaves at one.']);
		expect(citation.context?.quote).toBe('The ferry lands at noon.');
		expect(shown([citation], [article]).slice(0, -1)).toEqual([
			'  The cafe is small.',
			'  The ferry lands at noon.',
			'  │ It leaves at one.',
			'  Bring a coat.',
		]);
	});

	it('shows nothing twice where two citations stand in one paragraph', () => {
		const citations = ['The sea is calm.', 'Bring a coat.'].map((words, i) => citationOf(ferry, [words], { n: i + 1 }));
		const lines = shown(citations, [ferry]);
		for (const sentence of ['The sea is calm.', 'The ferry lands at the salt pier.', 'Bring a coat.'])
			expect(lines.filter((line) => line.includes(sentence))).toHaveLength(1);
		expect(quoted(lines)).toEqual(['  │ The sea is calm.', '  │ Bring a coat.']);
	});

	it('shows the answer under its question, and the headings that both stand under', () => {
		const article = articleOf('https://example.org/faq', [
			{ kind: 'heading', level: 1, text: 'Tickets', anchor: 'tickets' },
			{ kind: 'question', text: 'May I bring a bicycle?', anchor: 'bicycle' },
			{ kind: 'paragraph', text: 'Bicycles ride for free. They stand at the bow.' },
		]);
		const citation = citationOf(article, ['Bicycles ride for free.']);
		expect(renderAnswer(answerOf({ citations: [citation] }), new Map([[article.id, article]]), 80))
			.toMatchInlineSnapshot(`
			"[1] Notes › Tickets · en · score 7.00
			  May I bring a bicycle?
			  │ Bicycles ride for free. They stand at the bow.
			  https://example.org/faq#bicycle:~:text=Bicycles%20ride%20for%20free.%20They%20stand%20at%20the%20bow.

			confidence 83 % · 4 ms"
		`);
	});

	it('shows a list with its numbers, nested items set in, behind the line that introduces it', () => {
		const article = articleOf('notes/pack.md', [
			{ kind: 'heading', level: 2, text: 'Before you leave', anchor: 'before' },
			{ kind: 'paragraph', text: 'It may rain. Bring with you:' },
			{ kind: 'open', what: 'list' },
			{ kind: 'item', number: 1, text: 'A coat that keeps the wind and the rain of the whole long crossing out' },
			{ kind: 'open', what: 'list' },
			{ kind: 'item', number: null, text: 'In winter two of them' },
			{ kind: 'close', what: 'list' },
			{ kind: 'item', number: 2, text: 'Four crowns' },
			{ kind: 'close', what: 'list' },
		]);
		expect(shown([citationOf(article, ['Four crowns'])], [article], 60)).toEqual([
			'  │ Bring with you:',
			'  │ 1. A coat that keeps the wind and the rain of the whole',
			'  │    long crossing out',
			'  │   - In winter two of them',
			'  │ 2. Four crowns',
			'  notes/pack.md#before',
		]);
	});

	it('says how many items of a long list are left out', () => {
		const items = Array.from({ length: 20 }, (_, i): Draft => ({
			kind: 'item',
			number: null,
			text: `Pier number ${i}`,
		}));
		const article = articleOf('piers.md', [{ kind: 'open', what: 'list' }, ...items, { kind: 'close', what: 'list' }]);
		expect(quoted(shown([citationOf(article, ['Pier number 7'])], [article]))).toEqual([
			'  │ … 7 more',
			'  │ - Pier number 7',
			'  │ … 12 more',
		]);
	});

	it('shows a row with what names its cells', () => {
		const row = (isHead: boolean, ...cells: string[]): Draft => ({
			kind: 'row',
			isHead,
			cells: cells.map((text) => ({ text })),
		});
		const article = articleOf('plans.md', [
			{ kind: 'open', what: 'table' },
			row(true, 'Plan', 'Stations', 'Price a month'),
			row(false, 'Harbor', '3', '4 euros'),
			row(false, 'Ridge', '12', '11 euros'),
			{ kind: 'close', what: 'table' },
		]);
		expect(quoted(shown([citationOf(article, ['Ridge\t12\t11 euros'])], [article]))).toEqual([
			'  │ Plan: Ridge · Stations: 12 · Price a month: 11 euros',
		]);
	});

	it.each([20, 80])('leaves code, commands and addresses unbroken in a terminal of %d columns', (columns) => {
		const command = `relay restart --station harbor ${'--gate north '.repeat(15)}`.trim();
		const url = `https://example.org/${'relay/'.repeat(20)}`;
		const article = articleOf('https://example.org/relay', [
			{ kind: 'paragraph', text: `All is told at ${url} in full. Restart it by:` },
			{ kind: 'code', language: 'bash', text: `${command}\nif true; then\n\techo done\nfi` },
		]);
		const code = quoted(shown([citationOf(article, [command])], [article], columns));
		expect(code).toEqual(['  │ Restart it by:', `  │ ${command}`, '  │ if true; then', '  │ \techo done', '  │ fi']);
		const prose = shown([citationOf(article, [`All is told at ${url} in full.`])], [article], columns);
		expect(prose).toContain(`  │ ${url}`);
		for (const line of [...code, ...prose])
			if (!line.includes('relay')) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
	});

	it('marks each line of a quote that is wrapped, in any script', () => {
		const text = '渡し船は冬になると古い塩の桟橋に着きますので、乗る人は暖かい上着を持って来てください。';
		const article = documentOf('https://example.org/ja', text, 'ja');
		const lines = quoted(shown([citationOf(article, [text])], [article], 24));
		expect(lines.length).toBeGreaterThan(3);
		expect(lines.map((line) => line.slice(4)).join('')).toBe(text);
		for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(24);
	});

	it('passes nothing to the terminal that it would obey', () => {
		const evil = '\u001b[31m\u0007';
		const article = documentOf('https://example.org/a', 'The red door opens.', 'en');
		const citation = citationOf(article, ['The red door opens.']);
		const [part] = citation.parts;
		if (part?.kind !== 'sentence') throw new Error('Expected a sentence');
		const excerpt = { start: 0, end: 0, quote: evil };
		const hostile = {
			...citation,
			source: `notes${evil}.md`,
			anchor: evil,
			title: evil,
			breadcrumb: [excerpt],
			context: excerpt,
			parts: [{ ...part, quote: evil }],
		};
		expect(renderAnswer(answerOf({ citations: [hostile] }), new Map(), 80)).not.toMatch(/(?!\n)\p{Cc}/u);
	});

	it('says that articles disagree, where the same stands, and in which languages more is said', () => {
		const citation = citationOf(ferry, ['The sea is calm.']);
		const alsoAt = [{ ...citation, source: 'notes/ferry.md', publishedAt: '2024-11' }];
		const alsoIn = [
			{ language: 'fr', count: 2 },
			{ language: 'lo', count: 1 },
		];
		const answer = answerOf({ citations: [{ ...citation, alsoAt }], disagree: true, alsoIn });
		expect(renderAnswer(answer, new Map(), 80).split('\n')).toEqual([
			'The articles give different figures; the newest comes first.',
			'',
			expect.stringContaining('[1]'),
			'  │ The sea is calm.',
			'  https://example.org/ferry#:~:text=The%20sea%20is%20calm.',
			'  also at 2024-11 notes/ferry.md',
			'',
			'also in French: 2, Lao: 1',
			'confidence 83 % · 4 ms',
		]);
	});

	it('says that the articles do not say, and what came nearest', () => {
		const nearest = [citationOf(ferry, ['Bring a coat.'])];
		const text = renderAnswer(
			answerOf({ answered: false, reason: 'nothing-relevant', confidence: 0.12, nearest }),
			new Map([[ferry.id, ferry]]),
			80,
		);
		expect(text).toContain('The articles do not say.');
		expect(text).toContain('12 %');
		expect(text).toContain('│ Bring a coat.');
	});

	it.each(['empty-question', 'nothing-indexed'] as const)('says what to do about %s', (reason) => {
		expect(renderAnswer(answerOf({ answered: false, reason, confidence: 0 }), new Map(), 80)).not.toBe('');
	});
});
