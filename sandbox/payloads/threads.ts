import { snowflakeTime } from '../snowflake.js';
import type { ChannelData } from '../world-data.js';

/** Somebody in a thread; `member`, with the user, where it was asked for. */
export function threadMemberPayload(threadId: string, userId: string, member?: object): object {
	const joined = new Date(snowflakeTime(threadId)).toISOString();
	return { id: threadId, user_id: userId, join_timestamp: joined, flags: 0, ...(member && { member }) };
}

/** Milliseconds since the epoch at which a thread was last archived, or else begun. */
export function archivedAt({ id, archivedAt: at }: ChannelData): number {
	return at ?? snowflakeTime(id);
}
