import type { APIApplicationCommand, Locale } from 'discord-api-types/v10';
import type { Choice, Interaction } from './interactions/interaction.js';
import type { FileUpload } from './uploads.js';
import type { Message } from './world.js';

/** Where a person does something: a channel, thread or group by id, or the direct message with the bot. */
export type Place = { readonly channelId: string } | 'dm';

/** What is given for an option. Users, roles and channels by their id. */
export type OptionValue = string | number | boolean | FileUpload;

export interface ActorOptions {
	/** The language of this person's Discord; the user's own when left out. */
	readonly locale?: `${Locale}`;
}

export interface SendOptions {
	/** Id of the message that this one answers. */
	readonly replyTo?: string;
	/** False: the answered message's author is not mentioned. Discord pings by default. */
	readonly pingReply?: boolean;
	readonly attachments?: readonly FileUpload[];
}

/**
 * A person who uses Discord. Everything that Discord's own client would not let this person do throws an `Error`:
 * a command that is not shown here, a missing option, a value outside of its limits, a disabled button.
 */
export interface Actor {
	readonly userId: string;
	/** The commands that Discord shows this person in a place, of all types: the guild's own, then the global ones. */
	commands(where: Place): readonly APIApplicationCommand[];
	/** Runs a slash command. Subcommands stand in the name: `articles add`. */
	command(where: Place, name: string, options?: Readonly<Record<string, OptionValue>>): Promise<Interaction>;
	/** Types into an option, and resolves with what is offered. */
	autocomplete(
		where: Place,
		name: string,
		option: string,
		typed: string,
		others?: Readonly<Record<string, OptionValue>>,
	): Promise<readonly Choice[]>;
	/** Runs a command of a message's context menu. */
	messageCommand(where: Place, name: string, messageId: string): Promise<Interaction>;
	/** Runs a command of a person's context menu. */
	userCommand(where: Place, name: string, userId: string): Promise<Interaction>;
	/** Presses the button with this `custom_id` or label. */
	click(message: Message, button: string): Promise<Interaction>;
	/** Chooses in the select menu with this `custom_id` or placeholder. */
	select(message: Message, menu: string, values: readonly string[]): Promise<Interaction>;
	/** Fills the dialogue that `interaction` opened, by the inputs' `custom_id`, and sends it. */
	submitModal(
		interaction: Interaction,
		values: Readonly<Record<string, string | readonly string[]>>,
	): Promise<Interaction>;
	send(where: Place, text: string, options?: SendOptions): Promise<Message>;
	edit(message: Message, text: string): Promise<Message>;
	remove(message: Message): Promise<void>;
	/** Adds a reaction, or takes it back. The emoji is one of Unicode, or `name:id`. */
	react(message: Message, emoji: string): Promise<Message>;
	/** The messages of a place as this person sees them, oldest first. */
	see(where: Place): readonly Message[];
}
