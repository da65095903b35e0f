import { describe, expect, it } from 'vitest';
import { matrixTable, table } from '../../../cli/evaluation/table.js';

describe('table', () => {
	it('aligns the first column to the left and the others to the right', () => {
		expect(
			table([
				['', 'first', 'map'],
				['en', '90.0 %', '–'],
				['zh-hant', '1', '0.5'],
			]),
		).toEqual(['          first  map', 'en       90.0 %    –', 'zh-hant       1  0.5']);
	});
});

describe('matrixTable', () => {
	const matrixFor = (languages: readonly string[]) =>
		Object.fromEntries(languages.map((asked) => [asked, Object.fromEntries(languages.map((of) => [of, 0.5]))]));

	it('has a row for each language of questions and a column for each of passages', () => {
		const matrix = { en: { en: 1, vi: 0.25 }, vi: { en: Number.NaN, vi: 0.9876 } };
		expect(matrixTable(['en', 'vi'], matrix)).toEqual([
			'          en    vi',
			'    en 1.000 0.250',
			'    vi     – 0.988',
		]);
	});

	it('fits sixteen cells of a short language into 100 columns, and parts what does not fit', () => {
		const languages = Array.from({ length: 40 }, (_, i) => `l${i + 10}`);
		const lines = matrixTable(languages, matrixFor(languages));
		expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
		expect(lines).toHaveLength(3 * 41);
		expect(lines.join('\n').match(/0\.500/g)).toHaveLength(1600);
		const twelve = languages.slice(0, 12);
		expect(matrixTable(twelve, matrixFor(twelve))).toHaveLength(13);
	});

	it('keeps cells apart where the names of languages are long', () => {
		const languages = ['zh-hant-tw', 'zh-hans-cn'];
		for (const line of matrixTable(languages, matrixFor(languages)).slice(1)) expect(line).toMatch(/ 0\.500 +0\.500$/);
	});
});
