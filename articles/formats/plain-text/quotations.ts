import { joined, type Line, pieceFrom } from './lines.js';
import { type Found, type LocatedDraft, paragraphAt, type Source } from './source.js';

const MARKS = /^>(?:\s?>){0,20}(?:\s+|$)/;

/** Lines that begin with `> `, as mail programs mark what they quote. One paragraph of them is one quotation. */
export function quotationAt(source: Source, at: number): Found | null {
	const lines: Line[] = [];
	let next = at;
	let hasBlankBefore = false;
	for (; next < source.lines.length; next++) {
		const line = source.lines[next];
		const marks = line === undefined || (next > at && line.hasBlankBefore) ? null : MARKS.exec(line.text);
		if (line === undefined || marks === null || (next > at && line.role !== undefined)) break;
		const piece = pieceFrom(line, marks[0].length);
		if (piece.text === '') {
			hasBlankBefore = true;
			continue;
		}
		lines.push({ ...piece, indent: 0, hasBlankBefore });
		hasBlankBefore = false;
	}
	if (next === at) return null;

	const quoted: Source = { ...source, lines };
	const drafts: LocatedDraft[] = [];
	for (let i = 0; i < lines.length;) {
		const line = lines[i];
		if (line === undefined) break;
		const paragraph = paragraphAt(quoted, i, line);
		drafts.push({ kind: 'quotation', ...joined(paragraph.pieces) });
		i = paragraph.next;
	}
	return { drafts, next };
}
