import type {
	ApplicationCommandOptionType,
	ApplicationCommandType,
	RESTPostAPIChatInputApplicationCommandsJSONBody,
	RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Locale } from './messages.js';
import type { Reply } from './reply.js';
import type { Attachment, Ongoing, Place, Services, Suggestion } from './services.js';
import type { Settings } from './settings.js';

export type CommandData = Constant<RESTPostAPIChatInputApplicationCommandsJSONBody>;
export type MenuData = Constant<RESTPostAPIContextMenuApplicationCommandsJSONBody> & {
	readonly type: ApplicationCommandType.Message;
};

type Constant<T> = T extends object ? { readonly [Key in keyof T]: Constant<T[Key]> } : T;

/** Who calls, from where. */
export interface Context {
	readonly locale: Locale;
	readonly place: Place;
	/** Discord's ids. */
	readonly memberId: string;
	/** Of this call: the same call has one id, however often it is looked at. */
	readonly callId: string;
	/** Of the server; the defaults outside of one. */
	readonly settings: Settings;
	/** Whether the member may change the library and the settings of this server. */
	readonly canManage: boolean;
	/** Whether the member may delete others' messages in this channel. */
	readonly canModerate: boolean;
}

/** What a call counts as where calls are limited. */
export type Cost = 'question' | 'change' | 'look';

/** One slash command: what Discord is told of it, and what it does. */
export interface Command<Data = CommandData, Needs = Services, Args = ArgsOf<Data>> {
	readonly data: Data;
	/** `managers` commands take Manage Server, unless a server's own overrides say otherwise. */
	readonly access: 'everyone' | 'managers';
	readonly cost: Cost;
	/** Whether only the member sees the reply. Decided before the work starts: Discord is told with the acknowledgement. */
	readonly isPrivate: (args: Args, context: Context) => boolean;
	readonly run: (services: Needs, args: Args, context: Context, ongoing: Ongoing) => Promise<Reply>;
	/** Suggestions for the option that is being typed in. Must not wait for an encoder. */
	readonly complete?: (services: Needs, typed: Typed, context: Context) => Promise<readonly Suggestion[]>;
}

/** An option while it is typed in. */
export interface Typed {
	/** `null` of a command without. */
	readonly subcommand: string | null;
	readonly option: string;
	readonly text: string;
}

/** A message that a menu was opened on. */
export interface TargetMessage {
	readonly id: string;
	/** https://discord.com/channels/… */
	readonly url: string;
	readonly text: string;
	readonly attachments: readonly Attachment[];
}

/** An entry of the menu of a message. */
export interface MessageMenu<Needs = Services> {
	readonly data: MenuData;
	readonly access: 'everyone' | 'managers';
	readonly cost: Cost;
	readonly run: (services: Needs, message: TargetMessage, context: Context, ongoing: Ongoing) => Promise<Reply>;
}

/** Keeps the literal types of `data`, from which the types of the arguments follow. */
export function defineCommand<const Data extends CommandData, Needs>(
	command: Command<Data, Needs>,
): Command<Data, Needs> {
	return command;
}

/**
 * The arguments that Discord sends for a command's options; those that are required are always there. A subcommand's own are given flat; where
 * there are several subcommands, `subcommand` says which it is.
 */
export type ArgsOf<Data> = Data extends { readonly options: readonly [infer Option extends Subcommand] }
	? OptionsOf<Option>
	: Data extends { readonly options: readonly (infer Option extends Subcommand)[] }
		? CallOf<Option>
		: OptionsOf<Data>;

/** Of each subcommand by itself. */
type CallOf<Option> = Option extends Subcommand ? { readonly subcommand: NameOf<Option> } & OptionsOf<Option> : never;

type OptionsOf<Data> = Data extends { readonly options: readonly (infer Option)[] }
	? { readonly [Name in NameOf<Extract<Option, Required>>]: ValueOf<Extract<Option, { readonly name: Name }>> } & {
			readonly [Name in NameOf<Exclude<Option, Required>>]?: ValueOf<Extract<Option, { readonly name: Name }>>;
		}
	: Readonly<Record<string, never>>;

type Subcommand = { readonly type: ApplicationCommandOptionType.Subcommand };
type Required = { readonly required: true };
type NameOf<O> = O extends { readonly name: infer Name extends string } ? Name : never;
type ValueOf<O> = O extends { readonly choices: readonly { readonly value: infer Value }[] }
	? Value
	: O extends { readonly type: ApplicationCommandOptionType.String }
		? string
		: O extends { readonly type: ApplicationCommandOptionType.Integer | ApplicationCommandOptionType.Number }
			? number
			: O extends { readonly type: ApplicationCommandOptionType.Boolean }
				? boolean
				: O extends { readonly type: ApplicationCommandOptionType.Attachment }
					? Attachment
					: O extends { readonly type: ApplicationCommandOptionType.Channel }
						? string
						: never;
