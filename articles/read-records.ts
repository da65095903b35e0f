import type { Article } from './article.js';
import { htmlToText } from './html-to-text.js';
import { DATE_FIELDS, LANGUAGE_FIELDS, statedUrl, stringField, TEXT_FIELDS, TITLE_FIELDS } from './stated-fields.js';
import { UnreadableArticle } from './unreadable-article.js';

export interface Reading {
	readonly articles: readonly Article[];
	/** Records that could not be read, while others of the file could. */
	readonly failed: readonly UnreadableArticle[];
}

/**
 * Reads one JSON record, or an array of them.
 *
 * @throws {UnreadableArticle} If the file is no JSON: then none of it can be trusted.
 */
export function readJson(json: string, source: string): Reading {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch (error) {
		throw new UnreadableArticle(source, `expected JSON, got ${messageOf(error)}`, { cause: error });
	}
	if (!Array.isArray(value)) return gather([() => readRecord(value, source, source)]);
	const records: readonly unknown[] = value;
	return gather(records.map((record, i) => () => readRecord(record, source, `${source}#${i + 1}`)));
}

/** Reads JSON Lines: one record a line. Empty lines are skipped; a bad line fails alone, and names its number. */
export function readJsonLines(lines: string, source: string): Reading {
	const readers = lines.split(/\r?\n/).flatMap((line, i) => {
		if (line.trim() === '') return [];
		return () => {
			const place = `${source}#${i + 1}`;
			try {
				return readRecord(JSON.parse(line), source, place);
			} catch (error) {
				if (error instanceof UnreadableArticle) throw new UnreadableArticle(place, `line ${i + 1}: ${error.message}`);
				throw new UnreadableArticle(place, `line ${i + 1}: expected JSON, got ${messageOf(error)}`, { cause: error });
			}
		};
	});
	return gather(readers);
}

function gather(readers: readonly (() => Article)[]): Reading {
	const articles: Article[] = [];
	const failed: UnreadableArticle[] = [];
	for (const read of readers) {
		try {
			articles.push(read());
		} catch (error) {
			if (!(error instanceof UnreadableArticle)) throw error;
			failed.push(error);
		}
	}
	return { articles, failed };
}

/**
 * @param place Where the record stands, which is its source if it names none of its own: a URL, or an id within the file.
 * @throws {UnreadableArticle} If the value is no record with text.
 */
function readRecord(value: unknown, source: string, place: string): Article {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new UnreadableArticle(place, `expected a record {"title": …, "text": …}, got ${kindOf(value)}`);
	}
	const fields: Readonly<Record<string, unknown>> = { ...value };
	const text = stringField(fields, TEXT_FIELDS);
	if (text === null) {
		const names = Object.keys(fields).slice(0, 8).join(', ');
		throw new UnreadableArticle(
			place,
			`expected text in a field "text", "body" or "content", got ${names === '' ? 'no fields' : `the fields ${names}`}`,
		);
	}
	return {
		source: ownSource(fields, source) ?? place,
		title: stringField(fields, TITLE_FIELDS),
		publishedAt: stringField(fields, DATE_FIELDS),
		language: stringField(fields, LANGUAGE_FIELDS),
		text: /<(?:p|div|br|li|h[1-6]|article|section)\b[^>]*>/i.test(text) ? htmlToText(text) : text,
	};
}

/** A field `source` is often the name of a newspaper, which many records share: only a URL or an id names one article. */
function ownSource(fields: Readonly<Record<string, unknown>>, source: string): string | undefined {
	const id = stringField(fields, ['id', 'guid']);
	return statedUrl(fields) ?? (id === null ? undefined : `${source}#${id}`);
}

function kindOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
