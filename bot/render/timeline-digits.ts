/** Drawn here, so that a picture needs no font of the machine: each in a box 6 wide and 10 high, as one line of a pen. */
const GLYPHS: Readonly<Record<string, string>> = {
	'0': 'M3 0C1 0 0 2 0 5s1 5 3 5 3-2 3-5-1-5-3-5z',
	'1': 'M1 2.2 3.8 0v10',
	'2': 'M.3 2.6C.3 1 1.5 0 3 0c1.7 0 2.8 1.2 2.8 2.7C5.8 4.6 4 6 .2 10H6',
	'3': 'M.4 1C1.1.3 2 0 2.9 0c1.7 0 2.7 1 2.7 2.4 0 1.5-1.2 2.4-3 2.4 2.2 0 3.4 1 3.4 2.6C6 9 4.7 10 3 10 1.7 10 .6 9.5 0 8.6',
	'4': 'M4.6 10V0L0 7h6',
	'5': 'M5.4 0H1L.6 4.6c.7-.6 1.5-.9 2.4-.9 1.8 0 3 1.3 3 3.1C6 8.7 4.7 10 2.9 10 1.6 10 .6 9.4 0 8.6',
	'6': 'M5.2.6C4.6.2 3.9 0 3.3 0 1.3 0 0 2 0 5.4 0 8.4 1.2 10 3.1 10 4.8 10 6 8.7 6 6.9S4.8 3.9 3.2 3.9C1.7 3.9.4 4.8.1 6.4',
	'7': 'M0 0h6L2.2 10',
	'8': 'M3 4.7C1.4 4.7.5 3.7.5 2.4.5 1 1.5 0 3 0s2.5 1 2.5 2.4c0 1.3-.9 2.3-2.5 2.3C1.2 4.7 0 5.8 0 7.3 0 9 1.2 10 3 10s3-1 3-2.7C6 5.8 4.8 4.7 3 4.7z',
	'9': 'M.8 9.4c.6.4 1.3.6 1.9.6C4.7 10 6 8 6 4.6 6 1.6 4.8 0 2.9 0 1.2 0 0 1.3 0 3.1s1.2 3 2.8 3c1.5 0 2.8-.9 3.1-2.5',
	':': 'M1 3.2h.01M1 7.6h.01',
	'-': 'M.6 5.4h2.8',
};
/** How far the next sign stands from the beginning of one. */
const ADVANCES: Readonly<Record<string, number>> = { '1': 7, ':': 4, '-': 6 };
const ADVANCE = 8.2;
const HEIGHT = 10;

export interface NumberOptions {
	readonly x: number;
	/** Of the upper edge. */
	readonly y: number;
	/** Of the signs, in the picture's units. */
	readonly height: number;
	readonly colour: string;
	readonly anchor: 'start' | 'middle' | 'end';
	/** Of the line, in the boxes' units. */
	readonly weight?: number;
}

/** Digits, colons and hyphens as an SVG path; other signs are left out. */
export function svgNumber(text: string, { x, y, height, colour, anchor, weight = 1.3 }: NumberOptions): string {
	const scale = height / HEIGHT;
	const shift = { start: 0, middle: 0.5, end: 1 }[anchor] * widthOf(text);
	let at = 0;
	const paths = Array.from(text, (sign) => {
		const glyph = GLYPHS[sign];
		const place = at;
		at += advanceOf(sign);
		return glyph === undefined ? '' : `<path d="${glyph}" transform="translate(${round(place)} 0)"/>`;
	});
	return [
		`<g transform="translate(${round(x - shift * scale)} ${round(y)}) scale(${round(scale)})" fill="none" stroke="${colour}"`,
		` stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g>`,
	].join('');
}

/** Of a number of that height, in the picture's units. */
export function numberWidth(text: string, height: number): number {
	return (widthOf(text) * height) / HEIGHT;
}

function widthOf(text: string): number {
	return Array.from(text).reduce((sum, sign) => sum + advanceOf(sign), 0) - (ADVANCE - 6);
}

function advanceOf(sign: string): number {
	return sign in GLYPHS ? (ADVANCES[sign] ?? ADVANCE) : 0;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
