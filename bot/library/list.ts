import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { LibraryCounts, LibraryEntry, LibraryPage } from '../../commands/services.js';
import type { Collection } from '../../index/collection.js';
import { primaryLanguage } from '../../articles/primary-language.js';
import type { ListedDocument } from '../../index/rows.js';
import { fold } from '../../index/words.js';
import { libraryOf } from './collections.js';

export function entryOf(collection: Collection, document: ListedDocument): LibraryEntry {
	const { id: documentId, title, source, language, publishedAt, passages } = document;
	return { documentId, title, source, language, publishedAt, passages, library: libraryOf(collection.name) };
}

/** Articles in the order of the collections, then of their titles. A page behind the last one is the last one. */
export function listArticles(
	collections: readonly Collection[],
	search: string,
	page: number,
	perPage: number,
): LibraryPage {
	const words = fold(search.normalize('NFC')).split(/\s+/u);
	const byTitle = new Intl.Collator('und', { numeric: true });
	const found = collections.flatMap((collection) =>
		collection.documents
			.read()
			.filter(({ lookedTitle: { folded: foldedTitle }, foldedSource }) =>
				words.every((word) => foldedTitle.includes(word) || foldedSource.includes(word)),
			)
			.map((document) => entryOf(collection, document))
			.sort((a, b) => byTitle.compare(a.title, b.title)),
	);
	const pages = Math.max(1, Math.ceil(found.length / perPage));
	const shown = Math.min(Math.max(0, Math.trunc(page)), pages - 1);
	return {
		entries: found.slice(shown * perPage, (shown + 1) * perPage),
		page: shown,
		pages,
		total: found.length,
		search,
	};
}

/** Primary languages, those of most articles first; an article without a known one counts for none. */
export function languagesOf(collections: readonly Collection[]): string[] {
	const counts = new Map<string, number>();
	for (const { language } of collections.flatMap(({ documents }) => documents.read())) {
		const primary = primaryLanguage(language);
		if (primary !== 'und') counts.set(primary, (counts.get(primary) ?? 0) + 1);
	}
	return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([language]) => language);
}

export const NO_ARTICLES: LibraryCounts = { documents: 0, passages: 0, languages: {} };

/** Of the database with SQLite's own files, and of what stands in the folder of the indexes. */
export async function bytesOnDisk(database: string, indexes: string): Promise<number> {
	const files = (await filesIn(dirname(database))).filter((path) => basename(path).startsWith(basename(database)));
	let bytes = 0;
	for (const path of [...files, ...(await filesIn(indexes, { recursive: true }))]) {
		// another thread or process at work replaces and deletes files
		const stats = await stat(path).catch(() => undefined);
		bytes += stats?.isFile() === true ? stats.size : 0;
	}
	return bytes;
}

/** Empty where there is no such folder yet. */
async function filesIn(folder: string, { recursive } = { recursive: false }): Promise<string[]> {
	const names = await readdir(folder, { recursive }).catch(() => []);
	return names.map((name) => join(folder, name));
}
