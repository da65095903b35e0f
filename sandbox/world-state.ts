import {
	ChannelType,
	PermissionFlagsBits,
	type APIApplicationCommand,
	type GatewayIntentBits,
} from 'discord-api-types/v10';
import { isThread } from './channel-kinds.js';
import { MessageLists } from './message-lists.js';
import { channelPermissions, has, PRIVATE_PERMISSIONS } from './permissions.js';
import { grantedIntents } from './privileges.js';
import { reactionsPayload } from './reactions.js';
import type {
	ChannelData,
	GroupData,
	GuildData,
	MemberData,
	ReactionData,
	UserData,
	WorldOptions,
} from './world-data.js';
import type { Channel, Message, World } from './world.js';

/** The world, and how it changes. */
export class WorldState implements World {
	readonly application: WorldOptions['application'];
	/** Discord's `ApplicationFlags`. */
	applicationFlags: number;
	readonly bot: UserData;
	readonly guilds = new Map<string, GuildData>();
	readonly groups = new Map<string, GroupData>();
	readonly channels = new Map<string, Channel>();
	readonly users = new Map<string, UserData>();
	readonly userInstalls: ReadonlySet<string>;
	readonly messageLists = new MessageLists();
	readonly #nextId: () => string;
	readonly #reactions = new Map<string, readonly ReactionData[]>();
	readonly #commands = new Map<string | null, readonly APIApplicationCommand[]>();
	readonly #directMessages = new Map<string, Channel>();

	/** Messages that stand in `options` are for the caller to post. */
	constructor(options: WorldOptions, nextId: () => string) {
		this.application = options.application;
		this.applicationFlags = options.application.flags ?? 0;
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

	/** Whether the application was granted this privileged intent. */
	isGranted(intent: GatewayIntentBits): boolean {
		return (grantedIntents(this.applicationFlags) & intent) !== 0;
	}

	addGuild(guild: GuildData): void {
		this.guilds.set(guild.id, guild);
		for (const data of guild.channels) this.#putChannel(guild.id, data);
	}

	removeGuild(guildId: string): void {
		for (const channel of this.guild(guildId).channels) this.#dropChannel(channel.id);
		this.guilds.delete(guildId);
		this.#commands.delete(guildId);
	}

	/** @throws {Error} If there is no such guild. */
	addChannel(guildId: string, data: ChannelData): void {
		this.editGuild(guildId, { channels: [...this.guild(guildId).channels, data] });
		this.#putChannel(guildId, data);
	}

	/** Changes a channel of a guild. @throws {Error} If there is none. */
	editChannel(channelId: string, change: Partial<ChannelData>): void {
		const { guildId, data } = this.channel(channelId);
		if (guildId === null) throw new Error(`Expected the id of a channel of a guild, got ${channelId}.`);
		const edited = { ...data, ...change };
		const { channels } = this.guild(guildId);
		this.editGuild(guildId, { channels: channels.map((one) => (one.id === channelId ? edited : one)) });
		this.#putChannel(guildId, edited);
	}

	/** Removes a channel of a guild with its threads and messages. @throws {Error} If there is none. */
	removeChannel(channelId: string): void {
		const { guildId } = this.channel(channelId);
		if (guildId === null) throw new Error(`Expected the id of a channel of a guild, got ${channelId}.`);
		const { channels } = this.guild(guildId);
		const isGone = (one: ChannelData) => one.id === channelId || (isThread(one.type) && one.parentId === channelId);
		this.editGuild(guildId, { channels: channels.filter((one) => !isGone(one)) });
		for (const one of channels.filter(isGone)) this.#dropChannel(one.id);
	}

	/** Changes what is said of a guild; its channels have methods of their own. @throws {Error} If there is none. */
	editGuild(guildId: string, change: Partial<GuildData>): void {
		this.guilds.set(guildId, { ...this.guild(guildId), ...change });
	}

	/** @throws {Error} If there is no such member. */
	editMember(guildId: string, userId: string, change: Partial<MemberData>): MemberData {
		const { members } = this.guild(guildId);
		const member = members.find((one) => one.userId === userId);
		if (!member) throw new Error(`Expected the id of a member of the guild ${guildId}, got ${userId}.`);
		const edited = { ...member, ...change };
		this.editGuild(guildId, { members: members.map((one) => (one === member ? edited : one)) });
		return edited;
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
		return this.messageLists.of(channelId);
	}

	message(channelId: string, messageId: string): Message | undefined {
		return this.messageLists.find(channelId, messageId);
	}

	visibleTo(messageId: string): string | null {
		return this.messageLists.visibleTo(messageId);
	}

	reactions(messageId: string): readonly ReactionData[] {
		return this.#reactions.get(messageId) ?? [];
	}

	/** Gives the message with these reactions, which are kept. It is for the caller to add or replace. */
	withReactions(message: Message, reactions: readonly ReactionData[]): Message {
		if (reactions.length > 0) {
			this.#reactions.set(message.id, reactions);
			return { ...message, reactions: reactionsPayload(reactions, this.bot.id) };
		}
		this.#reactions.delete(message.id);
		const bare = { ...message };
		delete bare.reactions;
		return bare;
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

	sees(userId: string, channelId: string): boolean {
		const channel = this.channels.get(channelId);
		if (!channel) return false;
		if (has(this.permissions(userId, channelId), PermissionFlagsBits.ViewChannel)) return true;
		if (channel.guildId === null || channel.data.type !== ChannelType.GuildCategory) return false;
		const inside = this.guild(channel.guildId).channels.filter((one) => one.parentId === channelId);
		return inside.some((one) => this.sees(userId, one.id));
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

	#putChannel(guildId: string, data: ChannelData): void {
		this.channels.set(data.id, { id: data.id, guildId, data, recipients: [] });
	}

	#dropChannel(id: string): void {
		this.channels.delete(id);
		this.messageLists.drop(id);
	}
}
