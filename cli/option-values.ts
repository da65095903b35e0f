import { InvalidArgumentError } from 'commander';

/**
 * Reads the value of an option that is a whole number in `[from, to]`; throws what `commander` reports as wrong usage,
 * as all of these do.
 */
export function wholeNumber(from: number, to: number): (text: string) => number {
	return (text) => {
		const value = Number(text);
		if (!Number.isInteger(value) || value < from || value > to)
			throw new InvalidArgumentError(`Expected a whole number from ${from} to ${to}.`);
		return value;
	};
}

export function passageCount(text: string): number {
	const value = Number(text);
	if (!Number.isInteger(value) || value < 100)
		throw new InvalidArgumentError('Expected a whole number of at least 100.');
	return value;
}

export function shardCount(text: string): 'auto' | number {
	if (text === 'auto') return text;
	const value = Number(text);
	if (!Number.isInteger(value) || value < 1)
		throw new InvalidArgumentError('Expected `auto` or a whole number of at least 1.');
	return value;
}

/** An id of Discord's. */
export function snowflake(text: string): string {
	if (!/^\d{17,20}$/.test(text))
		throw new InvalidArgumentError(
			'Expected the id of a server: 17 to 20 digits. Discord shows it when Developer Mode is on.',
		);
	return text;
}

export function portNumber(text: string): number {
	const value = Number(text);
	if (!Number.isInteger(value) || value < 0 || value > 65_535)
		throw new InvalidArgumentError('Expected a port from 0 to 65535.');
	return value;
}
