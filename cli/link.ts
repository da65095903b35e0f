/** Longer quotes are named by their first and last words: browsers find them all the same, and the link stays short. */
const WHOLE_QUOTE_CHARACTERS = 120;
const ENDS_CHARACTERS = 40;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * A link that opens a page at the quote, by a text fragment (WICG Scroll To Text Fragment). A source that is no `http(s)` URL
 * is given back as it is.
 */
export function linkTo(source: string, quote: string): string {
	if (!/^https?:\/\//i.test(source) || !URL.canParse(source)) return source;
	const url = new URL(source);
	const fragment =
		quote.length <= WHOLE_QUOTE_CHARACTERS ? encode(quote) : `${encode(startOf(quote))},${encode(endOf(quote))}`;
	return `${url.href}${url.hash === '' ? '#' : ''}:~:text=${fragment}`;
}

/** A text fragment gives a meaning to `-`, `,` and `&`. Half a character, where a quote was cut, is left out. */
function encode(text: string): string {
	return encodeURIComponent(text.replace(/\p{Cs}/gu, '')).replaceAll('-', '%2D');
}

function startOf(quote: string): string {
	let end = 0;
	for (const { index, segment } of words.segment(quote)) {
		if (index + segment.length > ENDS_CHARACTERS) break;
		end = index + segment.length;
	}
	return quote.slice(0, end || ENDS_CHARACTERS).trim();
}

function endOf(quote: string): string {
	let start = quote.length;
	for (const { index } of [...words.segment(quote)].reverse()) {
		if (quote.length - index > ENDS_CHARACTERS) break;
		start = index;
	}
	return quote.slice(start === quote.length ? -ENDS_CHARACTERS : start).trim();
}
