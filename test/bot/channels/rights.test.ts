import { ChannelType, PermissionFlagsBits as Allow, PermissionsBitField } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	hasMessages,
	mayBeShown,
	mayRead,
	missingPermission,
	type ChannelFacts,
	type CommonStanding,
} from '../../../bot/channels/rights.js';

const READ = Allow.ViewChannel | Allow.ReadMessageHistory;
const bits = (permissions: bigint) => new PermissionsBitField(permissions);
const channel = (over: Partial<ChannelFacts> = {}): ChannelFacts => ({
	id: '1',
	type: ChannelType.GuildText,
	parentId: null,
	isAgeRestricted: false,
	...over,
});
const thread = (over: Partial<ChannelFacts> = {}) =>
	channel({ id: '2', type: ChannelType.PublicThread, parentId: '1', ...over });
const open: CommonStanding = { permissions: bits(READ), denied: [] };
const closed: CommonStanding = { permissions: bits(0n), denied: [] };

describe('mayRead', () => {
	it.each<[string, ChannelType, bigint, boolean, boolean]>([
		['a text channel', ChannelType.GuildText, READ, false, true],
		['a text channel without seeing it', ChannelType.GuildText, Allow.ReadMessageHistory, false, false],
		['a text channel without its history', ChannelType.GuildText, Allow.ViewChannel, false, false],
		['an announcement channel', ChannelType.GuildAnnouncement, READ, false, true],
		['a forum', ChannelType.GuildForum, READ, false, true],
		['a forum without its history', ChannelType.GuildForum, Allow.ViewChannel, false, false],
		['the chat of a voice channel', ChannelType.GuildVoice, READ | Allow.Connect, false, true],
		['the chat of a voice channel that one may not enter', ChannelType.GuildVoice, READ, false, false],
		['a stage that one may not enter', ChannelType.GuildStageVoice, READ, false, false],
		['a public thread that one is not in', ChannelType.PublicThread, READ, false, true],
		['a thread of announcements', ChannelType.AnnouncementThread, READ, false, true],
		['a private thread that one is in', ChannelType.PrivateThread, READ, true, true],
		['a private thread that one is not in', ChannelType.PrivateThread, READ, false, false],
		['a private thread that one manages', ChannelType.PrivateThread, READ | Allow.ManageThreads, false, true],
		['a private thread whose channel one cannot see any more', ChannelType.PrivateThread, 0n, true, false],
		['anything as an administrator', ChannelType.PrivateThread, Allow.Administrator, false, true],
	])('decides about %s', (_, type, permissions, isThreadMember, expected) => {
		expect(mayRead(channel({ type }), { permissions: bits(permissions), isThreadMember })).toBe(expected);
	});

	it('allows nothing more where a permission is taken away', () => {
		const type = fc.constantFrom(...Object.values(ChannelType).filter((one) => typeof one === 'number'));
		const permissions = fc
			.bigInt({ min: 0n, max: PermissionsBitField.All })
			.filter((all) => (all & Allow.Administrator) === 0n);
		fc.assert(
			fc.property(type, permissions, permissions, fc.boolean(), (type, held, taken, isThreadMember) => {
				const facts = channel({ type });
				const less = { permissions: bits(held & ~taken), isThreadMember };
				if (mayRead(facts, less)) expect(mayRead(facts, { permissions: bits(held), isThreadMember })).toBe(true);
			}),
		);
	});
});

describe('missingPermission', () => {
	it('names what to ask for first', () => {
		expect(missingPermission(ChannelType.GuildText, bits(0n))).toBe('ViewChannel');
		expect(missingPermission(ChannelType.GuildText, bits(Allow.ViewChannel))).toBe('ReadMessageHistory');
		expect(missingPermission(ChannelType.GuildVoice, bits(READ))).toBe('Connect');
		expect(missingPermission(ChannelType.GuildText, bits(READ))).toBeUndefined();
	});
});

describe('hasMessages', () => {
	it('leaves out categories and directories', () => {
		expect(hasMessages(ChannelType.GuildCategory)).toBe(false);
		expect(hasMessages(ChannelType.GuildDirectory)).toBe(false);
		expect(hasMessages(ChannelType.GuildMedia)).toBe(true);
	});
});

describe('mayBeShown', () => {
	it.each<[string, ChannelFacts, ChannelFacts, CommonStanding, boolean]>([
		['in the channel itself, whoever else may read it', channel(), channel(), closed, true],
		[
			'in a private thread itself',
			thread({ type: ChannelType.PrivateThread }),
			thread({ type: ChannelType.PrivateThread }),
			closed,
			true,
		],
		['of a channel in one of its threads', channel(), thread(), closed, true],
		[
			'of a channel in one of its private threads',
			channel(),
			thread({ type: ChannelType.PrivateThread }),
			closed,
			true,
		],
		['of a public thread in its channel', thread(), channel(), closed, true],
		['of a public thread in the thread beside it', thread(), thread({ id: '3' }), closed, true],
		['of a private thread in its channel', thread({ type: ChannelType.PrivateThread }), channel(), open, false],
		[
			'of a private thread in another channel',
			thread({ type: ChannelType.PrivateThread }),
			channel({ id: '9' }),
			open,
			false,
		],
		['of an open channel elsewhere', channel(), channel({ id: '9' }), open, true],
		['of an open channel’s thread elsewhere', thread(), channel({ id: '9' }), open, true],
		['of a closed channel elsewhere', channel(), channel({ id: '9' }), closed, false],
		[
			'of a channel whose history is closed elsewhere',
			channel(),
			channel({ id: '9' }),
			{ ...open, permissions: bits(Allow.ViewChannel) },
			false,
		],
		[
			'of a channel that is denied to somebody elsewhere',
			channel(),
			channel({ id: '9' }),
			{ ...open, denied: [bits(Allow.ViewChannel)] },
			false,
		],
		[
			'of a channel where somebody must not write',
			channel(),
			channel({ id: '9' }),
			{ ...open, denied: [bits(Allow.SendMessages)] },
			true,
		],
		['of an age-restricted channel elsewhere', channel({ isAgeRestricted: true }), channel({ id: '9' }), open, false],
		[
			'of an age-restricted channel in another such',
			channel({ isAgeRestricted: true }),
			channel({ id: '9', isAgeRestricted: true }),
			open,
			true,
		],
		[
			'of an age-restricted channel that is closed',
			channel({ isAgeRestricted: true }),
			channel({ id: '9', isAgeRestricted: true }),
			closed,
			false,
		],
	])('decides about a summary %s', (_, from, shownIn, everybody, expected) => {
		expect(mayBeShown(from, shownIn, everybody)).toBe(expected);
	});
});
