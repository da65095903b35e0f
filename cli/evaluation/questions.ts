import { readSquadArticles } from './squad.js';
import { CommandError } from '../command-error.js';
import { sampleQuestions, toParagraphSet, toSentenceSet, type QuestionSet } from './question-set.js';

/** That not all questions were asked. */
export interface Sample {
	/** How many there are of each language, at most. */
	readonly of: number;
}

export interface ReadOptions {
	/** Those wanted, in that order; all by default. */
	readonly languages?: readonly string[] | undefined;
	/** Most questions of each language; all by default. */
	readonly questions?: number | undefined;
	readonly unit: 'paragraphs' | 'sentences';
	/** Fewer languages are refused. */
	readonly leastLanguages: number;
}

/** Reads questions and passages of a folder or a file in SQuAD's format. `sample` is `null` where all are asked. */
export async function readQuestionSets(
	path: string,
	{ languages, questions, unit, leastLanguages }: ReadOptions,
): Promise<{ sets: QuestionSet[]; sample: Sample | null }> {
	const read = await readSquadArticles(path, languages);
	if (read.length < leastLanguages)
		throw new CommandError(
			`Expected questions in ${leastLanguages} languages at least, got ${read.map(({ language }) => language).join(', ')} in ${path}`,
		);
	const whole = read.map(unit === 'sentences' ? toSentenceSet : toParagraphSet);
	const empty = whole.find((set) => set.questions.length === 0);
	if (empty !== undefined)
		throw new CommandError(`${path} has no question of language "${empty.language}" that its paragraph answers`);
	const of = Math.max(...whole.map((set) => set.questions.length));
	if (questions === undefined || questions >= of) return { sets: whole, sample: null };
	return { sets: sampleQuestions(whole, questions), sample: { of } };
}
