/** Where values lie and how far they scatter. */
export interface Spread {
	readonly mean: number;
	/** Standard deviation, positive. */
	readonly deviation: number;
}

/**
 * The spread of `values`, drawn towards `prior` as if `weight` more values had been seen that spread like it: a few values say
 * little, none say nothing.
 */
export function spreadOf(values: ArrayLike<number>, prior: Spread, weight: number): Spread {
	let sum = weight * prior.mean;
	for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
	const count = values.length + weight;
	const mean = sum / count;
	let squares = weight * prior.deviation ** 2;
	for (let i = 0; i < values.length; i++) squares += ((values[i] ?? 0) - mean) ** 2;
	return { mean, deviation: Math.sqrt(squares / count) };
}

/** How many standard deviations `value` lies above the mean. */
export function standardise(value: number, { mean, deviation }: Spread): number {
	return (value - mean) / deviation;
}
