import { findGaps } from '../../answers/gaps.js';
import type { GapReport } from '../../commands/services.js';
import type { RatedQuestion } from '../../index/question-log.js';
import { encodeQuestions, type Models } from '../../index/question.js';
import { zip } from '../../articles/zip.js';

/** Open questions that are compared with one another, the newest: beyond, the time grows with the square. */
const MOST_COMPARED = 1000;

/** What the articles do not answer: questions without an answer, and those whose answer members called wrong or want. */
export async function reportGaps(models: Models, questions: readonly RatedQuestion[]): Promise<GapReport> {
	const open = questions
		.map((question) => ({ ...question, wantedBy: membersWho(question, ['wrong', 'wanted']) }))
		.filter(({ answered, wantedBy }) => !answered || wantedBy.length > 0)
		.slice(-MOST_COMPARED);
	const texts = open.map(({ text }) => text);
	const encoded = texts.length === 0 ? [] : await encodeQuestions(models, texts, 'und');
	const count = (verdict: string) =>
		questions.reduce((sum, question) => sum + membersWho(question, [verdict]).length, 0);
	return {
		gaps: findGaps(zip(open, encoded).map(([question, { embedding }]) => ({ ...question, embedding }))),
		asked: questions.length,
		unanswered: questions.filter(({ answered }) => !answered).length,
		right: count('right'),
		wrong: count('wrong'),
	};
}

function membersWho({ verdicts }: RatedQuestion, wanted: readonly string[]): string[] {
	return [...verdicts].filter(([, verdict]) => wanted.includes(verdict)).map(([member]) => member);
}
