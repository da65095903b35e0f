import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import { isThread } from './channel-kinds.js';
import type { ChannelChange, Changes } from './changes.js';
import { postFirstMessages, writeMessages } from './first-messages.js';
import type { Hub } from './hub.js';
import { channelPayload, gatewayChannel } from './payloads/channels.js';
import { rolesPayload } from './payloads/guilds.js';
import { userPayload } from './payloads/people.js';
import { change, post, removeTogether } from './posting.js';
import { fullMember, setArchived, setThreadMembers, tellThread } from './threads.js';
import type { ChannelData, MemberData, PostedData } from './world-data.js';
import type { Channel, Message } from './world.js';

/** Changes the world, and tells the application and those who watch. */
export class WorldChanges implements Changes {
	readonly #hub: Hub;

	constructor(hub: Hub) {
		this.#hub = hub;
	}

	post(channelId: string, messages: readonly PostedData[]): readonly Message[] {
		const written = writeMessages(this.#hub, this.#hub.world.channel(channelId), messages);
		for (const message of written) post(this.#hub, message, null);
		return written;
	}

	removeMessages(channelId: string, messageIds: readonly string[]): void {
		const { world } = this.#hub;
		const there = messageIds.flatMap((id) => world.message(channelId, id) ?? []);
		if (there.length > 0) removeTogether(this.#hub, world.channel(channelId), there);
	}

	addChannel(guildId: string, data: ChannelData): void {
		const { world } = this.#hub;
		world.addChannel(guildId, data);
		postFirstMessages(this.#hub, { ...world.guild(guildId), channels: [data] });
		if (isThread(data.type)) {
			tellThread(this.#hub, 'THREAD_CREATE', data.id, { newly_created: true });
			const starter = world.message(data.parentId ?? '', data.id);
			if (starter) change(this.#hub, starter);
		} else this.#tellChannel('CHANNEL_CREATE', world.channel(data.id));
		this.#changed(guildId);
	}

	editChannel(channelId: string, { archived, memberIds, ...edited }: ChannelChange): void {
		const { world } = this.#hub;
		const { guildId, data } = this.#inGuild(channelId);
		this.#withVisibility(guildId, channelId, () => {
			if (Object.keys(edited).length > 0) {
				world.editChannel(channelId, edited);
				if (isThread(data.type)) tellThread(this.#hub, 'THREAD_UPDATE', channelId);
				else this.#tellChannel('CHANNEL_UPDATE', world.channel(channelId));
			}
			if (archived !== undefined) setArchived(this.#hub, channelId, archived);
			if (memberIds) setThreadMembers(this.#hub, channelId, memberIds);
		});
	}

	removeChannel(channelId: string): void {
		const { world } = this.#hub;
		const { guildId, data } = this.#inGuild(channelId);
		const whole = channelPayload(world, world.channel(channelId));
		const shown = gatewayChannel(world, world.channel(channelId));
		const sees = world.sees(world.bot.id, channelId);
		world.removeChannel(channelId);
		if (world.guild(guildId).hasBot) {
			const { id, type, parent_id } = whole;
			const told = isThread(data.type)
				? { name: 'THREAD_DELETE', data: { id, type, parent_id, guild_id: guildId } }
				: { name: 'CHANNEL_DELETE', data: shown };
			if (sees || !isThread(data.type)) this.#hub.dispatch({ ...told, guildId, intent: Intent.Guilds });
		}
		this.#changed(guildId);
	}

	setPermissions(guildId: string, roleId: string, permissions: bigint): void {
		const { world } = this.#hub;
		this.#withVisibility(guildId, null, () => {
			const { roles } = world.guild(guildId);
			if (!roles.some((one) => one.id === roleId)) throw new Error(`The guild has no role ${roleId}.`);
			world.editGuild(guildId, { roles: roles.map((one) => (one.id === roleId ? { ...one, permissions } : one)) });
			const role = rolesPayload(world.guild(guildId), world.applicationId).find((one) => one.id === roleId);
			this.#tell('GUILD_ROLE_UPDATE', guildId, { guild_id: guildId, role }, Intent.Guilds);
		});
	}

	addMember(guildId: string, member: MemberData): void {
		const { world } = this.#hub;
		world.user(member.userId);
		world.editGuild(guildId, { members: [...world.guild(guildId).members, member] });
		const data = { ...fullMember(this.#hub, world.guild(guildId), member.userId), guild_id: guildId };
		this.#tell('GUILD_MEMBER_ADD', guildId, data, Intent.GuildMembers);
		this.#changed(guildId);
	}

	setRoles(guildId: string, userId: string, roles: readonly string[]): void {
		const { world } = this.#hub;
		this.#withVisibility(guildId, null, () => {
			world.editMember(guildId, userId, { roles });
			const data = { ...fullMember(this.#hub, world.guild(guildId), userId), guild_id: guildId };
			// of itself the application is told without the intent
			const intent = userId === world.bot.id ? Intent.Guilds : Intent.GuildMembers;
			this.#tell('GUILD_MEMBER_UPDATE', guildId, data, intent);
		});
	}

	removeMember(guildId: string, userId: string): void {
		const { world } = this.#hub;
		const { members } = world.guild(guildId);
		world.editGuild(guildId, { members: members.filter((one) => one.userId !== userId) });
		const data = { guild_id: guildId, user: userPayload(world.user(userId)) };
		this.#tell('GUILD_MEMBER_REMOVE', guildId, data, Intent.GuildMembers);
		this.#changed(guildId);
	}

	setTakesDirectMessages(userId: string, takes: boolean): void {
		const { world } = this.#hub;
		world.users.set(userId, { ...world.user(userId), takesDirectMessages: takes });
	}

	setApplicationFlags(flags: number): void {
		this.#hub.world.applicationFlags = flags;
	}

	#inGuild(channelId: string): { guildId: string; data: ChannelData } {
		const { guildId, data } = this.#hub.world.channel(channelId);
		if (guildId === null) throw new Error(`Expected the id of a channel of a guild, got ${channelId}.`);
		return { guildId, data };
	}

	#tell(name: string, guildId: string, data: object, intent: number): void {
		if (this.#hub.world.guild(guildId).hasBot) this.#hub.dispatch({ name, data, guildId, intent });
	}

	#tellChannel(name: string, channel: Channel): void {
		if (channel.guildId === null) return;
		this.#tell(name, channel.guildId, gatewayChannel(this.#hub.world, channel), Intent.Guilds);
	}

	#changed(guildId: string): void {
		this.#hub.emit({ kind: 'places-changed', guildId });
	}

	/** Makes a change, and tells of the channels, except `told`, that it hides from the application or shows to it. */
	#withVisibility(guildId: string, told: string | null, make: () => void): void {
		const { world } = this.#hub;
		const seen = () => {
			const channels = world.guild(guildId).channels.filter((one) => !isThread(one.type));
			return new Map(channels.map(({ id }) => [id, world.sees(world.bot.id, id)]));
		};
		const before = seen();
		make();
		for (const [id, sees] of seen()) {
			if (before.get(id) === sees) continue;
			if (id !== told) this.#tellChannel('CHANNEL_UPDATE', world.channel(id));
			if (sees) this.#syncThreads(guildId, id);
		}
		this.#changed(guildId);
	}

	/** The active threads of a channel that the application sees only now. */
	#syncThreads(guildId: string, channelId: string): void {
		const { world } = this.#hub;
		const threads = world
			.guild(guildId)
			.channels.filter((one) => isThread(one.type) && one.parentId === channelId && !one.archived)
			.filter((one) => world.sees(world.bot.id, one.id))
			.map((one) => channelPayload(world, world.channel(one.id)));
		const members = threads.flatMap((one) => one['member'] ?? []);
		const data = { guild_id: guildId, channel_ids: [channelId], threads, members };
		this.#tell('THREAD_LIST_SYNC', guildId, data, Intent.Guilds);
	}
}
