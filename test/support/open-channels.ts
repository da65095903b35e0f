import { ChannelType, Events, PermissionFlagsBits as Allow, type Client } from 'discord.js';
import { afterAll, beforeAll } from 'vitest';
import { createChannels } from '../../bot/channels/channels.js';
import { createClient } from '../../bot/client.js';
import type { Channels } from '../../commands/services.js';
import { IDS } from '../../sandbox/default-world.js';
import { openSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import { snowflake } from '../../sandbox/snowflake.js';
import type { ChannelData, OverwriteData, PostedData } from '../../sandbox/world-data.js';
import { worldWithChannels } from '../sandbox/worlds.js';
import { loadOpenApiCheck } from './openapi.js';

export const NOW = Date.now();
export const HOUR = 3_600_000;
let last = 100;
export const newId = () => snowflake(NOW - 48 * HOUR, last++);

export const said = (content: string, over: Partial<PostedData> = {}): PostedData => ({
	authorId: IDS.french,
	content,
	at: NOW - HOUR,
	...over,
});
export const deny = (id: string, what: bigint, type: 0 | 1 = 0): OverwriteData => ({ id, type, deny: what });
export const allow = (id: string, what: bigint, type: 0 | 1 = 0): OverwriteData => ({ id, type, allow: what });
export const EVERYONE = IDS.borderDesk;
/** Of `openChannels`. */
export const OPTED_OUT = IDS.thai;
export const READ = Allow.ViewChannel | Allow.ReadMessageHistory;
export const FOR_EDITORS = [
	deny(EVERYONE, Allow.ViewChannel),
	allow(IDS.editors, Allow.ViewChannel),
	allow(IDS.botRole, Allow.ViewChannel),
];

/** Long enough to be summed up. */
const sayingOf = (name: string) => `The ferry leaves the ${name} pier at nine on Mondays, as was said in ${name}`;

/** Where a text of these was said. */
export const saidWhere = (text: string) => /said in [\w-]+/.exec(text)?.[0] ?? text;

/** One message in each channel, which says where it stands. */
export const place = (name: string, over: Partial<ChannelData> = {}): ChannelData => ({
	id: newId(),
	name,
	type: ChannelType.GuildText,
	messages: over.type === ChannelType.GuildForum ? [] : [said(sayingOf(name))],
	...over,
});
export const thread = (name: string, parent: ChannelData, over: Partial<ChannelData> = {}): ChannelData =>
	place(name, { type: ChannelType.PublicThread, parentId: parent.id, ownerId: IDS.manager, ...over });

export const open = place('open');
export const here = place('here');
export const closed = place('closed', { overwrites: FOR_EDITORS });
export const noHistory = place('no-history', {
	overwrites: [deny(EVERYONE, Allow.ReadMessageHistory), allow(IDS.botRole, READ)],
});
export const forOne = place('for-one', {
	overwrites: [
		deny(EVERYONE, Allow.ViewChannel),
		allow(IDS.english, Allow.ViewChannel, 1),
		allow(IDS.botRole, Allow.ViewChannel),
	],
});
export const notForOne = place('not-for-one', { overwrites: [deny(IDS.english, Allow.ViewChannel, 1)] });
export const closedToOne = place('closed-to-one', { overwrites: [deny(IDS.editors, Allow.ViewChannel)] });
export const voice = place('voice', { type: ChannelType.GuildVoice, overwrites: [allow(EVERYONE, Allow.Connect)] });
export const lockedVoice = place('locked-voice', {
	type: ChannelType.GuildVoice,
	overwrites: [deny(EVERYONE, Allow.Connect), allow(IDS.botRole, Allow.Connect)],
});
export const announcements = place('announcements', { type: ChannelType.GuildAnnouncement });
export const adult = place('adult', { nsfw: true });
export const otherAdult = place('other-adult', { nsfw: true });
export const botBlind = place('bot-blind', { overwrites: [deny(IDS.botRole, Allow.ViewChannel)] });
export const botForgetful = place('bot-forgetful', { overwrites: [deny(IDS.botRole, Allow.ReadMessageHistory)] });
export const category = place('category', { type: ChannelType.GuildCategory, messages: [] });
export const forum = place('forum', { type: ChannelType.GuildForum });
export const closedForum = place('closed-forum', { type: ChannelType.GuildForum, overwrites: FOR_EDITORS });
export const post = thread('post', forum);
export const oldPost = thread('old-post', forum, { archived: true, archivedAt: NOW - 30 * 60_000 });
export const closedPost = thread('closed-post', closedForum);
export const publicThread = thread('public-thread', open);
export const archivedThread = thread('archived-thread', open, { archived: true, archivedAt: NOW - 30 * 60_000 });
export const closedThread = thread('closed-thread', closed);
export const adultThread = thread('adult-thread', adult);
export const secret = thread('secret', open, {
	type: ChannelType.PrivateThread,
	memberIds: [IDS.english, IDS.application],
});
export const secretFromBot = thread('secret-from-bot', open, {
	type: ChannelType.PrivateThread,
	memberIds: [IDS.english],
});
export const ALL = [
	open,
	here,
	closed,
	noHistory,
	forOne,
	notForOne,
	closedToOne,
	voice,
	lockedVoice,
	announcements,
	adult,
	otherAdult,
	botBlind,
	botForgetful,
	category,
	forum,
	closedForum,
	post,
	oldPost,
	closedPost,
	publicThread,
	archivedThread,
	closedThread,
	adultThread,
	secret,
	secretFromBot,
];

export interface OpenedChannels {
	readonly sandbox: Sandbox;
	readonly channels: Channels;
	/** Messages that were given up, by their ids. */
	readonly forgotten: string[];
}

/** The channels above, as a client sees them that is logged in, for the tests of a suite. One member wants not to be read. */
export function openChannels(): OpenedChannels {
	const forgotten: string[] = [];
	let sandbox: Sandbox | undefined;
	let client: Client<true> | undefined;
	let channels: Channels | undefined;
	beforeAll(async () => {
		sandbox = await openSandbox({ world: worldWithChannels(ALL), check: loadOpenApiCheck() });
		const opened = createClient({ api: sandbox.restUrl, token: sandbox.token, isShard: false });
		const ready = new Promise<Client<true>>((resolve) => opened.once(Events.ClientReady, resolve));
		await opened.login(sandbox.token);
		client = await ready;
		channels = createChannels(client, {
			optedOut: async (memberIds) => memberIds.filter((id) => id === OPTED_OUT),
			forgetMessages: async (messageIds) => void forgotten.push(...messageIds),
		});
	});
	afterAll(async () => {
		await client?.destroy();
		await sandbox?.close();
	});
	const there = <T>(value: T | undefined): T => {
		if (value === undefined) throw new Error('The channels are not open yet: use them in tests, and not beside them');
		return value;
	};
	return {
		get sandbox() {
			return there(sandbox);
		},
		get channels() {
			return there(channels);
		},
		forgotten,
	};
}
