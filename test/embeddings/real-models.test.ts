import fc from 'fast-check';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Encoder, Role } from '../../embeddings/encoder.js';
import { openEncoderPool, startEncoderPool } from '../../embeddings/encoder-pool.js';
import { adoptModel } from '../../embeddings/model-adopt.js';
import type { ModelCard } from '../../embeddings/model-card.js';
import { openHub } from '../support/pull.js';
import { randomModel, type RandomModel } from '../support/random-model.js';
import { suiteFolder, temporaryFolder } from '../support/temporary-folder.js';
import { writeFiles } from '../support/tiny-model.js';
import { hiddenStates } from '../support/transformer-oracle.js';

const TEXTS = ['the boat leaves at noon', 'river', 'The Boaters: where, when?', 'at '.repeat(60), '', 'qzx. the'];
const ARCHITECTURES = ['bert', 'xlm-roberta'] as const;

/** Of the float32 graph and the float64 oracle. */
const TOLERANCE = 5;

const unit = (vector: readonly number[]) => vector.map((value) => value / Math.hypot(...vector));

/** What the model should give: the whole text tokenised at once, prefix and special tokens among it, then pooled. */
function expected({ tokenizer, weights, maxTokens }: RandomModel, text: string, pooling: string): number[] {
	const { head, tail } = tokenizer.special;
	const ids = [...head, ...tokenizer.tokenize(text).slice(0, maxTokens - head.length - tail.length), ...tail];
	const states = hiddenStates(weights, ids);
	if (pooling === 'cls') return unit(states[0]!);
	if (pooling === 'last') return unit(states.at(-1)!);
	return unit(states[0]!.map((_, i) => states.reduce((sum, state) => sum + state[i]!, 0)));
}

function expectNear(embedding: Float32Array, vector: readonly number[]): void {
	expect(embedding).toHaveLength(vector.length);
	for (const [i, value] of vector.entries()) expect(embedding[i]).toBeCloseTo(value, TOLERANCE);
}

/** Gives the vectors of texts by the encoder, which is closed when the test is finished. */
function encodeBy(encoder: Encoder) {
	onTestFinished(() => encoder.close());
	return async (texts: readonly string[], role: Role = 'passage') =>
		encoder.encode(await encoder.tokenize(texts), role);
}

describe.each(ARCHITECTURES)('a model of the architecture %s', (architecture) => {
	const folder = suiteFolder();
	const model = randomModel({ architecture });
	let card: ModelCard;
	beforeAll(async () => {
		await writeFiles(folder, model.files);
		card = await adoptModel(folder, 'owner/name');
	});
	const open = (change: Partial<ModelCard>) => startEncoderPool(folder, { ...card, ...change }, { threads: 1 });

	it('is pulled from a hub, and gives the vectors that a second implementation gives', async () => {
		const { pull, hub } = await openHub(model.files);
		const pulled = await pull();
		expect(pulled).toMatchObject({ use: 'encoder', card: { pooling: 'mean', maxTokens: 24, dimension: 16 } });
		expect(pulled.card).toEqual(card);
		expect(hub.requests).toContainEqual(expect.stringMatching(/^GET .*model_quantized\.onnx$/));
		const encode = encodeBy(await openEncoderPool(pulled.folder, { threads: 1 }));
		for (const [i, embedding] of (await encode(TEXTS)).entries()) {
			expectNear(embedding, expected(model, TEXTS[i]!, 'mean'));
		}
	});

	it('gives nearly the same where it multiplies by whole numbers', async () => {
		const quantised = randomModel({ architecture, quantised: true });
		const beside = await temporaryFolder();
		await writeFiles(beside, quantised.files);
		await adoptModel(beside, 'owner/name');
		const encode = encodeBy(await openEncoderPool(beside, { threads: 1 }));
		for (const [i, embedding] of (await encode(TEXTS)).entries()) {
			const exact = expected(quantised, TEXTS[i]!, 'mean');
			const cosine = exact.reduce((sum, value, j) => sum + value * embedding[j]!, 0);
			expect(cosine).toBeGreaterThan(0.99);
			expect(cosine).toBeLessThan(0.999999);
		}
	});

	it('is tokenised as its own files say', async () => {
		const encoder = await open({});
		onTestFinished(() => encoder.close());
		const texts = fc.array(fc.stringMatching(/^[a-z:.?, ]{0,40}$/), { maxLength: 10 });
		await fc.assert(
			fc.asyncProperty(texts, async (some) => {
				expect((await encoder.tokenize(some)).map((ids) => [...ids])).toEqual(
					some.map((text) => model.tokenizer.tokenize(text)),
				);
			}),
		);
	});

	it.each(['cls', 'last'] as const)('is pooled by %s where its card says so', async (pooling) => {
		const encode = encodeBy(await open({ pooling }));
		for (const [i, embedding] of (await encode(TEXTS)).entries()) {
			expectNear(embedding, expected(model, TEXTS[i]!, pooling));
		}
	});

	it('reads prefix and text as if they had been written in one piece', async () => {
		const encode = encodeBy(await open({ prefixes: { query: 'query: ', passage: 'passage: ' } }));
		for (const text of TEXTS) {
			const [[query], [passage]] = [await encode([text], 'query'), await encode([text], 'passage')];
			expectNear(query!, expected(model, `query: ${text}`, 'mean'));
			expectNear(passage!, expected(model, `passage: ${text}`, 'mean'));
		}
	});

	it('gives the same vectors in batches as alone', async () => {
		const encode = encodeBy(await open({ batchSize: 8 }));
		const texts = Array.from({ length: 20 }, (_, i) => 'boat noon, at the river '.repeat((i * 7) % 5) + TEXTS[i % 3]!);
		for (const [i, embedding] of (await encode(texts)).entries()) {
			expectNear(embedding, expected(model, texts[i]!, 'mean'));
		}
	});
});

describe('a model whose weights stand in pieces beside its graph', () => {
	it('is pulled whole, and its card lists all of them', async () => {
		const model = randomModel({ architecture: 'bert', outside: true });
		const { pull, hub } = await openHub(model.files);
		const { card, folder } = await pull();
		expect(Object.keys(card.files)).toContain('onnx/model_quantized.onnx_data');
		expect(hub.requests).toContainEqual(expect.stringMatching(/^HEAD .*onnx_data_1$/));
		const encode = encodeBy(await openEncoderPool(folder, { threads: 1 }));
		expectNear((await encode([TEXTS[0]!]))[0]!, expected(model, TEXTS[0]!, 'mean'));
	});
});
