import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatSentences, MOST_QUOTED } from '../../../answers/summary/chat-sentences.js';
import { plainTextOf } from '../../../answers/summary/plain-text.js';
import { hostileText } from './chat-arbitraries.js';

const sentencesOf = (text: string, language: string) =>
	chatSentences(plainTextOf(text).words, language).map(({ start, end }) => text.slice(start, end));

describe('chatSentences', () => {
	it('parts sentences of those who write no capitals', () => {
		expect(sentencesOf('did anyone find the keys? i left them on the table. they are red', 'en')).toEqual([
			'did anyone find the keys?',
			'i left them on the table.',
			'they are red',
		]);
	});

	it('does not take an abbreviation for an end', () => {
		expect(sentencesOf('meet dr. tran at no. 5 with mr. ba', 'en')).toEqual(['meet dr. tran at no. 5 with mr. ba']);
	});

	it('parts sentences of scripts without spaces', () => {
		expect(sentencesOf('照片打印用什么尺寸？四十乘六十厘米最合适', 'zh')).toEqual([
			'照片打印用什么尺寸？',
			'四十乘六十厘米最合适',
		]);
	});

	it('leaves out what stands around the words', () => {
		expect(sentencesOf('<@12> great news 🎉🎉', 'en')).toEqual(['great news']);
		expect(sentencesOf('🎉', 'und')).toEqual([]);
	});

	it('parts a sentence that is too long at its clauses', () => {
		const clause = 'the road to the village is closed since the bridge was washed away by the river';
		const parts = sentencesOf(Array.from({ length: 9 }, () => clause).join(', '), 'en');
		expect(parts.length).toBeGreaterThan(2);
		for (const part of parts) {
			expect(part.length).toBeLessThanOrEqual(MOST_QUOTED);
			expect(part.replace(/,$/, '').endsWith('river')).toBe(true);
		}
	});

	it('gives spans in order that do not overlap and begin and end with words', () => {
		fc.assert(
			fc.property(hostileText, fc.constantFrom('en', 'vi', 'lo', 'zh', 'und'), (text, language) => {
				const { words } = plainTextOf(text);
				let from = 0;
				for (const { start, end } of chatSentences(words, language)) {
					expect(start).toBeGreaterThanOrEqual(from);
					expect(end).toBeGreaterThan(start);
					expect(words.slice(start, end)).toBe(words.slice(start, end).trim());
					expect(words.slice(start, end)).not.toContain('\n');
					from = end;
				}
			}),
		);
	});
});
