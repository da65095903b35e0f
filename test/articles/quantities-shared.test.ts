import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../../articles/quantities/quantities.js';
import { sharedQuantities } from '../../articles/quantities/shared.js';

function shared(question: string, text: string) {
	return sharedQuantities(quantitiesIn(question), quantitiesIn(text));
}

describe('sharedQuantities', () => {
	it.each([
		['209,264.5', '209 264,5'],
		['209.264,5', '209,264.5'],
		['1.234', '1,234'],
		['1234', '1.234'],
		['๒๐๙', '二〇九'],
		['1.5 million', '150万'],
		['3 tỷ', '3 billion'],
		['21 November 2026', 'ngày 21/11/2026'],
		['21/11/2026', '21 พฤศจิกายน 2569'],
		['November 2026', '2026年11月21日'],
		['21 November', '21 ພະຈິກ 2026'],
		['tháng 11', '21 November 2026'],
		['in 2026', '21 ноября 2026'],
		['in 2026', 'ปี 2569'],
		['2026年', 'im Jahr 2026'],
		['ปี 2569', 'in 2026'],
		['ปี 2569', '2569'],
	])('finds %s in %s', (question, text) => {
		expect(shared(question, text)).toEqual({ asked: 1, found: 1 });
	});

	it.each([
		['209', '210'],
		['209', '209,264.5'],
		['21 November 2026', '21 November 2025'],
		['21 November 2026', 'November 2026'],
		['21 November 2026', '2026'],
		['21', '21 November'],
		['November 2026', '21 November'],
		['21 November', '20 November'],
		['tháng 1', 'tháng 11'],
		['2026', '2027-11-21'],
		['2026', '--'],
	])('does not find %s in %s', (question, text) => {
		expect(shared(question, text)).toEqual({ asked: 1, found: 0 });
	});

	it('counts a half for a day that the text gives without its year', () => {
		expect(shared('21 November 2026', 'on 21 November')).toEqual({ asked: 1, found: 0.5 });
	});

	it('counts each quantity of the question once, and only those that the text has', () => {
		expect(shared('209, 209 or 48 on 3 May 2026', '48 villages, 209 people, 7 roads')).toEqual({ asked: 3, found: 2 });
		expect(shared('who?', '209')).toEqual({ asked: 0, found: 0 });
	});

	it('finds in a text all that it states, and never more than is asked', () => {
		const texts = fc.array(fc.constantFrom('209', '1.234', '21/11/2026', '3 May', 'tháng 11', '5 billion', '2026年'));
		fc.assert(
			fc.property(texts, texts, (a, b) => {
				const [question, text] = [a.join('; '), b.join('; ')];
				const own = shared(question, question);
				expect(own.found).toBe(own.asked);
				expect(shared(question, `${text}; ${question}`)).toEqual(own);
				expect(shared(question, text).found).toBeLessThanOrEqual(own.asked);
			}),
		);
	});
});
