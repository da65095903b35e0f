import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeEndWithin, escapeMarkdown, escapeWithin, oneLine, tame, truncate } from '../../bot/text.js';
import { kindsOf, visibleText } from '../../sandbox/page/markdown-nodes.js';
import { parseMarkdown } from '../../sandbox/page/markdown.js';
import { hostileText } from '../support/hostile-text.js';

const shownAs = (markdown: string) => visibleText(parseMarkdown(markdown));
const kinds = (markdown: string) => [...kindsOf(parseMarkdown(markdown))];

describe('escapeMarkdown', () => {
	it.each([
		['@everyone', String.raw`\@everyone`],
		['https://evil.example', String.raw`https\://evil.example`],
		['[a](https://b.example)', String.raw`\[a\](https\://b.example)`],
		['# no heading', String.raw`\# no heading`],
		['-# small', String.raw`\-# small`],
		['12. list', String.raw`12\. list`],
		['12.5 %, version 1.0', '12.5 %, version 1.0'],
		['at 9:30, co-operation (4.5 %)', String.raw`at 9\:30, co-operation (4.5 %)`],
	])('writes %s as %s', (text, escaped) => {
		expect(escapeMarkdown(text)).toBe(escaped);
		expect(shownAs(escaped)).toBe(text);
	});

	it('shows text as itself, and nothing else', () => {
		fc.assert(
			fc.property(hostileText, (text) => {
				const escaped = escapeMarkdown(text);
				expect(kinds(escaped)).toEqual(escaped === '' ? [] : ['text']);
				expect(shownAs(escaped)).toBe(tame(text));
			}),
			{ numRuns: 1000, endOnFailure: true },
		);
	});

	it('shows text as itself in bold, in a quote, in small print, in a heading, and between other such texts', () => {
		fc.assert(
			fc.property(hostileText, hostileText, (a, b) => {
				const [first, second] = [escapeMarkdown(oneLine(a)), escapeMarkdown(oneLine(b))];
				fc.pre(first !== '' && second !== '');
				const plain = oneLine(a) + oneLine(b);
				expect(shownAs(`**${first}**${second}`)).toBe(plain);
				expect(kinds(`**${first}**${second}`).sort()).toEqual(['bold', 'text']);
				expect(shownAs(`> ${first}${second}`)).toBe(plain);
				expect(kinds(`> ${first}${second}`).sort()).toEqual(['quote', 'text']);
				expect(kinds(`-# ${first} · ${second}`).sort()).toEqual(['subtext', 'text']);
				expect(kinds(`### ${first}${second}`).sort()).toEqual(['heading', 'text']);
			}),
			{ numRuns: 500, endOnFailure: true },
		);
	});
});

describe('tame', () => {
	it('takes off the marks that pile up, and leaves those that a script needs', () => {
		expect(tame(`a${'\u0301'.repeat(4000)}b`).length).toBeLessThan(12);
		for (const text of ['ກໍ່', 'ស្ត្រី', 'ế', 'བསྒྲུབས', '👩‍👩‍👧‍👦', '❤️‍🔥']) expect(tame(text)).toBe(text.normalize('NFC'));
	});

	it('takes out what turns round the text that follows', () => {
		expect(tame('a\u202Eb\u2067c\u2069')).toBe('abc');
	});

	it('leaves no half surrogate pair, no control character, and nothing for a second time', () => {
		fc.assert(
			fc.property(hostileText, (text) => {
				const tamed = tame(text);
				expect(tamed).not.toMatch(/\p{Surrogate}|[\u0000-\u0008\u000B-\u001F\u202A-\u202E\u2066-\u2069]/u);
				expect(tame(tamed)).toBe(tamed);
			}),
			{ numRuns: 500, endOnFailure: true },
		);
	});
});

describe('truncate', () => {
	it.each(['👩‍👩‍👧‍👦', 'e\u0323\u0302', '🇯🇵', '𝒳', 'ກໍ່'])('never cuts %s', (grapheme) => {
		for (let limit = 1; limit < 60; limit++) {
			const cut = truncate(grapheme.repeat(10), limit);
			expect(cut.length).toBeLessThanOrEqual(limit);
			expect(cut.replaceAll(grapheme, '')).toMatch(/^…?$/);
		}
	});

	it('leaves what fits as it is', () => {
		expect(truncate('abc', 3)).toBe('abc');
		expect(truncate('abcd', 3)).toBe('ab…');
	});
});

describe('escapeWithin', () => {
	it('keeps the longest beginning that fits once it is escaped', () => {
		expect(escapeWithin('**a**', 9)).toBe(String.raw`\*\*a\*\*`);
		expect(escapeWithin('**a**', 8)).toBe(String.raw`\*\*a\*…`);
	});

	it('cuts between words, unless a word is very long', () => {
		expect(escapeWithin('one two three', 12)).toBe('one two…');
		expect(escapeWithin(`one ${'a'.repeat(40)}`, 40)).toBe(`one ${'a'.repeat(35)}…`);
	});

	it('keeps within any room, begins as the text does, and shows as itself', () => {
		fc.assert(
			fc.property(hostileText, fc.integer({ min: -3, max: 300 }), (text, room) => {
				const escaped = escapeWithin(text, room);
				expect(escaped.length).toBeLessThanOrEqual(Math.max(0, room));
				const shown = shownAs(escaped);
				const whole = oneLine(text);
				expect(shown === whole || whole.startsWith(shown.replace(/…$/u, ''))).toBe(true);
			}),
			{ numRuns: 500, endOnFailure: true },
		);
	});
});

describe('escapeEndWithin', () => {
	it('keeps the end', () => {
		expect(escapeEndWithin('one two three', 9)).toBe('…three');
		expect(escapeEndWithin('one', 9)).toBe('one');
	});

	it('keeps within any room, and ends as the text does', () => {
		fc.assert(
			fc.property(hostileText, fc.integer({ min: -3, max: 300 }), (text, room) => {
				const escaped = escapeEndWithin(text, room);
				expect(escaped.length).toBeLessThanOrEqual(Math.max(0, room));
				expect(oneLine(text).endsWith(shownAs(escaped).replace(/^…/u, ''))).toBe(true);
			}),
			{ numRuns: 500, endOnFailure: true },
		);
	});
});
