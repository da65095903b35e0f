import type { APIEmoji, APIReaction } from 'discord-api-types/v10';
import type { ReactionData } from './world-data.js';

/** An emoji by its id and name; those of Unicode have no id. */
export function emojiPayload(emoji: string): Pick<APIEmoji, 'id' | 'name'> {
	const [, name, id] = /^(\w+):(\d+)$/.exec(emoji) ?? [];
	return name !== undefined && id !== undefined ? { id, name } : { id: null, name: emoji };
}

/** The reactions of a message as the application gets them. */
export function reactionsPayload(reactions: readonly ReactionData[], botId: string): APIReaction[] {
	return reactions.map(({ emoji, userIds }) => ({
		emoji: emojiPayload(emoji),
		count: userIds.length,
		count_details: { burst: 0, normal: userIds.length },
		burst_colors: [],
		me: userIds.includes(botId),
		me_burst: false,
	}));
}

/** The reactions after this person has added one, or taken it back. */
export function toggled(reactions: readonly ReactionData[], emoji: string, userId: string): readonly ReactionData[] {
	const one = reactions.find((each) => each.emoji === emoji);
	if (!one) return [...reactions, { emoji, userIds: [userId] }];
	const others = one.userIds.filter((id) => id !== userId);
	const userIds = others.length < one.userIds.length ? others : [...others, userId];
	const after = reactions.map((each) => (each === one ? { emoji, userIds } : each));
	return after.filter((each) => each.userIds.length > 0);
}
