import { onOutput } from '../colours.js';
import { harmless } from '../output.js';
import type { AnswerFigures, SquadAnswerEvaluation } from './answers-squad.js';
import type { Calibration } from './calibration.js';
import { decimal, percent, table } from './table.js';

/** As a person reads it in a terminal of 100 columns. */
export function renderSquadAnswers(report: SquadAnswerEvaluation): string {
	const { model, articles, pairs, within, across, unplaced, quotesVerified, seconds } = report;
	const named: (readonly [string, AnswerFigures])[] = [
		...pairs.map((pair) => [nameOf(pair), pair] as const),
		// of a single pair they would say the same again
		...(within === null || pairs.length === 1 ? [] : [['same language', within] as const]),
		...(across === null || pairs.length === 1 ? [] : [['across languages', across] as const]),
	];
	const counts = [...new Set(Object.values(articles))].sort((a, b) => a - b);
	return [
		harmless(model),
		`Articles in ${Object.keys(articles).map(harmless).join(', ')}: ${counts.join(' to ')} a language; ${seconds.toFixed(0)} s`,
		'',
		onOutput.bold('Asked of all articles: the cited sentence overlaps the known answer'),
		...table([
			['', 'questions', 'first', 'among three', 'best, shown or not', 'nothing cited'],
			...named.map(([name, { questions, first, inThree, rankedFirst, abstained }]) => [
				name,
				String(questions),
				...[first, inThree, rankedFirst, abstained].map(percent),
			]),
		]),
		'',
		...calibrationTable(named.map(([name, { calibration }]) => [name, calibration])),
		...[within, across].flatMap((figures, i) =>
			figures?.calibration == null
				? []
				: ['', ...binLines(i === 0 ? 'same language' : 'across languages', figures.calibration)],
		),
		'',
		...(unplaced === 0
			? []
			: [
					`${unplaced} questions were not asked: their answers do not stand where the files say, or in no text of the article`,
				]),
		`${quotesVerified} quotes compared with what they cite: all equal`,
	].join('\n');
}

/** A row for each calibration there is, under its name; nothing if there is none. */
export function calibrationTable(named: readonly (readonly [string, Calibration | null])[]): string[] {
	const rows = named.flatMap(([name, calibration]) => {
		if (calibration === null) return [];
		const { ece, auroc, riskCoverage, abstained, shown } = calibration;
		return [
			[
				name,
				...[ece.equalWidth, ece.equalMass, auroc, riskCoverage.area].map(decimal),
				...[abstained.answerable, abstained.unanswerable, shown.risk].map(percent),
			],
		];
	});
	if (rows.length === 0) return [];
	return [
		onOutput.bold('Confidence, as the probability that the first citation answers'),
		'ECE: calibration error, in 15 bins of equal width and of equal mass. AUROC: answerable questions',
		'against the others. AURC: area under the risk–coverage curve. Silent: nothing was cited.',
		'',
		...table([
			['', 'ECE', 'equal mass', 'AUROC', 'AURC', 'silent answerable', 'silent others', 'wrong of shown'],
			...rows,
		]),
	];
}

function binLines(name: string, { bins }: Calibration): string[] {
	return [
		onOutput.bold(`Confidence, ${name}`),
		...table([
			['', 'questions', 'answerable', 'mean confidence', 'answered rightly'],
			...bins.map(({ from, to, count, answerable, confidence, accuracy }) => [
				`${decimal(from)} to ${decimal(to)}`,
				String(count),
				String(answerable),
				...[confidence, accuracy].map(decimal),
			]),
		]),
	];
}

function nameOf({ asked, articles }: { asked: string; articles: string }): string {
	return harmless(asked === articles ? asked : `${asked} of ${articles}`);
}
