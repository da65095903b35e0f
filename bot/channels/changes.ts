import {
	GatewayDispatchEvents,
	type Client,
	type GatewayChannelDeleteDispatchData,
	type GatewayMessageDeleteBulkDispatchData,
	type GatewayMessageDeleteDispatchData,
	type GatewayMessageUpdateDispatchData,
	type GatewayThreadDeleteDispatchData,
} from 'discord.js';
import type { Library } from '../../commands/services.js';

/**
 * Takes out of all summaries whatever is deleted or changed in Discord from now on. The client keeps no messages, and so tells of the deletion
 * of none: this listens to what Discord itself says.
 *
 * @param run is given what is begun, which may reject
 */
export function forgetWhatChanges(
	client: Client,
	library: Pick<Library, 'forgetMessages' | 'forgetChannel'>,
	run: (work: Promise<void>) => void,
): void {
	const { ws } = client;
	ws.on(GatewayDispatchEvents.MessageDelete, ({ id, guild_id }: GatewayMessageDeleteDispatchData) => {
		if (guild_id !== undefined) run(library.forgetMessages([id]));
	});
	ws.on(GatewayDispatchEvents.MessageDeleteBulk, ({ ids, guild_id }: GatewayMessageDeleteBulkDispatchData) => {
		if (guild_id !== undefined) run(library.forgetMessages(ids));
	});
	ws.on(GatewayDispatchEvents.MessageUpdate, (message: GatewayMessageUpdateDispatchData) => {
		// Discord's own additions, such as the preview of a link, leave the words as they were
		const isEdited = message.edited_timestamp != null && message.author.bot !== true;
		if (message.guild_id !== undefined && isEdited) run(library.forgetMessages([message.id]));
	});
	const onChannel = ({ id }: GatewayChannelDeleteDispatchData | GatewayThreadDeleteDispatchData) => {
		run(library.forgetChannel(id));
	};
	ws.on(GatewayDispatchEvents.ChannelDelete, onChannel);
	ws.on(GatewayDispatchEvents.ThreadDelete, onChannel);
}
