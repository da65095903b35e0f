/** A longer quote, percent-encoded, is named by its first and last words: browsers find it all the same, and the link can be read. */
const WHOLE_QUOTE_LENGTH = 120;
const ENDS_LENGTH = 54;

/** A message is no page that has words to find: its link opens it as it is. */
const DISCORD_MESSAGE = /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\//i;

/** What can be the name of a host: parsers of URLs let pass more, such as `a..b`, than whoever shows links. */
const HOST = /^(?:\[[\da-f:.]+\]|[\w-]+(?:\.[\w-]+)*\.?)$/i;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * A link that opens a page at the quote, by a text fragment (WICG Scroll To Text Fragment); where that takes more than `longest`
 * characters, the page alone.
 *
 * @returns `undefined` for a source that is no `http(s)` URL, or too long a one.
 */
export function linkTo(
	source: string,
	quote: string,
	{ longest = Infinity }: { readonly longest?: number } = {},
): string | undefined {
	if (!/^https?:\/\//i.test(source) || !URL.canParse(source)) return undefined;
	const url = new URL(source);
	if (!HOST.test(url.hostname)) return undefined;
	// what a page's own link highlights is not what is cited
	url.hash = url.hash.slice(1).replace(/:~:.*$/su, '');
	const page = url.href.length <= longest ? url.href : undefined;
	const fragment = fragmentOf(quote.replace(/\p{Surrogate}/gu, '\uFFFD'));
	if (fragment === '' || DISCORD_MESSAGE.test(url.href)) return page;
	const link = `${url.href}${url.hash === '' ? '#' : ''}:~:text=${fragment}`;
	return link.length <= longest ? link : page;
}

function fragmentOf(quote: string): string {
	const whole = encode(quote);
	if (whole.length <= WHOLE_QUOTE_LENGTH) return whole;
	const segments = Array.from(words.segment(quote), ({ segment }) => segment);
	return `${encode(fit(segments).join(''))},${encode(fit(segments.reverse()).reverse().join(''))}`;
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
