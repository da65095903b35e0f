import { extname } from 'node:path';
import { READABLE_EXTENSIONS } from '../../articles/read.js';
import { DownloadError } from './error.js';

/** Text of any kind, XHTML, and JSON under all its names (`ld+json`, `x-ndjson`, `jsonl`): what `readArticles` can read. */
const READABLE = /^(?:text\/.+|application\/(?:xhtml\+xml|(?:.+\+)?json|(?:x-)?(?:ndjson|jsonl|jsonlines)))$/;

/** Types that servers give to files that they know nothing of. */
const UNKNOWN = new Set(['application/octet-stream', 'binary/octet-stream']);

/**
 * Refuses what cannot be an article by its type, before it is downloaded. A page without a type passes: its content
 * tells. A file of an unknown type passes if one of `urls` ends like the name of a readable file.
 *
 * @param contentType The header's value; empty if there was none.
 * @throws {DownloadError} Of the kind `content-type`.
 */
export function expectReadableType(contentType: string, urls: readonly URL[]): void {
	const type = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
	if (type === '' || READABLE.test(type)) return;
	if (UNKNOWN.has(type) && urls.some(({ pathname }) => READABLE_EXTENSIONS.has(extname(pathname).toLowerCase()))) {
		return;
	}
	throw new DownloadError({ kind: 'content-type', contentType: type });
}
