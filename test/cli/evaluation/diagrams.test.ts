import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationOf, type Calibration, type Outcome } from '../../../cli/evaluation/calibration.js';
import { reliabilityDiagram } from '../../../cli/evaluation/diagram-reliability.js';
import { riskDiagram } from '../../../cli/evaluation/diagram-risk.js';
import { writeDiagrams } from '../../../cli/evaluation/diagrams.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const outcome = (confidence: number, correct: boolean, answerable = correct): Outcome => ({
	confidence,
	correct,
	answerable,
	answered: confidence >= 0.5,
});

/** One answerable question and one that is not, at least. */
const anyCalibration = fc
	.array(
		fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()).map(([at, correct]) => outcome(at, correct)),
		{ maxLength: 40 },
	)
	.map((outcomes) => calibrated(outcome(0.7, true), outcome(0.7, false), ...outcomes));

function calibrated(...outcomes: Outcome[]): Calibration {
	const calibration = calibrationOf(outcomes);
	if (calibration === null) throw new Error('Expected answerable questions and others');
	return calibration;
}

const diagrams = { reliabilityDiagram, riskDiagram };

/** The attributes of the elements of a name, in order. */
function elementsOf(svg: string, name: string): Record<string, string>[] {
	return Array.from(svg.matchAll(new RegExp(`<${name} ([^>]*)>`, 'g')), ([, attributes = '']) => {
		const pairs = Array.from(attributes.matchAll(/([a-z0-9]+)="([^"]*)"/gi), ([, key = '', value = '']) => [
			key,
			value,
		]);
		return Object.fromEntries(pairs) as Record<string, string>; // by the line above
	});
}

/** Names of elements that were opened and not closed, or closed and not opened. */
function unbalanced(svg: string): string[] {
	const open: string[] = [];
	for (const [, slash, name = '', end] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
		if (slash === '/') {
			if (open.pop() !== name) return [name];
		} else if (end !== '/') open.push(name);
	}
	return open;
}

describe.each(Object.entries(diagrams))('%s', (name, draw) => {
	const calibration = calibrated(outcome(0.9, true), outcome(0.8, true), outcome(0.2, false), outcome(0.6, false));

	it('is named and described for those who cannot see it', () => {
		const svg = draw('one', 'vi', calibration);
		expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="one-title one-desc">\n<title id="one-title">.*: vi</);
		const [, description] = /<desc id="one-desc">([^<]*)</.exec(svg) ?? [];
		expect(description).toContain('4 questions, 2 of them answerable');
	});

	it('has colours for a light page and a dark one', () => {
		expect(draw('one', 'vi', calibration)).toContain('@media (prefers-color-scheme: dark)');
	});

	it('shows the subject as it is, whatever it holds', () => {
		const svg = draw('one', '<script>&amp;\u0000\uD800', calibration);
		expect(svg).toContain('&lt;script&gt;&amp;amp;\uFFFD\uFFFD');
		expect(svg).not.toContain('<script>');
		expect(unbalanced(svg)).toEqual([]);
	});

	it('draws within its borders, and the same for the same figures', () => {
		fc.assert(
			fc.property(anyCalibration, (any) => {
				const svg = draw('one', 'all', any);
				expect(draw('one', 'all', any)).toBe(svg);
				expect(unbalanced(svg)).toEqual([]);
				expect(svg).not.toMatch(/="[^"]*(?:NaN|Infinity)/);
				const [, height] = /viewBox="0 0 640 (\d+)"/.exec(svg) ?? [];
				for (const rect of elementsOf(svg, 'rect')) {
					const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((key) => Number(rect[key] ?? 0)) as [
						number,
						number,
						number,
						number,
					]; // as many as names
					expect(Math.min(x, y, w, h)).toBeGreaterThanOrEqual(0);
					expect(x + w).toBeLessThanOrEqual(640);
					expect(y + h).toBeLessThanOrEqual(Number(height));
				}
			}),
			{ numRuns: 50 },
		);
	});

	it(`is what writeDiagrams writes of ${name}`, async () => {
		const folder = join(await temporaryFolder(), 'new', 'one');
		const paths = await writeDiagrams(folder, [{ name: 'vi', words: 'Vietnamese', calibration }]);
		expect((await readdir(folder)).sort()).toEqual(['reliability-vi.svg', 'risk-coverage-vi.svg']);
		const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
		const id = draw === reliabilityDiagram ? 'reliability-vi' : 'risk-coverage-vi';
		expect(texts).toContain(draw(id, 'Vietnamese', calibration));
	});
});

describe('reliabilityDiagram', () => {
	it('draws a bar as high as the share of right answers, and one for the questions, parted by whether they are answerable', () => {
		const outcomes = [outcome(0.5, true), outcome(0.5, false), outcome(0.5, false, true), outcome(0.5, false)];
		const svg = reliabilityDiagram('one', 'all', calibrated(...outcomes));
		const [accuracy, answerable] = elementsOf(svg, 'rect').filter(
			({ class: kind, width }) => kind === 'mark' && Number(width) > 20,
		);
		expect(Number(accuracy?.['height'])).toBeCloseTo(260 / 4);
		expect(Number(answerable?.['height'])).toBeCloseTo(96 / 2);
		expect(svg).toContain(
			'<title>Confidence 47 % to 53 %: 4 questions, mean confidence 50.0 %, answered rightly 25.0 %</title>',
		);
		expect(svg).toContain('<title>2 answerable</title>');
		expect(svg).toContain('<title>2 not answerable</title>');
	});
});

describe('riskDiagram', () => {
	it('draws the curve through its points, and marks where Quoth stops', () => {
		const svg = riskDiagram('one', 'all', calibrated(outcome(0.9, true), outcome(0.4, false)));
		// half of the questions at no risk, all of them at a half
		expect(elementsOf(svg, 'polyline')[0]?.['points']).toBe(`${64 + 552 / 2},456 616,${136 + 320 / 2}`);
		expect(elementsOf(svg, 'circle').at(-1)).toMatchObject({ cx: String(64 + 552 / 2), cy: '456' });
		expect(svg).toContain('as Quoth is set, 50.0 % of the questions get an answer, 0.0 % of these a wrong one');
	});

	it('says so where no question gets an answer', () => {
		const svg = riskDiagram('one', 'all', calibrated(outcome(0.4, true), outcome(0.3, false)));
		expect(svg).toContain('as Quoth is set, no question gets an answer');
		expect(elementsOf(svg, 'circle')).toHaveLength(1);
	});
});
