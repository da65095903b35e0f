import { format, type Locale } from '../../commands/messages.js';
import { small } from './drawing.js';
import { drawUnits } from './quote-lines.js';
import { RANK, type ShownUnit, type Unit } from './quote-unit.js';

/** UTF-16 units that a quote takes. */
export interface Needs {
	/** With nothing but what was found, or else what is shown first. */
	readonly least: number;
	readonly whole: number;
}

/** What the units of a quote take. */
export function needsOf(units: readonly Unit[], locale: Locale): Needs {
	const lowest = rankedUnits(units)[0]?.rank ?? RANK.rest;
	return {
		least: drawUnits(units, ({ rank }) => rank <= Math.max(lowest, RANK.found), locale).length,
		whole: drawUnits(units, () => true, locale).length,
	};
}

/**
 * As many units as have room, those of the lowest rank first, and how many are left out; as {@link drawUnits}. Where
 * not even one has room, its beginning, and that it goes on.
 */
export function fitUnits(units: readonly Unit[], room: number, locale: Locale): string {
	const whole = drawUnits(units, () => true, locale);
	if (whole.length <= room) return whole;
	const ranked = rankedUnits(units);
	let fitting: string | undefined;
	let [low, high] = [1, Math.min(ranked.length, Math.max(0, room))];
	while (low <= high) {
		const count = (low + high) >>> 1;
		const kept = new Set(ranked.slice(0, count));
		const drawn = drawUnits(units, (unit) => kept.has(unit), locale);
		if (drawn.length <= room) {
			fitting = drawn;
			low = count + 1;
		} else high = count - 1;
	}
	return fitting ?? (ranked[0] === undefined ? whole : cutUnit(ranked[0], room, locale));
}

function cutUnit(unit: ShownUnit, room: number, locale: Locale): string {
	const key = unit.kind === 'sentence' ? 'answer.cut' : 'answer.cut.other';
	const note = `\n${small(format(locale, key))}`;
	const drawn = (limit: number) => drawUnits([unit.cutTo(limit)], () => true, locale);
	const noted = `${drawn(room - note.length)}${note}`;
	return noted.length <= room ? noted : drawn(room);
}

function rankedUnits(units: readonly Unit[]): ShownUnit[] {
	return units.filter((unit): unit is ShownUnit => unit.kind !== 'omission').sort((a, b) => a.rank - b.rank);
}
