import { ApplicationFlags as Flags, GatewayIntentBits as Intent } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { grantedIntents, PRIVILEGED_INTENTS, withMessageContent } from '../../sandbox/privileges.js';

describe('privileged intents', () => {
	it.each<[string, number, number]>([
		['none', 0, 0],
		['Message Content, after review', Flags.GatewayMessageContent, Intent.MessageContent],
		['Message Content, for small applications', Flags.GatewayMessageContentLimited, Intent.MessageContent],
		['members', Flags.GatewayGuildMembersLimited, Intent.GuildMembers],
		['presences', Flags.GatewayPresence, Intent.GuildPresences],
		['nothing for other flags', Flags.Embedded, 0],
		['two', Flags.GatewayGuildMembers | Flags.GatewayPresenceLimited, Intent.GuildMembers | Intent.GuildPresences],
	])('are granted by flags: %s', (_, flags, intents) => {
		expect(grantedIntents(flags)).toBe(intents);
	});

	it('are three', () => {
		expect(PRIVILEGED_INTENTS).toBe((1 << 1) | (1 << 8) | (1 << 15));
	});

	it('leave the other flags alone when Message Content is granted or taken', () => {
		const others = Flags.GatewayGuildMembers | Flags.Embedded;
		expect(withMessageContent(others, true)).toBe(others | (1 << 19));
		expect(withMessageContent(others | (1 << 18) | (1 << 19), false)).toBe(others);
	});
});
