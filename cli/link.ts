/** A longer quote, percent-encoded, is named by its first and last words: browsers find it all the same, and the link can be read. */
const WHOLE_QUOTE_LENGTH = 120;
const ENDS_LENGTH = 54;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * A link that opens a page at the quote, by a text fragment (WICG Scroll To Text Fragment). A source that is no `http(s)` URL
 * is given back as it is.
 */
export function linkTo(source: string, quote: string): string {
	if (!/^https?:\/\//i.test(source) || !URL.canParse(source)) return source;
	const url = new URL(source);
	const whole = encode(quote);
	const segments = Array.from(words.segment(quote), ({ segment }) => segment);
	const fragment =
		whole.length <= WHOLE_QUOTE_LENGTH
			? whole
			: `${encode(fit(segments).join(''))},${encode(fit(segments.reverse()).reverse().join(''))}`;
	return `${url.href}${url.hash === '' ? '#' : ''}:~:text=${fragment}`;
}

/** A text fragment gives a meaning to `-`, `,` and `&`. */
function encode(text: string): string {
	return encodeURIComponent(text.trim()).replaceAll('-', '%2D');
}

/** As many of the first segments as fit, one at least that says something. */
function fit(segments: readonly string[]): string[] {
	const taken: string[] = [];
	let length = 0;
	for (const segment of segments) {
		length += encodeURIComponent(segment).length;
		if (length > ENDS_LENGTH && /[\p{L}\p{N}]/u.test(taken.join(''))) break;
		taken.push(segment);
	}
	return taken;
}
