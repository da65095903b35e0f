import { CommandError } from '../command-error.js';
import { valueOf, type Figure, type Kind } from './figures.js';
import { readText } from './read-text.js';

/** What was asked of what, as every report says it. */
export interface Origin {
	readonly measured: Kind;
	/** Sum of the questions and of what they were asked of: equal ones make figures comparable. */
	readonly questionSet: string;
}

export interface Difference {
	readonly name: string;
	readonly before: number;
	readonly now: number;
	/** What is now, less what was before. */
	readonly difference: number;
}

/** A report beside an earlier one on the same questions. */
export interface Comparison {
	/** Of the earlier run. */
	readonly model: string;
	readonly means: readonly Difference[];
	/** Of one language or two: those that grew and fell most, and by more than nothing. */
	readonly gains: readonly Difference[];
	readonly losses: readonly Difference[];
}

const MOST = 5;

/**
 * Reads what an earlier run printed by `--json`.
 *
 * @throws {CommandError} If the file is not that, or of another measurement or other questions than `now`.
 */
export async function readEarlier(path: string, now: Origin): Promise<object> {
	const earlier = await readReport(path);
	const [measured, questionSet] = ['measured', 'questionSet'].map((key) => fieldOf(earlier, key));
	if (typeof measured !== 'string' || typeof questionSet !== 'string')
		throw new CommandError(`${path} does not say what it measured: make it again with \`quoth eval … --json\``);
	if (measured !== now.measured)
		throw new CommandError(`${path} measured ${measured}, and this run measures ${now.measured}: run both alike`);
	if (questionSet !== now.questionSet)
		throw new CommandError(
			`${path} was measured on other questions or passages: run both on the same files, with the same --languages and --questions`,
		);
	return earlier;
}

export function compare(earlier: object, now: object, figures: readonly Figure[]): Comparison {
	const differences = figures.flatMap((figure) => {
		const [before, value] = [valueOf(earlier, figure), valueOf(now, figure)];
		if (Number.isNaN(before) || Number.isNaN(value)) return [];
		return [{ name: figure.name, kind: figure.kind, before, now: value, difference: value - before }];
	});
	const of = (kind: Figure['kind']) =>
		differences
			.filter((difference) => difference.kind === kind)
			.map(({ name, before, now: value, difference }) => ({ name, before, now: value, difference }));
	const cells = of('cell').sort((a, b) => b.difference - a.difference);
	const model = fieldOf(earlier, 'model');
	return {
		model: typeof model === 'string' ? model : 'unknown',
		means: of('mean'),
		gains: cells.filter(({ difference }) => difference > 0).slice(0, MOST),
		losses: cells
			.filter(({ difference }) => difference < 0)
			.slice(-MOST)
			.reverse(),
	};
}

async function readReport(path: string): Promise<object> {
	let value: unknown;
	try {
		value = JSON.parse(await readText(path));
	} catch (cause) {
		throw new CommandError(`${path} cannot be read: expected what an earlier run printed by --json`, { cause });
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw new CommandError(`${path} is no report: expected what an earlier run printed by --json`);
	return value;
}

function fieldOf(report: object, key: string): unknown {
	return (report as Record<string, unknown>)[key]; // any object is one
}
