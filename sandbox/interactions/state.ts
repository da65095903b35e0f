import type { MessageType } from 'discord-api-types/v10';
import type { Hub } from '../hub.js';
import type { Choice, Interaction, Modal } from './interaction.js';
import type { Message } from '../world.js';

/** Discord's limits: the first response within 3 s, everything within 15 minutes. */
export const FIRST_RESPONSE_MS = 3000;
export const TOKEN_LIFE_MS = 15 * 60 * 1000;
/** Follow-ups that an application may send where only the person who brought it along knows it. */
export const MAX_EXTERNAL_FOLLOW_UPS = 5;
const DEFAULT_TIMEOUT_MS = 15_000;

/** Discord's numbers of interaction types. */
export const TYPE_OF = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** What is known of an interaction when it is made. */
export interface InteractionFacts {
	readonly id: string;
	readonly token: string;
	readonly kind: Interaction['kind'];
	readonly userId: string;
	readonly channelId: string;
	readonly guildId: string | null;
	/** The command's name; empty for components and modals. */
	readonly name: string;
	readonly replyType: MessageType.ChatInputCommand | MessageType.ContextMenuCommand | MessageType.Reply;
	/** Where a component stands, or the one that opened a modal. */
	readonly message: Message | null;
	/** The `authorizing_integration_owners` of the payload. */
	readonly owners: Readonly<Record<string, string>>;
	/** Set where replies must be ephemeral, since the person may not use external applications here. */
	readonly forcedEphemeral: boolean;
	/** Of the command that an autocomplete belongs to: the focused option's type. */
	readonly optionType: number | null;
	/** The `interaction_metadata` of what opened a modal. */
	readonly trigger: object | null;
}

export class InteractionState implements Interaction {
	readonly facts: InteractionFacts;
	readonly createdAt: number;
	/** A fault: Discord has given up on it already. */
	expired = false;
	acknowledgedAt: number | null = null;
	deferred = false;
	ephemeral = false;
	modal: Modal | null = null;
	choices: readonly Choice[] | null = null;
	/** The original reply, or the message that a component belongs to. */
	originalId: string | null = null;
	readonly followUps: string[] = [];
	readonly #hub: Hub;

	constructor(hub: Hub, facts: InteractionFacts) {
		this.#hub = hub;
		this.facts = facts;
		this.createdAt = hub.now();
	}

	get id(): string {
		return this.facts.id;
	}
	get token(): string {
		return this.facts.token;
	}
	get kind(): Interaction['kind'] {
		return this.facts.kind;
	}
	get userId(): string {
		return this.facts.userId;
	}
	get channelId(): string {
		return this.facts.channelId;
	}
	get guildId(): string | null {
		return this.facts.guildId;
	}

	get acknowledgedAfterMs(): number | null {
		return this.acknowledgedAt === null ? null : this.acknowledgedAt - this.createdAt;
	}

	/** Whether only the person who brought the application along knows it here. */
	get external(): boolean {
		return !('0' in this.facts.owners);
	}

	message(id: string): Message | undefined {
		return this.#hub.world.message(this.channelId, id);
	}

	messages(): readonly Message[] {
		const ids = this.originalId === null ? this.followUps : [this.originalId, ...this.followUps];
		return ids.flatMap((id) => this.message(id) ?? []);
	}

	async settled(timeoutMs = DEFAULT_TIMEOUT_MS): Promise<void> {
		return this.until(() => this.acknowledgedAt !== null && !this.deferred, timeoutMs);
	}

	async until(done: (interaction: Interaction) => boolean, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<void> {
		if (done(this)) return;
		await new Promise<void>((resolve, reject) => {
			const stop = this.#hub.on(() => {
				if (!done(this)) return;
				finish();
				resolve();
			});
			const timer = setTimeout(() => {
				finish();
				const state = this.acknowledgedAt === null ? 'no response' : this.deferred ? 'only a deferral' : 'a response';
				reject(new Error(`Expected more from the application within ${timeoutMs} ms; got ${state}.`));
			}, timeoutMs);
			const finish = () => {
				clearTimeout(timer);
				stop();
			};
		});
	}
}
