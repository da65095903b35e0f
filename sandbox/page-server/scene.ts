import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Person, Scene, ScenePlace, ShownPart } from './protocol.js';
import { isTextual, isThread } from '../channel-kinds.js';
import { placeOf } from '../message-lists.js';
import { has, mayRead } from '../permissions.js';
import type { UserData } from '../world-data.js';
import type { Channel, Message, World } from '../world.js';

/**
 * What a person's client shows beside the messages.
 * @throws {Error} If there is no such person.
 */
export function sceneOf(world: World, userId: string, locale: string, online: boolean): Scene {
	const me = world.users.get(userId);
	if (!me) throw new Error(`Expected the id of a person of the sandbox, got ${userId}.`);
	const guilds = [...world.guilds.values()].filter((guild) => guild.members.some((one) => one.userId === userId));
	return {
		bot: personOf(world.bot),
		me: personOf(me),
		locale,
		people: [...world.users.values()].map(personOf),
		guilds: guilds.map((guild) => ({
			id: guild.id,
			name: guild.name,
			places: guild.channels.map((one) => seenPlace(world, userId, one.id)).filter((one) => one !== null),
			roles: guild.roles.filter((role) => role.id !== guild.id).map(({ id, name }) => ({ id, name })),
			memberIds: guild.members.map((one) => one.userId),
		})),
		groups: [...world.groups.values()]
			.filter((group) => group.userIds.includes(userId))
			.map((group) => seenPlace(world, userId, group.id))
			.filter((one) => one !== null),
		direct: shownPlace(world, userId, world.directMessage(userId)),
		online,
	};
}

/** How many messages a page shows at once; more are fetched when they are asked for. */
const PART = 100;

/** The last messages of a place as a person sees them, or those around one of them. */
export function partAround(seen: readonly Message[], channelId: string, messageId: string | null): ShownPart {
	if (messageId === null) return partOf(seen, channelId, seen.length - PART, seen.length);
	const middle = placeOf(seen, messageId);
	return partOf(seen, channelId, middle - PART / 2, middle + PART / 2);
}

/** The messages right before or after one. */
export function partBeside(
	seen: readonly Message[],
	channelId: string,
	messageId: string,
	side: 'older' | 'newer',
): ShownPart {
	const place = placeOf(seen, messageId);
	return side === 'older'
		? partOf(seen, channelId, place - PART, place)
		: partOf(seen, channelId, place + 1, place + 1 + PART);
}

function partOf(seen: readonly Message[], channelId: string, start: number, end: number): ShownPart {
	const messages = seen.slice(Math.max(0, start), Math.max(0, end));
	return { channelId, messages, hasOlder: start > 0, hasNewer: end < seen.length };
}

/** Whether a person sees what is shown to `visibleTo`, null for all. */
export function isFor(visibleTo: string | null, userId: string): boolean {
	return visibleTo === null || visibleTo === userId;
}

/** Whether a person reads what is written in a channel. */
export function reads(world: World, userId: string, channelId: string): boolean {
	const channel = world.channels.get(channelId);
	return channel !== undefined && mayRead(world.permissions(userId, channelId), channel.data.type);
}

function personOf(user: UserData): Person {
	const { id, username, globalName, bot = false, locale = 'en-US' } = user;
	return { id, name: globalName, username, bot, locale };
}

function seenPlace(world: World, userId: string, channelId: string): ScenePlace | null {
	const channel = world.channels.get(channelId);
	return channel && world.sees(userId, channelId) ? shownPlace(world, userId, channel) : null;
}

function shownPlace(world: World, userId: string, { id, data }: Channel): ScenePlace {
	const parent = isThread(data.type) ? world.channels.get(data.parentId ?? '')?.data : undefined;
	const needed = isThread(data.type) ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
	return {
		id,
		name: data.type === ChannelType.DM ? world.bot.globalName : data.name,
		type: data.type,
		topic: data.topic ?? '',
		parentId: data.parentId ?? null,
		hasMessages: isTextual(data.type) && reads(world, userId, id),
		canSend: isTextual(data.type) && reads(world, userId, id) && has(world.permissions(userId, id), needed),
		nsfw: data.nsfw ?? parent?.nsfw ?? false,
		archived: data.archived ?? false,
	};
}
