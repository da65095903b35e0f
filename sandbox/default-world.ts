import { ApplicationFlags, ChannelType, PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { snowflake } from './snowflake.js';
import type { RoleData, WorldOptions } from './world-data.js';

/** When the default world began: 2024-03-11, 8:00 UTC. Ids count up from here. */
const START = Date.UTC(2024, 2, 11, 8);

function id(n: number): string {
	return snowflake(START, n);
}

const MEMBER =
	Allow.ViewChannel |
	Allow.SendMessages |
	Allow.SendMessagesInThreads |
	Allow.EmbedLinks |
	Allow.AttachFiles |
	Allow.ReadMessageHistory |
	Allow.AddReactions |
	Allow.UseApplicationCommands |
	Allow.UseExternalApps;

const MANAGER = MEMBER | Allow.ManageGuild | Allow.ManageMessages | Allow.ManageChannels;

function roles(guildId: string, first: number): [RoleData, RoleData, RoleData] {
	return [
		{ id: guildId, name: '@everyone', permissions: MEMBER },
		{ id: id(first), name: 'Editors', permissions: MANAGER },
		{ id: id(first + 1), name: 'Quoth', permissions: MEMBER },
	];
}

/** The ids of the default world, by name. */
export const IDS = {
	application: id(1),
	owner: id(2),
	/** Has Manage Server in both guilds. */
	manager: id(3),
	/** English, French, Vietnamese, Thai, Chinese; Lao has no locale in Discord, so its speaker has English. */
	english: id(4),
	french: id(5),
	vietnamese: id(6),
	lao: id(7),
	thai: id(8),
	chinese: id(9),
	/** Is in no guild of the bot, and installed the application for herself. */
	traveller: id(10),
	/** Another bot, which tells how high the river is; only in the world with talk. */
	gauge: id(11),
	borderDesk: id(20),
	secondNewsroom: id(21),
	/** A guild without the bot. */
	elsewhere: id(22),
	general: id(30),
	newsroom: id(31),
	/** Members cannot see it; managers and the bot can. */
	private: id(32),
	/** The bot cannot see it. */
	botless: id(33),
	forum: id(34),
	/** A post in the forum. */
	post: id(35),
	/** A thread of the newsroom. */
	thread: id(36),
	/** A channel with a day of talk; this and what follows are only in the world with talk. */
	desk: id(37),
	/** A private thread of the desk: the owner, the manager, the Vietnamese speaker and the bot. */
	budget: id(38),
	/** Age-restricted. */
	accidents: id(39),
	/** A forum with two posts. */
	fieldNotes: id(42),
	secondGeneral: id(40),
	elsewhereGeneral: id(41),
	group: id(50),
	editors: id(60),
	botRole: id(61),
	secondEditors: id(62),
	secondBotRole: id(63),
} as const;

const [everyone, editors, botRole] = roles(IDS.borderDesk, 60);
const [secondEveryone, secondEditors, secondBotRole] = roles(IDS.secondNewsroom, 62);

/** Two newsrooms with the bot, one guild without it, and people who read in several languages. */
export const defaultWorld: WorldOptions = {
	application: {
		id: IDS.application,
		name: 'Quoth',
		ownerId: IDS.owner,
		token: 'sandbox.token.not-a-secret',
		flags: ApplicationFlags.GatewayMessageContentLimited,
	},
	bot: { id: IDS.application, username: 'quoth', globalName: 'Quoth', bot: true },
	users: [
		{ id: IDS.owner, username: 'noy', globalName: 'Noy' },
		{ id: IDS.manager, username: 'minh', globalName: 'Minh', locale: 'vi' },
		{ id: IDS.english, username: 'ada', globalName: 'Ada', locale: 'en-GB' },
		{ id: IDS.french, username: 'chloe', globalName: 'Chloé', locale: 'fr' },
		{ id: IDS.vietnamese, username: 'lan', globalName: 'Lan', locale: 'vi' },
		{ id: IDS.lao, username: 'kham', globalName: 'ຄຳ', locale: 'en-US' },
		{ id: IDS.thai, username: 'nok', globalName: 'นก', locale: 'th' },
		{ id: IDS.chinese, username: 'wei', globalName: '伟', locale: 'zh-CN' },
		{ id: IDS.traveller, username: 'iris', globalName: 'Iris', locale: 'en-US' },
	],
	guilds: [
		{
			id: IDS.borderDesk,
			name: 'Border Desk',
			ownerId: IDS.owner,
			locale: 'en-US',
			hasBot: true,
			roles: [everyone, editors, botRole],
			members: [
				{ userId: IDS.application, roles: [IDS.botRole] },
				{ userId: IDS.owner },
				{ userId: IDS.manager, roles: [IDS.editors] },
				{ userId: IDS.english },
				{ userId: IDS.french },
				{ userId: IDS.vietnamese },
				{ userId: IDS.lao },
				{ userId: IDS.thai },
				{ userId: IDS.chinese },
			],
			channels: [
				{
					id: IDS.general,
					name: 'general',
					type: ChannelType.GuildText,
					topic: 'What happens at the border',
					messages: [
						{ authorId: IDS.manager, content: 'Chào cả nhà, hôm nay có tin từ cửa khẩu.', at: START + 60_000 },
						{ authorId: IDS.french, content: 'Bonjour ! Des nouvelles du fret ferroviaire ?', at: START + 120_000 },
						{ authorId: IDS.english, content: 'The rail timetable was agreed for May.', at: START + 180_000 },
					],
				},
				{ id: IDS.newsroom, name: 'newsroom', type: ChannelType.GuildText },
				{
					id: IDS.private,
					name: 'editors-only',
					type: ChannelType.GuildText,
					overwrites: [
						{ id: IDS.borderDesk, type: 0, deny: Allow.ViewChannel },
						{ id: IDS.editors, type: 0, allow: Allow.ViewChannel },
						{ id: IDS.botRole, type: 0, allow: Allow.ViewChannel },
					],
				},
				{
					id: IDS.botless,
					name: 'no-bots',
					type: ChannelType.GuildText,
					overwrites: [{ id: IDS.botRole, type: 0, deny: Allow.ViewChannel }],
				},
				{ id: IDS.forum, name: 'questions', type: ChannelType.GuildForum },
				{
					id: IDS.post,
					name: 'When does the market open?',
					type: ChannelType.PublicThread,
					parentId: IDS.forum,
					ownerId: IDS.english,
					messages: [
						{ authorId: IDS.english, content: 'Does anyone know when the market opens?', at: START + 240_000 },
					],
				},
				{
					id: IDS.thread,
					name: 'Freight in May',
					type: ChannelType.PublicThread,
					parentId: IDS.newsroom,
					ownerId: IDS.french,
				},
			],
		},
		{
			id: IDS.secondNewsroom,
			name: 'Second Newsroom',
			ownerId: IDS.owner,
			locale: 'fr',
			hasBot: true,
			roles: [secondEveryone, secondEditors, secondBotRole],
			members: [
				{ userId: IDS.application, roles: [IDS.secondBotRole] },
				{ userId: IDS.owner },
				{ userId: IDS.manager, roles: [IDS.secondEditors] },
				{ userId: IDS.french },
			],
			channels: [{ id: IDS.secondGeneral, name: 'general', type: ChannelType.GuildText }],
		},
		{
			id: IDS.elsewhere,
			name: 'Elsewhere',
			ownerId: IDS.traveller,
			hasBot: false,
			roles: [{ id: IDS.elsewhere, name: '@everyone', permissions: MEMBER }],
			members: [{ userId: IDS.traveller }, { userId: IDS.english }],
			channels: [{ id: IDS.elsewhereGeneral, name: 'general', type: ChannelType.GuildText }],
		},
	],
	groups: [{ id: IDS.group, name: 'Trip', userIds: [IDS.traveller, IDS.english] }],
	userInstalls: [IDS.traveller],
};
