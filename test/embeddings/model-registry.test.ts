import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adoptModel } from '../../embeddings/model-adopt.js';
import { MODEL_CARD_FILE } from '../../embeddings/model-card.js';
import { folderNameOf, listModels } from '../../embeddings/model-registry.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { tinyModel, writeFiles } from '../support/tiny-model.js';

async function install(folder: string, name: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	await writeFiles(folder, tinyModel());
	await adoptModel(folder, name);
}

describe('listModels', () => {
	it('gives the embedded model first, then the others by name, linked ones too', async () => {
		const root = await temporaryFolder();
		const [embedded, models] = [join(root, 'embedded'), join(root, 'models')];
		await install(embedded, 'quoth/embedded');
		for (const name of ['zed/one', 'abel/two']) await install(join(models, folderNameOf(name)), name);
		await install(join(root, 'elsewhere'), 'kim/linked');
		await symlink(join(root, 'elsewhere'), join(models, 'link'));
		expect(
			(await listModels(embedded, models)).map(({ card, embedded: isEmbedded }) => [card.name, isEmbedded]),
		).toEqual([
			['quoth/embedded', true],
			['abel/two', false],
			['kim/linked', false],
			['zed/one', false],
		]);
	});

	it('takes no folder for a model that has no card, or a broken one', async () => {
		const root = await temporaryFolder();
		const [embedded, models] = [join(root, 'embedded'), join(root, 'models')];
		await install(embedded, 'quoth/embedded');
		await writeFiles(join(models, 'half--pulled'), tinyModel());
		await mkdir(join(models, 'broken'));
		await writeFile(join(models, 'broken', MODEL_CARD_FILE), '{');
		await writeFile(join(models, 'a file'), '');
		expect(await listModels(embedded, models)).toHaveLength(1);
		expect(await listModels(embedded, join(root, 'no such folder'))).toHaveLength(1);
	});
});
