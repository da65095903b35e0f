import { describe, expect, it } from 'vitest';
import { savedGenerations } from '../../index/collection.js';
import { ingestDocument } from '../../index/ingest.js';
import { madeUpText } from '../support/articles.js';
import { documentOf } from '../support/collections.js';
import { ask, expectComplete, filledFolder, ingest, models } from '../support/filled-folder.js';

describe('two collections over one store, as two processes have them', () => {
	it('come to hold the same, whoever writes last', async () => {
		const { indexes, open } = await filledFolder();
		const [a, b] = [await open(), await open()];
		await ingest(a, [40, 41]);
		await ingest(b, [42]);
		b.remove('41.txt');
		await ingest(a, [43]);
		await ingestDocument(b, models, documentOf('40.txt', madeUpText(400), 'en'));
		await Promise.all([a.save(), b.save()]);
		await expectComplete(a);
		b.catchUp();
		await expectComplete(b);
		await b.save();

		const { vectors, lexical } = await savedGenerations(indexes, 1);
		expect([vectors, lexical]).toEqual([a.store.generation(1), a.store.generation(1)]);
		a.store.close();
		b.store.close();
		const notices: string[] = [];
		const again = await open((notice) => notices.push(notice));
		expect(notices).toEqual([]);
		await expectComplete(again);
		again.store.close();
	});

	it('find what the other stored, and no longer what it removed', async () => {
		const { open } = await filledFolder();
		const [a, b] = [await open(), await open()];
		const question = 'Which register counts 1050 households?';
		await ingest(a, [50]);
		b.catchUp();
		expect(await ask(b, question)).toEqual(await ask(a, question));
		const [first] = await ask(b, question);
		a.remove('50.txt');
		b.catchUp();
		expect((await ask(b, question)).map(({ passageId }) => passageId)).not.toContain(first?.passageId);
		a.store.close();
		b.store.close();
	});

	it('do not claim to be complete where they lack what the other stored', async () => {
		const { open } = await filledFolder();
		const [a, b] = [await open(), await open()];
		await ingest(a, [60]);
		await ingest(b, [61]);
		expect(b.generation).toBeLessThan(b.store.generation(1));
		b.catchUp();
		expect(b.generation).toBe(b.store.generation(1));
		a.store.close();
		b.store.close();
	});
});
