import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosine, toEmbedding } from '../../embeddings/encoder.js';
import { fromRagged, toRagged } from '../../embeddings/ragged.js';

describe('toEmbedding', () => {
	it('scales to unit length and keeps the direction', () => {
		expect([...toEmbedding(Float32Array.of(3, 0, -4))].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([
			0.6, 0, -0.8,
		]);
	});

	it.each([[0, 0], [Number.NaN, 1], [Number.POSITIVE_INFINITY, 1], []])('refuses [%s, %s]', (...values) => {
		expect(() => toEmbedding(Float32Array.from(values))).toThrow(RangeError);
	});

	it('does not touch what it is given', () => {
		const values = Float32Array.of(3, 4);
		toEmbedding(values);
		expect(values).toEqual(Float32Array.of(3, 4));
	});
});

describe('cosine', () => {
	it('is 1, 0 and -1 for like, unrelated and opposite vectors', () => {
		const [a, b, c] = [
			toEmbedding(Float32Array.of(1, 0)),
			toEmbedding(Float32Array.of(0, 5)),
			toEmbedding(Float32Array.of(-2, 0)),
		];
		expect([cosine(a, a), cosine(a, b), cosine(a, c)]).toEqual([1, 0, -1]);
	});

	it('is not a number for vectors of two spaces', () => {
		expect(cosine(toEmbedding(Float32Array.of(1, 1)), toEmbedding(Float32Array.of(1)))).toBeNaN();
	});
});

describe('toRagged', () => {
	it('is undone by fromRagged, empty rows too', () => {
		const rows = fc.array(fc.uint32Array({ maxLength: 5 }), { maxLength: 6 });
		fc.assert(
			fc.property(rows, (texts) => {
				expect(fromRagged(toRagged(texts))).toEqual(texts);
			}),
		);
	});
});
