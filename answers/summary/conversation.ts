/** A message of a channel: what a summary needs of it. */
export interface ChatMessage {
	/** Discord's ids. */
	readonly id: string;
	readonly authorId: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** As it was written, with Discord's marks; empty where there are files alone. Places in it are `[start, end)` in UTF-16 units. */
	readonly text: string;
	/** The message that it answers, whether or not that one is among those read. */
	readonly replyTo: string | null;
	/** The thread that it stands in, where a channel is read with its threads. */
	readonly threadId: string | null;
	/** Files. */
	readonly attachments: number;
	/** In all, whatever they are. */
	readonly reactions: number;
}
