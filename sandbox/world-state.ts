import { ChannelType, type APIApplicationCommand } from 'discord-api-types/v10';
import { channelPermissions, PRIVATE_PERMISSIONS } from './permissions.js';
import type { ChannelData, GroupData, GuildData, UserData, WorldOptions } from './world-data.js';
import type { Channel, Message, World } from './world.js';

/** The world, and how it changes. */
export class WorldState implements World {
	readonly application: WorldOptions['application'];
	readonly bot: UserData;
	readonly guilds = new Map<string, GuildData>();
	readonly groups = new Map<string, GroupData>();
	readonly channels = new Map<string, Channel>();
	readonly users = new Map<string, UserData>();
	readonly userInstalls: ReadonlySet<string>;
	readonly #nextId: () => string;
	readonly #messages = new Map<string, Message[]>();
	readonly #visibleTo = new Map<string, string>();
	readonly #commands = new Map<string | null, readonly APIApplicationCommand[]>();
	readonly #directMessages = new Map<string, Channel>();

	/** Messages that stand in `options` are for the caller to post. */
	constructor(options: WorldOptions, nextId: () => string) {
		this.application = options.application;
		this.bot = options.bot;
		this.userInstalls = new Set(options.userInstalls);
		this.#nextId = nextId;
		for (const user of [options.bot, ...options.users]) this.users.set(user.id, user);
		for (const guild of options.guilds) this.addGuild(guild);
		for (const group of options.groups) {
			this.groups.set(group.id, group);
			const data = { id: group.id, name: group.name, type: ChannelType.GroupDM };
			this.channels.set(group.id, { id: group.id, guildId: null, data, recipients: group.userIds });
		}
	}

	get applicationId(): string {
		return this.application.id;
	}

	addGuild(guild: GuildData): void {
		this.guilds.set(guild.id, guild);
		for (const data of guild.channels) this.addChannel(guild.id, data);
	}

	addChannel(guildId: string, data: ChannelData): void {
		this.channels.set(data.id, { id: data.id, guildId, data, recipients: [] });
	}

	removeGuild(guildId: string): void {
		for (const channel of this.guild(guildId).channels) this.channels.delete(channel.id);
		this.guilds.delete(guildId);
		this.#commands.delete(guildId);
	}

	/** @throws {Error} If there is none: the world is consistent, so the id came from outside. */
	user(id: string): UserData {
		const user = this.users.get(id);
		if (!user) throw new Error(`Expected the id of a user of the sandbox, got ${id}.`);
		return user;
	}

	/** @throws {Error} If there is none. */
	guild(id: string): GuildData {
		const guild = this.guilds.get(id);
		if (!guild) throw new Error(`Expected the id of a guild of the sandbox, got ${id}.`);
		return guild;
	}

	/** @throws {Error} If there is none. */
	channel(id: string): Channel {
		const channel = this.channels.get(id);
		if (!channel) throw new Error(`Expected the id of a channel of the sandbox, got ${id}.`);
		return channel;
	}

	/** Whether the bot takes part here, so that the gateway tells it what happens. */
	botIsIn(channel: Channel): boolean {
		if (channel.guildId !== null) return this.guild(channel.guildId).hasBot;
		return channel.data.type === ChannelType.DM;
	}

	messages(channelId: string): readonly Message[] {
		return this.#messages.get(channelId) ?? [];
	}

	message(channelId: string, messageId: string): Message | undefined {
		return this.messages(channelId).find((one) => one.id === messageId);
	}

	visibleTo(messageId: string): string | null {
		return this.#visibleTo.get(messageId) ?? null;
	}

	addMessage(message: Message, visibleTo: string | null): void {
		const list = this.#messages.get(message.channel_id) ?? [];
		this.#messages.set(message.channel_id, [...list, message]);
		if (visibleTo !== null) this.#visibleTo.set(message.id, visibleTo);
	}

	replaceMessage(message: Message): void {
		const list = this.messages(message.channel_id);
		this.#messages.set(
			message.channel_id,
			list.map((one) => (one.id === message.id ? message : one)),
		);
	}

	removeMessage(channelId: string, messageId: string): void {
		this.#messages.set(
			channelId,
			this.messages(channelId).filter((one) => one.id !== messageId),
		);
	}

	commands(guildId: string | null): readonly APIApplicationCommand[] {
		return this.#commands.get(guildId) ?? [];
	}

	setCommands(guildId: string | null, commands: readonly APIApplicationCommand[]): void {
		this.#commands.set(guildId, commands);
	}

	permissions(userId: string, channelId: string): bigint {
		const channel = this.channels.get(channelId);
		if (!channel) return 0n;
		if (channel.guildId !== null) return channelPermissions(this.guild(channel.guildId), userId, channel.data);
		const inside = channel.recipients.includes(userId) || (userId === this.bot.id && this.botIsIn(channel));
		return inside ? PRIVATE_PERMISSIONS : 0n;
	}

	directMessage(userId: string): Channel {
		const known = this.#directMessages.get(userId);
		if (known) return known;
		const id = this.#nextId();
		const data = { id, name: this.user(userId).username, type: ChannelType.DM };
		const channel = { id, guildId: null, data, recipients: [userId] };
		this.#directMessages.set(userId, channel);
		this.channels.set(id, channel);
		return channel;
	}
}
