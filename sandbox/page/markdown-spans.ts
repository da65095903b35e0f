/** Where a span's inner text stands: `[start, end)` of the source, and `after`, the first place behind the span. */
export interface Span {
	readonly start: number;
	readonly end: number;
	readonly after: number;
}

export type StyleKind = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

/**
 * The span that begins at `at`, if one does. `*`, `**`, `_` and `__` may all begin at one place: the longest span wins, as
 * it does in Discord, and bold or underline where both are as long.
 */
export function styleAt(source: string, at: number): (Span & { readonly kind: StyleKind }) | null {
	const of = (kind: StyleKind, span: Span | null) => (span === null ? null : { ...span, kind });
	switch (source[at]) {
		case '*':
			return longest(of('italic', italicByStar(source, at)), of('bold', doubled(source, at, '**')));
		case '_':
			return longest(of('italic', italicByUnderscore(source, at)), of('underline', doubled(source, at, '__')));
		case '~':
			return of('strike', plain(source, at, '~~'));
		case '|':
			return of('spoiler', plain(source, at, '||'));
		default:
			return null;
	}
}

function longest<T extends Span>(a: T | null, b: T | null): T | null {
	if (a === null || b === null) return a ?? b;
	return a.after >= b.after ? a : b;
}

/** `**…**`, `__…__`: ends at the first mark that no third sign follows. A backslash hides the sign after it. */
function doubled(source: string, at: number, mark: '**' | '__'): Span | null {
	if (!source.startsWith(mark, at)) return null;
	const start = at + 2;
	for (let i = start; i < source.length; i += source[i] === '\\' ? 2 : 1) {
		if (i === start || !source.startsWith(mark, i) || source[i + 2] === mark[0]) continue;
		return { start, end: i, after: i + 2 };
	}
	return null;
}

/** `~~…~~`, `||…||`: the first mark ends it, even behind a backslash. */
function plain(source: string, at: number, mark: '~~' | '||'): Span | null {
	if (!source.startsWith(mark, at)) return null;
	const start = at + 2;
	let end = source.indexOf(mark, start + 1);
	// what follows matters to `~~` only
	while (mark === '~~' && end !== -1 && source[end + 2] === '_') end = source.indexOf(mark, end + 1);
	return end === -1 ? null : { start, end, after: end + 2 };
}

/** `_…_`: `__` may stand inside; no letter, digit or `_` may follow. */
function italicByUnderscore(source: string, at: number): Span | null {
	const start = at + 1;
	let i = start;
	while (i < source.length) {
		if (source[i] === '\\') i += 2;
		else if (source[i] !== '_') i += 1;
		else if (i > start && !/\w/.test(source[i + 1] ?? ' ')) return { start, end: i, after: i + 1 };
		else if (source[i + 1] === '_') i += 2;
		else return null;
	}
	return null;
}

/** `*…*`: no space after the first star and at most two before the last; a star after a space does not end it otherwise. */
function italicByStar(source: string, at: number): Span | null {
	const start = at + 1;
	if (/^\s?$/.test(source[start] ?? '')) return null;
	let i = start;
	while (i < source.length) {
		if (source[i] === '*' && source[i + 1] !== '*') return i > start ? { start, end: i, after: i + 1 } : null;
		const space = spaceAt(source, i);
		const next = i + space.length;
		if (source[next] === '\\') i = next + 2;
		else if (source[next] !== '*') i = next + 1;
		else if (source[next + 1] === '*') i = next + 2;
		else return space === ' ' || space === '  ' ? { start, end: i, after: next + 1 } : null;
	}
	return null;
}

const SPACE = /\s*/y;

function spaceAt(source: string, at: number): string {
	SPACE.lastIndex = at;
	return SPACE.exec(source)?.[0] ?? '';
}
