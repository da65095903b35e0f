import { join } from 'node:path';
import type { App } from '../bot/app.js';
import { PACKAGE_ROOT } from '../embeddings/package-root.js';
import type { Collection } from '../index/collection.js';
import { CommandError } from './command-error.js';
import { ingestSources } from './ingest.js';
import { progressBar } from './output.js';

export const SAMPLES = join(PACKAGE_ROOT, 'samples');

/** Stores the sample articles that come with Quoth; those that are there already cost nothing. */
export async function ingestSamples(app: App, collection: Collection): Promise<void> {
	const bar = progressBar('Indexing the sample articles', 'articles');
	try {
		const { failed } = await ingestSources(collection, app.models, [join(SAMPLES, 'articles')], {
			inWork: 2,
			onProgress: (done, found) => {
				bar.update(done, found);
			},
		});
		await collection.save();
		const [failure] = failed;
		if (failure !== undefined)
			throw new CommandError(
				`Expected the sample articles that come with Quoth, got ${failure.source}: ${failure.error}`,
			);
	} finally {
		bar.stop();
	}
}
