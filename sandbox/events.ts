import type { Exchange, Violation } from './exchanges.js';
import type { Choice, Interaction, Modal } from './interactions/interaction.js';
import type { Message } from './world.js';

/** What happens in the sandbox. `visibleTo` is the only person who sees an ephemeral message, null for all. */
export type SandboxEvent =
	| { readonly kind: 'message-created'; readonly message: Message; readonly visibleTo: string | null }
	| { readonly kind: 'message-updated'; readonly message: Message; readonly visibleTo: string | null }
	| {
			readonly kind: 'message-deleted';
			readonly channelId: string;
			readonly messageId: string;
			readonly visibleTo: string | null;
	  }
	/** A person did something; nothing is answered yet. */
	| { readonly kind: 'interaction-created'; readonly interaction: Interaction }
	/** The first response came: a deferral, a reply, an update, a modal or choices. */
	| { readonly kind: 'interaction-acknowledged'; readonly interaction: Interaction }
	| { readonly kind: 'autocomplete'; readonly interaction: Interaction; readonly choices: readonly Choice[] }
	| { readonly kind: 'modal'; readonly interaction: Interaction; readonly modal: Modal }
	| { readonly kind: 'typing'; readonly channelId: string; readonly userId: string }
	/** Channels, threads, roles or members of a guild are no longer what they were. */
	| { readonly kind: 'places-changed'; readonly guildId: string }
	/** Null: the global commands. */
	| { readonly kind: 'commands-changed'; readonly guildId: string | null }
	/** The first shard came, or the last one went. */
	| { readonly kind: 'bot-presence'; readonly online: boolean }
	| { readonly kind: 'exchange'; readonly exchange: Exchange }
	| { readonly kind: 'violation'; readonly violation: Violation };
