import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compare, readEarlier, type Origin } from '../../../cli/evaluation/comparison.js';
import { figuresOf } from '../../../cli/evaluation/figures.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const ORIGIN: Origin = { measured: 'pairs', questionSet: '0123456789abcdef' };
const FIGURES = figuresOf('pairs', ['en', 'vi']);
const reportOf = (within: number, enVi: number, viEn: number, viVi: number) => ({
	...ORIGIN,
	model: 'earlier@1',
	within,
	across: null,
	'ndcg@10': { en: { en: 0.9, vi: enVi }, vi: { en: viEn, vi: viVi } },
});

async function fileOf(content: unknown): Promise<string> {
	const path = join(await temporaryFolder(), 'earlier.json');
	await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
	return path;
}

describe('compare', () => {
	it('has the differences of means, and those cells that gained and lost most, most first', () => {
		const comparison = compare(reportOf(0.5, 0.5, 0.5, 0.5), reportOf(0.75, 0.25, 0.625, 0.75), FIGURES);
		expect(comparison).toEqual({
			model: 'earlier@1',
			means: [{ name: 'within', before: 0.5, now: 0.75, difference: 0.25 }],
			gains: [
				{ name: 'vi-vi', before: 0.5, now: 0.75, difference: 0.25 },
				{ name: 'vi-en', before: 0.5, now: 0.625, difference: 0.125 },
			],
			losses: [{ name: 'en-vi', before: 0.5, now: 0.25, difference: -0.25 }],
		});
	});

	it('finds no gain and no loss in the same report', () => {
		const report = reportOf(0.5, 0.5, 0.5, 0.5);
		expect(compare(report, report, FIGURES)).toMatchObject({ means: [{ difference: 0 }], gains: [], losses: [] });
	});

	it('lists five of each at most, the largest', () => {
		const languages = ['a', 'b', 'c'];
		const matrix = (value: (i: number) => number) =>
			Object.fromEntries(
				languages.map((of, i) => [of, Object.fromEntries(languages.map((other, j) => [other, value(3 * i + j)]))]),
			);
		const [before, now] = [{ 'ndcg@10': matrix(() => 0.5) }, { 'ndcg@10': matrix((i) => 0.5 - i / 16) }];
		const worse = compare(before, now, figuresOf('pairs', languages));
		expect(worse).toMatchObject({ gains: [], model: 'unknown' });
		expect(worse.losses.map(({ name }) => name)).toEqual(['c-c', 'c-b', 'c-a', 'b-c', 'b-b']);
		const better = compare(now, before, figuresOf('pairs', languages));
		expect(better.losses).toEqual([]);
		expect(better.gains.map(({ name }) => name)).toEqual(['c-c', 'c-b', 'c-a', 'b-c', 'b-b']);
	});
});

describe('readEarlier', () => {
	it('reads what was measured on the same questions', async () => {
		const report = reportOf(0.5, 0.5, 0.5, 0.5);
		expect(await readEarlier(await fileOf(report), ORIGIN)).toEqual(report);
	});

	it.each([
		['no file', undefined, 'cannot be read'],
		['no JSON', 'Dear diary', 'cannot be read'],
		['a list', [], 'is no report'],
		['null', null, 'is no report'],
		['a report that does not say what was asked', { within: 0.5 }, 'does not say what it measured'],
		['another measurement', { ...ORIGIN, measured: 'pool' }, 'measured pool, and this run measures pairs'],
		['other questions', { ...ORIGIN, questionSet: 'f' }, 'on other questions or passages'],
	])('refuses %s', async (_, content, message) => {
		const path = content === undefined ? join(await temporaryFolder(), 'none.json') : await fileOf(content);
		await expect(readEarlier(path, ORIGIN)).rejects.toThrow(message);
	});
});
