import { share } from './quotation.js';
import { LEAST_QUOTE, quoteLength, quoteText } from './summary-line.js';
import type { Entry, Section } from './summary-sections.js';

/** Sections as Markdown, and how many of their lines had no room. */
export interface Fitted {
	readonly texts: readonly string[];
	readonly left: number;
}

interface Placed {
	readonly section: number;
	readonly entry: Entry;
	readonly rank: number;
	/** Units of the quote, whole, and those that it must have. */
	readonly whole: number;
	readonly least: number;
}

/** Of the line end, and of what some layouts put between sections. */
const BETWEEN = 2;

/**
 * As many lines as have room, those that matter most first, each with enough of its quote to be understood; what room is left is shared
 * among the quotes that are cut. A section of which no line has room is left out.
 *
 * @param room UTF-16 units for all
 */
export function fitSections(sections: readonly Section[], room: number): Fitted {
	const all = sections.flatMap(({ entries, ranks }, section) =>
		entries.map((entry, i): Placed => {
			const whole = entry.quote === '' ? 0 : quoteLength(entry.quote);
			return { section, entry, rank: ranks[i] ?? 0, whole, least: Math.min(whole, LEAST_QUOTE) };
		}),
	);
	const taken = new Set<Placed>();
	const begun = new Set<number>();
	let left = room;
	// sorting keeps the order of those that are alike
	for (const placed of [...all].sort((a, b) => a.rank - b.rank)) {
		const { section, entry, least } = placed;
		const head = begun.has(section) ? 0 : (sections[section]?.head.length ?? 0) + BETWEEN;
		const cost = head + entry.before.length + least + entry.after.length + 1;
		if (cost > left) continue;
		left -= cost;
		taken.add(placed);
		begun.add(section);
	}
	const shown = all.filter((placed) => taken.has(placed));
	const more = share(
		left,
		shown.map(({ whole, least }) => whole - least),
	);
	const lines = shown.map(({ section, entry, least }, i) => ({
		section,
		text: lineText(entry, least + (more[i] ?? 0)),
	}));
	return {
		texts: sections.flatMap(({ head }, section) => {
			const own = lines.filter((line) => line.section === section).map(({ text }) => text);
			return own.length === 0 ? [] : [[head, ...own].join('\n')];
		}),
		left: all.length - shown.length,
	};
}

/** Lines that all have room, each with as much of its quote as the others leave. */
export function fitLines(entries: readonly Entry[], room: number): string[] {
	const around = entries.reduce((sum, { before, after }) => sum + before.length + after.length + 1, 0);
	const rooms = share(
		room - around,
		entries.map(({ quote }) => quoteLength(quote)),
	);
	return entries.map((entry, i) => lineText(entry, rooms[i] ?? 0));
}

function lineText({ before, quote, after }: Entry, room: number): string {
	return `${before}${quote === '' ? '' : quoteText(quote, room)}${after}`;
}
