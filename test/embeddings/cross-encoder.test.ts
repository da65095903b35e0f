import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openCrossEncoder, startCrossEncoder } from '../../embeddings/cross-encoder.js';
import { RERANKER_CARD_FILE, readRerankerCard, type RerankerCard } from '../../embeddings/model-card.js';
import { listModels, listRerankers } from '../../embeddings/model-registry.js';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';
import { adoptReranker } from '../../embeddings/reranker-adopt.js';
import { openHub } from '../support/pull.js';
import { randomModel, type RandomModel } from '../support/random-model.js';
import { suiteFolder, temporaryFolder } from '../support/temporary-folder.js';
import { writeFiles } from '../support/tiny-model.js';
import { logits } from '../support/transformer-oracle.js';

const QUESTION = 'when leaves the boat?';
const TEXTS = ['the boat leaves at noon', '', 'river', 'at noon, at noon, '.repeat(20), 'passage'];

/** What the model should give for question and text in one row, each cut to its share of the room. */
function expected({ tokenizer, weights, maxTokens }: RandomModel, question: string, text: string): number {
	const { head, middle, tail } = tokenizer.special;
	const room = maxTokens - head.length - middle.length - tail.length;
	const first = tokenizer.tokenize(question).slice(0, Math.floor(room / 2));
	const second = tokenizer.tokenize(text).slice(0, room - first.length);
	const left = [...head, ...first, ...middle];
	const ids = [...left, ...second, ...tail];
	const [one, two] = logits(
		weights,
		ids,
		ids.map((_, place) => (place < left.length ? 0 : 1)),
	);
	return 1 / (1 + Math.exp(two === undefined ? -one! : one! - two));
}

describe.each([
	['bert', 1],
	['xlm-roberta', 1],
	['bert', 2],
] as const)('a reranker of the architecture %s with %i labels', (architecture, labels) => {
	const folder = suiteFolder();
	const model = randomModel({ architecture, labels });
	let card: RerankerCard;
	beforeAll(async () => {
		await writeFiles(folder, model.files);
		card = await adoptReranker(folder, 'owner/name');
	});

	it('gives the scores that a second implementation gives, in order', async () => {
		expect(await readRerankerCard(folder)).toEqual(card);
		const reranker = await openCrossEncoder(folder, { threads: 2 });
		onTestFinished(() => reranker.close());
		for (const question of [QUESTION, '', 'the river at noon '.repeat(20)]) {
			const scores = await reranker.score(question, TEXTS);
			expect(scores).toHaveLength(TEXTS.length);
			for (const [i, score] of scores.entries()) expect(score).toBeCloseTo(expected(model, question, TEXTS[i]!), 5);
		}
		expect(await reranker.score(QUESTION, [])).toEqual([]);
	});
});

describe('a reranker', () => {
	const model = randomModel({ architecture: 'bert', labels: 1 });

	it('is told from an encoder by its architecture when it is pulled, and is none', async () => {
		const { pull, parent, folder } = await openHub(model.files);
		expect(await pull()).toMatchObject({ use: 'reranker', card: { name: 'owner/name', maxTokens: 24, dtype: 'q8' } });
		expect(await readdir(folder)).toContain(RERANKER_CARD_FILE);
		expect(await listRerankers(parent)).toMatchObject([{ folder, card: { name: 'owner/name' } }]);
		expect(await listModels(join(PACKAGE_ROOT, 'embeddings', 'model'), parent)).toHaveLength(1);
	});

	it('is what a model is pulled as, whatever its files call it', async () => {
		const files = new Map(model.files);
		const config = JSON.parse(files.get('config.json')!.toString()) as object;
		files.set('config.json', Buffer.from(JSON.stringify({ ...config, architectures: ['BertModel'] })));
		const { pull } = await openHub(files);
		expect(await pull({ use: 'reranker' })).toMatchObject({ use: 'reranker' });
	});

	it('is no model that gives vectors, nor one with three labels', async () => {
		const encoder = await openHub(randomModel({ architecture: 'bert' }).files);
		await expect(encoder.pull({ use: 'reranker' })).rejects.toThrow(
			/cannot be used as the reranker owner\/name: Expected float32 logits .* got \[none\]/,
		);
		expect(await readdir(encoder.folder)).not.toContain(RERANKER_CARD_FILE);
		const three = await openHub(randomModel({ architecture: 'bert', labels: 3 }).files);
		await expect(three.pull()).rejects.toThrow('got [1, 3]: choose a model that ranks texts');
	});

	it('refuses work, and what is not done, when it is closed', async () => {
		const folder = await temporaryFolder();
		await writeFiles(folder, model.files);
		const card = { ...(await adoptReranker(folder, 'owner/name')), maxTokens: 24 };
		const reranker = await startCrossEncoder(folder, card, { threads: 1 });
		const begun = expect(
			reranker.score(
				QUESTION,
				Array.from({ length: 2000 }, () => TEXTS[3]!),
			),
		).rejects.toThrow('closed');
		await reranker.close();
		await begun;
		await expect(reranker.score(QUESTION, TEXTS)).rejects.toThrow('closed');
	});

	it('names the file that is not the one on its card', async () => {
		const folder = await temporaryFolder();
		await writeFiles(folder, model.files);
		await adoptReranker(folder, 'owner/name');
		await writeFile(join(folder, 'config.json'), '{}');
		await expect(openCrossEncoder(folder, { threads: 1 })).rejects.toThrow(/^config\.json of model owner\/name/);
	});
});
