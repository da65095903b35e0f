import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTextOf } from '../../../answers/summary/plain-text.js';
import { hostileText } from './chat-arbitraries.js';

/** The words, single spaces between them. */
const wordsOf = (text: string) => plainTextOf(text).words.replace(/\s+/gu, ' ').trim();

describe('plainTextOf', () => {
	it('leaves every unit where it is in the message', () => {
		fc.assert(
			fc.property(hostileText, (text) => {
				const { words, links } = plainTextOf(text);
				expect(words).toHaveLength(text.length);
				for (const [i, unit] of Array.from({ length: words.length }, (_, at) => words.charAt(at)).entries()) {
					if (unit !== ' ' && unit !== '\n') expect(unit).toBe(text.charAt(i));
				}
				for (const { url, start, end } of links) {
					if (!text.slice(start, end).startsWith('[')) expect(text.slice(start, end)).toBe(url);
				}
			}),
		);
	});

	it.each([
		['**Bring** the _blue_ ~~old~~ boots', 'Bring the blue old boots'],
		['<@123> and <@!45>, see <#67> <@&89> @everyone', 'and , see'],
		['well done <:party:1034567890> <a:wave:12> :tada: 👍🏽 1️⃣ 🇻🇳', 'well done'],
		['# Plan\n- tents\n-# small print', 'Plan tents small print'],
		['run `npm test` first', 'run npm test first'],
		['look at [the map](https://example.org/map) now', 'look at the map now'],
		['\\*not emphasis\\* and snake_case_name', '*not emphasis * and snake_case_name'],
		['at 10:30:45 sharp', 'at 10:30:45 sharp'],
		['half \ud83d a pair', 'half a pair'],
	])('takes the marks from %j', (text, words) => {
		expect(wordsOf(text)).toBe(words);
	});

	it.each([
		['before\n```js\nlet x = 1;\n```\nafter', 'before after'],
		['she dies ||in the last chapter|| I heard', 'she dies I heard'],
		['> what others said\nmy own words', 'my own words'],
		['mine\n>>> theirs\nand theirs too', 'mine'],
	])('hides code, spoilers and quotes in %j', (text, words) => {
		expect(wordsOf(text)).toBe(words);
	});

	it('lets no sentence go across what is hidden', () => {
		expect(plainTextOf('she ||dies|| there').words).toMatch(/^she \n+ there$/);
	});

	it.each([
		['see https://example.org/a_b(c).', 'https://example.org/a_b(c)'],
		['(https://example.org/x)', 'https://example.org/x'],
		['<https://example.org/quiet>', 'https://example.org/quiet'],
		['[map](https://example.org/map)', 'https://example.org/map'],
		['https://example.org/?q=1,2…', 'https://example.org/?q=1,2'],
	])('finds the address in %j', (text, url) => {
		expect(plainTextOf(text).links.map((link) => link.url)).toEqual([url]);
	});

	it('finds no address within code and spoilers', () => {
		expect(plainTextOf('```\nhttps://example.org\n``` ||https://example.org/end||').links).toEqual([]);
	});

	it('finds whom and which moment a message mentions', () => {
		const { mentioned, moments, hasCode } = plainTextOf('<@12> until <t:1790000000:R> or <t:99999999999999>');
		expect(mentioned).toEqual(['12']);
		expect(moments.map(({ at }) => at)).toEqual([1_790_000_000_000]);
		expect(hasCode).toBe(false);
		expect(plainTextOf('```x```').hasCode).toBe(true);
	});
});
