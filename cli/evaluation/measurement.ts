import type { Models } from '../../index/question.js';
import type { Origin } from './comparison.js';
import type { Figure } from './figures.js';

export type OnProgress = (done: number, total: number) => void;

/** What is to be measured, read and checked before any model is opened. */
export interface Measurement {
	readonly origin: Origin;
	/** What can be named of the report; `null` where only the report tells. */
	readonly figures: readonly Figure[] | null;
	/** What progress counts. */
	readonly unit: string;
	run(models: Models, onProgress: OnProgress): Promise<Measured>;
}

export interface Measured {
	/** To be printed as JSON. */
	readonly report: object;
	/** The same for people. */
	readonly text: string;
}
