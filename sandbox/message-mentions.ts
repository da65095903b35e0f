import { PermissionFlagsBits } from 'discord-api-types/v10';
import { has } from './permissions.js';
import { userPayload } from './payloads/people.js';
import type { WorldState } from './world-state.js';
import type { Message } from './world.js';

/** Who may be mentioned: Discord's `allowed_mentions`. */
export interface AllowedMentions {
	readonly parse?: readonly ('users' | 'roles' | 'everyone')[] | null | undefined;
	readonly users?: readonly string[] | null | undefined;
	readonly roles?: readonly string[] | null | undefined;
	readonly replied_user?: boolean | null | undefined;
}

export const ALL_MENTIONS: AllowedMentions = { parse: ['users', 'roles', 'everyone'], replied_user: true };

/** The mentions that this text of this author makes. */
export function mentionsIn(
	world: WorldState,
	text: string,
	authorId: string,
	channelId: string,
	allowed: AllowedMentions,
): Pick<Message, 'mentions' | 'mention_roles' | 'mention_everyone'> {
	const parse = allowed.parse ?? [];
	const named = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, id = '']) => id))];
	const users = named(/<@!?(\d+)>/g).filter((id) => parse.includes('users') || allowed.users?.includes(id));
	const roles = named(/<@&(\d+)>/g).filter((id) => parse.includes('roles') || allowed.roles?.includes(id));
	const mayAll = has(world.permissions(authorId, channelId), PermissionFlagsBits.MentionEveryone);
	return {
		mentions: users.flatMap((id) => world.users.get(id) ?? []).map(userPayload),
		mention_roles: roles,
		mention_everyone: mayAll && parse.includes('everyone') && /@(everyone|here)/.test(text),
	};
}
