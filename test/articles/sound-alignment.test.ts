import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignSounds, findSounds, informationOf, mostBitsWith, type SoundRun } from '../../articles/sound-alignment.js';
import { CONSONANTS, GAPS, PAIRS } from '../../articles/sound-odds.js';
import { romanise, soundsOf, type Sounds } from '../../articles/sounds.js';

const sounds = (word: string) => soundsOf(romanise(word));
const share = (one: string, other: string) =>
	(2 * alignSounds(sounds(one), sounds(other))) / (informationOf(sounds(one)) + informationOf(sounds(other)));

const pairBits = (a: number, b: number) => PAIRS[Math.max(a, b)]![Math.min(a, b)]! / 10;

/** The best of all alignments, by trying every first step. */
function plainly(one: readonly number[], other: readonly number[]): number {
	const [a, ...restOfOne] = one;
	const [b, ...restOfOther] = other;
	if (a === undefined && b === undefined) return 0;
	const ways: number[] = [];
	if (a !== undefined) ways.push(GAPS[a]! / 10 + plainly(restOfOne, other));
	if (b !== undefined) ways.push(GAPS[b]! / 10 + plainly(one, restOfOther));
	if (a !== undefined && b !== undefined) ways.push(pairBits(a, b) + plainly(restOfOne, restOfOther));
	return Math.max(...ways);
}

const name = (maxLength: number) =>
	fc.uint8Array({ minLength: 1, maxLength, max: CONSONANTS.length - 1 }) as unknown as fc.Arbitrary<Sounds>;

/** A run of tokens, each of some sounds. */
const run = (tokens: readonly string[]): SoundRun => {
	const heard = tokens.map(sounds);
	return {
		sounds: Uint8Array.from(heard.flatMap((sound) => [...sound])),
		token: Uint16Array.from(heard.flatMap((sound, i) => Array.from(sound, () => i))),
	};
};

describe('alignSounds', () => {
	it.each([
		['تسلا', 'Tesla'],
		['واشنطن', 'Washington'],
		['كاليفورنيا', 'California'],
		['Βρυξέλλες', 'Bruxelles'],
		['ワルシャワ', 'Varsovie'],
		['लक्ज़मबर्ग', 'Luxembourg'],
		['קליפורניה', 'California'],
		['Вьентьян', 'Vientiane'],
		['วอชิงตัน', 'Washington'],
	])('takes %s for %s', (one, other) => {
		expect(share(one, other)).toBeGreaterThan(0.6);
	});

	it.each([
		['تسلا', 'Edison'],
		['Warszawa', 'Berlin'],
		['ワルシャワ', 'California'],
		['population', 'government'],
	])('tells %s from %s', (one, other) => {
		expect(share(one, other)).toBeLessThan(0.4);
	});

	it('finds what trying every alignment finds, whichever name comes first', () => {
		fc.assert(
			fc.property(name(5), name(5), (one, other) => {
				expect(alignSounds(one, other)).toBeCloseTo(plainly([...one], [...other]), 3);
				expect(alignSounds(other, one)).toBeCloseTo(alignSounds(one, other), 3);
			}),
		);
	});

	it('has never more bits than the consonants of one may bring', () => {
		fc.assert(
			fc.property(name(9), name(9), (one, other) => {
				const most = mostBitsWith(one);
				expect(alignSounds(one, other)).toBeLessThanOrEqual(
					other.reduce((sum, consonant) => sum + most[consonant]!, 0) + 1e-3,
				);
			}),
		);
	});

	it('gives a name with itself all of its information', () => {
		fc.assert(
			fc.property(name(12), (one) => {
				expect(alignSounds(one, one)).toBeCloseTo(informationOf(one), 3);
			}),
		);
	});

	it('takes a name of any length', () => {
		const long = new Uint8Array(500).fill(3);
		expect(Number.isFinite(alignSounds(long, long))).toBe(true);
		expect(findSounds(long, { sounds: long, token: new Uint16Array(500) })).toBeDefined();
	});
});

describe('findSounds', () => {
	it('finds a name among the tokens of a text without spaces', () => {
		const text = run(['ทีม', 'เดน', 'เวอร์', 'บรอง', 'โกส์', 'ชนะ']);
		expect(findSounds(sounds('Denver'), text)).toMatchObject({ from: 1, to: 2 });
		expect(findSounds(sounds('Broncos'), text)).toMatchObject({ from: 3, to: 4 });
		expect(findSounds(sounds('Broncos'), text)!.bits).toBeGreaterThan(0.6 * informationOf(sounds('Broncos')));
	});

	it('finds nothing in nothing', () => {
		expect(findSounds(sounds('Denver'), run([]))).toBeUndefined();
		expect(findSounds(sounds('Denver'), run(['แมว']))).toBeUndefined();
	});

	it('finds the part that aligns best of all that begin where a token does', () => {
		const token = fc.uint8Array({ minLength: 1, maxLength: 3, max: CONSONANTS.length - 1 });
		fc.assert(
			fc.property(name(4), fc.array(token, { minLength: 1, maxLength: 4 }), (one, tokens) => {
				const text = tokens.flatMap((part) => [...part]);
				const owners = tokens.flatMap((part, i) => Array.from(part, () => i));
				const whole = (from: number, to: number) =>
					plainly([...one], text.slice(from, to + 1)) - (owners[to] === owners[to + 1] ? 1 : 0);
				const parts = owners.flatMap((owner, from) =>
					owner === owners[from - 1] ? [] : owners.slice(from).map((_, length) => whole(from, from + length)),
				);
				const found = findSounds(one, { sounds: Uint8Array.from(text), token: Uint16Array.from(owners) });
				expect(found?.bits ?? 0).toBeCloseTo(Math.max(0, ...parts), 3);
			}),
		);
	});
});
