import fc from 'fast-check';
import type { Draft } from '../../articles/draft.js';

const words = fc.stringMatching(/^[a-zé]{1,8}( [a-z0-9]{1,6}){0,5}$/);
const sentence = words.map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
const anchor = fc.option(fc.stringMatching(/^[a-z-]{1,8}$/), { nil: undefined });

const heading = fc
	.record({ level: fc.integer({ min: 1, max: 6 }), text: words, anchor })
	.map((of): Draft => ({ kind: 'heading', ...of }));
const prose = fc
	.record({
		kind: fc.constantFrom('paragraph' as const, 'quotation' as const, 'caption' as const),
		text: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' ')),
	})
	.map((of): Draft => of);
const code = fc
	.record({
		language: fc.option(fc.constant('sh')),
		text: fc.array(words, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n  ')),
	})
	.map((of): Draft => ({ kind: 'code', ...of }));
const cell = fc.record({
	text: fc.oneof(words, fc.constant('')),
	isHead: fc.boolean(),
	columns: fc.integer({ min: 1, max: 3 }),
	rows: fc.integer({ min: 1, max: 3 }),
});
const row = fc
	.record({ isHead: fc.boolean(), cells: fc.array(cell, { minLength: 1, maxLength: 5 }) })
	.map((of): Draft => ({ kind: 'row', ...of }));

/** Drafts of documents: blocks of every kind, nested as readers nest them. */
export const drafts: fc.Arbitrary<Draft[]> = fc.letrec<{ all: Draft[]; list: Draft[]; block: Draft[] }>((tie) => ({
	all: fc.array(tie('block'), { maxLength: 10 }).map((blocks) => blocks.flat()),
	block: fc.oneof(
		{ maxDepth: 3 },
		fc
			.oneof(
				heading,
				prose,
				code,
				words.map((text): Draft => ({ kind: 'question', text: `${text}?` })),
			)
			.map((draft) => [draft]),
		fc.array(row, { minLength: 1, maxLength: 4 }).map((rows) => [open('table'), ...rows, close('table')]),
		tie('list'),
		fc
			.tuple(words, fc.array(fc.oneof(prose, code), { maxLength: 3 }))
			.map(([text, answer]): Draft[] => [
				open('section'),
				{ kind: 'question', text: `${text}?` },
				...answer,
				close('section'),
			]),
	),
	list: fc
		.tuple(
			fc.boolean(),
			fc.array(fc.tuple(sentence, fc.option(tie('list'), { nil: [] })), { minLength: 1, maxLength: 5 }),
		)
		.map(([isOrdered, items]) => [
			open('list'),
			...items.flatMap(([text, nested], i): Draft[] => [
				{ kind: 'item', number: isOrdered ? i + 1 : null, text },
				...nested,
			]),
			close('list'),
		]),
})).all;

function open(what: 'list' | 'table' | 'section'): Draft {
	return { kind: 'open', what };
}

function close(what: 'list' | 'table' | 'section'): Draft {
	return { kind: 'close', what };
}
