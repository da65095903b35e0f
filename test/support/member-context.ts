import type { Context } from '../../commands/command.js';
import { DEFAULT_SETTINGS } from '../../commands/settings.js';

/** A member with no rights of a server with no settings, in English, but for what is given. */
export function memberContext(over: Partial<Context> = {}): Context {
	return {
		locale: 'en',
		place: { guildId: '10', channelId: '20' },
		memberId: '30',
		callId: '40',
		settings: DEFAULT_SETTINGS,
		canManage: false,
		canModerate: false,
		...over,
	};
}
