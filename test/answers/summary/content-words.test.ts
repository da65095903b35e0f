import { describe, expect, it } from 'vitest';
import { contentWords, wordCount, wordsIn } from '../../../answers/summary/content-words.js';

describe('contentWords', () => {
	it.each([
		['en', "I've been told that we don't open the bridge until Monday", ['told', 'open', 'bridge', 'monday']],
		['fr', 'Je vais vous envoyer le rapport de l’hôpital demain', ['envoyer', 'rapport', 'hopital', 'demain']],
		['vi', 'Tôi sẽ gửi báo cáo cho bạn', ['gui', 'bao', 'cao']],
		['vi', 'toi se gui cho ban hai ban cau', ['gui', 'cau']],
		['vi', 'Họp ngày 12 tháng 3 năm 2026', ['hop', '12', '3', '2026', '--03-12']],
		['th', 'เราจะประชุมเรื่องสะพานพรุ่งนี้', ['ประชุม', 'สะพาน', 'พรุ่ง']],
		['zh', '我们明天讨论这个项目', ['明天', '讨论', '项目']],
		['und', 'ok thanks', []],
		['de', 'Ich schicke dir 209.264,5 Euro', ['schicke', '209', '264', '5', 'euro', '209264.5']],
	])('leaves out what tells nothing, in %s', (language, text, words) => {
		expect(contentWords(text, language)).toEqual(words);
	});

	it('keeps a word as often as it stands there, and figures of one digit', () => {
		expect(contentWords('Ferry 4, ferry 5', 'en')).toEqual(['ferry', '4', 'ferry', '5']);
	});
});

describe('wordsIn', () => {
	it('parts what has spaces at these, and what has none by a dictionary', () => {
		expect(wordsIn("#Person1#: Don't go!")).toEqual(['person1', 'don', 't', 'go']);
		expect(wordsIn('สะพานข้ามแม่น้ำ')).toEqual(['สะพาน', 'ข้าม', 'แม่น้ำ']);
		expect(wordCount('明天讨论 v2')).toBe(3);
		expect(wordCount(' … ')).toBe(0);
	});
});
