import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Person, Scene, ScenePlace } from './protocol.js';
import { isTextual, isThread } from '../channel-kinds.js';
import { has } from '../permissions.js';
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
			places: guild.channels.map((one) => placeOf(world, userId, one.id)).filter((one) => one !== null),
			roles: guild.roles.filter((role) => role.id !== guild.id).map(({ id, name }) => ({ id, name })),
			memberIds: guild.members.map((one) => one.userId),
		})),
		groups: [...world.groups.values()]
			.filter((group) => group.userIds.includes(userId))
			.map((group) => placeOf(world, userId, group.id))
			.filter((one) => one !== null),
		direct: shownPlace(world, userId, world.directMessage(userId)),
		online,
	};
}

/** The messages of a place as a person sees them: others' ephemeral ones are missing. */
export function shownMessages(world: World, userId: string, channelId: string): Message[] {
	if (!sees(world, userId, channelId)) return [];
	return world.messages(channelId).filter((one) => isFor(world.visibleTo(one.id), userId));
}

/** Whether a person sees what is shown to `visibleTo`, null for all. */
export function isFor(visibleTo: string | null, userId: string): boolean {
	return visibleTo === null || visibleTo === userId;
}

export function sees(world: World, userId: string, channelId: string): boolean {
	return has(world.permissions(userId, channelId), PermissionFlagsBits.ViewChannel);
}

function personOf(user: UserData): Person {
	const { id, username, globalName, bot = false, locale = 'en-US' } = user;
	return { id, name: globalName, username, bot, locale };
}

function placeOf(world: World, userId: string, channelId: string): ScenePlace | null {
	const channel = world.channels.get(channelId);
	return channel && sees(world, userId, channelId) ? shownPlace(world, userId, channel) : null;
}

function shownPlace(world: World, userId: string, { id, data }: Channel): ScenePlace {
	const needed = isThread(data.type) ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
	return {
		id,
		name: data.type === ChannelType.DM ? world.bot.globalName : data.name,
		type: data.type,
		topic: data.topic ?? '',
		parentId: data.parentId ?? null,
		canSend: isTextual(data.type) && has(world.permissions(userId, id), needed | VIEW),
	};
}

const VIEW = PermissionFlagsBits.ViewChannel;
