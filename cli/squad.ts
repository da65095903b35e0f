import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decompress } from 'fzstd';
import { z } from 'zod';

/** Questions and the passages that answer them, of one language. */
export interface QuestionSet {
	readonly language: string;
	/** Distinct, in the order of the file. */
	readonly passages: readonly string[];
	readonly questions: readonly { readonly id: string; readonly text: string; readonly passage: number }[];
}

/** The articles of one language, and what is asked of each of their paragraphs. */
export interface SquadArticles {
	readonly language: string;
	readonly articles: readonly SquadArticle[];
}

export type SquadArticle = z.infer<typeof article>;

const answer = z.object({
	text: z.string(),
	/** Where `text` stands in the paragraph: in UTF-16 units or in code points, as the file counts. */
	answer_start: z.number(),
});

const article = z.object({
	paragraphs: z.array(
		z.object({
			context: z.string(),
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

const FILE_NAME = /^.+\.([a-z]{2,3}(?:-[a-z0-9]+)*)\.json(\.zst)?$/i;

/**
 * Reads every `NAME.LANG.json` and `NAME.LANG.json.zst` of a folder, in SQuAD's format.
 *
 * @param languages those wanted, in that order; all that are there by default
 * @throws {Error} If a wanted language is missing, there are no files, or one is not in the format.
 */
export async function readSquadFolder(folder: string, languages?: readonly string[]): Promise<QuestionSet[]> {
	return (await readFolder(folder, languages)).map(({ language, articles }) => toQuestionSet(language, articles));
}

/** The same of a folder, and of one file, whose name says the language; with articles and answers as they are in the files. */
export async function readSquadArticles(path: string, languages?: readonly string[]): Promise<SquadArticles[]> {
	if ((await stat(path)).isDirectory()) return readFolder(path, languages);
	const language = FILE_NAME.exec(basename(path))?.[1];
	if (language === undefined)
		throw new Error(`Expected a file named NAME.LANG.json or NAME.LANG.json.zst, got ${basename(path)}`);
	if (languages !== undefined && languages.join() !== language)
		throw new Error(`Expected questions in ${languages.join(', ')}, but ${path} has "${language}": name its folder`);
	return [{ language, articles: await readArticles(path) }];
}

async function readFolder(folder: string, languages?: readonly string[]): Promise<SquadArticles[]> {
	const files = new Map<string, string>();
	for (const name of (await readdir(folder)).sort()) {
		const language = FILE_NAME.exec(name)?.[1];
		if (language !== undefined) files.set(language, join(folder, name));
	}
	if (files.size === 0)
		throw new Error(`No question files in ${folder}: expected NAME.LANG.json or NAME.LANG.json.zst, in SQuAD's format`);
	return Promise.all(
		(languages ?? [...files.keys()]).map(async (language) => {
			const path = files.get(language);
			if (path === undefined)
				throw new Error(`No file of language "${language}" in ${folder}: there are ${[...files.keys()].join(', ')}`);
			return { language, articles: await readArticles(path) };
		}),
	);
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
	if (parsed.success) return parsed.data.data;
	const [issue] = parsed.error.issues;
	throw new Error(`${path} is not in SQuAD's format: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

function toQuestionSet(language: string, articles: readonly SquadArticle[]): QuestionSet {
	const places = new Map<string, number>();
	const questions = articles.flatMap(({ paragraphs }) =>
		paragraphs.flatMap(({ context, qas }) => {
			const passage = places.get(context) ?? places.size;
			places.set(context, passage);
			return qas.map(({ id, question }) => ({ id, text: question, passage }));
		}),
	);
	return { language, passages: [...places.keys()], questions };
}
