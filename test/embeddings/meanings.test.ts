import { beforeAll, describe, expect, it } from 'vitest';
import { EMBEDDED_MODEL_FOLDER } from '../../bot/config.js';
import { cosine, toEmbedding } from '../../embeddings/encoder.js';
import { Meanings } from '../../embeddings/meanings.js';
import { readModelCard } from '../../embeddings/model-card.js';
import { loadTokenTable, type TokenTable } from '../../embeddings/token-table.js';
import { seededRandom } from '../support/random.js';

let table: TokenTable;
let meanings: Meanings;

beforeAll(async () => {
	table = await loadTokenTable(EMBEDDED_MODEL_FOLDER, await readModelCard(EMBEDDED_MODEL_FOLDER));
	meanings = new Meanings(table);
});

/** The sum, value by value. */
function sumOf(tokens: Uint32Array): Float32Array {
	const sum = new Float32Array(table.dimension);
	for (const token of tokens) table.addTo(sum, token);
	return sum;
}

const texts = (seed: number) => {
	const random = seededRandom(seed);
	return Array.from({ length: 20 }, () =>
		Uint32Array.from({ length: 1 + Math.floor(random() * 40) }, () => 2 + Math.floor(random() * (table.size - 2))),
	);
};

describe('Meanings', () => {
	it('gives the direction and the length of a sum', () => {
		for (const tokens of texts(1)) {
			const sum = sumOf(tokens);
			expect(cosine(meanings.directionOf(tokens)!, toEmbedding(sum))).toBeCloseTo(1, 5);
			expect(meanings.lengthOf(tokens)).toBeCloseTo(Math.hypot(...sum), 4);
			// and again, when it is at hand
			expect(meanings.lengthOf(tokens)).toBeCloseTo(Math.hypot(...sum), 4);
		}
	});

	it('takes a sum apart: what its tokens reach in a direction is what the sum does', () => {
		const [first, ...others] = texts(2);
		const direction = meanings.directionOf(first!)!;
		for (const tokens of others) {
			const reach = tokens.reduce((sum, token) => sum + meanings.reach(token, direction), 0);
			expect(reach / meanings.lengthOf(tokens)).toBeCloseTo(cosine(direction, toEmbedding(sumOf(tokens))), 4);
			const [token = 0] = tokens;
			expect(Math.sqrt(meanings.squareOf(token))).toBeCloseTo(meanings.lengthOf(tokens.slice(0, 1)), 5);
		}
	});

	it('has no direction for what says nothing', () => {
		expect(meanings.directionOf(new Uint32Array())).toBeUndefined();
		expect(meanings.lengthOf(new Uint32Array())).toBe(0);
	});
});
