import { z } from 'zod';
import { readText } from './read-text.js';

const line = z.object({
	question: z.string().min(1),
	/** BCP 47. */
	language: z.string(),
	/** Words that stand in the sentence that answers, and in no other of the article; absent where no article answers. */
	answer: z.string().min(1).optional(),
	/** The source of the article that answers, or its end. */
	source: z.string().min(1).optional(),
});

export type KnownQuestion = z.infer<typeof line>;

/** Reads questions, one JSON object a line. @throws {Error} If a line is none; names it. */
export async function readKnownQuestions(path: string): Promise<KnownQuestion[]> {
	const lines = (await readText(path)).split('\n');
	return lines.flatMap((text, i) => {
		if (text.trim() === '') return [];
		const parsed = line.safeParse(parseJson(text));
		if (parsed.success) {
			const { answer } = parsed.data;
			// as the text of articles
			return [{ ...parsed.data, ...(answer !== undefined && { answer: answer.normalize('NFC') }) }];
		}
		throw new Error(
			`Line ${i + 1} of ${path} is not a question: expected {"question", "language", "answer", "source"}, ${parsed.error.issues[0]?.message ?? ''}`,
		);
	});
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
