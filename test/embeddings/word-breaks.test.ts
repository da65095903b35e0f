import { describe, expect, it } from 'vitest';
import { WordBreaks } from '../../embeddings/word-breaks.js';

/** Whether a word ends between two pieces of a vocabulary, as NFKC leaves them there. */
function endsBetween(left: string, right: string): boolean {
	const pieces = [left, right].map((piece) => piece.normalize('NFKC'));
	return new WordBreaks({ piece: (token) => pieces[token] ?? '' }).between(0, 1);
}

describe('WordBreaks', () => {
	it('finds the ends of words in scripts that put no spaces there', () => {
		for (const [left, right] of [
			['ประเทศ', 'ของ'],
			['▁ປະເທດ', 'ລາວ'],
			['ប្រទេស', 'កម្ពុជា'],
			['总理', '在'],
			['東京', 'で'],
		] as const)
			expect(endsBetween(left, right), `${left} ${right}`).toBe(true);
	});

	it('joins the pieces of one word', () => {
		for (const [left, right] of [
			['ประ', 'เทศ'],
			['▁ປະ', 'ເທດ'],
			['ប្រ', 'ទេស'],
			['总', '理'],
			['東', '京'],
		] as const)
			expect(endsBetween(left, right), `${left} ${right}`).toBe(false);
	});

	it('asks of the place between the two, and of no later one', () => {
		expect(endsBetween('ประ', 'เทศของ')).toBe(false);
		expect(endsBetween('总', '理在')).toBe(false);
	});

	it('knows words whose vowels NFKC takes apart', () => {
		expect(endsBetween('สำ', 'คัญ')).toBe(false);
		expect(endsBetween('ສຳ', 'ຄັນ')).toBe(false);
		expect(endsBetween('ทำ', 'ไม่')).toBe(true);
		expect(endsBetween('กำ', 'หนด')).toBe(false);
		expect(endsBetween('การ', 'ทำงาน')).toBe(true);
		expect(endsBetween('ຄຳ', 'ຖາມ')).toBe(true);
	});

	it('leaves a vowel whole that two pieces share', () => {
		expect(endsBetween('ท\u0e4d', '\u0e32งาน')).toBe(false);
	});

	it('ends a word where a space is', () => {
		expect(endsBetween('总', '▁理')).toBe(true);
	});
});
