import type { Span } from './document.js';

/** One replaced stretch: `[start, end)` of the new text stands for `[from, to)` of the old one. */
interface Edit {
	readonly start: number;
	readonly end: number;
	readonly from: number;
	readonly to: number;
}

/** A text that knows which stretch of its original each of its stretches came from, through any number of replacements. */
export class TracedText {
	readonly text: string;
	/** One list for each replacement, oldest first; each list sorted by position. */
	readonly #steps: readonly (readonly Edit[])[];

	private constructor(text: string, steps: readonly (readonly Edit[])[]) {
		this.text = text;
		this.#steps = steps;
	}

	static of(text: string): TracedText {
		return new TracedText(text, []);
	}

	/** Replaces every match of a global pattern. A match that is replaced by itself is no edit. */
	replace(pattern: RegExp, replacement: (match: string) => string): TracedText {
		const edits: Edit[] = [];
		let shift = 0;
		const text = this.text.replace(pattern, (match: string, ...rest: unknown[]) => {
			const replaced = replacement(match);
			if (replaced === match) return match;
			const from = rest.find((value): value is number => typeof value === 'number') ?? 0;
			const start = from + shift;
			edits.push({ start, end: start + replaced.length, from, to: from + match.length });
			shift += replaced.length - match.length;
			return replaced;
		});
		return edits.length === 0 ? this : new TracedText(text, [...this.#steps, edits]);
	}

	/**
	 * Where a span of `text` came from. A span that touches part of a replaced stretch gets the whole of what that stretch
	 * stands for; what was deleted at its edges is left out.
	 */
	sourceSpan({ start, end }: Span): Span {
		let from = start;
		let to = end;
		for (const edits of this.#steps.toReversed()) {
			const isEmpty = from === to;
			from = sourceStart(edits, from);
			to = isEmpty ? from : sourceEnd(edits, to);
		}
		return { start: from, end: to };
	}
}

/** Old position of the first unit at or after `position`: what was deleted right before it is not part of it. */
function sourceStart(edits: readonly Edit[], position: number): number {
	const edit = edits[countUntil(edits, ({ start }) => start <= position) - 1];
	if (edit === undefined) return position;
	return position < edit.end ? edit.from : edit.to + (position - edit.end);
}

/** Old position after the last unit before `position`. */
function sourceEnd(edits: readonly Edit[], position: number): number {
	const edit = edits[countUntil(edits, ({ start }) => start < position) - 1];
	if (edit === undefined) return position;
	return position <= edit.end ? edit.to : edit.to + (position - edit.end);
}

/** How many of the sorted edits fulfil a condition that holds up to some point of the list. */
function countUntil(edits: readonly Edit[], holds: (edit: Edit) => boolean): number {
	let low = 0;
	let high = edits.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const edit = edits[middle];
		if (edit !== undefined && holds(edit)) low = middle + 1;
		else high = middle;
	}
	return low;
}
