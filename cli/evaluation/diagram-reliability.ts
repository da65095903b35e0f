import type { Bin, Calibration } from './calibration.js';
import {
	boxAt,
	lineFrom,
	percentGrid,
	questionWords,
	renderDiagram,
	textAt,
	wholePercent,
	xIn,
	yIn,
	type Panel,
} from './diagram.js';
import { percent } from './table.js';

const ACCURACY: Panel = { left: 64, top: 92, width: 552, height: 260 };
const COUNTS: Panel = { left: 64, top: 438, width: 552, height: 96 };
const HEIGHT = 592;
/** Between two bars, in SVG's units. */
const GAP = 3;

/**
 * How often the first citation answers, against the confidence that it does, in bins of equal width; below, how many questions
 * are in each bin (a reliability diagram: DeGroot & Fienberg 1983; Guo et al. 2017).
 *
 * @param subject what was measured, such as `vi`
 */
export function reliabilityDiagram(id: string, subject: string, { bins, ece, questions }: Calibration): string {
	const filled = bins.filter(({ count }) => count > 0);
	const most = Math.max(...bins.map(({ count }) => count));
	return renderDiagram({
		id,
		title: `Confidence and correct answers: ${subject}`,
		description: [
			`Reliability diagram of ${questionWords(questions)}.`,
			`Expected calibration error ${percent(ece.equalWidth)}.`,
			...filled.map((bin) => `${wordsOf(bin)}.`),
		].join(' '),
		height: HEIGHT,
		elements: [
			textAt(24, 52, `${questionWords(questions)}; expected calibration error ${percent(ece.equalWidth)}`, 'faint'),
			...percentGrid(ACCURACY, 'confidence', 'first citation answers'),
			...filled.map((bin) => boxAt(barOf(ACCURACY, bin, 0, bin.accuracy), 'mark', wordsOf(bin))),
			...['halo', 'ideal'].map((classes) =>
				lineFrom(xIn(ACCURACY, 0), yIn(ACCURACY, 0), xIn(ACCURACY, 1), yIn(ACCURACY, 1), classes),
			),
			...legend(),
			lineFrom(COUNTS.left, yIn(COUNTS, 0), COUNTS.left + COUNTS.width, yIn(COUNTS, 0), 'grid'),
			...filled.flatMap((bin) => {
				const answerableShare = bin.answerable / most;
				const { left, width, top } = barOf(COUNTS, bin, 0, bin.count / most);
				return [
					boxAt(barOf(COUNTS, bin, 0, answerableShare), 'mark', `${bin.answerable} answerable`),
					boxAt(
						barOf(COUNTS, bin, answerableShare, bin.count / most),
						'other',
						`${bin.count - bin.answerable} not answerable`,
					),
					textAt(left + width / 2, top - 4, String(bin.count), 'faint middle'),
				];
			}),
			...[0, 0.2, 0.4, 0.6, 0.8, 1].map((share) =>
				textAt(xIn(COUNTS, share), COUNTS.top + COUNTS.height + 18, wholePercent(share), 'faint middle'),
			),
			textAt(COUNTS.left + COUNTS.width, COUNTS.top + COUNTS.height + 36, 'confidence', 'faint end'),
		],
	});
}

function legend(): string[] {
	const y = COUNTS.top - 24;
	return [
		textAt(COUNTS.left, y, 'questions:', 'faint'),
		boxAt({ left: COUNTS.left + 66, top: y - 9, width: 10, height: 10 }, 'mark', 'answerable'),
		textAt(COUNTS.left + 82, y, 'answerable', 'faint'),
		boxAt({ left: COUNTS.left + 152, top: y - 9, width: 10, height: 10 }, 'other', 'not answerable'),
		textAt(COUNTS.left + 168, y, 'not answerable', 'faint'),
		textAt(COUNTS.left + COUNTS.width, y, 'dashed: confidence as it should be', 'faint end'),
	];
}

/** The bar of a bin, from one share of the panel's height to another. */
function barOf(panel: Panel, { from, to }: Bin, low: number, high: number): Panel {
	return {
		left: xIn(panel, from) + GAP / 2,
		top: yIn(panel, high),
		width: (to - from) * panel.width - GAP,
		height: (high - low) * panel.height,
	};
}

function wordsOf({ from, to, count, confidence, accuracy }: Bin): string {
	return `Confidence ${wholePercent(from)} to ${wholePercent(to)}: ${count} questions, mean confidence ${percent(confidence)}, answered rightly ${percent(accuracy)}`;
}
