import { binaryKind } from './binary.js';
import { decodeAs } from './decode-as.js';
import { decodeLegacy } from './legacy-encodings.js';
import { UnreadableArticle } from './unreadable-article.js';

/** Files larger than this are refused: 20 MB is some 3,000 pages, a hundred times the longest article. */
export const MAX_ARTICLE_BYTES = 20_000_000;

const FORMATS = 'expected text, Markdown, HTML, JSON or JSON Lines';

/**
 * Checks a size before anything is read.
 *
 * @throws {UnreadableArticle} If a file of `bytes` bytes is too large to be an article.
 */
export function expectArticleSize(source: string, bytes: number): void {
	if (bytes <= MAX_ARTICLE_BYTES) return;
	const megabytes = (bytes / 1e6).toFixed(1);
	const most = MAX_ARTICLE_BYTES / 1e6;
	throw new UnreadableArticle(source, `expected at most ${most} MB, got ${megabytes} MB: split it into its articles`);
}

/**
 * Turns the bytes of a text file into text, without a byte order mark.
 *
 * In order: a byte order mark, UTF-16 by its zero bytes, valid UTF-8, the declared `charset`, then the legacy encoding
 * in which the bytes make the most plausible words. Valid UTF-8 goes before the declaration, because text of another
 * encoding is hardly ever valid UTF-8 by accident, and declarations are often left over from a template.
 *
 * @throws {UnreadableArticle} If the bytes are no text, are damaged UTF-8, or make no sense in any encoding known here.
 */
export function decodeText(bytes: Uint8Array, source: string, charset?: string): string {
	const kind = binaryKind(bytes);
	if (kind !== undefined) throw new UnreadableArticle(source, `${FORMATS}, got ${kind}: export its text first`);

	const marked = markedEncoding(bytes);
	if (marked !== undefined) return decodeAs(marked, bytes) ?? refuseDamaged(bytes, source, marked);

	if (bytes.includes(0)) {
		const text = decodeUnmarkedUtf16(bytes);
		if (text !== undefined) return text;
		throw new UnreadableArticle(source, `${FORMATS}, got a binary file (it holds NUL bytes): export its text first`);
	}

	const utf8 = decodeAs('utf-8', bytes);
	if (utf8 !== undefined) return utf8;
	if (isMostlyUtf8(bytes)) return refuseDamaged(bytes, source, 'utf-8');

	const declared = charset === undefined ? undefined : decodeAs(charset, bytes);
	const text = declared ?? decodeLegacy(bytes);
	if (text !== undefined) return text;
	throw new UnreadableArticle(source, 'expected text in a known encoding, got none that fits: save it as UTF-8');
}

function markedEncoding([a, b, c]: Uint8Array): string | undefined {
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	return undefined;
}

/** In UTF-16 every space, line end and Latin letter has a zero byte, always on the same side. */
function decodeUnmarkedUtf16(bytes: Uint8Array): string | undefined {
	let even = 0;
	let odd = 0;
	for (const [i, byte] of bytes.subarray(0, 65_536).entries()) {
		if (byte !== 0) continue;
		if (i % 2 === 0) even += 1;
		else odd += 1;
	}
	if (even > 0 && odd > 0) return undefined;
	const text = decodeAs(even > 0 ? 'utf-16be' : 'utf-16le', bytes);
	// control characters and unassigned code points: the zeros were those of a binary file
	return text === undefined || /[\0-\x08\x0e-\x1f]|\p{Cn}/u.test(text) ? undefined : text;
}

/** True of UTF-8 with a few broken places: nineteen of its non-ASCII characters in twenty are well formed. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
	const text = new TextDecoder('utf-8').decode(bytes);
	const broken = text.match(/\uFFFD/gu)?.length ?? 0;
	const sound = text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0;
	return sound >= 19 * broken;
}

function refuseDamaged(bytes: Uint8Array, source: string, encoding: string): never {
	const text = new TextDecoder(encoding).decode(bytes);
	const broken = text.indexOf('\uFFFD');
	const line = text.slice(0, Math.max(broken, 0)).split('\n').length;
	throw new UnreadableArticle(
		source,
		`expected ${encoding.toUpperCase()}, got broken bytes in line ${line}: save the article again as UTF-8`,
	);
}
