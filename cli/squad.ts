import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decompress } from 'fzstd';
import { z } from 'zod';

/** Questions and the passages that answer them, of one language. */
export interface QuestionSet {
	readonly language: string;
	/** Distinct, in the order of the file. */
	readonly passages: readonly string[];
	readonly questions: readonly { readonly id: string; readonly text: string; readonly passage: number }[];
}

const squad = z.object({
	data: z.array(
		z.object({
			paragraphs: z.array(
				z.object({
					context: z.string(),
					qas: z.array(z.object({ id: z.string(), question: z.string() })),
				}),
			),
		}),
	),
});

const FILE_NAME = /^.+\.([a-z]{2,3}(?:-[a-z0-9]+)*)\.json(\.zst)?$/i;

/**
 * Reads every `NAME.LANG.json` and `NAME.LANG.json.zst` of a folder, in SQuAD's format.
 *
 * @param languages those wanted, in that order; all that are there by default
 * @throws {Error} If a wanted language is missing, there are no files, or one is not in the format.
 */
export async function readSquadFolder(folder: string, languages?: readonly string[]): Promise<QuestionSet[]> {
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
			return toQuestionSet(language, await readJson(path), path);
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

function toQuestionSet(language: string, json: unknown, path: string): QuestionSet {
	const parsed = squad.safeParse(json);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		throw new Error(`${path} is not in SQuAD's format: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
	}
	const places = new Map<string, number>();
	const questions = parsed.data.data.flatMap(({ paragraphs }) =>
		paragraphs.flatMap(({ context, qas }) => {
			const passage = places.get(context) ?? places.size;
			places.set(context, passage);
			return qas.map(({ id, question }) => ({ id, text: question, passage }));
		}),
	);
	return { language, passages: [...places.keys()], questions };
}
