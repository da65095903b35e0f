import type { APIMessage } from 'discord-api-types/v10';
import {
	ApplicationFlags,
	EmbedType,
	Events,
	GatewayIntentBits,
	Partials,
	PollLayoutType,
	type Message,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { INTENTS, login, nextMessage, openWatched, request } from './discord.js';
import { worldWithMessages } from './worlds.js';

const GENERAL = { channelId: IDS.general };

/** A message with all that the intent is about. */
const ALL = {
	authorId: IDS.french,
	content: 'all',
	at: Date.UTC(2024, 2, 12),
	attachments: [{ name: 'a.txt', content: 'a' }],
	more: {
		embeds: [{ type: EmbedType.Rich, title: 'a' }],
		poll: {
			question: { text: 'Which?' },
			answers: [{ answer_id: 1, poll_media: { text: 'This' } }],
			expiry: '2024-03-13T00:00:00.000Z',
			allow_multiselect: false,
			layout_type: PollLayoutType.Default,
			results: { is_finalized: false, answer_counts: [] },
		},
	},
};

describe('message content, without the privileged intent', () => {
	it.each<[string, string, (sandbox: Sandbox) => Promise<unknown>]>([
		['is missing', '', (sandbox) => sandbox.as(IDS.english).send(GENERAL, 'secret')],
		[
			'is there for mentions',
			`<@${IDS.application}> hi`,
			(sandbox) => sandbox.as(IDS.english).send(GENERAL, `<@${IDS.application}> hi`),
		],
		['is there in direct messages', 'hi', (sandbox) => sandbox.as(IDS.english).send('dm', 'hi')],
	])('%s', async (_, content, act) => {
		const sandbox = await openWatched({ messageContentIntent: false });
		// without this partial discord.js drops messages of direct channels that it has not seen
		const message = nextMessage(await login(sandbox, { partials: [Partials.Channel] }));
		await act(sandbox);
		expect((await message).content).toBe(content);
	});

	it.each([
		['is there for replies that ping the bot', true, 'thanks'],
		['is missing in replies that do not', false, ''],
	])('%s', async (_, pingReply, content) => {
		const sandbox = await openWatched({ messageContentIntent: false });
		const client = await login(sandbox);
		const channel = await client.channels.fetch(IDS.general);
		if (!channel?.isSendable()) throw new Error('Expected a channel to write in.');
		const own = await channel.send({ content: 'I am here', allowedMentions: { parse: [] } });
		const reply = new Promise<Message>((resolve) => {
			client.on(Events.MessageCreate, (message) => {
				if (message.author.id === IDS.english) resolve(message);
			});
		});
		await sandbox.as(IDS.english).send(GENERAL, 'thanks', { replyTo: own.id, pingReply });
		expect((await reply).content).toBe(content);
	});

	it('is there with the intent, over both REST and gateway', async () => {
		const sandbox = await openWatched();
		const client = await login(sandbox, { intents: [...INTENTS, GatewayIntentBits.MessageContent] });
		const message = nextMessage(client);
		await sandbox.as(IDS.english).send(GENERAL, 'open');
		expect((await message).content).toBe('open');
		const channel = await client.channels.fetch(IDS.general);
		if (!channel?.isTextBased()) throw new Error('Expected a text channel.');
		const listed = await channel.messages.fetch({ limit: 100, cache: false });
		expect(listed.map((one) => one.content)).toContain('The rail timetable was agreed for May.');
	});

	it('is missing over REST too', async () => {
		const sandbox = await openWatched({ messageContentIntent: false });
		const client = await login(sandbox);
		const channel = await client.channels.fetch(IDS.general);
		if (!channel?.isTextBased()) throw new Error('Expected a text channel.');
		const listed = await channel.messages.fetch({ limit: 100 });
		expect(listed.map((one) => one.content)).toEqual(['', '', '']);
	});

	it('takes attachments, embeds, components and polls along', async () => {
		const sandbox = await openWatched({ messageContentIntent: false, world: worldWithMessages(IDS.newsroom, [ALL]) });
		const read = async () => (await request(sandbox, 'GET', `/channels/${IDS.newsroom}/messages`)).body as APIMessage[];
		const [hidden] = await read();
		expect(hidden).toMatchObject({ content: '', embeds: [], attachments: [], components: [] });
		expect(hidden).not.toHaveProperty('poll');
		sandbox.changes.setApplicationFlags(ApplicationFlags.GatewayMessageContent);
		const [shown] = await read();
		expect(shown).toMatchObject({ content: 'all', embeds: [{ title: 'a' }], attachments: [{ filename: 'a.txt' }] });
		expect(shown?.poll?.question.text).toBe('Which?');
		expect(sandbox.violations).toEqual([]);
	});

	it('does not come from channels that the bot cannot see', async () => {
		const sandbox = await openWatched({ messageContentIntent: false });
		const client = await login(sandbox);
		const message = nextMessage(client);
		await sandbox.as(IDS.english).send({ channelId: IDS.botless }, `<@${IDS.application}> hidden`);
		await sandbox.as(IDS.english).send(GENERAL, `<@${IDS.application}> shown`);
		expect((await message).content).toContain('shown');
	});
});
