/** A longer quote is named by its first and last words: browsers find it all the same, and the link can be read. */
const WHOLE_QUOTE_LENGTH = 120;
/**
 * Of each end, a letter of any script counting one: what fits is taken, for the more words, the surer it is where they
 * stand.
 */
const ENDS_LENGTHS = [54, 36, 24, 16, 10, 6];

/** A message is no page that has words to find: its link opens it as it is. */
const DISCORD_MESSAGE = /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\//i;

/** What can be the name of a host: parsers of URLs let pass more, such as `a..b`, than whoever shows links. */
const HOST = /^(?:\[[\da-f:.]+\]|[\w-]+(?:\.[\w-]+)*\.?)$/i;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** UTF-16 units of a piece in which its first or last words are looked for: more than one end ever takes. */
const END_UNITS = 400;

/** Parts lines, and cells of a table: the text that a text fragment names does not reach over them. */
const PIECE_END = /[\n\t]/;

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

export interface LinkOptions {
	/** Characters of the link, at most. */
	readonly longest?: number;
	/** The `id` of what the quote stands under, without `#`; it replaces the fragment of the source. */
	readonly anchor?: string | null | undefined;
}

/**
 * A link that opens a page at the quote: at the anchor, then by a text fragment (WICG Scroll To Text Fragment). Where
 * that takes more than `longest` characters, at the anchor alone; where that does too, the page.
 *
 * @returns `undefined` for a source that is no `http(s)` URL, or too long a one.
 */
export function linkTo(
	source: string,
	quote: string,
	{ longest = Infinity, anchor = null }: LinkOptions = {},
): string | undefined {
	if (!/^https?:\/\//i.test(source) || !URL.canParse(source)) return undefined;
	const url = new URL(source);
	if (!HOST.test(url.hostname)) return undefined;
	// what a page's own link highlights is not what is cited
	url.hash = url.hash.slice(1).replace(/:~:.*$/su, '');
	const pages = [url.href];
	if (anchor) {
		url.hash = encodeAnchor(anchor);
		pages.unshift(url.href);
	}
	const page = pages.find((href) => href.length <= longest);
	if (DISCORD_MESSAGE.test(url.href)) return page;
	const links = fragmentsOf(quote).map((fragment) => `${url.href}${url.hash === '' ? '#' : ''}:~:text=${fragment}`);
	return links.find((link) => link.length <= longest) ?? page;
}

/** Where a quote stands, for a person: the source and, where there is one, the anchor behind `#`, as it is. */
export function placeOf(source: string, anchor: string | null): string {
	return anchor ? `${source}#${anchor}` : source;
}

/** As a URL writes it: with what may stand in a fragment, but for what begins a text fragment. */
function encodeAnchor(anchor: string): string {
	return encodeURIComponent(wellFormed(anchor))
		.replace(/%(?:2[4BCF]|3[ABDF]|40)/g, (escaped) => decodeURIComponent(escaped))
		.replaceAll(':~:', '%3A~:');
}

/**
 * What may name the quote, the surest first. A quote of several pieces is named by the first words of the first, and
 * the last of the last.
 */
function fragmentsOf(quote: string): string[] {
	const pieces = quote.split(PIECE_END).filter((piece) => piece.trim() !== '');
	const [first, ...others] = pieces.filter((piece) => SAYS_SOMETHING.test(piece));
	const last = others.at(-1);
	if (first === undefined || last === undefined) return fragmentsOfPiece(first ?? pieces[0] ?? '');
	return endsOf(segmentsOf(beginningOf(first)), segmentsOf(endingOf(last)));
}

/** Its ends are taken from a half each: the second is looked for behind the first. */
function fragmentsOfPiece(text: string): string[] {
	const piece = text.trim();
	if (piece === '') return [];
	if (piece.length > 2 * END_UNITS) return endsOf(segmentsOf(beginningOf(piece)), segmentsOf(endingOf(piece)));
	const segments = segmentsOf(piece);
	if (segments.length < 2) return [encode(piece)];
	const middle = Math.ceil(segments.length / 2);
	const ends = endsOf(segments.slice(0, middle), segments.slice(middle));
	return lengthOf(piece) <= WHOLE_QUOTE_LENGTH ? [encode(piece), ...ends] : ends;
}

/** Start and end, with fewer words each. */
function endsOf(first: readonly string[], last: readonly string[]): string[] {
	const backwards = last.toReversed();
	return ENDS_LENGTHS.map(
		(longest) => `${encode(fit(first, longest).join(''))},${encode(fit(backwards, longest).reverse().join(''))}`,
	);
}

function beginningOf(piece: string): string {
	return piece
		.trim()
		.slice(0, END_UNITS)
		.replace(/[\ud800-\udbff]$/, '');
}

function endingOf(piece: string): string {
	return piece
		.trim()
		.slice(-END_UNITS)
		.replace(/^[\udc00-\udfff]/, '');
}

function segmentsOf(text: string): string[] {
	return Array.from(words.segment(text), ({ segment }) => segment);
}

/** With U+FFFD for each half of a surrogate pair. */
function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Percent-encoded, but for a letter of any script as one. */
function lengthOf(text: string): number {
	return encodeURIComponent(text.replace(/[^\0-\x7f]/gu, 'x')).length;
}

/** A text fragment gives a meaning to `-`, `,` and `&`. */
function encode(text: string): string {
	return encodeURIComponent(wellFormed(text).trim()).replaceAll('-', '%2D');
}

/** As many of the first segments as fit, one at least that says something. */
function fit(segments: readonly string[], longest: number): string[] {
	const taken: string[] = [];
	let length = 0;
	for (const segment of segments) {
		length += lengthOf(segment);
		if (length > longest && SAYS_SOMETHING.test(taken.join(''))) break;
		taken.push(segment);
	}
	return taken;
}
