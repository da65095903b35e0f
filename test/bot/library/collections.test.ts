import { readdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OpenCollections, type KeepingTimes } from '../../../bot/library/collections.js';
import type { Collection } from '../../../index/collection.js';
import { savedGenerations } from '../../../index/collection.js';
import { collectionOf, storeFor } from '../../support/collections.js';
import { ingest, models, range } from '../../support/filled-folder.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const LONG = 60_000;

async function openCollections(times: KeepingTimes) {
	const folder = await temporaryFolder();
	const store = storeFor(models);
	const opened: string[] = [];
	const errors: unknown[] = [];
	const open = (name: string): Promise<Collection> => {
		opened.push(name);
		return name === 'broken'
			? Promise.reject(new Error('no such thing'))
			: collectionOf(models, store, { name, folder });
	};
	const collections = new OpenCollections(open, (error) => errors.push(error), times);
	onTestFinished(() => collections.close());
	return { collections, folder, opened, errors };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await isSo())) await wait(5);
}

describe('OpenCollections', () => {
	it('writes the indexes some time after a change, without being closed', async () => {
		const { collections, folder } = await openCollections({ saveAfterMs: 20, closeAfterMs: LONG });
		const collection = await collections.get('a');
		await ingest(collection, range(0, 2));
		await until(async () => (await savedGenerations(folder, collection.id)).lexical === collection.generation);
		await ingest(collection, range(2, 3));
		await until(async () => (await savedGenerations(folder, collection.id)).vectors === collection.generation);
		expect(collections.names).toEqual(['a']);
	});

	it('saves and closes what nobody asks for, and opens it again, whole', async () => {
		const { collections, folder, opened } = await openCollections({ saveAfterMs: LONG, closeAfterMs: 40 });
		const collection = await collections.get('a');
		await ingest(collection, range(0, 3));
		await until(() => collections.names.length === 0);
		expect((await readdir(folder)).filter((file) => file.endsWith('.json'))).toHaveLength(2);
		const again = await collections.get('a');
		expect(again).not.toBe(collection);
		expect(again.vectors.size).toBe(collection.vectors.size);
		expect(opened).toEqual(['a', 'a']);
	});

	it('keeps open what is asked for again and again', async () => {
		const { collections, opened } = await openCollections({ saveAfterMs: LONG, closeAfterMs: 500 });
		for (let i = 0; i < 20; i++) {
			await collections.get('a');
			await wait(50);
		}
		expect(opened).toEqual(['a']);
	});

	it('opens a collection that could not be opened when it is asked for again', async () => {
		const { collections, opened, errors } = await openCollections({ saveAfterMs: LONG, closeAfterMs: LONG });
		await expect(collections.get('broken')).rejects.toThrow('no such thing');
		await expect(collections.get('broken')).rejects.toThrow('no such thing');
		expect(opened).toEqual(['broken', 'broken']);
		expect(collections.names).toEqual([]);
		expect(errors).toEqual([]);
	});

	it('writes the indexes when it is closed', async () => {
		const { collections, folder } = await openCollections({ saveAfterMs: LONG, closeAfterMs: LONG });
		const collection = await collections.get('a');
		await ingest(collection, range(0, 1));
		await collections.close();
		expect((await savedGenerations(folder, collection.id)).vectors).toBe(collection.generation);
	});
});
