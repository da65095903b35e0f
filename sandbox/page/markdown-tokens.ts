import type { MarkdownNode, MentionTarget, TimeStyle } from './markdown-nodes.js';

/** A node, and the first place behind it. */
export interface Token {
	readonly node: MarkdownNode;
	readonly after: number;
}

/** What holds no other nodes and begins at `at`, if something does: code, mentions, times, emoji, addresses. */
export function tokenAt(source: string, at: number, inLink: boolean): Token | null {
	switch (source[at]) {
		case '`':
			return codeAt(source, at);
		case '<':
			return pointyAt(source, at, inLink);
		case '@':
			return match(source, at, /@(?:everyone|here)/y, ([text]) =>
				text === '@here' || text === '@everyone' ? { kind: 'everyone', text } : null,
			);
		case ':':
			return match(
				source,
				at,
				/:((?:[a-z0-9_+-]*[a-z][a-z0-9_+-]*|[+-]1|100|1234)(?:::skin-tone-\d)?):/y,
				([, name = '']) => (name.length < 2 && !LETTER_EMOJI.has(name) ? null : { kind: 'shortcode', name }),
			);
		case '¯':
			return match(source, at, /¯\\_\(ツ\)_\/¯/y, ([text]) => ({ kind: 'text', text }));
		case 'h':
		case 's':
			return inLink ? null : addressAt(source, at);
		default:
			return null;
	}
}

/** The emoji whose names are one letter long. */
const LETTER_EMOJI: ReadonlySet<string> = new Set(['a', 'b', 'm', 'o', 'v', 'x']);

/** The address of a link that Discord follows; null for all other schemes, and for what is no address. */
export function webAddress(target: string): string | null {
	if (!/^https?:\/\/[^\s/]/i.test(target) || !URL.canParse(target)) return null;
	return target;
}

function match(
	source: string,
	at: number,
	pattern: RegExp,
	read: (parts: RegExpExecArray) => MarkdownNode | null,
): Token | null {
	pattern.lastIndex = at;
	const parts = pattern.exec(source);
	const node = parts === null ? null : read(parts);
	return node === null ? null : { node, after: pattern.lastIndex };
}

function codeAt(source: string, at: number): Token | null {
	const block = match(
		source,
		at,
		/```(?:([a-z0-9_+\-.#]+)\n)?\n*([^\n][\s\S]*?)\n*```/iy,
		([, language = '', text = '']) => ({
			kind: 'codeBlock',
			language,
			text,
		}),
	);
	// spaces may part a backtick of the code from those around it
	const line = () =>
		match(source, at, /(`+)([\s\S]*?[^`])\1(?!`)/y, ([, , text = '']) => ({
			kind: 'code',
			text: text.replace(/^ (?= *`)/, '').replace(/(?<=` *) $/, ''),
		}));
	return block ?? line();
}

/** `https://…` without markup around it: punctuation at its end and a bracket that nothing opened belong to the text. */
function addressAt(source: string, at: number): Token | null {
	const token = match(source, at, /(?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s]/y, ([text]) => {
		const url = withoutOpenBracket(text);
		return { kind: 'link', url, masked: false, children: [{ kind: 'text', text: url }] };
	});
	return token?.node.kind === 'link' ? { node: token.node, after: at + token.node.url.length } : null;
}

function withoutOpenBracket(url: string): string {
	let opened = 0;
	for (let end = url.length; url[end - 1] === ')'; end--) {
		opened = url.indexOf('(', opened) + 1;
		if (opened === 0) return url.slice(0, -1);
	}
	return url;
}

const NAME = String.raw`[-_\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}`;

function pointyAt(source: string, at: number, inLink: boolean): Token | null {
	const mention =
		(target: MentionTarget) =>
		([, id = '']: RegExpExecArray): MarkdownNode => {
			return { kind: 'mention', target, id, name: '' };
		};
	return (
		match(source, at, /<@!?(\d+)>/y, mention('user')) ??
		match(source, at, /<@&(\d+)>/y, mention('role')) ??
		match(source, at, /<#(\d+)>/y, mention('channel')) ??
		match(source, at, /<id:([a-z-]+(?::\d+)?)>/y, mention('guide')) ??
		match(source, at, new RegExp(`</(${NAME}(?: ${NAME}){0,2}):(\\d+)>`, 'uy'), ([, name = '', id = '']) => {
			return { kind: 'mention', target: 'command', id, name };
		}) ??
		match(source, at, /<(a?):(\w+):(\d+)>/y, ([, animated, name = '', id = '']) => {
			return { kind: 'emoji', name, id, animated: animated === 'a' };
		}) ??
		match(source, at, /<t:(-?\d{1,17})(?::([tTdDfFsSR]))?>/y, ([, seconds = '', style = 'f']) => {
			const unix = Number(seconds);
			// the pattern admits no other letter
			return Math.abs(unix) > LAST_SECOND ? null : { kind: 'time', unix, style: style as TimeStyle };
		}) ??
		(inLink ? null : pointyAddressAt(source, at))
	);
}

/** The last second, before or after 1970, that a `Date` can hold (ECMA-262, Time Values). */
const LAST_SECOND = 8.64e12;

/** `<https://…>`, `<me@example.org>`, `<+33 1 23 45>`. The brackets of other schemes go, and no link comes. */
function pointyAddressAt(source: string, at: number): Token | null {
	const link = (url: string, text: string): MarkdownNode => {
		return { kind: 'link', url, masked: false, children: [{ kind: 'text', text }] };
	};
	return (
		match(source, at, /<([^: >]+:\/[^ >]+)>/y, ([, target = '']) => {
			const url = webAddress(target);
			return url === null ? { kind: 'text', text: target } : link(url, url);
		}) ??
		match(source, at, /<(?:mailto:)?([^\s<>@:]+@[^\s<>@]+\.[^\s<>@?]+)(?:\?[^\s<>]*)?>/y, ([, text = '']) => {
			return link(`mailto:${text}`, text);
		}) ??
		match(source, at, /<(?:tel:|sms:)?(\+[\d ()-]{2,})>/y, ([, text = '']) => link(`tel:${text}`, text))
	);
}
