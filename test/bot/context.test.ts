import { PermissionFlagsBits, PermissionsBitField, type BaseInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { contextOf, localeOf, localeOfMessage } from '../../bot/context.js';
import { DEFAULT_SETTINGS } from '../../commands/settings.js';

const LAO = 'ສະພານມິດຕະພາບນ້ຳແກ້ວມີຄວາມຍາວຈັກແມັດ?';
const settings = {
	of: (guildId: string | null) => ({
		...DEFAULT_SETTINGS,
		citations: guildId === '10' ? 1 : DEFAULT_SETTINGS.citations,
	}),
	change: () => Promise.reject(new Error('Nothing is changed here')),
};

/** What is read of an interaction of discord.js. */
function interaction(over: object): BaseInteraction {
	return {
		id: '40',
		guildId: '10',
		channelId: '20',
		user: { id: '30' },
		locale: 'fr',
		authorizingIntegrationOwners: { 0: '10' },
		memberPermissions: new PermissionsBitField(PermissionFlagsBits.ManageGuild),
		...over,
	} as unknown as BaseInteraction;
}

describe('contextOf', () => {
	it('is of the server where Quoth is installed in it', () => {
		expect(contextOf(interaction({}), settings)).toMatchObject({
			place: { guildId: '10', channelId: '20' },
			memberId: '30',
			locale: 'fr',
			canManage: true,
			canModerate: false,
			settings: { citations: 1 },
		});
	});

	it.each([
		['where a member alone installed it', { authorizingIntegrationOwners: { 1: '30' } }],
		['where it is installed in another server', { authorizingIntegrationOwners: { 0: '11' } }],
		['in a direct message', { guildId: null, authorizingIntegrationOwners: { 0: '0' } }],
	])('is of no server, and gives no rights, %s', (_, over) => {
		expect(contextOf(interaction(over), settings)).toMatchObject({
			place: { guildId: null },
			canManage: false,
			canModerate: false,
			settings: DEFAULT_SETTINGS,
		});
	});
});

describe('localeOf', () => {
	it("is the member's client's, whatever they write in a language that a client can have", () => {
		expect(localeOf(DEFAULT_SETTINGS, 'fr', 'How many pupils do the boats carry every morning?')).toBe('fr');
		expect(localeOf(DEFAULT_SETTINGS, 'pt-BR')).toBe('en');
	});

	it('is Lao or Khmer where a member writes it, for no client can be set to these', () => {
		expect(localeOf(DEFAULT_SETTINGS, 'en-US', LAO)).toBe('lo');
		expect(localeOf(DEFAULT_SETTINGS, 'th', 'តើសហគមន៍នេសាទកោះទ្រាមានសមាជិកប៉ុន្មានគ្រួសារ?')).toBe('km');
	});

	it("is the server's, if it chose one", () => {
		expect(localeOf({ ...DEFAULT_SETTINGS, language: 'de' }, 'fr', LAO)).toBe('de');
	});
});

describe('localeOfMessage', () => {
	it('is what the message is written in, and else what the server speaks', () => {
		expect(localeOfMessage(DEFAULT_SETTINGS, 'Combien de temps mettra le tram-train pour y aller ?', 'en-US')).toBe(
			'fr',
		);
		expect(localeOfMessage(DEFAULT_SETTINGS, '42', 'vi')).toBe('vi');
	});
});
