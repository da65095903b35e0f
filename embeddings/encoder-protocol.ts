import type { Role, Tokens } from './encoder.js';
import type { ModelCard } from './model-card.js';

/** What the pool's thread and the main thread say to each other. Lists travel as one flat array, so that they are moved and not copied. */

export interface WorkerData {
	readonly folder: string;
	readonly card: ModelCard;
}

export type Job =
	| { readonly kind: 'tokenize'; readonly texts: readonly string[] }
	| { readonly kind: 'encode'; readonly role: Role; readonly texts: Ragged }
	/** Both, of questions. */
	| { readonly kind: 'question'; readonly texts: readonly string[] };

export type Outcome =
	| { readonly kind: 'ready'; readonly maxTokens: number }
	| { readonly kind: 'tokenize'; readonly texts: Ragged }
	| { readonly kind: 'encode'; readonly vectors: Float32Array<ArrayBuffer> }
	| { readonly kind: 'question'; readonly texts: Ragged; readonly vectors: Float32Array<ArrayBuffer> }
	| { readonly kind: 'failed'; readonly message: string };

/** The buffers of a job that go over to the thread instead of being copied. Nobody else may hold them. */
export function transferOf(job: Job): ArrayBuffer[] {
	return job.kind === 'encode' ? [job.texts.values.buffer, job.texts.lengths.buffer] : [];
}

/** Rows of unequal length, end to end. */
export interface Ragged {
	readonly values: Uint32Array<ArrayBuffer>;
	readonly lengths: Uint32Array<ArrayBuffer>;
}

export function toRagged(rows: readonly Tokens[]): Ragged {
	const lengths = Uint32Array.from(rows, ({ length }) => length);
	const values = new Uint32Array(lengths.reduce((sum, length) => sum + length, 0));
	let at = 0;
	for (const row of rows) {
		values.set(row, at);
		at += row.length;
	}
	return { values, lengths };
}

export function fromRagged({ values, lengths }: Ragged): Tokens[] {
	let at = 0;
	return Array.from(lengths, (length) => values.subarray(at, (at += length)));
}
