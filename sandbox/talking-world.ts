import { ChannelType, EmbedType, MessageType, PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import {
	ACCIDENT_TALK,
	BUDGET_TALK,
	DESK_TALK,
	POSTS,
	THREAD_BEGINS_AT,
	THREAD_TALK,
	TIMETABLE,
} from './default-talk.js';
import { defaultWorld, IDS } from './default-world.js';
import { readTalk, type Said } from './talk.js';
import type { ChannelData, GuildData, PostedData, WorldOptions } from './world-data.js';

/** Ids by the names that the talk has for people. */
const PEOPLE = {
	noy: IDS.owner,
	minh: IDS.manager,
	ada: IDS.english,
	chloe: IDS.french,
	lan: IDS.vietnamese,
	kham: IDS.lao,
	nok: IDS.thai,
	wei: IDS.chinese,
	gauge: IDS.gauge,
};

/** What the gauge shows its numbers in. */
const GAUGE_COLOUR = 0x1abc9c;

/**
 * The default world with a day of talk that ended before `now`, milliseconds since the epoch: a channel in six languages
 * with a thread and a private one, an age-restricted channel, and a forum with two posts.
 */
export function talkingWorld(now: number): WorldOptions {
	const gauge = { id: IDS.gauge, username: 'gauge', globalName: 'River gauge', bot: true };
	const [borderDesk, ...others] = defaultWorld.guilds;
	if (!borderDesk) throw new Error('Expected the default world to have a guild.');
	return { ...defaultWorld, users: [...defaultWorld.users, gauge], guilds: [withTalk(borderDesk, now), ...others] };
}

function withTalk(guild: GuildData, now: number): GuildData {
	const [general, ...rest] = guild.channels;
	const desk = deskChannels(now);
	return {
		...guild,
		members: [...guild.members, { userId: IDS.gauge }],
		channels: [...(general ? [general] : []), ...desk, ...rest, ...forumChannels(now)],
	};
}

function deskChannels(now: number): ChannelData[] {
	const said = readTalk(DESK_TALK, { now, people: PEOPLE, number: 0 });
	const begun = said.find((one) => one.content?.startsWith(THREAD_BEGINS_AT));
	if (!begun) throw new Error(`Expected somebody to say "${THREAD_BEGINS_AT}".`);
	const starter = { authorId: begun.authorId, at: begun.at + 1000, type: MessageType.ThreadStarterMessage };
	return [
		{
			id: IDS.desk,
			name: 'border-desk',
			type: ChannelType.GuildText,
			topic: 'What we write about the bridge, the train and the market',
			messages: said.flatMap(asShown),
		},
		{
			id: begun.id,
			name: 'Freight train: what is missing',
			type: ChannelType.PublicThread,
			parentId: IDS.desk,
			ownerId: IDS.french,
			messages: [starter, ...readTalk(THREAD_TALK, { now, people: PEOPLE, number: 1 })],
		},
		{
			id: IDS.budget,
			name: 'Budget for Saturday',
			type: ChannelType.PrivateThread,
			parentId: IDS.desk,
			ownerId: IDS.manager,
			memberIds: [IDS.owner, IDS.vietnamese, IDS.application],
			messages: readTalk(BUDGET_TALK, { now, people: PEOPLE, number: 2 }),
		},
		{
			id: IDS.accidents,
			name: 'accidents',
			type: ChannelType.GuildText,
			topic: 'Hard to look at: nothing leaves this channel',
			nsfw: true,
			overwrites: [{ id: IDS.borderDesk, type: 0, deny: Allow.AttachFiles }],
			messages: readTalk(ACCIDENT_TALK, { now, people: PEOPLE, number: 3 }),
		},
	];
}

/** A message with what the talk cannot write down: the gauge's box, Wei's file, and the pin of what was settled. */
function asShown(said: Said): PostedData[] {
	const { content = '', authorId, at } = said;
	if (authorId === IDS.gauge) {
		const embed = { type: EmbedType.Rich, color: GAUGE_COLOUR, title: 'River gauge', description: content };
		return [{ ...said, content: '', more: { embeds: [embed] } }];
	}
	if (content.includes('时刻表')) return [{ ...said, attachments: [{ name: 'timetable.csv', content: TIMETABLE }] }];
	if (!content.startsWith('Let us settle it')) return [said];
	const pin = { authorId, at: at + 30_000, type: MessageType.ChannelPinnedMessage, replyTo: said.id };
	return [{ ...said, pinned: true }, pin];
}

function forumChannels(now: number): ChannelData[] {
	const posts = POSTS.map(({ name, talk }, i): ChannelData => {
		const messages = readTalk(talk, { now, people: PEOPLE, number: 4 + i });
		const [first] = messages;
		if (!first) throw new Error(`Expected the post "${name}" to begin with a message.`);
		const { id, authorId: ownerId } = first;
		return { id, name, type: ChannelType.PublicThread, parentId: IDS.fieldNotes, ownerId, messages };
	});
	return [{ id: IDS.fieldNotes, name: 'field-notes', type: ChannelType.GuildForum }, ...posts];
}
