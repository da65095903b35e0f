import { endsInAbbreviation } from './abbreviations.js';

/**
 * Sentence ends that UAX 29 does not see: before a number, after an ellipsis before upper case, and before the
 * dash of a reply.
 */
const MISSED_BREAK = new RegExp(
	[
		/(?<=\p{L}{3}\.|\p{N}{4}\.|…)[»”"')\]]*\s+(?=\p{N}|["'«“‘¿¡(]*\p{Lu})/u,
		/(?<=\p{N}\.)\s+(?=\p{N}{1,3}\s\p{L})/u,
		/(?<=\p{L}{2}[.!?])\s+(?=[—–]\s?[¿¡]?\p{Lu})/u,
	]
		.map(({ source }) => source)
		.join('|'),
	'gu',
);

const CLOSING = /^\s?[»›”’"')\]）】』」》]+[.!?…]*(?=\s|$)\s*/u;
const CLOSING_ALONE = /^[）】』」》”’]+/u;
const GOING_ON = /^[»›”’"')\]）】』」》]*\s?(?:[,;:，、；：]|\p{Ll})/u;
/** In German “ and « close: then they stand close to what is before them, and away from what follows. */
const OPENING_AT_END = /[（(「『【《“‘«‹¿¡]$|(?<=^|\s)[（(「『【《“‘«‹¿¡]\s+$/u;
const LIST_MARKER = /^\(?(?:\p{N}{1,3}|\p{L}|[ivxIVX]{1,4})[.)]$|[;:,]\s\(?\p{N}{1,2}[.)]$/u;
/** UTF-16 units that a list marker at the end of a text takes at most. */
const MARKER_UNITS = 8;
/** A Japanese quotation is followed by the particle or the comma of the sentence that it stands in. */
const JAPANESE_QUOTE_END = /[。！？][」』）]$/u;
const JAPANESE_PARTICLE = /^[とっなのをにはがもや、]/u;
/** A sentence that is all quotation so far goes on with who said it. */
const ALL_QUOTED = /^[“"「『][^“”"「」『』]*[!?！？。…]["”」』]$/u;
const SAID_BY = new RegExp(
	'^(?:\\p{Script=Han}{0,6}(?:说道?|說道?|问道?|問道?|喊道?|答道?|表示|写道|寫道)|' +
		"(?:\\p{Lu}[\\p{L}.’'-]* ){1,3}(?:said|asked|replied|answered|cried|shouted|added|says|asks)(?!\\p{L}))",
	'u',
);
/** Khmer “and so on”, a mark of which the parts end no sentence: `។ល។` */
const KHMER_AND_SO_ON = /^ល\s?។/u;

/** Between the letters of an abbreviation in a script without capitals: `ر.س.`, `ई.पू.` */
const WITHIN_ABBREVIATION =
	/(?<![\p{L}\p{M}])[\p{L}\p{M}]{1,3}\.[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]$/u;

/**
 * Repairs the sentence breaks of a line: adds missed ones, puts quotation marks and brackets on their own side, and
 * takes out those after abbreviations, initials, list markers and before lower case.
 *
 * @param breaks Where sentences begin, ascending, without the start of the line.
 */
export function repairBreaks(line: string, breaks: readonly number[], language: string): number[] {
	const missed = Array.from(line.matchAll(MISSED_BREAK), ({ 0: gap, index }) => index + gap.length);
	const candidates = [...new Set([...breaks, ...missed])].sort((a, b) => a - b);

	const repaired: number[] = [];
	let start = 0;
	for (const candidate of candidates) {
		const position = moveToOwnSide(line, candidate);
		if (position <= start || position >= line.length) continue;
		if (WITHIN_ABBREVIATION.test(line.slice(Math.max(start, position - 5), position + 1))) continue;
		const left = line.slice(start, position).trimEnd();
		const right = line.slice(position);
		if (!isSentenceEnd(left, right, language)) continue;
		repaired.push(position);
		start = position;
	}
	// what comes last without a letter or digit, an emoji say, belongs to the sentence before it
	while (repaired.length > 0 && !/[\p{L}\p{N}]/u.test(line.slice(repaired.at(-1)))) repaired.pop();
	return repaired;
}

/** Moves a break behind the marks that close its left side, or before those that open its right side. */
function moveToOwnSide(line: string, position: number): number {
	const right = line.slice(position, position + 40);
	const closing = CLOSING.exec(right) ?? CLOSING_ALONE.exec(right);
	if (closing !== null) return position + closing[0].length;
	const opening = OPENING_AT_END.exec(line.slice(Math.max(0, position - 4), position));
	return opening === null ? position : position - opening[0].length;
}

function isSentenceEnd(left: string, right: string, language: string): boolean {
	if (!/[\p{L}\p{N}]/u.test(left)) return false;
	if (GOING_ON.test(right) || LIST_MARKER.test(left.slice(-MARKER_UNITS))) return false;
	if (JAPANESE_PARTICLE.test(right) && JAPANESE_QUOTE_END.test(left.slice(-2))) return false;
	if (KHMER_AND_SO_ON.test(right) && left.endsWith('។')) return false;
	if (SAID_BY.test(right) && ALL_QUOTED.test(left)) return false;
	return !endsInAbbreviation(left, right, language);
}
