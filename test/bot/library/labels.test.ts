import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../articles/document.js';
import { labelOf, readKey, toKey } from '../../../bot/library/labels.js';

const graphemes = (text: string) => Array.from(new Intl.Segmenter('und').segment(text), ({ segment }) => segment);

describe('labelOf', () => {
	it('gives language, date and words on one line', () => {
		expect(labelOf('vi', '2024-03-12T08:00:00Z', 'Chợ\n họp \u202elại.')).toBe('vi · 2024-03-12 · Chợ họp lại.');
		expect(labelOf('fr', null, 'Le bac part.')).toBe('fr · Le bac part.');
	});

	it('fits what Discord takes, in NFC, cut between graphemes, with nothing that changes how a line is drawn', () => {
		const text = fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 150 }),
			fc.string({ unit: 'binary', maxLength: 150 }),
			fc
				.array(fc.constantFrom('👩‍👩‍👧‍👦', 'ệ'.normalize('NFD'), 'ນ້ຳ', '\u202e', '\n', ' ', 'a', '𐐀'), { maxLength: 120 })
				.map((of) => of.join('')),
		);
		fc.assert(
			fc.property(text, (drawn) => {
				const label = labelOf('vi', '2024', drawn);
				expect(label.length).toBeLessThanOrEqual(100);
				expect(label).toBe(label.normalize('NFC'));
				expect(label).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
				const whole = labelOf('vi', '2024', drawn.slice(0, 40)).length < 100 && drawn.length <= 40;
				if (whole) expect(label.endsWith('…')).toBe(drawn.trimEnd().endsWith('…'));
			}),
			{ numRuns: 500 },
		);
		const family = '👩‍👩‍👧‍👦'.repeat(20);
		const cut = labelOf('vi', null, family);
		expect(cut.endsWith('…')).toBe(true);
		expect(new Set(graphemes(cut.slice('vi · '.length, -1)))).toEqual(new Set(['👩‍👩‍👧‍👦']));
	});
});

describe('toKey', () => {
	it('fits what Discord takes, and is read back', () => {
		const hex = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 16, maxLength: 16 });
		const place = fc.record({
			documentId: hex.map((id) => id as DocumentId),
			revision: hex,
			start: fc.nat({ max: 20_000_000 }),
			end: fc.nat({ max: 20_000_000 }),
		});
		fc.assert(
			fc.property(fc.constantFrom('server' as const, 'shared' as const), place, (library, of) => {
				const key = toKey(library, of);
				expect(key.length).toBeLessThanOrEqual(100);
				expect(readKey(key)).toEqual({ library, ...of });
			}),
		);
	});

	it.each(['', 'own', 'own:1:2:3-4', 'the ferry', 'OWN:0123456789abcdef:0123456789abcdef:1-2'])(
		'reads no key in "%s"',
		(text) => {
			expect(readKey(text)).toBeUndefined();
		},
	);
});
