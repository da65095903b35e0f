import type { Embedding } from '../../../embeddings/encoder.js';
import type { ChatMessage } from '../conversation.js';

/** A message of which it is asked what talk it belongs to: one that says something. */
export interface TalkMessage {
	readonly message: ChatMessage;
	/** Of its sentences together. */
	readonly embedding: Embedding;
	/** What it is about, as `contentWords` gives it. */
	readonly words: readonly string[];
	/** BCP 47; `und` where the text does not decide. */
	readonly language: string;
	/** Ids of the members that it mentions. */
	readonly mentioned: readonly string[];
}
