import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../articles/clean.js';

/** Text with what spoils articles: white space of all kinds, invisible characters, marks, debris, emoji, several scripts. */
const messyText = fc
	.array(
		fc.oneof(
			fc.constantFrom(' ', '  ', '\t', '\n', '\r\n', '\u2028', '\u00A0', '\u202F', '\u3000'),
			fc.constantFrom('\u200B', '\u00AD', '\uFEFF', '\u200C', '\u200D', '\u200E', '\u0000', '\uD83D', '\uDE00'),
			fc.constantFrom(
				'e',
				'\u0301',
				'\u0323',
				'ơ',
				'Đ',
				'한',
				'\u1100',
				'\u1161',
				'\u11A8',
				'क',
				'्',
				'ษ',
				'ิ',
				'م',
				'.',
				',',
			),
			fc.constantFrom('.jpg)', '\n-----\n', '\n• \n', ' .', ' ,', '…', '»', '"', '1', '👩‍👩‍👧', '🇻🇳', '👍🏽'),
			fc.string({ unit: 'grapheme', maxLength: 4 }),
		),
		{ maxLength: 40 },
	)
	.map((parts) => parts.join(''));

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What of a text can be seen, decomposed: NFC may compose it in another place. */
function visible(text: string): string[] {
	const wellFormed = text.replace(/\p{Cs}/gu, '\uFFFD');
	return Array.from(wellFormed.normalize('NFD')).filter((character) => !/[\s\p{Cc}\p{Cf}\uFFFC]/u.test(character));
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
	let next = 0;
	for (const character of whole) if (character === part[next]) next += 1;
	return next === part.length;
}

describe('cleanText', () => {
	it.each([
		['line ends and blank lines', 'One\r\n\r\n\r\nTwo\rThree\n', 'One\nTwo\nThree'],
		['white space at the edges and inside', '  A\t b   c  \n\u3000D ', 'A b c\nD'],
		['no-break spaces of French', 'Prix\u00A0: 209\u202F264,5 ha', 'Prix\u00A0: 209\u202F264,5 ha'],
		['a no-break space among others', 'fin \u00A0 »', 'fin\u00A0»'],
		['zero-width junk and soft hyphens', '\uFEFFco\u00ADopera\u200Btion', 'cooperation'],
		['a joiner that shapes a Persian word', 'می\u200Cشود', 'می\u200Cشود'],
		['a joiner that shapes nothing', 'end\u200D. \u200Cstart', 'end. start'],
		['junk that carries a mark', 'a\u200B\u0301b', 'a\u200B\u0301b'],
		['emoji of several code points', '👩‍👩‍👧 👍🏽 🇻🇳', '👩‍👩‍👧 👍🏽 🇻🇳'],
		['decomposed letters', 'ho\u0323p', 'họp'],
		['image remains', 'Before\n.jpg)\nimage.jpeg\n![a b](c d.png)\nAfter', 'Before\nAfter'],
		['rules and empty bullets', 'A\n-----\n* * *\n•\n___\n - \nB', 'A\nB'],
		['a space before the mark that ends a sentence', 'It ended . "So" , then', 'It ended. "So", then'],
		['a spaced ellipsis, a decimal, a file name', 'and . . . 3 .5 of .jpg files', 'and . . . 3 .5 of .jpg files'],
	])('normalises %s', (_, raw, clean) => {
		expect(cleanText(raw).text).toBe(clean);
	});

	it('says where each part of the clean text came from', () => {
		const raw = '\uFEFFTitle\r\n\r\n.jpg)\r\n  ho\u0323p  now .\r\n';
		const { text, sourceSpan } = cleanText(raw);
		const source = (part: string) => {
			const start = text.indexOf(part);
			const span = sourceSpan({ start, end: start + part.length });
			return raw.slice(span.start, span.end);
		};
		expect(text).toBe('Title\nhọp now.');
		expect(source('Title')).toBe('Title');
		expect(source('ọ')).toBe('o\u0323');
		expect(source('họp now.')).toBe('ho\u0323p  now .');
		expect(source('.')).toBe('.');
	});

	it('is not kept waiting by long runs of spaces', () => {
		expect(cleanText(`a${' '.repeat(1_000_000)}b`).text).toBe('a b');
	});

	it('changes nothing the second time', () => {
		fc.assert(
			fc.property(messyText, (raw) => {
				const { text } = cleanText(raw);
				expect(cleanText(text).text).toBe(text);
			}),
		);
	});

	it('is NFC, has no blank lines and no lone surrogates', () => {
		fc.assert(
			fc.property(messyText, (raw) => {
				const { text } = cleanText(raw);
				expect(text.normalize('NFC')).toBe(text);
				expect(text).not.toMatch(/\n\n|^\n|\n$|\r|\p{Cs}/u);
			}),
		);
	});

	it('only deletes: what is seen was there, in that order', () => {
		fc.assert(
			fc.property(messyText, (raw) => {
				expect(isSubsequence(visible(cleanText(raw).text), visible(raw))).toBe(true);
			}),
		);
	});

	it('gives each line again from the raw text that the line came from', () => {
		fc.assert(
			fc.property(messyText, (raw) => {
				const { text, sourceSpan } = cleanText(raw);
				for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
					const span = sourceSpan({ start: index, end: index + line.length });
					expect(cleanText(raw.slice(span.start, span.end)).text).toBe(line);
				}
			}),
		);
	});

	it('shows in each grapheme exactly what its raw text shows', () => {
		fc.assert(
			fc.property(messyText, (raw) => {
				const { text, sourceSpan } = cleanText(raw);
				for (const { segment, index } of graphemes.segment(text)) {
					// a line feed stands for all that was between two lines, debris too
					if (segment === '\n') continue;
					const span = sourceSpan({ start: index, end: index + segment.length });
					expect(visible(raw.slice(span.start, span.end))).toEqual(visible(segment));
				}
			}),
		);
	});

	it('maps spans in order', () => {
		fc.assert(
			fc.property(messyText, (raw) => {
				const { text, sourceSpan } = cleanText(raw);
				let last = 0;
				for (let i = 0; i < text.length; i++) {
					const { start, end } = sourceSpan({ start: i, end: i + 1 });
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					last = start;
				}
			}),
		);
	});
});
