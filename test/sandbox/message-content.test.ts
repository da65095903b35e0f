import { Events, GatewayIntentBits, Partials, type Message } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { INTENTS, login, nextMessage, openWatched } from './discord.js';

const GENERAL = { channelId: IDS.general };

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
		const sandbox = await openWatched();
		// without this partial discord.js drops messages of direct channels that it has not seen
		const message = nextMessage(await login(sandbox, { partials: [Partials.Channel] }));
		await act(sandbox);
		expect((await message).content).toBe(content);
	});

	it.each([
		['is there for replies that ping the bot', true, 'thanks'],
		['is missing in replies that do not', false, ''],
	])('%s', async (_, pingReply, content) => {
		const sandbox = await openWatched();
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
		const sandbox = await openWatched({ messageContentIntent: true });
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
		const sandbox = await openWatched();
		const client = await login(sandbox);
		const channel = await client.channels.fetch(IDS.general);
		if (!channel?.isTextBased()) throw new Error('Expected a text channel.');
		const listed = await channel.messages.fetch({ limit: 100 });
		expect(listed.map((one) => one.content)).toEqual(['', '', '']);
	});

	it('does not come from channels that the bot cannot see', async () => {
		const sandbox = await openWatched();
		const client = await login(sandbox);
		const message = nextMessage(client);
		await sandbox.as(IDS.english).send({ channelId: IDS.botless }, `<@${IDS.application}> hidden`);
		await sandbox.as(IDS.english).send(GENERAL, `<@${IDS.application}> shown`);
		expect((await message).content).toContain('shown');
	});
});
