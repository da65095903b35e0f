import { toDocument } from '../articles/to-document.js';
import { openApp } from '../bot/app.js';
import type { Config } from '../bot/config.js';
import { messageOf } from '../bot/log.js';
import type { Collection } from '../index/collection.js';
import { isDiskFull } from '../index/database.js';
import { ingestDocument } from '../index/ingest.js';
import type { Models } from '../index/question.js';
import { ModelChanged } from '../index/space.js';
import { harmless, print, printError, printJson, printNotice, progressBar } from './output.js';
import { readSources } from './sources.js';

export interface IngestReport {
	readonly added: number;
	readonly updated: number;
	readonly unchanged: number;
	readonly failed: readonly { readonly source: string; readonly error: string }[];
	/** Stored by this run. */
	readonly passages: number;
	readonly seconds: number;
}

/** Documents in work for each encoder thread: one is being encoded, one cut into sentences, some wait. */
const IN_WORK_PER_THREAD = 4;

/** Stores the articles of the sources. Returns whether all of them could be read. */
export async function ingest(
	config: Config,
	sources: readonly string[],
	options: { collection: string; json: boolean },
): Promise<boolean> {
	const bar = progressBar('Embedding', 'articles');
	const app = await openApp(config, { threads: config.threads, onNotice: printNotice });
	try {
		const report = await ingestSources(await app.collection(options.collection), app.models, sources, {
			inWork: config.threads * IN_WORK_PER_THREAD,
			onProgress: (done, found) => {
				bar.update(done, found);
			},
		});
		bar.stop();
		if (options.json) printJson(report);
		else printReport(report);
		return report.failed.length === 0;
	} finally {
		bar.stop();
		await app.close();
	}
}

export interface IngestSourcesOptions {
	/** Documents in work at a time. */
	readonly inWork: number;
	readonly onProgress?: (done: number, found: number) => void;
}

/** Reads, encodes and stores, several documents at a time. A full disk ends it; what was stored before is kept. */
export async function ingestSources(
	collection: Collection,
	models: Models,
	sources: readonly string[],
	{ inWork, onProgress }: IngestSourcesOptions,
): Promise<IngestReport> {
	const began = performance.now();
	const counts = { added: 0, updated: 0, unchanged: 0 };
	const failed: { source: string; error: string }[] = [];
	let passages = 0;
	let found = 0;
	let done = 0;
	const running = new Set<Promise<void>>();

	for await (const item of readSources(sources)) {
		found++;
		const work = (async () => {
			if (item.kind === 'failed') {
				failed.push({ source: item.source, error: item.error });
				return;
			}
			try {
				const outcome = await ingestDocument(collection, models, toDocument(item.article));
				counts[outcome.kind]++;
				if (outcome.kind !== 'unchanged') passages += outcome.passages;
			} catch (error) {
				if (isDiskFull(error))
					throw new Error(
						`The disk is full: ${counts.added + counts.updated} articles were stored and are kept. Make room, then ingest again: only the rest is embedded`,
						{ cause: error },
					);
				if (error instanceof ModelChanged)
					throw new Error(
						`Another process has changed the model of the store: ${counts.added + counts.updated} articles were stored and are kept. Ingest again: only the rest is embedded`,
						{ cause: error },
					);
				failed.push({ source: item.article.source, error: messageOf(error) });
			}
		})().finally(() => {
			done++;
			onProgress?.(done, found);
		});
		running.add(work);
		void work.then(
			() => running.delete(work),
			() => undefined,
		);
		if (running.size >= inWork) await Promise.race(running);
	}
	await Promise.all(running);
	return { ...counts, failed, passages, seconds: Math.round(performance.now() - began) / 1000 };
}

function printReport({ added, updated, unchanged, failed, passages, seconds }: IngestReport): void {
	for (const { source, error } of failed) printError(`${harmless(source)}: ${harmless(error)}`);
	print(
		`${added} added, ${updated} updated, ${unchanged} unchanged, ${failed.length} failed; ${passages} passages in ${seconds.toFixed(1)} s`,
	);
}
