/** A longer quote is named by its first and last words: browsers find it all the same, and the link can be read. */
const WHOLE_QUOTE_LENGTH = 120;
/** Of each end, a letter of any script counting one: what fits is taken, for the more words, the surer it is where they stand. */
const ENDS_LENGTHS = [54, 36, 24, 16, 10, 6];

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
	if (DISCORD_MESSAGE.test(url.href)) return page;
	const links = fragmentsOf(quote.replace(/\p{Surrogate}/gu, '\uFFFD')).map(
		(fragment) => `${url.href}${url.hash === '' ? '#' : ''}:~:text=${fragment}`,
	);
	return links.find((link) => link.length <= longest) ?? page;
}

/** What may name the quote, the surest first. Its ends are taken from a half each: the second is looked for behind the first. */
function fragmentsOf(quote: string): string[] {
	const whole = encode(quote);
	const segments = Array.from(words.segment(quote), ({ segment }) => segment);
	if (whole === '') return [];
	if (segments.length < 2) return [whole];
	const middle = Math.ceil(segments.length / 2);
	const [first, last] = [segments.slice(0, middle), segments.slice(middle).reverse()];
	const ends = ENDS_LENGTHS.map(
		(longest) => `${encode(fit(first, longest).join(''))},${encode(fit(last, longest).reverse().join(''))}`,
	);
	return lengthOf(quote) <= WHOLE_QUOTE_LENGTH ? [whole, ...ends] : ends;
}

/** Percent-encoded, but for a letter of any script as one. */
function lengthOf(text: string): number {
	return encodeURIComponent(text.replace(/[^\0-\x7f]/gu, 'x')).length;
}

/** A text fragment gives a meaning to `-`, `,` and `&`. */
function encode(text: string): string {
	return encodeURIComponent(text.trim()).replaceAll('-', '%2D');
}

/** As many of the first segments as fit, one at least that says something. */
function fit(segments: readonly string[], longest: number): string[] {
	const taken: string[] = [];
	let length = 0;
	for (const segment of segments) {
		length += lengthOf(segment);
		if (length > longest && /[\p{L}\p{N}]/u.test(taken.join(''))) break;
		taken.push(segment);
	}
	return taken;
}
