import { ChannelType, GatewayIntentBits, type APIThreadChannel } from 'discord-api-types/v10';
import type { Hub } from './hub.js';
import { FLAGS } from './limits/messages.js';
import { channelPayload } from './payloads/channels.js';
import type { Message } from './world.js';

/** The message with the thread that was begun from it, if there is one. */
export function withThread(hub: Hub, message: Message): Message {
	const thread = hub.world.channels.get(message.id);
	if (!thread || thread.data.parentId !== message.channel_id) return message;
	const flags: unknown = (message.flags ?? 0) | FLAGS.hasThread;
	return {
		...message,
		// Discord's type has a name for single flags only
		flags: flags as NonNullable<Message['flags']>,
		// drawn from a thread; Discord's type is a union over all channels
		thread: channelPayload(hub.world, thread) as unknown as APIThreadChannel,
	};
}

/**
 * A message as an application without the Message Content intent gets it: no content, embeds, components, attachments
 * and poll, unless it wrote the message, is mentioned in it, or it is a direct message.
 */
export function withoutContent(hub: Hub, message: Message): Message {
	const bot = hub.world.bot.id;
	const isDirect = hub.world.channel(message.channel_id).data.type === ChannelType.DM;
	if (isDirect || message.author.id === bot || message.mentions.some((user) => user.id === bot)) return message;
	const { referenced_message: referenced, ...rest } = message;
	const stripped: Message = {
		...rest,
		content: '',
		embeds: [],
		attachments: [],
		components: [],
		...(referenced !== undefined && { referenced_message: referenced && withoutContent(hub, referenced) }),
	};
	delete stripped.poll;
	return stripped;
}

/** A message as the application gets it over REST. */
export function shownToApplication(hub: Hub, message: Message): Message {
	const whole = withThread(hub, message);
	return hub.world.isGranted(GatewayIntentBits.MessageContent) ? whole : withoutContent(hub, whole);
}
