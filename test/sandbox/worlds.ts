import { defaultWorld, IDS } from '../../sandbox/default-world.js';
import type { ChannelData, GuildData, PostedData, WorldOptions } from '../../sandbox/world-data.js';

/** The default world with another first guild. */
export function worldWithGuild(change: (guild: GuildData) => GuildData): WorldOptions {
	return {
		...defaultWorld,
		guilds: defaultWorld.guilds.map((guild) => (guild.id === IDS.borderDesk ? change(guild) : guild)),
	};
}

/** The default world, its first guild with these channels beside its own, or in the place of those with the same id. */
export function worldWithChannels(channels: readonly ChannelData[]): WorldOptions {
	return worldWithGuild((guild) => {
		const others = guild.channels.filter((one) => !channels.some(({ id }) => id === one.id));
		return { ...guild, channels: [...others, ...channels] };
	});
}

/** The default world with these messages in one of its channels. */
export function worldWithMessages(channelId: string, messages: readonly PostedData[]): WorldOptions {
	return worldWithGuild((guild) => ({
		...guild,
		channels: guild.channels.map((one) => (one.id === channelId ? { ...one, messages } : one)),
	}));
}
