/** Where values lie and how far they scatter. */
export interface Spread {
	readonly mean: number;
	/** Standard deviation, positive. */
	readonly deviation: number;
}

/**
 * How values spread by chance: as those that were seen do, drawn towards what is expected as if `weight` more had been seen that spread
 * like it. A few values say little, none say nothing.
 */
export class Chance {
	readonly #expected: Spread;
	readonly #weight: number;
	#count = 0;
	/** Of the values less the expected mean, as are their squares: little is lost when one is taken out again. */
	#sum = 0;
	#squares = 0;

	constructor(expected: Spread, weight: number) {
		this.#expected = expected;
		this.#weight = weight;
	}

	see(value: number): void {
		const distance = value - this.#expected.mean;
		this.#count++;
		this.#sum += distance;
		this.#squares += distance * distance;
	}

	/** @param without a value that was seen: what is far from chance would count as chance for itself, the more the fewer there are */
	spread(without?: number): Spread {
		const { mean, deviation } = this.#expected;
		const distance = without === undefined ? 0 : without - mean;
		const count = this.#count - (without === undefined ? 0 : 1);
		const sum = this.#sum - distance;
		const squares = this.#squares - distance * distance;
		const shift = sum / (count + this.#weight);
		const scattered = Math.max(0, squares - 2 * shift * sum + count * shift * shift);
		return {
			mean: mean + shift,
			deviation: Math.sqrt((scattered + this.#weight * deviation ** 2) / (count + this.#weight)),
		};
	}
}

/** How many standard deviations `value` lies above the mean. */
export function standardise(value: number, { mean, deviation }: Spread): number {
	return (value - mean) / deviation;
}
