import type { ChannelType } from 'discord-api-types/v10';
import type { State } from './state.js';
import type { Names } from './view-markdown.js';

/** A person, role or channel as menus list them. */
export interface Listed {
	readonly label: string;
	readonly value: string;
	readonly description: string;
}

/** A channel, which menus may take by its type. */
export interface ListedChannel extends Listed {
	readonly type: ChannelType;
}

/** The thread that was begun from a message. */
export interface BegunThread {
	readonly id: string;
	readonly name: string;
}

/** What drawing a message needs beside the message. */
export interface MessageView {
	readonly names: Names;
	readonly meId: string;
	/** The `custom_id` in this message that waits for the bot; null if none does. */
	readonly busy: string | null;
	/** Why a component of this message did nothing; null if none failed. */
	readonly failure: string | null;
	readonly select: State['select'];
	readonly people: readonly Listed[];
	readonly roles: readonly Listed[];
	readonly channels: readonly ListedChannel[];
	/** Null if no thread, or none that this person sees, was begun from the message. */
	readonly thread: BegunThread | null;
	/** Whether somebody went to this message. */
	readonly isTarget: boolean;
	readonly click: (messageId: string, customId: string) => void;
	readonly openSelect: (messageId: string, customId: string, values: readonly string[]) => void;
	readonly closeSelect: () => void;
	readonly sendSelect: (messageId: string, customId: string, values: readonly string[]) => void;
	readonly dismiss: (messageId: string) => void;
	readonly reply: (messageId: string) => void;
	readonly react: (messageId: string, emoji: string) => void;
	readonly menu: (messageId: string, x: number, y: number) => void;
}
