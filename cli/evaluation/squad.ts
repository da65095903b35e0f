import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decompress } from 'fzstd';
import { z } from 'zod';
import { identifyLanguage } from '../../articles/language.js';

/** The articles of one language, and what is asked of each of their paragraphs. */
export interface SquadArticles {
	readonly language: string;
	readonly articles: readonly SquadArticle[];
}

export type SquadArticle = z.infer<typeof article>;
export type SquadParagraph = SquadArticle['paragraphs'][number];

const answer = z.object({
	text: z.string(),
	/** Where `text` stands in the paragraph: in UTF-16 units or in code points, as the file counts. */
	answer_start: z.number(),
});

const article = z.object({
	paragraphs: z.array(
		z.object({
			context: z.string(),
			/** The paragraph's sentences, and where each stands, as `[start, end)` in what `answer_start` counts. In XQuAD-R. */
			sentences: z.array(z.string()).optional(),
			sentence_breaks: z.array(z.tuple([z.number(), z.number()])).optional(),
			qas: z.array(
				z.object({
					id: z.string(),
					question: z.string(),
					/** More than one where several people answered. */
					answers: z.array(answer).default([]),
					/** Whether the paragraph does not say. */
					is_impossible: z.boolean().default(false),
				}),
			),
		}),
	),
});

const squad = z.object({ data: z.array(article) });

const NAMED_FILE = /^.+\.([a-z]{2,3}(?:-[a-z0-9]+)*)\.json(\.zst)?$/i;
const LANGUAGE_FILE = /^([a-z]{2,3}(?:-[a-z0-9]+)*)\.json(\.zst)?$/i;
const KNOWN_LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
/** UTF-16 units of a file's paragraphs that are enough to tell its language. */
const SAMPLE_UNITS = 4000;

/**
 * Reads every `NAME.LANG.json`, `LANG.json` and either with `.zst` of a folder, in SQuAD's format; or one file of any name.
 *
 * @param languages those wanted, in that order; all that are there by default. Of one file, the language it is in: by default
 * the one that its name says, else that of its paragraphs.
 * @throws {Error} If a wanted language is missing or there twice, there are no files, or one is not in the format.
 */
export async function readSquadArticles(path: string, languages?: readonly string[]): Promise<SquadArticles[]> {
	if (await isFolder(path)) return readFolder(path, languages);
	const named = languageOf(basename(path));
	if (named !== undefined && languages !== undefined && languages.join() !== named)
		throw new Error(`Expected questions in ${languages.join(', ')}, but ${path} has "${named}": name its folder`);
	if (languages !== undefined && languages.length > 1)
		throw new Error(`${path} is of one language, not of ${languages.join(', ')}: name its folder`);
	const articles = await readArticles(path);
	return [{ language: named ?? languages?.[0] ?? identify(articles, path), articles }];
}

async function isFolder(path: string): Promise<boolean> {
	try {
		return (await stat(path)).isDirectory();
	} catch (cause) {
		throw new Error(`There is no file or folder ${path}`, { cause });
	}
}

async function readFolder(folder: string, languages?: readonly string[]): Promise<SquadArticles[]> {
	const files = new Map<string, string[]>();
	for (const name of (await readdir(folder)).sort()) {
		const language = languageOf(name);
		if (language !== undefined) files.set(language, [...(files.get(language) ?? []), name]);
	}
	if (files.size === 0)
		throw new Error(
			`No question files in ${folder}: expected NAME.LANG.json or NAME.LANG.json.zst, in SQuAD's format, LANG a language such as vi`,
		);
	return Promise.all(
		(languages ?? [...files.keys()]).map(async (language) => {
			const [name, another] = files.get(language) ?? [];
			if (name === undefined)
				throw new Error(`No file of language "${language}" in ${folder}: there are ${[...files.keys()].join(', ')}`);
			if (another !== undefined)
				throw new Error(
					`Two files of language "${language}" in ${folder}: ${name} and ${another}; keep one of them there`,
				);
			return { language, articles: await readArticles(join(folder, name)) };
		}),
	);
}

/** The language that the name of a file says. A name of three letters need not be one: `dev.json` is no language. */
function languageOf(name: string): string | undefined {
	const language = (LANGUAGE_FILE.exec(name) ?? NAMED_FILE.exec(name))?.[1];
	return language !== undefined && isKnownLanguage(language) ? language : undefined;
}

function isKnownLanguage(tag: string): boolean {
	try {
		return KNOWN_LANGUAGES.of(tag) !== undefined;
	} catch (error) {
		if (error instanceof RangeError) return false; // no tag at all, such as `en-x1`
		throw error;
	}
}

/** @throws {Error} If the paragraphs do not tell. */
function identify(articles: readonly SquadArticle[], path: string): string {
	let sample = '';
	for (const { context } of articles.flatMap(({ paragraphs }) => paragraphs)) {
		if (sample.length < SAMPLE_UNITS) sample += `${context}\n`;
	}
	const { language } = identifyLanguage(sample);
	if (language === 'und')
		throw new Error(`Cannot tell the language of ${path}: give it by --languages, or name the file NAME.LANG.json`);
	return language;
}

async function readJson(path: string): Promise<unknown> {
	const bytes = await readFile(path);
	try {
		return JSON.parse(new TextDecoder().decode(path.endsWith('.zst') ? decompress(bytes) : bytes));
	} catch (cause) {
		throw new Error(`${path} cannot be read: expected JSON${path.endsWith('.zst') ? ', compressed by zstd' : ''}`, {
			cause,
		});
	}
}

async function readArticles(path: string): Promise<SquadArticle[]> {
	const parsed = squad.safeParse(await readJson(path));
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		throw new Error(`${path} is not in SQuAD's format: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
	}
	const articles = parsed.data.data.filter(({ paragraphs }) => paragraphs.some(({ context }) => context.trim() !== ''));
	const ids = new Set<string>();
	for (const { id } of articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ qas }) => qas))) {
		if (ids.has(id)) throw new Error(`${path} has two questions with the id "${id}": expected each once`);
		ids.add(id);
	}
	return articles;
}
