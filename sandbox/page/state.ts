import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { PageNews, Scene, ScenePlace, ShownCommand } from '../page-server/protocol.js';
import { ChannelType, MessageFlags } from './discord-numbers.js';
import type { Draft } from './draft.js';
import { emptyDraft } from './draft.js';

export interface ShownMessage {
	readonly message: APIMessage;
	readonly ephemeral: boolean;
}

/** A command that was sent and has no reply yet, or has got none. */
export interface PendingCommand {
	readonly key: number;
	readonly name: string;
	/** Null while the bot may still answer. */
	readonly failure: string | null;
}

export interface OpenModal {
	readonly interactionId: string;
	readonly modal: APIModalInteractionResponseCallbackData;
	readonly failure: string | null;
	readonly sending: boolean;
}

export interface OpenMenu {
	readonly x: number;
	readonly y: number;
	readonly messageId: string;
}

/** All that the page shows. */
export interface State {
	readonly connected: boolean;
	/** Null until the server has said who is there. */
	readonly scene: Scene | null;
	readonly channelId: string;
	readonly messages: readonly ShownMessage[];
	/** Whether the open place has more messages before and after those. */
	readonly hasOlder: boolean;
	readonly hasNewer: boolean;
	/** The message that somebody went to; null for none. */
	readonly target: string | null;
	readonly commands: readonly ShownCommand[];
	readonly pending: readonly PendingCommand[];
	/** By message: the `custom_id` that waits for the bot's answer. */
	readonly busy: ReadonlyMap<string, string>;
	/** By message: why its component did nothing. */
	readonly failures: ReadonlyMap<string, string>;
	readonly draft: Draft;
	/** Which line of the suggestions is chosen; -1 for none. */
	readonly picked: number;
	/** True if the person sent the suggestions away; the next sign typed brings them back. */
	readonly pickerClosed: boolean;
	readonly modal: OpenModal | null;
	readonly menu: OpenMenu | null;
	/** The select menu that is open: message and `custom_id`, with the values chosen so far. */
	readonly select: { readonly messageId: string; readonly customId: string; readonly values: readonly string[] } | null;
	readonly typing: string | null;
	readonly theme: 'dark' | 'light';
	readonly sidebarOpen: boolean;
	/** True while files are dragged over the page. */
	readonly dragging: boolean;
	/** What went wrong, in words for the person. */
	readonly notice: string | null;
}

export function initialState(theme: State['theme']): State {
	return {
		connected: false,
		scene: null,
		channelId: '',
		messages: [],
		hasOlder: false,
		hasNewer: false,
		target: null,
		commands: [],
		pending: [],
		busy: new Map(),
		failures: new Map(),
		draft: emptyDraft(),
		picked: 0,
		pickerClosed: false,
		modal: null,
		menu: null,
		select: null,
		typing: null,
		theme,
		sidebarOpen: false,
		dragging: false,
		notice: null,
	};
}

/** The state after news came. News of another place than the open one change nothing. */
export function receive(state: State, news: PageNews): State {
	switch (news.kind) {
		case 'scene':
			return { ...state, scene: news.scene };
		case 'more':
			return news.channelId === state.channelId ? withMore(state, news) : state;
		case 'place':
			return {
				...state,
				channelId: news.channelId,
				messages: news.messages.map(shownMessage),
				hasOlder: news.hasOlder,
				hasNewer: news.hasNewer,
				target: news.target,
				commands: news.commands,
				pending: [],
				failures: new Map(),
				typing: null,
				menu: null,
				select: null,
			};
		case 'commands':
			return news.channelId === state.channelId ? { ...state, commands: news.commands } : state;
		case 'message':
			return news.message.channel_id === state.channelId ? withMessage(state, news) : state;
		case 'gone':
			return { ...state, messages: state.messages.filter((one) => one.message.id !== news.messageId) };
		case 'typing': {
			const who = state.scene?.people.find((one) => one.id === news.userId);
			return news.channelId === state.channelId && who ? { ...state, typing: who.name } : state;
		}
		case 'modal':
			return {
				...state,
				modal: { interactionId: news.interactionId, modal: news.modal, failure: null, sending: false },
			};
		case 'presence':
			return state.scene === null ? state : { ...state, scene: { ...state.scene, online: news.online } };
		default:
			return state;
	}
}

function shownMessage(message: APIMessage): ShownMessage {
	return { message, ephemeral: hasFlag(message, MessageFlags.Ephemeral) };
}

function withMore(state: State, news: Extract<PageNews, { kind: 'more' }>): State {
	const more = news.messages.map(shownMessage).filter(({ message }) => {
		return !state.messages.some((one) => one.message.id === message.id);
	});
	return news.side === 'older'
		? { ...state, messages: [...more, ...state.messages], hasOlder: news.hasOlder, target: null }
		: { ...state, messages: [...state.messages, ...more], hasNewer: news.hasNewer, target: null };
}

function withMessage(state: State, { message, ephemeral }: ShownMessage): State {
	const one = { message, ephemeral };
	const known = state.messages.some((other) => other.message.id === message.id);
	// what comes after a gap is shown once the gap is
	if (!known && state.hasNewer) return { ...state, typing: null };
	const messages = known
		? state.messages.map((other) => (other.message.id === message.id ? one : other))
		: [...state.messages, one];
	return { ...state, messages, typing: null };
}

export function hasFlag(message: APIMessage, flag: number): boolean {
	return ((message.flags ?? 0) & flag) !== 0;
}

/** The place that is open. */
export function openPlace(state: State): ScenePlace | undefined {
	return allPlaces(state).find((one) => one.id === state.channelId);
}

export function allPlaces({ scene }: State): readonly ScenePlace[] {
	if (scene === null) return [];
	return [...scene.guilds.flatMap((guild) => guild.places), scene.direct, ...scene.groups];
}

/** What a place is called where its icon does not stand beside: threads have names like sentences. */
export function placeTitle({ name, type }: ScenePlace): string {
	return type === ChannelType.GuildCategory || isThreadType(type) ? name : `#${name}`;
}

/** The channel of a thread, or the category of a channel; empty if there is none. */
export function parentName(state: State, { parentId }: ScenePlace): string {
	const parent = allPlaces(state).find((one) => one.id === parentId);
	return parent === undefined ? '' : placeTitle(parent);
}

const THREADS: ReadonlySet<number> = new Set([
	ChannelType.AnnouncementThread,
	ChannelType.PublicThread,
	ChannelType.PrivateThread,
]);

export function isThreadType(type: number): boolean {
	return THREADS.has(type);
}

/** The guild that the open place belongs to; undefined for direct messages and groups. */
export function openGuild({ scene, channelId }: State): Scene['guilds'][number] | undefined {
	return scene?.guilds.find((guild) => guild.places.some((one) => one.id === channelId));
}
