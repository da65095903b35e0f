import { MessageReferenceType, MessageType, type APIMessage } from 'discord.js';
import type { ChatMessage } from '../../answers/summary/conversation.js';
import { timeOf } from './snowflake.js';

/** What members write; all other types are Discord's own words. */
const WRITTEN: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

/** Whether somebody wrote it, and not a bot, a webhook or Discord. */
export function isOfMember({ author, webhook_id, type }: APIMessage): boolean {
	return author.bot !== true && author.system !== true && webhook_id === undefined && WRITTEN.includes(type);
}

/** What a summary needs of a message. @param threadId the thread that it stands in, where a channel is read with its threads */
export function toChatMessage(message: APIMessage, threadId: string | null): ChatMessage {
	const { id, author, content, message_reference: reference, attachments, reactions = [] } = message;
	const isReply = message.type === MessageType.Reply && reference?.type !== MessageReferenceType.Forward;
	return {
		id,
		authorId: author.id,
		at: timeOf(id),
		text: content,
		replyTo: isReply ? (reference?.message_id ?? null) : null,
		threadId,
		attachments: attachments.length,
		reactions: reactions.reduce((sum, { count }) => sum + count, 0),
	};
}
