import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresIn, figuresOf, valueOf } from '../../../cli/evaluation/figures.js';
import { expectKnown, missedFloors, parseFloor } from '../../../cli/evaluation/floors.js';
import { UsageError } from '../../../cli/evaluation/usage-error.js';

const REPORT = {
	within: 0.95,
	across: 0.6,
	denseWithin: 0.8,
	denseAcross: Number.NaN,
	means: { 'recall@10': { within: 0.99, across: 0.7, denseWithin: 0.9, denseAcross: 0.5 } },
	'ndcg@10': { en: { en: 0.97, 'zh-hant': 0.5 }, 'zh-hant': { en: 0.4, 'zh-hant': 0.93 } },
	dense: { en: { en: 0.8 } },
	accents: { en: { share: 0.9 } },
};
const FIGURES = figuresOf('pairs', ['en', 'zh-hant']);

describe('parseFloor', () => {
	it('reads a name and a decimal number', () => {
		expect(parseFloor('within=0.955')).toEqual({ name: 'within', least: 0.955 });
		expect(parseFloor('en-zh-hant=1')).toEqual({ name: 'en-zh-hant', least: 1 });
		fc.assert(
			fc.property(
				fc.constantFrom('within', 'map.vi', 'within.recall@1'),
				fc.integer({ min: 0, max: 1000 }),
				(name, n) => {
					expect(parseFloor(`${name}=${n / 1000}`)).toEqual({ name, least: n / 1000 });
				},
			),
		);
	});

	it.each(['within', 'within=', '=0.5', 'within=abc', 'within=0.5=1', 'within=0,5', 'within=1e3', 'within=Infinity'])(
		'refuses %s',
		(text) => {
			expect(parseFloor(text)).toBeUndefined();
		},
	);
});

describe('expectKnown', () => {
	it('takes means, cells of two languages and further measures', () => {
		const names = ['within', 'denseAcross', 'across.recall@10', 'en-zh-hant', 'dense.en-en', 'accents.en'];
		expectKnown(
			names.map((name) => ({ name, least: 0 })),
			FIGURES,
		);
	});

	it('refuses any other name, and lists what there is', () => {
		const unknown = () => {
			expectKnown([{ name: 'en-vi', least: 0.5 }], FIGURES);
		};
		expect(unknown).toThrow(UsageError);
		expect(unknown).toThrow(/no figure "en-vi".*within, across.*en-en/);
	});
});

describe('missedFloors', () => {
	it('has a line for each figure that is lower, or that was not measured', () => {
		const floors = [
			{ name: 'within', least: 0.95 },
			{ name: 'across', least: 0.6001 },
			{ name: 'en-zh-hant', least: 0.51 },
			{ name: 'denseAcross', least: 0 },
			{ name: 'within.recall@10', least: 1 },
		];
		expect(missedFloors(REPORT, floors, FIGURES)).toEqual([
			'across is 0.6000, below its floor of 0.6001',
			'en-zh-hant is 0.5000, below its floor of 0.51',
			'denseAcross was not measured, and its floor is 0',
			'within.recall@10 is 0.9900, below its floor of 1',
		]);
	});
});

describe('figuresOf', () => {
	it('leads to the numbers of a report', () => {
		const valueOfName = (name: string) =>
			valueOf(
				REPORT,
				FIGURES.find((figure) => figure.name === name)!,
			);
		expect(['within', 'zh-hant-en', 'en-zh-hant', 'dense.en-en', 'accents.en'].map(valueOfName)).toEqual([
			0.95, 0.4, 0.5, 0.8, 0.9,
		]);
		expect(valueOfName('dense.zh-hant-en')).toBeNaN();
	});

	it('names nothing twice', () => {
		for (const kind of ['pairs', 'pool', 'sentences'] as const) {
			const names = figuresOf(kind, ['en', 'vi', 'th']).map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
		}
	});
});

describe('figuresIn', () => {
	it('finds the numbers of any report and of its lists by name, and no counts', () => {
		const report = {
			model: 'm',
			questions: 9,
			first: 0.5,
			byLanguage: { vi: 0.4 },
			misses: [1],
			sample: { of: 5 },
			none: null,
		};
		expect(figuresIn(report).map((figure) => [figure.name, valueOf(report, figure)])).toEqual([
			['first', 0.5],
			['byLanguage.vi', 0.4],
		]);
	});
});
