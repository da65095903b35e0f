import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasStore, openApp } from '../../bot/app.js';
import { readConfig } from '../../bot/config.js';
import { ingestDocument } from '../../index/ingest.js';
import { verifyCollection } from '../../index/verify.js';
import { documentOf } from '../support/collections.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function openConfig() {
	return readConfig({ QUOTH_DATA: join(await temporaryFolder(), 'data') });
}

describe('openApp', () => {
	it('keeps what was stored, and writes the indexes when it is closed', async () => {
		const config = await openConfig();
		expect(hasStore(config)).toBe(false);
		const before = await openApp(config, { threads: 1 });
		const collection = await before.collection('shared');
		await ingestDocument(collection, before.models, documentOf('a.txt', 'The mill at Trea turns again.', 'en'));
		await before.close();
		expect(hasStore(config)).toBe(true);
		expect(
			(await readdir(join(config.dataFolder, 'indexes', '1'))).filter((file) => file.endsWith('.json')),
		).toHaveLength(2);

		const notices: string[] = [];
		const after = await openApp(config, { threads: 1, onNotice: (notice) => notices.push(notice) });
		expect(verifyCollection(await after.collection('shared'))).toMatchObject({ documents: 1, faults: [] });
		expect(notices).toEqual([]);
		await after.close();
	});

	it('opens a collection once, however often it is asked for at the same time', async () => {
		const app = await openApp(await openConfig(), { threads: 1 });
		const [one, two, other] = await Promise.all([app.collection('a'), app.collection('a'), app.collection('b')]);
		expect(one).toBe(two);
		expect(other).not.toBe(one);
		await app.close();
	});

	it('names a model that is not here, and how to get it', async () => {
		const opened = openApp(await openConfig(), { threads: 1, model: 'nobody/nothing' });
		await expect(opened).rejects.toThrow('Unknown model nobody/nothing');
		await expect(opened).rejects.toThrow('`quoth model pull nobody/nothing`');
	});
});
