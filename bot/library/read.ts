import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Document } from '../../articles/document.js';
import { readArticles } from '../../articles/read.js';
import { toDocument } from '../../articles/to-document.js';
import { UnreadableArticle } from '../../articles/unreadable-article.js';
import type { ArticleFile } from '../../commands/services.js';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';

/** What a file holds, and what of it could not be read. */
export interface ReadFile {
	readonly documents: readonly Document[];
	readonly failed: readonly Unread[];
}

export interface Unread {
	readonly source: string;
	/** English: what was expected, what came, what to do. */
	readonly reason: string;
}

const UNEXPECTED = 'expected an article that can be read, but reading it failed: export its text, and try that';

/** More bytes than this take longer to read than somebody who types may wait: ten megabytes of HTML take six seconds. */
const LARGE_BYTES = 100_000;

/** The documents of a file, however it looks: what cannot be read is a part of the result. A large one is read in a thread of its own. */
export async function readFile(file: ArticleFile): Promise<ReadFile> {
	return file.bytes.length > LARGE_BYTES ? readInThread(file) : readHere(file);
}

export function readHere({ bytes, source, contentType }: ArticleFile): ReadFile {
	const documents: Document[] = [];
	const failed: Unread[] = [];
	try {
		const reading = readArticles(bytes, source, { contentType });
		for (const article of reading.articles) {
			try {
				documents.push(toDocument(article));
			} catch (error) {
				failed.push({ source: article.source, reason: reasonOf(error) });
			}
		}
		failed.push(...reading.failed.map((unread) => ({ source: unread.source, reason: unread.message })));
	} catch (error) {
		failed.push({ source, reason: reasonOf(error) });
	}
	return { documents, failed };
}

function readInThread(file: ArticleFile): Promise<ReadFile> {
	return new Promise((resolve) => {
		const worker = new Worker(join(PACKAGE_ROOT, 'dist', 'bot', 'library', 'read-worker.js'), {
			workerData: { ...file, bytes: new Uint8Array(file.bytes) } satisfies ArticleFile,
		});
		const fail = (reason: string) => {
			resolve({ documents: [], failed: [{ source: file.source, reason }] });
		};
		worker.once('message', resolve);
		worker.once('error', () => {
			fail(UNEXPECTED);
		});
		worker.once('exit', () => {
			fail(UNEXPECTED);
		});
	});
}

/** What went wrong inside is no business of whoever sent the file. */
function reasonOf(error: unknown): string {
	return error instanceof UnreadableArticle ? error.message : UNEXPECTED;
}
