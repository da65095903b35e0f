import { cp, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cosine } from '../../embeddings/encoder.js';
import { openEncoderPool } from '../../embeddings/encoder-pool.js';
import { adoptModel } from '../../embeddings/model-adopt.js';
import { MODEL_CARD_FILE } from '../../embeddings/model-card.js';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';
import { describeEncoder } from '../support/encoder-contract.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { tinyModel, writeFiles } from '../support/tiny-model.js';

const EMBEDDED = join(PACKAGE_ROOT, 'embeddings', 'model');

describeEncoder('the embedded model in two threads', () => openEncoderPool(EMBEDDED, { threads: 2 }));

describe('openEncoderPool', () => {
	it('gives the same vectors with one thread and with three', async () => {
		const texts = Array.from({ length: 50 }, (_, i) => `Sentence ${i} about the river and the boats on it.`);
		const [one, three] = await Promise.all(
			[1, 3].map(async (threads) => {
				const encoder = await openEncoderPool(EMBEDDED, { threads });
				const embeddings = await encoder.encode(await encoder.tokenize(texts), 'passage');
				await encoder.close();
				return embeddings;
			}),
		);
		expect(one).toEqual(three);
	});

	it('refuses work, and what is not done, when it is closed', async () => {
		const encoder = await openEncoderPool(EMBEDDED, { threads: 1 });
		const texts = Array.from({ length: 500 }, () => 'The boat on the river. '.repeat(50));
		const begun = expect(encoder.tokenize(texts)).rejects.toThrow('The encoder is closed');
		await encoder.close();
		await begun;
		await expect(encoder.tokenize(['text'])).rejects.toThrow('The encoder is closed');
		await expect(encoder.encode([Uint32Array.of(5)], 'query')).rejects.toThrow('The encoder is closed');
		await expect(encoder.close()).resolves.toBeUndefined();
	});

	it('keeps the event loop free while it encodes', async () => {
		const encoder = await openEncoderPool(EMBEDDED, { threads: 1 });
		let ticks = 0;
		const timer = setInterval(() => ticks++, 1);
		await encoder.tokenize(Array.from({ length: 64 }, () => 'The boat on the river. '.repeat(200)));
		clearInterval(timer);
		await encoder.close();
		expect(ticks).toBeGreaterThan(5);
	});

	it('fails one job for ids outside the vocabulary, and does the next', async () => {
		const encoder = await openEncoderPool(EMBEDDED, { threads: 1 });
		await expect(encoder.encode([Uint32Array.of(4_000_000_000)], 'query')).rejects.toThrow();
		await expect(encoder.encode([Uint32Array.of(5)], 'query')).resolves.toHaveLength(1);
		await encoder.close();
	});

	it('opens a model wherever its folder stands and whatever it is called', async () => {
		const root = await temporaryFolder();
		for (const name of ['model', 'owner--name', 'mô hình 模型', 'a.b']) {
			const folder = join(root, name);
			await mkdir(folder);
			await writeFiles(folder, tinyModel());
			await adoptModel(folder, 'owner/name');
			const encoder = await openEncoderPool(folder, { threads: 1 });
			expect(await encoder.tokenize(['boat'])).toEqual([Uint32Array.of(7)]);
			await encoder.close();
			await rename(folder, join(root, `${name}-done`));
		}
	});

	it('names the file that is not the one on the card', async () => {
		const folder = await temporaryFolder();
		await cp(EMBEDDED, folder, { recursive: true });
		await writeFile(join(folder, 'config.json'), '{}');
		await expect(openEncoderPool(folder, { threads: 1 })).rejects.toThrow(/^config\.json of model .* expected/);
	});

	it('says that there is no model in an empty folder', async () => {
		const folder = await temporaryFolder();
		await expect(openEncoderPool(folder, { threads: 1 })).rejects.toThrow(
			`No model in ${folder}: expected ${MODEL_CARD_FILE}`,
		);
	});
});

describe('a model that gives one vector a token', () => {
	/** The tiny model's embeddings of `text`; its rows are [id + 1, id² mod 7, 1]. */
	async function encodeTiny(pooling: object | undefined, prompts: object | undefined, text: string) {
		const folder = await temporaryFolder();
		const files = tinyModel();
		if (pooling) files.set('1_Pooling/config.json', Buffer.from(JSON.stringify(pooling)));
		if (prompts) files.set('config_sentence_transformers.json', Buffer.from(JSON.stringify({ prompts })));
		await writeFiles(folder, files);
		await adoptModel(folder, 'owner/name');
		const encoder = await openEncoderPool(folder, { threads: 1 });
		const tokens = await encoder.tokenize([text]);
		const [[query], [passage]] = [await encoder.encode(tokens, 'query'), await encoder.encode(tokens, 'passage')];
		await encoder.close();
		return { query: query!, passage: passage!, maxTokens: encoder.maxTokens };
	}
	const unit = (...values: readonly number[]) => values.map((value) => value / Math.hypot(...values));
	const near = (embedding: Float32Array, expected: readonly number[]) => {
		expect(embedding).toHaveLength(expected.length);
		for (const [i, value] of expected.entries()) expect(embedding[i]).toBeCloseTo(value, 5);
	};

	it('is pooled by the mean over special tokens, prefix and text', async () => {
		const { query, passage, maxTokens } = await encodeTiny(undefined, undefined, 'boat noon');
		// [CLS] 1, boat 7, noon 9, [SEP] 2
		near(query, unit(2 + 8 + 10 + 3, 1 + 0 + 4 + 4, 4));
		expect(passage).toEqual(query);
		expect(maxTokens).toBe(30);
	});

	it('is pooled by the first token, or by the last, where its files say so', async () => {
		near((await encodeTiny({ pooling_mode_cls_token: true }, undefined, 'boat noon')).query, unit(2, 1, 1));
		near((await encodeTiny({ pooling_mode_lasttoken: true }, undefined, 'boat noon')).query, unit(3, 4, 1));
	});

	it('reads the prefix of the role before the text', async () => {
		const { query, passage, maxTokens } = await encodeTiny(
			undefined,
			{ query: 'query: ', passage: 'passage: ' },
			'boat',
		);
		// [CLS] 1, query 4 or passage 5, colon 6, boat 7, [SEP] 2
		near(query, unit(2 + 5 + 7 + 8 + 3, 1 + 2 + 1 + 0 + 4, 5));
		near(passage, unit(2 + 6 + 7 + 8 + 3, 1 + 4 + 1 + 0 + 4, 5));
		expect(cosine(query, passage)).toBeLessThan(0.9999);
		expect(maxTokens).toBe(28);
	});
});

describe('a model whose vectors have no direction', () => {
	it.each([Number.NaN, 0, Number.POSITIVE_INFINITY])('is not adopted when they are %s', async (value) => {
		const folder = await temporaryFolder();
		await writeFiles(folder, tinyModel({ rows: Array.from({ length: 10 }, () => [value, value, value]) }));
		await expect(adoptModel(folder, 'owner/name')).rejects.toThrow('Expected a vector of finite, non-zero length');
	});
});
