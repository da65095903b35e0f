import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentScores, dropAccents, hasAccents } from '../../../cli/evaluation/accents.js';

const setOf = (language: string, ...texts: string[]) => ({
	language,
	passages: ['x'],
	questions: texts.map((text, i) => ({ id: String(i), text, passage: 0 })),
});

describe('hasAccents', () => {
	it.each([
		['Huyện Kỳ Sơn ở đâu?', true],
		['Đa', true],
		['Où ?', true],
		['Where IS it, in 1984?', false],
		['อยู่ที่ไหน ๒๕๖๗', false],
		['कहाँ', false],
		['', false],
	])('of %j is %s', (text, expected) => {
		expect(hasAccents(text)).toBe(expected);
	});

	it('is false of what has been asked without accents', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				fc.pre(hasAccents(text));
				expect(dropAccents(text)).not.toBe(text);
			}),
		);
		expect(dropAccents('Huyện Kỳ Sơn')).toBe('huyen ky son');
		expect(hasAccents(dropAccents('Huyện Kỳ Sơn'))).toBe(false);
	});
});

describe('accentScores', () => {
	it('says what is left, in the own language and in the others, of languages that have accents', () => {
		const written = { vi: { vi: 0.8, en: 0.5, fr: 0.3 }, en: { vi: 0.5, en: 1, fr: 0.5 } };
		const bare = { vi: { vi: 0.6, en: 0.1, fr: 0.3 }, en: { vi: 0.5, en: 1, fr: 0.5 } };
		const sets = [setOf('vi', 'Ở đâu?', 'Ai?', 'Ai?', 'Khi nào?'), setOf('en', 'Where?')];
		expect(accentScores(sets, written, bare)).toEqual({
			vi: {
				changed: 0.5,
				'ndcg@10': 0.6,
				share: expect.closeTo(0.75, 10) as number,
				// (0.1 + 0.3) / (0.5 + 0.3)
				shareAcross: expect.closeTo(0.5, 10) as number,
			},
		});
	});

	it('has no share across where there is one language', () => {
		const scores = accentScores([setOf('vi', 'Ở đâu?')], { vi: { vi: 0.8 } }, { vi: { vi: 0.4 } });
		expect(scores).toMatchObject({ vi: { share: 0.5, shareAcross: Number.NaN } });
	});
});
