import { describe, expect, it } from 'vitest';
import { figuresOfPairs } from '../../../cli/evaluation/pair-report.js';

/** Ranks of the right passages to two questions: by question language and passage language. */
const FULL: Record<string, readonly number[]> = {
	'en en': [1, 1],
	'en vi': [1, 3],
	'vi en': [Infinity, 11],
	'vi vi': [2, 10],
};

const figures = figuresOfPairs(['en', 'vi'], (asked, passages) => ({
	full: FULL[`${asked} ${passages}`] ?? [],
	dense: asked === passages ? [1, Infinity] : [Infinity, Infinity],
}));

describe('figuresOfPairs', () => {
	it('takes the mean of each measure over the questions of a cell', () => {
		// 1 / log2(1 + rank): 1 at rank 1, 0.5 at rank 3, 0.63093 at rank 2, 0.28906 at rank 10
		expect(figures['ndcg@10'].en).toEqual({ en: 1, vi: 0.75 });
		expect(figures['ndcg@10'].vi).toEqual({ en: 0, vi: expect.closeTo(0.46, 4) as number });
		expect(figures['recall@1']).toEqual({ en: { en: 1, vi: 0.5 }, vi: { en: 0, vi: 0 } });
		expect(figures['recall@10']).toEqual({ en: { en: 1, vi: 1 }, vi: { en: 0, vi: 1 } });
		expect(figures['mrr@10'].en?.vi).toBeCloseTo(2 / 3, 10);
		expect(figures['mrr@10'].vi).toEqual({ en: 0, vi: 0.3 });
		expect(figures.dense).toEqual({ en: { en: 0.5, vi: 0 }, vi: { en: 0, vi: 0.5 } });
	});

	it('takes means over the languages, and over the pairs of different ones', () => {
		expect(figures.means['recall@1']).toEqual({ within: 0.5, across: 0.25, denseWithin: 0.5, denseAcross: 0 });
		expect(figures.means['recall@10']).toMatchObject({ within: 1, across: 0.5 });
		expect(figures).toMatchObject({ across: 0.375, denseWithin: 0.5, denseAcross: 0 });
		expect(figures.within).toBe(figures.means['ndcg@10'].within);
	});

	it('lists the worst cells, worst first', () => {
		expect(figures.worst.map(({ asked, passages }) => `${asked} ${passages}`)).toEqual([
			'vi en',
			'vi vi',
			'en vi',
			'en en',
		]);
		expect(figures.worst[0]).toEqual({ asked: 'vi', passages: 'en', 'ndcg@10': 0 });
	});

	it('has no mean across of one language, and no figure where nothing was asked', () => {
		const one = figuresOfPairs(['en'], () => ({ full: [1], dense: [1] }));
		expect(one).toMatchObject({ within: 1, across: Number.NaN, worst: [{ 'ndcg@10': 1 }] });
		expect(figuresOfPairs(['en'], () => ({ full: [], dense: [] }))).toMatchObject({ within: Number.NaN, worst: [] });
	});
});
