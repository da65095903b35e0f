import type { Article } from '../article.js';
import type { Draft, LeftOut } from '../draft.js';
import {
	DATE_FIELDS,
	LANGUAGE_FIELDS,
	LIST_FIELDS,
	QUESTION_FIELDS,
	statedUrl,
	stringField,
	TEXT_FIELDS,
	TITLE_FIELDS,
} from '../stated-fields.js';
import { UnreadableArticle } from '../unreadable-article.js';
import { htmlDrafts } from './html/html.js';
import { joinLeftOut } from './html/words.js';
import { markdownDrafts } from './markdown/markdown.js';
import { textDrafts } from './plain-text/plain-text.js';

export interface Reading {
	readonly articles: readonly Article[];
	/** Records that could not be read, while others of the file could. */
	readonly failed: readonly UnreadableArticle[];
}

/**
 * Reads one JSON record, an array of them, or an export that keeps its records in a field, as JSON Feed does in `items`.
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
	const records = recordsOf(value);
	if (records === null) return gather([() => readRecord(value, source, source)]);
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

/** The records of a list, or of an object that has no text but a list of them; `null` for what is one record. */
function recordsOf(value: unknown): readonly unknown[] | null {
	if (isList(value)) return value;
	if (typeof value !== 'object' || value === null) return null;
	const fields: Readonly<Record<string, unknown>> = { ...value };
	if (stringField(fields, TEXT_FIELDS) !== null) return null;
	const lists = LIST_FIELDS.map((name) => fields[name]).filter(isList);
	return lists.find((list) => list.length > 0) ?? null;
}

function isList(value: unknown): value is readonly unknown[] {
	return Array.isArray(value);
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
	const title = stringField(fields, TITLE_FIELDS);
	const { question, blocks, leftOut } =
		text === null ? answerOf(fields, place) : { question: null, ...draftsOfField(text, place, title === null) };
	return {
		source: ownSource(fields, source) ?? place,
		title: title ?? question,
		publishedAt: stringField(fields, DATE_FIELDS),
		language: stringField(fields, LANGUAGE_FIELDS),
		blocks,
		leftOut,
	};
}

interface Drafts {
	readonly blocks: readonly Draft[];
	readonly leftOut: readonly LeftOut[];
}

/**
 * The question of a record, with its answer below it. The `input` of an instruction goes on with the question.
 *
 * @throws {UnreadableArticle} If the record holds no text and no question with an answer.
 */
function answerOf(fields: Readonly<Record<string, unknown>>, place: string): Drafts & { readonly question: string } {
	for (const names of QUESTION_FIELDS) {
		const asked = stringField(fields, [names[0]]);
		const said = stringField(fields, [names[1]]);
		if (asked === null || said === null) continue;
		const input = names[0] === 'instruction' ? stringField(fields, ['input']) : null;
		const question = draftsOfField(asked, place);
		const text = textOf(question.blocks);
		const answer = draftsOfField(said, place);
		return {
			question: text,
			blocks: [
				{ kind: 'open', what: 'section' },
				{ kind: 'question', text: input === null ? text : `${text}\n${input}` },
				...answer.blocks,
				{ kind: 'close', what: 'section' },
			],
			leftOut: joinLeftOut([...question.leftOut, ...answer.leftOut]),
		};
	}
	const names = Object.keys(fields).slice(0, 8).join(', ');
	throw new UnreadableArticle(
		place,
		`expected text in a field "text", "body" or "content", or a "question" with its "answer", got ${names === '' ? 'no fields' : `the fields ${names}`}`,
	);
}

function textOf(blocks: readonly Draft[]): string {
	const texts = blocks.flatMap((block) => {
		if (block.kind === 'row') return block.cells.map(({ text }) => text);
		return 'text' in block ? [block.text] : [];
	});
	return texts.join(' ').replace(/\s+/g, ' ').trim();
}

/** Reads a field in the format that its text looks like. */
function draftsOfField(text: string, place: string, hasTitle = false): Drafts {
	if (BEGINS_WITH_TAG.test(text)) return htmlDrafts(text, place);
	if (looksLikeMarkdown(text)) return markdownDrafts(text, place);
	if (HOLDS_TAG.test(text)) return htmlDrafts(text, place);
	return { blocks: textDrafts(text, { hasTitle }), leftOut: [] };
}

const TAGS = '(?:p|div|br|ul|ol|li|h[1-6]|table|article|section|blockquote|pre)';
const BEGINS_WITH_TAG = new RegExp(`^\\s*<${TAGS}(?=[\\s/>])`, 'i');
const HOLDS_TAG = new RegExp(`<${TAGS}(?:\\s[^<>]*)?/?>`, 'i');

/** Signs of Markdown in running text from which a text without headings, code and tables is taken for it. */
const LEAST_SIGNS = 3;

/** A heading, a fence or the rule below a table's head say so; lists alone do not, for plain text has them too. */
function looksLikeMarkdown(text: string): boolean {
	if (/^(?:#{1,6} +\S| {0,3}(?:`{3}|~{3}))/m.test(text)) return true;
	if (/^ {0,3}\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*$/m.test(text)) return true;
	const inline = text.match(/\*\*[^\s*][^*\n]*\*\*|\[[^\][\n]+\]\([^()\s]+\)/g)?.length ?? 0;
	const items = text.match(/^ {0,3}(?:[-*+]|\d{1,9}[.)]) +\S/gm)?.length ?? 0;
	return inline > 0 && inline + items >= LEAST_SIGNS;
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
