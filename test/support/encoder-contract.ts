import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cosine, type Encoder } from '../../embeddings/encoder.js';

/** What every encoder keeps. `load` is called once; the encoder is closed after. */
export function describeEncoder(name: string, load: () => Promise<Encoder>): void {
	describe(`${name} as an Encoder`, () => {
		let encoder: Encoder;
		beforeAll(async () => {
			encoder = await load();
		});
		afterAll(() => encoder.close());

		const encode = async (texts: readonly string[], role: 'query' | 'passage' = 'passage') =>
			encoder.encode(await encoder.tokenize(texts), role);
		const only = async (text: string) => {
			const [embedding] = await encode([text]);
			return embedding!;
		};

		it('gives one embedding of its dimension per text, in order', async () => {
			const texts = ['Der Hund bellt.', 'The ferry leaves at noon.', '犬が吠える。', 'boat river', 'noon'];
			const together = await encode(texts);
			expect(together.map(({ length }) => length)).toEqual(texts.map(() => encoder.dimension));
			for (const [i, text] of texts.entries()) expect(cosine(together[i]!, await only(text))).toBeCloseTo(1, 5);
		});

		it('keeps the order of more texts than fit one job, of unequal lengths', async () => {
			const texts = Array.from(
				{ length: 75 },
				(_, i) => 'boat river noon '.repeat((i * 7) % 11) + (i % 2 ? 'boat' : 'noon'),
			);
			const together = await encode(texts);
			const backwards = await encode([...texts].reverse());
			expect(
				together.map((embedding, i) => cosine(embedding, backwards[texts.length - 1 - i]!)).every((c) => c > 0.9999),
			).toBe(true);
			expect((await encoder.tokenize(texts)).map(({ length }) => length)).toEqual(
				(await Promise.all(texts.map(async (text) => encoder.tokenize([text])))).map(([tokens]) => tokens!.length),
			);
		});

		it('gives vectors of unit length for every text and role', async () => {
			const texts = ['When does the ferry leave?', '', ' ', '\u200b', '👩‍👩‍👧‍👦', '🦄🇱🇦', '\ud800', '<unk>', '[CLS]', '\0'];
			for (const role of ['query', 'passage'] as const) {
				for (const embedding of await encode(texts, role)) expect(cosine(embedding, embedding)).toBeCloseTo(1, 5);
			}
		});

		it('gives nothing for no texts', async () => {
			expect(await encoder.tokenize([])).toEqual([]);
			expect(await encoder.encode([], 'passage')).toEqual([]);
		});

		it('gives equal vectors for texts without tokens', async () => {
			const [nothing, alike] = await encoder.encode([new Uint32Array(0), new Uint32Array(0)], 'query');
			expect(nothing).toEqual(alike);
		});

		it('does not read tokens beyond maxTokens', async () => {
			const [tokens] = await encoder.tokenize(['boat river noon '.repeat(encoder.maxTokens)]);
			expect(tokens!.length).toBeGreaterThan(encoder.maxTokens);
			const [read] = await encoder.tokenize(['noon noon']);
			const [long, cut, changed] = await encoder.encode(
				[
					tokens!,
					tokens!.slice(0, encoder.maxTokens),
					Uint32Array.from([...tokens!.subarray(0, encoder.maxTokens - 1), ...read!, ...read!]),
				],
				'passage',
			);
			expect(long).toEqual(cut);
			expect(changed).not.toEqual(cut);
		});

		it.each(['the boat on the river ', 'ສະບາຍດີ', '的人民共和国', '👩‍👩‍👧‍👦', 'a'])(
			'reads 20,000 characters of "%s"',
			async (part) => {
				const embedding = await only(part.repeat(Math.ceil(20_000 / part.length)));
				expect(cosine(embedding, embedding)).toBeCloseTo(1, 5);
			},
		);

		it('leaves the caller its tokens', async () => {
			const tokens = await encoder.tokenize(['boat river', 'noon']);
			const copy = tokens.map((ids) => ids.slice());
			await encoder.encode(tokens, 'passage');
			expect(tokens).toEqual(copy);
		});
	});
}
