import { harmless } from '../output.js';
import type { AnswerEvaluation } from './answers.js';
import { calibrationTable } from './answers-render.js';
import { percent } from './table.js';

/** As a person reads it in a terminal: what went wrong first, then the figures. */
export function renderAnswers({
	model,
	questions,
	answerable,
	first,
	inThree,
	byLanguage,
	abstained,
	calibration,
	quotesVerified,
	misses,
}: AnswerEvaluation): string {
	return [
		...misses.map(
			({ question, expected, got }) =>
				`${harmless(question)}\n  expected ${harmless(expected)}, got ${got === null ? 'no answer' : harmless(got)}`,
		),
		`${harmless(model)}: ${questions} questions, ${answerable} of them answerable`,
		`answering sentence first ${percent(first)}, among three ${percent(inThree)} (${Object.entries(byLanguage)
			.map(([language, share]) => `${language} ${percent(share)}`)
			.join(', ')})`,
		`abstained on the unanswerable: ${percent(abstained)}`,
		...(calibration === null ? [] : ['', ...calibrationTable([['', calibration]]), '']),
		`${quotesVerified} quotes compared with what they cite: all equal`,
	].join('\n');
}
