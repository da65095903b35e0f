import type { APIApplicationCommandOptionChoice, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Message } from '../world.js';

export type Choice = APIApplicationCommandOptionChoice;
export type Modal = APIModalInteractionResponseCallbackData;

/** Something a person did with the application, and what that person has seen of it since. */
export interface Interaction {
	readonly id: string;
	readonly token: string;
	readonly kind: 'command' | 'component' | 'autocomplete' | 'modal';
	readonly userId: string;
	readonly channelId: string;
	readonly guildId: string | null;
	/** Milliseconds from sending the interaction to its first response; null while there is none. */
	readonly acknowledgedAfterMs: number | null;
	/** True while "… is thinking" is shown. */
	readonly deferred: boolean;
	/** True if the first response is shown to this person only. */
	readonly ephemeral: boolean;
	/** The dialogue that opened instead of a reply. */
	readonly modal: Modal | null;
	/** What autocomplete offers. */
	readonly choices: readonly Choice[] | null;
	/** The original reply, or the message that a component changed, then the follow-ups, as they are shown now. Deleted ones are gone. */
	messages(): readonly Message[];
	/**
	 * Resolves when a reply other than "thinking", an update, a modal or choices are there.
	 * @throws {Error} If that takes longer than `timeoutMs` (15 s when left out).
	 */
	settled(timeoutMs?: number): Promise<void>;
	/**
	 * Resolves when `done` holds, asked now and whenever this interaction or one of its messages changes.
	 * @throws {Error} If that takes longer than `timeoutMs` (15 s when left out).
	 */
	until(done: (interaction: Interaction) => boolean, timeoutMs?: number): Promise<void>;
}
