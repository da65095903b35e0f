import { namesOf, valueOf, type Figure } from './figures.js';
import { UsageError } from './usage-error.js';

/** The least that a figure may be. */
export interface Floor {
	readonly name: string;
	readonly least: number;
}

/** Reads `NAME=VALUE`; `undefined` if the text is not that. */
export function parseFloor(text: string): Floor | undefined {
	const [, name, value] = /^([^=]+)=(-?\d+(?:\.\d+)?)$/.exec(text.trim()) ?? [];
	return name === undefined || value === undefined ? undefined : { name: name.trim(), least: Number(value) };
}

/** @throws {UsageError} If a floor is of none of the figures; lists them. */
export function expectKnown(floors: readonly Floor[], figures: readonly Figure[]): void {
	const known = new Set(figures.map(({ name }) => name));
	const unknown = floors.find(({ name }) => !known.has(name));
	if (unknown !== undefined)
		throw new UsageError(`There is no figure "${unknown.name}" to set a floor to: there are ${namesOf(figures)}`);
}

/** A line for each floor that the report does not reach. */
export function missedFloors(report: object, floors: readonly Floor[], figures: readonly Figure[]): string[] {
	return floors.flatMap(({ name, least }) => {
		const figure = figures.find((of) => of.name === name);
		const value = figure === undefined ? Number.NaN : valueOf(report, figure);
		if (value >= least) return [];
		if (Number.isNaN(value)) return [`${name} was not measured, and its floor is ${least}`];
		return [`${name} is ${value.toFixed(4)}, below its floor of ${least}`];
	});
}
