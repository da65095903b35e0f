import { describe, expect, it } from 'vitest';
import { LateInteraction } from '../../index/late-interaction.js';
import { alignSounds, informationOf } from '../../articles/sound-alignment.js';
import { romanise, soundsOf } from '../../articles/sounds.js';
import type { Tokens } from '../../embeddings/encoder.js';
import type { NamedRun, WordForm } from '../../embeddings/word-forms.js';
import { seededRandom } from '../support/random.js';

/** Words by number, made as their test needs them. */
function vocabulary(forms: readonly WordForm[]) {
	const of = (tokens: Tokens) => Array.from(tokens, (token) => forms[token]!);
	return {
		of,
		runOf(tokens: Tokens): NamedRun {
			const words = of(tokens).filter(({ pieces }) => pieces.length > 0);
			const heard = words.map(({ sounds }) => [...sounds]);
			return {
				words,
				sounds: Uint8Array.from(heard.flat()),
				token: Uint16Array.from(heard.flatMap((sounds, i) => sounds.map(() => i))),
			};
		},
	};
}

function word(text: string, direction: readonly number[], weight = 1): WordForm {
	const norm = Math.hypot(...direction);
	const values = Array.from(
		{ length: 64 },
		(_, i) => direction[i % direction.length]! / (norm * Math.sqrt(64 / direction.length)),
	);
	const signs = new Uint32Array(2);
	values.forEach((value, i) => {
		if (value > 0) signs[i >> 5] = signs[i >> 5]! | (1 << (i & 31));
	});
	const plain = romanise(text);
	const digits = /\d/.test(plain) ? plain : undefined;
	const sounds = soundsOf(plain);
	const isWhole = !/\p{Script=Thai}/u.test(text);
	const name = digits === undefined && sounds.length >= 3 ? { information: informationOf(sounds), isWhole } : undefined;
	const pieces = isWhole ? [] : [sounds];
	const meaning = Int8Array.from(values, (value) => Math.round(127 * value));
	return { meaning, length: Math.hypot(...meaning), signs, weight, sounds, pieces, name, plain, digits };
}

const tokens = (...ids: number[]) => Uint32Array.from(ids);

describe('LateInteraction', () => {
	it('finds a text that says every word of the question as near as can be', () => {
		const words = vocabulary([word('ferry', [1, 0]), word('island', [0, 1])]);
		const late = new LateInteraction(words, tokens(0, 1));
		expect(late.nearness([tokens(1), tokens(0)])).toBeCloseTo(1, 5);
		expect(late.nearness([tokens(1)])).toBeCloseTo(0.5, 5);
		expect(late.nearness([])).toBe(0);
	});

	it('weighs the words of the question by how much they tell', () => {
		const words = vocabulary([word('ferry', [1, 0], 3), word('island', [0, 1], 1)]);
		const late = new LateInteraction(words, tokens(0, 1));
		expect(late.nearness([tokens(0)])).toBeCloseTo(0.75, 5);
	});

	it('takes the cosine of meanings, and none that chance would give', () => {
		const words = vocabulary([word('ferry', [1, 0.01]), word('bac', [1, 0.5]), word('cow', [0.2, -1])]);
		const late = new LateInteraction(words, tokens(0));
		expect(late.nearness([tokens(1)])).toBeCloseTo(1 / Math.sqrt(1.25), 1);
		expect(late.nearness([tokens(2)])).toBe(0);
	});

	it('hears a name in another script', () => {
		const words = vocabulary([word('Tesla', [1, 0]), word('Тесла', [0, 1]), word('Эдисон', [0, 1])]);
		const late = new LateInteraction(words, tokens(0));
		expect(late.nearness([tokens(1)])).toBeGreaterThan(0.7);
		expect(late.nearness([tokens(2)])).toBe(0);
	});

	it('hears a name that a script without spaces leaves in pieces, in the text and in the question', () => {
		const words = vocabulary([
			word('Denver', [1, 0]),
			word('เดน', [0, 1]),
			word('เวอร์', [0, 1]),
			word('ทีม', [0, 1]),
			word('บรอง', [0, 1]),
		]);
		const asked = new LateInteraction(words, tokens(0));
		expect(asked.nearness([tokens(3, 1, 2, 4)])).toBeGreaterThan(0.7);
		expect(asked.nearness([tokens(3, 4)])).toBe(0);
		const askedInThai = new LateInteraction(words, tokens(3, 1, 2));
		expect(askedInThai.nearness([tokens(0)])).toBeGreaterThan(0.45);
		expect(askedInThai.nearness([tokens(0)])).toBeLessThan(0.67);
	});

	it('takes a word without its accents for the word', () => {
		const words = vocabulary([word('huyen', [1, 0]), word('huyện', [0, 1])]);
		expect(new LateInteraction(words, tokens(0)).nearness([tokens(1)])).toBeGreaterThan(0.7);
	});

	it('takes numbers for what they are', () => {
		const words = vocabulary([word('1998', [1, 0]), word('๑๙๙๘', [0, 1]), word('1999', [1, 0])]);
		const late = new LateInteraction(words, tokens(0));
		expect(late.nearness([tokens(1)])).toBe(1);
		expect(late.nearness([tokens(2)])).toBe(0);
	});

	it('gives what comparing every word with every word gives', () => {
		const random = seededRandom(7);
		const forms = Array.from({ length: 40 }, (_, i) =>
			word(
				`${'bcdfghjklmnp'[i % 12]!}a${'rstvz'[i % 5]!}o${'lmnpk'[(i * 3) % 5]!}`,
				Array.from({ length: 64 }, () => random() - 0.5),
				1 + random(),
			),
		);
		const question = [3, 8, 21, 30];
		const late = new LateInteraction(vocabulary(forms), Uint32Array.from(question));
		for (let n = 0; n < 50; n++) {
			const text = Array.from({ length: 12 }, () => Math.floor(random() * forms.length));
			expect(late.nearness([Uint32Array.from(text)])).toBeCloseTo(plainly(question, text, forms), 5);
		}
	});
});

/** How alike the names of two words sound. */
function alike(a: WordForm, b: WordForm): number {
	if (a.name === undefined || b.name === undefined) return 0;
	const bits = alignSounds(a.sounds, b.sounds);
	const share = (2 * bits) / (a.name.information + b.name.information);
	return share < 0.6 || bits < 9 ? 0 : Math.min(1, share / 0.7) * Math.min(1, bits / 15);
}

/** The same without shortcuts; but that signs that differ in more than 42 of 100 places count for chance. */
function plainly(question: readonly number[], text: readonly number[], forms: readonly WordForm[]): number {
	const cosine = (a: WordForm, b: WordForm) =>
		a.meaning.reduce((sum, value, i) => sum + value * b.meaning[i]!, 0) / (a.length * b.length);
	const differing = (a: WordForm, b: WordForm) =>
		a.meaning.reduce((sum, value, i) => sum + Number(value > 0 !== b.meaning[i]! > 0), 0) / a.meaning.length;
	const likeness = (a: WordForm, b: WordForm) => {
		const means =
			a === b ? 1 : a.plain === b.plain ? 0.85 : differing(a, b) > 0.42 || cosine(a, b) < 0.25 ? 0 : cosine(a, b);
		return Math.max(means, alike(a, b));
	};
	const weight = question.reduce((sum, asked) => sum + forms[asked]!.weight, 0);
	return (
		question.reduce(
			(sum, asked) =>
				sum + forms[asked]!.weight * Math.max(...text.map((other) => likeness(forms[asked]!, forms[other]!))),
			0,
		) / weight
	);
}
