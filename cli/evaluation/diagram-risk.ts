import type { Calibration } from './calibration.js';
import {
	curveThrough,
	dotAt,
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

const PANEL: Panel = { left: 64, top: 136, width: 552, height: 320 };
const HEIGHT = 520;

/**
 * How many answers are wrong if only the most confident ones are given (a risk–coverage curve: El-Yaniv & Wiener 2010), and where
 * Quoth stops.
 *
 * @param subject what was measured, such as `vi`
 */
export function riskDiagram(
	id: string,
	subject: string,
	{ questions, riskCoverage: { area, points }, shown }: Calibration,
): string {
	const overall = points.at(-1)?.risk ?? Number.NaN;
	const stop =
		shown.coverage > 0
			? `as Quoth is set, ${percent(shown.coverage)} of the questions get an answer, ${percent(shown.risk)} of these a wrong one`
			: 'as Quoth is set, no question gets an answer';
	const facts = `${questionWords(questions)}; area under the curve ${area.toFixed(3)}`;
	return renderDiagram({
		id,
		title: `Wrong answers by share answered: ${subject}`,
		description: [
			`Risk–coverage curve of ${facts}.`,
			`The point: ${stop}.`,
			...points.map(({ coverage, risk }) => `At ${wholePercent(coverage)} coverage ${percent(risk)} wrong.`),
		].join(' '),
		height: HEIGHT,
		elements: [
			textAt(24, 52, facts, 'faint'),
			...percentGrid(PANEL, 'questions answered, most confident first', 'first citation does not answer'),
			dotAt(32, 70, stop),
			textAt(46, 74, stop, 'faint'),
			lineFrom(24, 90, 40, 90, 'ideal'),
			textAt(46, 94, `if confidence said nothing, ${percent(overall)} at any share`, 'faint'),
			lineFrom(PANEL.left, yIn(PANEL, overall), PANEL.left + PANEL.width, yIn(PANEL, overall), 'ideal'),
			curveThrough(points.map(({ coverage, risk }) => [xIn(PANEL, coverage), yIn(PANEL, risk)])),
			...(shown.coverage > 0 ? [dotAt(xIn(PANEL, shown.coverage), yIn(PANEL, shown.risk), stop)] : []),
		],
	});
}
