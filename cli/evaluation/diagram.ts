import type { Calibration } from './calibration.js';

/** A diagram in SVG, of one width, read aloud by its title and description, in the colours of a light page or a dark one. */
export interface Diagram {
	/** Of the file, and of what is named inside it: lower-case letters, digits and hyphens. */
	readonly id: string;
	readonly title: string;
	/** What it shows, in words, with the figures that matter. */
	readonly description: string;
	/** In SVG's units, as the width. */
	readonly height: number;
	/** Elements, drawn in this order. */
	readonly elements: readonly string[];
}

/** In SVG's units. */
export const DIAGRAM_WIDTH = 640;

/** A rectangle of a diagram in which values are drawn, in SVG's units; y grows downwards. */
export interface Panel {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

const STYLE = `
svg { --paper: #ffffff; --ink: #1f2328; --faint: #59636e; --line: #d1d9e0; --mark: #0969da; --other: #8c959f; --warn: #bc4c00; }
@media (prefers-color-scheme: dark) {
svg { --paper: #0d1117; --ink: #f0f6fc; --faint: #9198a1; --line: #3d444d; --mark: #4493f8; --other: #848d97; --warn: #f0883e; }
}
text { fill: var(--ink); font: 13px system-ui, sans-serif; }
.title { font-size: 16px; font-weight: 600; }
.faint { fill: var(--faint); font-size: 12px; }
.middle { text-anchor: middle; }
.end { text-anchor: end; }
.paper { fill: var(--paper); }
.grid { stroke: var(--line); }
.ideal { stroke: var(--faint); stroke-dasharray: 5 4; fill: none; }
.halo { stroke: var(--paper); stroke-width: 4; }
.mark { fill: var(--mark); }
.other { fill: var(--other); }
.curve { stroke: var(--mark); stroke-width: 2; fill: none; stroke-linejoin: round; }
.dot { fill: var(--warn); stroke: var(--paper); stroke-width: 1.5; }
`;

export function renderDiagram({ id, title, description, height, elements }: Diagram): string {
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${DIAGRAM_WIDTH} ${height}" width="${DIAGRAM_WIDTH}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
		`<title id="${id}-title">${escapeXml(title)}</title>`,
		`<desc id="${id}-desc">${escapeXml(description)}</desc>`,
		`<style>${STYLE}</style>`,
		`<rect class="paper" width="${DIAGRAM_WIDTH}" height="${height}"/>`,
		textAt(24, 30, title, 'title'),
		...elements,
		'</svg>\n',
	].join('\n');
}

/** @param classes of the style sheet, parted by spaces */
export function textAt(x: number, y: number, text: string, classes = ''): string {
	return `<text x="${units(x)}" y="${units(y)}"${classes === '' ? '' : ` class="${classes}"`}>${escapeXml(text)}</text>`;
}

export function lineFrom(x1: number, y1: number, x2: number, y2: number, classes: string): string {
	return `<line x1="${units(x1)}" y1="${units(y1)}" x2="${units(x2)}" y2="${units(y2)}" class="${classes}"/>`;
}

/** @param words said of it by the tooltip */
export function boxAt({ left, top, width, height }: Panel, classes: string, words: string): string {
	return `<rect x="${units(left)}" y="${units(top)}" width="${units(width)}" height="${units(height)}" class="${classes}"><title>${escapeXml(words)}</title></rect>`;
}

/** @param words said of it by the tooltip */
export function dotAt(x: number, y: number, words: string): string {
	return `<circle cx="${units(x)}" cy="${units(y)}" r="5" class="dot"><title>${escapeXml(words)}</title></circle>`;
}

export function curveThrough(points: readonly (readonly [x: number, y: number])[]): string {
	return `<polyline class="curve" points="${points.map(([x, y]) => `${units(x)},${units(y)}`).join(' ')}"/>`;
}

/** Where shares, in [0, 1], stand in a panel. */
export function xIn({ left, width }: Panel, share: number): number {
	return left + share * width;
}

export function yIn({ top, height }: Panel, share: number): number {
	return top + (1 - share) * height;
}

/** Lines and labels at every fifth of both sides. */
export function percentGrid(panel: Panel, xLabel: string, yLabel: string): string[] {
	const { left, top, width, height } = panel;
	const fifths = [0, 0.2, 0.4, 0.6, 0.8, 1];
	return [
		...fifths.flatMap((share) => [
			lineFrom(left, yIn(panel, share), left + width, yIn(panel, share), 'grid'),
			textAt(left - 8, yIn(panel, share) + 4, wholePercent(share), 'faint end'),
			textAt(xIn(panel, share), top + height + 18, wholePercent(share), 'faint middle'),
		]),
		textAt(left, top - 10, yLabel, 'faint'),
		textAt(left + width, top + height + 36, xLabel, 'faint end'),
	];
}

/** Such as `12 %`. */
export function wholePercent(share: number): string {
	return `${(share * 100).toFixed(0)} %`;
}

export function questionWords({ answerable, unanswerable }: Calibration['questions']): string {
	return `${answerable + unanswerable} questions, ${answerable} of them answerable`;
}

/** Hundredths of a unit are finer than a screen. */
function units(value: number): string {
	return String(Math.round(value * 100) / 100);
}

function escapeXml(text: string): string {
	return text
		.replace(/[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/gu, '\uFFFD')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
}
