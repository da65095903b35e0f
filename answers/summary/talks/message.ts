import type { ChatMessage } from '../conversation.js';

/** A message of which it is asked what talk it belongs to: one that says something. */
export interface TalkMessage {
	readonly message: ChatMessage;
	/** What its sentences mean together, by `centred`. */
	readonly vector: Float32Array;
	/** What it is about, as `contentWords` gives it. */
	readonly words: readonly string[];
	/** Ids of the members that it mentions. */
	readonly mentioned: readonly string[];
}
