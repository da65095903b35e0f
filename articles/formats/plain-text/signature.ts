import type { LeftOut } from '../../draft.js';
import type { Line } from './lines.js';

/** Lines and UTF-16 units of a line that a signature has at most. */
const MAX_LINES = 8;
const MAX_LINE_UNITS = 80;

/** UTF-16 units of a sample of what is left out. */
const SAMPLE_UNITS = 80;

const words = new Intl.Segmenter('und', { granularity: 'word' });

/** The signature that ends an e-mail, from its line of two hyphens on; `null` if there is none. */
export function signatureOf(lines: readonly Line[]): { from: number; leftOut: LeftOut } | null {
	for (let at = lines.length - 2; at > 0 && at >= lines.length - 1 - MAX_LINES; at--) {
		const line = lines[at];
		const below = lines[at + 1];
		if (line === undefined || below === undefined || below.text.length > MAX_LINE_UNITS) return null;
		if (line.text === '--') {
			const sample = lines.slice(at + 1).map((each) => each.text);
			const count = Array.from(words.segment(sample.join('\n'))).filter(({ isWordLike }) => isWordLike).length;
			const shown = sample.join(' ').slice(0, SAMPLE_UNITS);
			return { from: at, leftOut: { what: 'signature', words: count, sample: shown } };
		}
		if (below.hasBlankBefore) return null;
	}
	return null;
}
