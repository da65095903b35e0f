import type { DocumentMessage } from './document-message.js';
import type { Readable, Role } from './encoder.js';
import type { ModelCard } from './model-card.js';
import type { Ragged } from './ragged.js';

/** What the pool's thread and the main thread say to each other. Lists travel as one flat array, so that they are moved and not copied. */

export interface WorkerData {
	readonly folder: string;
	readonly card: ModelCard;
}

export type Job =
	| { readonly kind: 'tokenize'; readonly texts: readonly string[] }
	| { readonly kind: 'encode'; readonly role: Role; readonly texts: Ragged }
	/** Both, of questions. */
	| { readonly kind: 'question'; readonly texts: readonly string[] }
	/** Everything from its sentences to its passages' vectors. */
	| { readonly kind: 'document'; readonly document: Readable; readonly maxTokens: number }
	/** The last one: the thread ends when what it does is done, and gives no outcome. */
	| { readonly kind: 'close' };

export type Outcome =
	| { readonly kind: 'ready'; readonly maxTokens: number }
	| { readonly kind: 'tokenize'; readonly texts: Ragged }
	| { readonly kind: 'encode'; readonly vectors: Float32Array<ArrayBuffer> }
	| { readonly kind: 'question'; readonly texts: Ragged; readonly vectors: Float32Array<ArrayBuffer> }
	| { readonly kind: 'document'; readonly message: DocumentMessage }
	| { readonly kind: 'failed'; readonly message: string };

/** The buffers of a job that go over to the thread instead of being copied. Nobody else may hold them. */
export function transferOf(job: Job): ArrayBuffer[] {
	return job.kind === 'encode' ? [job.texts.values.buffer, job.texts.lengths.buffer] : [];
}
