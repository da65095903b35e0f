import type { Span } from '../../articles/document.js';

/** An address in a message. */
export interface LinkFound extends Span {
	readonly url: string;
}

/** A moment that Discord shows to each member in their own time: `<t:1790000000:F>`. */
export interface MomentFound extends Span {
	/** Milliseconds since 1970. */
	readonly at: number;
}

/** A message without Discord's marks. */
export interface PlainText {
	/**
	 * The words, every unit where it is in the message: marks, mentions, emoji and addresses are spaces; code, spoilers, what others are quoted
	 * with, and half surrogate pairs are line feeds, so that no sentence goes across them.
	 */
	readonly words: string;
	readonly links: readonly LinkFound[];
	readonly moments: readonly MomentFound[];
	/** Ids of the members that it mentions. */
	readonly mentioned: readonly string[];
	/** Whether it shows code on lines of its own. */
	readonly hasCode: boolean;
}

const EMOJI =
	'(?:\\p{RI}{1,2}|[0-9#*]\\uFE0F?\\u20E3|\\p{Extended_Pictographic}(?:\\uFE0F|\\p{EMod})?[\\u{E0020}-\\u{E007F}]*(?:\\u200D\\p{Extended_Pictographic}(?:\\uFE0F|\\p{EMod})?)*)\\p{M}*';

/** Each begins otherwise, or the first one counts. None goes back over more than it matched, so that time is linear. */
const MARKUP = new RegExp(
	[
		'(?<escaped>\\\\[\\\\*_~`|<>@#:\\[\\]()-])',
		'(?<hidden>```[^]+?```|\\|\\|[^]+?\\|\\||^[ \\t]*>>> [^]*|^[ \\t]*> .*|\\p{Surrogate})',
		'`{1,2}(?!`)(?<code>[^`\\n]+)`{1,2}',
		'<@!?(?<member>\\d{1,20})>',
		'<t:(?<moment>-?\\d{1,13})(?::[tTdDfFRsS])?>',
		'<(?:@&|#|a?:\\w{1,32}:)\\d{1,20}>|<id:\\w{1,32}>|</[^<>:\\n]{1,100}:\\d{1,20}>|@everyone|@here',
		'\\[(?<label>[^\\[\\]\\n]{1,300})\\]\\(<?(?<target>https?://[^\\s<>()]{1,2000})>?\\)',
		'<?(?<url>https?://[^\\s<>|]{1,2000})>?',
		'(?<emoji>:[a-z]\\w{1,31}:)',
		`(?<pictures>(?:${EMOJI})+)`,
		'(?<emphasis>\\*+|~~|(?<![\\p{L}\\p{N}])_+|_+(?![\\p{L}\\p{N}]))',
		'(?<line>^[ \\t]*(?:#{1,3}|-#|[-*+•])[ \\t]+)',
	].join('|'),
	'gmu',
);

/** What stands behind an address and is seldom of it. */
const BEHIND_URL = /[.,;:!?'"*_~…。，、！？）】」»”’]+$/u;
/** Of moments that anybody means, in milliseconds since 1970: the year 2200. */
const LAST_MOMENT = 7_258_118_400_000;

/** Reads a message as Discord does, with its words left in their places. In time linear in its length. */
export function plainTextOf(text: string): PlainText {
	const links: LinkFound[] = [];
	const moments: MomentFound[] = [];
	const mentioned: string[] = [];
	let hasCode = false;
	let words = '';
	let done = 0;
	const keep = (start: number, end: number) => {
		words += text.slice(done, start) + ' '.repeat(end - start);
		done = end;
	};
	for (const match of text.matchAll(MARKUP)) {
		const { 0: whole, index: start, groups = {} } = match;
		const end = start + whole.length;
		if (groups.hidden !== undefined) {
			keep(start, start);
			words += '\n'.repeat(whole.length);
			done = end;
			hasCode ||= whole.startsWith('```');
		} else if (groups.escaped !== undefined) keep(start, start + 1);
		else if (groups.code !== undefined) {
			const from = start + whole.indexOf(groups.code);
			keep(start, from);
			keep(from + groups.code.length, end);
		} else if (groups.target !== undefined) {
			links.push({ url: groups.target, start, end });
			keep(start, start + 1);
			keep(start + 1 + (groups.label?.length ?? 0), end);
		} else if (groups.url !== undefined) {
			const url = addressOf(groups.url);
			const from = start + whole.indexOf(url);
			links.push({ url, start: from, end: from + url.length });
			keep(start, from + url.length);
		} else {
			if (groups.member !== undefined) mentioned.push(groups.member);
			const at = Number(groups.moment) * 1000;
			if (at >= 0 && at <= LAST_MOMENT) moments.push({ at, start, end });
			keep(start, end);
		}
	}
	return { words: words + text.slice(done), links, moments, mentioned, hasCode };
}

/** Without what ends the sentence behind it, and without a bracket that was opened before it. */
function addressOf(url: string): string {
	const bare = url.replace(BEHIND_URL, '');
	const isOpen = bare.endsWith(')') && !bare.includes('(');
	return isOpen ? bare.slice(0, -1).replace(BEHIND_URL, '') : bare;
}
