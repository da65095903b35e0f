import { harmless } from '../output.js';
import { onOutput } from '../colours.js';
import type { Measurement } from './measurement.js';
import { hashOf } from './seeded-order.js';
import { evaluateSummaries, WAYS, type SummaryEvaluation, type Way } from './summaries.js';
import { readKnownTalks } from './summaries-talks.js';
import { RANDOM_DRAWS } from './summaries-selections.js';
import { percent, table } from './table.js';

const NAMES: Readonly<Record<Way, string>> = {
	ours: 'Quoth',
	lead3: 'LEAD-3',
	longest3: 'LONGEST-3',
	lead: 'from the beginning',
	random: `random, mean of ${RANDOM_DRAWS}`,
	textRank: 'TextRank',
	oracle: 'greedy oracle',
};

/** Summaries of talks, by what people wrote of them. */
export async function prepareSummaries(path: string): Promise<Measurement> {
	const talks = await readKnownTalks(path);
	return {
		origin: { measured: 'summaries', questionSet: hashOf(talks.map((talk) => JSON.stringify(talk))) },
		figures: null,
		unit: 'talks',
		async run(models, onProgress) {
			const report = await evaluateSummaries(models, talks, onProgress);
			return { report, text: renderSummaries(report) };
		},
	};
}

/** As a person reads it in a terminal of 100 columns. */
export function renderSummaries(report: SummaryEvaluation): string {
	const { model, dialogues, referenceWords, seconds } = report;
	return [
		harmless(model),
		`${dialogues} talks, references of ${referenceWords.toFixed(1)} words; ${seconds.toFixed(0)} s`,
		'',
		onOutput.bold('Whole utterances against what people wrote: ROUGE, F1'),
		'LEAD-3 and LONGEST-3 take three utterances, the oracle knows the reference; all others take about as',
		'many words as the reference has.',
		'',
		...table([
			['', 'ROUGE-1', 'ROUGE-2', 'ROUGE-L', 'words'],
			...WAYS.map((way) => {
				const { rouge1, rouge2, rougeL, words } = report[way];
				return [NAMES[way], ...[rouge1, rouge2, rougeL].map(percent), words.toFixed(1)];
			}),
		]),
	].join('\n');
}
