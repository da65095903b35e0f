import { describe, expect, it } from 'vitest';
import { readModelTraits } from '../../embeddings/model-traits.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { writeFiles } from '../support/tiny-model.js';

async function traitsOf(name: string, files: Readonly<Record<string, unknown>> = {}) {
	const folder = await temporaryFolder();
	const all = { 'config.json': { hidden_size: 384 }, 'tokenizer_config.json': {}, ...files };
	await writeFiles(
		folder,
		new Map(
			Object.entries(all).map(([file, value]) => [
				file,
				Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
			]),
		),
	);
	return readModelTraits(folder, name);
}

describe('readModelTraits', () => {
	it.each([
		['Xenova/multilingual-e5-small', 'mean', 'query: ', 'passage: '],
		['intfloat/e5-base-v2', 'mean', 'query: ', 'passage: '],
		['Xenova/bge-m3', 'cls', '', ''],
		['Xenova/paraphrase-multilingual-MiniLM-L12-v2', 'mean', '', ''],
		['owner/me5-like', 'mean', '', ''],
		['Snowflake/snowflake-arctic-embed-m-v2.0', 'cls', 'query: ', ''],
	])('knows the family of %s', async (name, pooling, query, passage) => {
		expect(await traitsOf(name)).toMatchObject({ pooling, prefixes: { query, passage } });
	});

	it('believes the files more than the family', async () => {
		const files = {
			'1_Pooling/config.json': {
				pooling_mode_cls_token: true,
				pooling_mode_mean_tokens: false,
				word_embedding_dimension: 384,
			},
			'config_sentence_transformers.json': { prompts: { query: 'Q ', document: 'D ' } },
		};
		expect(await traitsOf('Xenova/multilingual-e5-small', files)).toMatchObject({
			pooling: 'cls',
			prefixes: { query: 'Q ', passage: 'D ' },
		});
	});

	it('takes the least of the limits, and 512 at most', async () => {
		expect((await traitsOf('a/b')).maxTokens).toBe(512);
		expect((await traitsOf('a/b', { 'tokenizer_config.json': { model_max_length: 1e30 } })).maxTokens).toBe(512);
		expect((await traitsOf('a/b', { 'config.json': { hidden_size: 3, max_position_embeddings: 256 } })).maxTokens).toBe(
			256,
		);
		const sentence = {
			'sentence_bert_config.json': { max_seq_length: 128 },
			'tokenizer_config.json': { model_max_length: 512 },
		};
		expect((await traitsOf('a/b', sentence)).maxTokens).toBe(128);
		expect((await traitsOf('a/b', { 'sentence_bert_config.json': { max_seq_length: null } })).maxTokens).toBe(512);
	});

	it('names the file that is not as expected', async () => {
		await expect(traitsOf('a/b', { 'config.json': {} })).rejects.toThrow(
			/config\.json is not as a model's is .*hidden_size/,
		);
		await expect(traitsOf('a/b', { 'tokenizer_config.json': '<html>' })).rejects.toThrow(
			/tokenizer_config\.json .*not JSON/,
		);
		await expect(traitsOf('a/b', { '1_Pooling/config.json': '{' })).rejects.toThrow(/1_Pooling.*not JSON/);
	});

	it('refuses a pooling that it does not know', async () => {
		const max = { '1_Pooling/config.json': { pooling_mode_max_tokens: true } };
		await expect(traitsOf('a/b', max)).rejects.toThrow(
			'Expected one of mean, cls and last in 1_Pooling/config.json of a/b',
		);
	});
});
