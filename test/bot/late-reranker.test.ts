import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../answers/answerer.js';
import { openApp } from '../../bot/app.js';
import { readConfig } from '../../bot/config.js';
import { RERANKER_CARD_FILE } from '../../embeddings/model-card.js';
import { ingestDocument } from '../../index/ingest.js';
import { documentOf } from '../support/collections.js';
import { randomModel } from '../support/random-model.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { writeFiles } from '../support/tiny-model.js';

describe('a reranker of the configuration', () => {
	it('whose files were copied by hand is tried out, and used for questions', async () => {
		const config = readConfig({ QUOTH_DATA: await temporaryFolder(), QUOTH_RERANKER: 'owner/ranks' });
		const folder = join(config.dataFolder, 'models', 'owner--ranks');
		await writeFiles(folder, randomModel({ architecture: 'bert', labels: 1 }).files);
		const app = await openApp(config, { threads: 1 });
		expect(existsSync(join(folder, RERANKER_CARD_FILE))).toBe(true);
		expect(app.models.reranker?.name).toBe('owner/ranks');
		const collection = await app.collection('shared');
		const text = 'The boat leaves at noon. The boat leaves the river at dawn. The boat is old and leaves late.';
		await ingestDocument(collection, app.models, documentOf('a.txt', text, 'en'));
		const question = 'When does the boat leave?';
		const plain = await answerQuestion([collection], { ...app.models, reranker: undefined }, question);
		const ranked = await answerQuestion([collection], app.models, question);
		expect(ranked).toMatchObject({ answered: plain.answered, confidence: plain.confidence });
		expect(ranked.citations.map(({ quote }) => quote).sort()).toEqual(plain.citations.map(({ quote }) => quote).sort());
		await app.close();
	});

	it('is missed at once where it is not here', async () => {
		const config = readConfig({ QUOTH_DATA: await temporaryFolder(), QUOTH_RERANKER: 'owner/ranks' });
		await expect(openApp(config, { threads: 1 })).rejects.toThrow(
			'QUOTH_RERANKER names owner/ranks, which is not here: `quoth model pull --reranker owner/ranks` downloads it',
		);
	});

	it('is none where none is named', async () => {
		const app = await openApp(readConfig({ QUOTH_DATA: await temporaryFolder() }), { threads: 1 });
		expect(app.models.reranker).toBeUndefined();
		await app.close();
	});
});
