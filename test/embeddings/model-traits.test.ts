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
	it('takes an unknown model for one that is pooled by the mean and has no prefixes', async () => {
		expect(await traitsOf('owner/me5-like')).toMatchObject({ pooling: 'mean', prefixes: { query: '', passage: '' } });
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

	it('takes empty prompts, which newer tools write into every model, for none', async () => {
		const files = { 'config_sentence_transformers.json': { prompts: { query: '', document: '' } } };
		expect(await traitsOf('intfloat/e5-base-v2', files)).toMatchObject({
			prefixes: { query: 'query: ', passage: 'passage: ' },
		});
		const passageAlone = { 'config_sentence_transformers.json': { prompts: { document: 'D ' } } };
		expect(await traitsOf('a/b', passageAlone)).toMatchObject({ prefixes: { query: '', passage: 'D ' } });
	});

	it('leaves to the graph what the graph does, whatever it was made of', async () => {
		const files = {
			'1_Pooling/config.json': { pooling_mode_mean_tokens: true },
			'modules.json': [{ type: 'sentence_transformers.models.Dense' }],
		};
		expect(await traitsOf('onnx-community/embeddinggemma-300m-ONNX', files)).toMatchObject({ pooling: 'graph' });
	});

	it('refuses a model of whose layers the ONNX file leaves some out', async () => {
		const files = { 'modules.json': [{ type: 'sentence_transformers.models.Dense' }] };
		await expect(traitsOf('a/b', files)).rejects.toThrow('a/b cannot be used: a dense layer stands behind its pooling');
		await expect(traitsOf('Xenova/LaBSE')).rejects.toThrow(/Xenova\/LaBSE cannot be used: .*Choose another model/);
		const normal = { 'modules.json': [{ type: 'sentence_transformers.models.Normalize' }] };
		expect(await traitsOf('a/b', normal)).toMatchObject({ pooling: 'mean' });
	});

	it('refuses a model that is pooled without the prompts that it has', async () => {
		const files = { '1_Pooling/config.json': { pooling_mode_mean_tokens: true, include_prompt: false } };
		expect(await traitsOf('a/b', files)).toMatchObject({ pooling: 'mean' });
		await expect(traitsOf('intfloat/e5-base-v2', files)).rejects.toThrow('it is pooled without its prompts');
	});

	it.each([
		['hidden_size', 'bert'],
		['dim', 'distilbert'],
		['n_embd', 'nomic_bert'],
	])('reads the dimension from %s, as a %s calls it', async (key, model_type) => {
		expect((await traitsOf('a/b', { 'config.json': { model_type, [key]: 48 } })).dimension).toBe(48);
	});

	it('counts no positions that stand before those of a text', async () => {
		const at = async (config: object) =>
			(await traitsOf('a/b', { 'config.json': { hidden_size: 3, max_position_embeddings: 130, ...config } })).maxTokens;
		expect(await at({ model_type: 'bert', pad_token_id: 0 })).toBe(130);
		expect(await at({ model_type: 'xlm-roberta', pad_token_id: 1 })).toBe(128);
		expect(await at({ model_type: 'mpnet' })).toBe(128);
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
