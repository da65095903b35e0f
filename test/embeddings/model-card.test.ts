import { cp, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adoptModel } from '../../embeddings/model-adopt.js';
import {
	MODEL_CARD_FILE,
	parseModelCard,
	readModelCard,
	spaceOf,
	verifyModelFiles,
	vocabularyOf,
	type ModelCard,
} from '../../embeddings/model-card.js';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { tinyModel, writeFiles } from '../support/tiny-model.js';

const ONNX = 'onnx/model_quantized.onnx';

const CARD: ModelCard = {
	name: 'owner/name',
	revision: '1',
	dimension: 3,
	maxTokens: 32,
	dtype: 'q8',
	pooling: 'mean',
	prefixes: { query: '', passage: '' },
	batchSize: 1,
	files: { 'tokenizer.json': { bytes: 1, sha256: 'f'.repeat(64) } },
};

async function adoptTiny() {
	const folder = await temporaryFolder();
	await writeFiles(folder, tinyModel());
	return { folder, card: await adoptModel(folder, 'owner/name') };
}

describe('readModelCard', () => {
	it('reads the card of the embedded model, whose files are those on it', async () => {
		const folder = join(PACKAGE_ROOT, 'embeddings', 'model');
		const card = await readModelCard(folder);
		await expect(verifyModelFiles(folder, card)).resolves.toBeUndefined();
		expect(Object.keys(card.files)).toEqual(expect.arrayContaining(['tokenizer.json', ONNX, 'neighbours.bin']));
	});

	it('says what is missing where there is no card', async () => {
		const folder = await temporaryFolder();
		await expect(readModelCard(folder)).rejects.toThrow(`No model in ${folder}: expected ${MODEL_CARD_FILE} there`);
	});

	it('says that a truncated card is not JSON', async () => {
		const { folder } = await adoptTiny();
		await truncate(join(folder, MODEL_CARD_FILE), 100);
		await expect(readModelCard(folder)).rejects.toThrow(/quoth-model\.json is not JSON: pull the model again/);
	});
});

describe('parseModelCard', () => {
	it.each([
		['dimension', 0],
		['dimension', 1.5],
		['name', 'no owner'],
		['name', '../../etc'],
		['dtype', 'q3'],
		['pooling', 'max'],
		['prefixes', { query: '' }],
		['files', { 'config.json': { bytes: 1, sha256: 'short' } }],
		['maxTokens', '512'],
	])('names %s when it is %j', (key, value) => {
		const text = JSON.stringify({ ...CARD, [key]: value });
		expect(() => parseModelCard(text, 'here')).toThrow(new RegExp(`^here is not a model card \\(${key}`));
	});

	it.each(['null', '[]', '"text"', '{}'])('refuses %s', (text) => {
		expect(() => parseModelCard(text, 'here')).toThrow('here is not a model card');
	});
});

describe('verifyModelFiles', () => {
	it('names a file that is missing', async () => {
		const { folder, card } = await adoptTiny();
		await rm(join(folder, 'tokenizer.json'));
		await expect(verifyModelFiles(folder, card)).rejects.toThrow(
			/^tokenizer\.json of model owner\/name is missing in .*model pull/,
		);
	});

	it('names a file that is truncated, and both sizes', async () => {
		const { folder, card } = await adoptTiny();
		await truncate(join(folder, ONNX), 10);
		await expect(verifyModelFiles(folder, card)).rejects.toThrow(
			`${ONNX} of model owner/name has 10 bytes, expected ${card.files[ONNX]!.bytes}`,
		);
	});

	it('names a file that was swapped for another of its size', async () => {
		const { folder, card } = await adoptTiny();
		await writeFile(join(folder, ONNX), Buffer.alloc(card.files[ONNX]!.bytes, 1));
		await expect(verifyModelFiles(folder, card)).rejects.toThrow(`${ONNX} of model owner/name is another file`);
	});
});

describe('spaceOf and vocabularyOf', () => {
	it('tell apart what must not meet', () => {
		const spaces = [
			CARD,
			{ ...CARD, revision: 'other' },
			{ ...CARD, dtype: 'fp32' as const },
			{ ...CARD, pooling: 'cls' as const },
			{ ...CARD, name: 'other/name' },
		].map(spaceOf);
		expect(new Set(spaces).size).toBe(spaces.length);
		const tokenizer = { bytes: 1, sha256: 'a'.repeat(64) };
		expect(vocabularyOf({ ...CARD, files: { 'tokenizer.json': tokenizer } })).not.toBe(vocabularyOf(CARD));
		expect(() => vocabularyOf({ ...CARD, files: {} })).toThrow('lists no tokenizer.json');
	});
});

describe('adoptModel', () => {
	it('gives the card that a copied folder lacks, and the same one again', async () => {
		const { folder, card } = await adoptTiny();
		expect(await readModelCard(folder)).toEqual(card);
		const copy = await temporaryFolder();
		await cp(folder, copy, { recursive: true });
		await rm(join(copy, MODEL_CARD_FILE));
		expect(await adoptModel(copy, 'owner/name')).toEqual(card);
	});

	it('refuses a name that no card could carry', async () => {
		const folder = await temporaryFolder();
		await expect(adoptModel(folder, 'no owner')).rejects.toThrow("Expected a model's name as owner/name");
	});

	it('names all that is missing', async () => {
		const folder = await temporaryFolder();
		await writeFiles(folder, new Map([['config.json', Buffer.from('{}')]]));
		await expect(adoptModel(folder, 'owner/name')).rejects.toThrow(
			`tokenizer.json, tokenizer_config.json, ${ONNX} missing`,
		);
	});

	it('leaves a folder without a card when a file is truncated', async () => {
		const { folder } = await adoptTiny();
		await rm(join(folder, MODEL_CARD_FILE));
		await truncate(join(folder, ONNX), 50);
		await expect(adoptModel(folder, 'owner/name')).rejects.toThrow(`The model in ${folder} cannot be used`);
		await expect(readModelCard(folder)).rejects.toThrow('No model in');
	});
});
