import { withoutLatinAccents } from '../../articles/accents.js';
import { asciiDigits } from '../../articles/quantities/digits.js';

/** Full-width forms of ASCII, by how much they are moved. */
const FULL_WIDTH = /[\uff01-\uff5e]/gu;
const MOVED_BY = 0xfee0;
/** Spaces of no width, which Khmer and Thai have between words; marks of direction. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * What people type, so that it can be compared: lower case, Latin letters without accents, the digits of every script as 0–9, single
 * spaces, plain apostrophes and hyphens, nothing that has no width.
 */
export function fold(text: string): string {
	const lower = text
		.normalize('NFC')
		.replace(INVISIBLE, '')
		.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - MOVED_BY))
		.toLowerCase();
	const plain = withoutLatinAccents(lower)
		.replace(/[’‘ʼ`´]/gu, "'")
		.replace(/[‐‑‒–−]/gu, '-');
	// ISO 8601 puts a T between day and time
	return asciiDigits(plain)
		.replace(/(\d)t(?=\d\d:)/gu, '$1 ')
		.replace(/\s+/gu, ' ')
		.trim();
}
