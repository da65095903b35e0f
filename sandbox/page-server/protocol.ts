import type {
	ChannelType,
	APIApplicationCommandOption,
	APIMessage,
	APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { z } from 'zod';

/** Who can be spoken as, and where; what the page's sidebar shows. */
export interface Scene {
	readonly bot: Person;
	/** The person who is played. */
	readonly me: Person;
	/** Discord's locale of that person's client. */
	readonly locale: string;
	readonly people: readonly Person[];
	/** The guilds that this person is in, with the channels that this person sees. */
	readonly guilds: readonly SceneGuild[];
	/** Groups of people without the bot. */
	readonly groups: readonly ScenePlace[];
	/** The direct message with the bot. */
	readonly direct: ScenePlace;
	/** Whether the bot is connected. */
	readonly online: boolean;
}

export interface Person {
	readonly id: string;
	readonly name: string;
	readonly username: string;
	readonly bot: boolean;
	readonly locale: string;
}

export interface SceneGuild {
	readonly id: string;
	readonly name: string;
	readonly places: readonly ScenePlace[];
	readonly roles: readonly { readonly id: string; readonly name: string }[];
	/** Ids of the members whom this person can mention. */
	readonly memberIds: readonly string[];
}

/** A channel, thread, group or direct message. */
export interface ScenePlace {
	readonly id: string;
	readonly name: string;
	readonly type: ChannelType;
	readonly topic: string;
	/** The channel that a thread belongs to, or the category of a channel; null if there is none. */
	readonly parentId: string | null;
	/** Whether there are messages in it. */
	readonly hasMessages: boolean;
	readonly canSend: boolean;
	/** Age-restricted, as threads of such channels are too. */
	readonly nsfw: boolean;
	readonly archived: boolean;
}

/** Messages of a place as far as they are shown. */
export interface ShownPart {
	readonly channelId: string;
	/** Oldest first. */
	readonly messages: readonly APIMessage[];
	/** Whether there are more before and after these. */
	readonly hasOlder: boolean;
	readonly hasNewer: boolean;
}

/** A command as this person's client shows it; subcommands each stand for themselves: `articles add`. */
export interface ShownCommand {
	readonly id: string;
	/** What is sent: the name without localisation. */
	readonly name: string;
	readonly shownName: string;
	readonly description: string;
	/** Typed, or in the menu of a message. */
	readonly kind: 'slash' | 'message';
	readonly options: readonly ShownOption[];
}

export interface ShownOption {
	readonly name: string;
	readonly shownName: string;
	readonly description: string;
	/** One of Discord's option types. */
	readonly type: APIApplicationCommandOption['type'];
	readonly required: boolean;
	readonly autocomplete: boolean;
	readonly choices: readonly ShownChoice[];
	/** Channel types that are taken; empty for all. */
	readonly channelTypes: readonly ChannelType[];
}

export interface ShownChoice {
	readonly shownName: string;
	readonly value: string | number;
}

/** What the server tells the page. */
export type PageNews =
	| { readonly kind: 'scene'; readonly scene: Scene }
	/** What is shown of the open place: its end, or the messages around one; and the commands that are shown there. */
	| ({ readonly kind: 'place'; readonly target: string | null; readonly commands: readonly ShownCommand[] } & ShownPart)
	/** The messages right before those that are shown, or right after. */
	| ({ readonly kind: 'more'; readonly side: 'older' | 'newer' } & ShownPart)
	| { readonly kind: 'commands'; readonly channelId: string; readonly commands: readonly ShownCommand[] }
	| { readonly kind: 'message'; readonly message: APIMessage; readonly ephemeral: boolean }
	| { readonly kind: 'gone'; readonly channelId: string; readonly messageId: string }
	| { readonly kind: 'typing'; readonly channelId: string; readonly userId: string }
	| {
			readonly kind: 'modal';
			readonly interactionId: string;
			readonly modal: APIModalInteractionResponseCallbackData;
	  }
	| { readonly kind: 'presence'; readonly online: boolean }
	/** The request with this number was carried out; `choices` for autocomplete. */
	| { readonly kind: 'done'; readonly request: number; readonly choices: readonly ShownChoice[] }
	/** Discord's client would not let it be done, or the bot did not answer. */
	| { readonly kind: 'failed'; readonly request: number; readonly reason: string };

const id = z.string().regex(/^\d{1,20}$/);
const values = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const file = z.object({ name: z.string().min(1).max(260), contentType: z.string().max(200), base64: z.base64() });
/** A value, or the position of an upload in `files`. */
const option = z.union([z.string(), z.number(), z.boolean(), z.object({ file: z.int().min(0).max(9) })]);
const command = { channelId: id, name: z.string(), options: z.record(z.string(), option) };

const action = z.discriminatedUnion('kind', [
	/** Plays another person, or the same one in another language; null: the owner of the first guild, in their own. */
	z.object({ kind: z.literal('be'), userId: id.nullable(), locale: z.string().max(10).nullable() }),
	/** Shows a place: its end, or the messages around one. */
	z.object({ kind: z.literal('open'), channelId: id, messageId: id.nullable() }),
	/** Shows what comes before a message, or after it. */
	z.object({ kind: z.literal('more'), channelId: id, messageId: id, side: z.enum(['older', 'newer']) }),
	z.object({ kind: z.literal('command'), ...command, files: z.array(file).max(10) }),
	z.object({ kind: z.literal('autocomplete'), ...command, option: z.string(), typed: z.string() }),
	z.object({ kind: z.literal('message-command'), channelId: id, name: z.string(), messageId: id }),
	z.object({ kind: z.literal('click'), channelId: id, messageId: id, customId: z.string() }),
	z.object({
		kind: z.literal('select'),
		channelId: id,
		messageId: id,
		customId: z.string(),
		values: z.array(z.string()).max(25),
	}),
	z.object({ kind: z.literal('submit'), interactionId: id, values }),
	z.object({
		kind: z.literal('send'),
		channelId: id,
		text: z.string().max(4000),
		replyTo: id.nullable(),
		files: z.array(file).max(10),
	}),
	z.object({ kind: z.literal('remove'), channelId: id, messageId: id }),
	z.object({ kind: z.literal('react'), channelId: id, messageId: id, emoji: z.string().min(1).max(64) }),
]);

/** What the page asks the server; `token` proves that it is the page that this server sent. */
export const PageRequest = z.object({ request: z.int(), token: z.string(), action });
export type PageRequest = z.infer<typeof PageRequest>;
export type PageAction = PageRequest['action'];
export type PageFile = z.infer<typeof file>;
