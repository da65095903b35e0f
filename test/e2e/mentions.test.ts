import { describe, expect, it } from 'vitest';
import type { Place, SendOptions } from '../../sandbox/actor.js';
import { IDS } from '../../sandbox/default-world.js';
import type { Message } from '../../sandbox/world.js';
import { stage, textIn } from '../support/stage.js';

const { application, general, english, french, manager, botless } = IDS;
const here = { channelId: general };
const BOATS = 'How many pupils do the solar boats carry every morning?';

describe('a mention of the bot', () => {
	const on = stage();
	const bot = `<@${application}>`;

	/** Says something, and waits for the bot's reply to it. */
	async function reply(who: string, where: Place, text: string, options: SendOptions = {}): Promise<Message> {
		const message = await on.sandbox.as(who).send(where, text, options);
		await expect.poll(() => replyTo(message), { timeout: 10_000 }).toBeDefined();
		return replyTo(message)!;
	}
	const replyTo = (message: Message) =>
		on.sandbox.world
			.messages(message.channel_id)
			.find(
				({ author, message_reference }) => author.id === application && message_reference?.message_id === message.id,
			);

	/** How many replies to messages stand in the channel. */
	const replies = () =>
		on.sandbox.world
			.messages(general)
			.filter(({ author, message_reference }) => author.id === application && message_reference !== undefined).length;

	it('is answered under the message, pings nobody, and has working buttons', async () => {
		const answer = await reply(english, here, `${bot} ${BOATS}`);
		expect(textIn(answer)).toContain('312 pupils');
		expect(answer.mentions).toEqual([]);
		const pressed = await on.sandbox.as(french).click(answer, 'Sources');
		await pressed.settled();
		expect(textIn(pressed.messages()[0])).toContain('312 pupils');
	});

	it.each([
		['ສະພານມິດຕະພາບນ້ຳແກ້ວມີຄວາມຍາວຈັກແມັດ?', '286', 'ບົດຄວາມ'],
		[
			"Combien de temps mettra le tram-train pour aller d'un centre-ville à l'autre ?",
			'26 minutes',
			'articles consultés',
		],
	])('is answered in the language it is written in: %s', async (question, quote, words) => {
		const text = textIn(await reply(english, here, `${question} ${bot}`));
		expect(text).toContain(quote);
		expect(text).toContain(words);
	});

	it('may follow an answer: the earlier question tells what "it" is', async () => {
		const first = await reply(english, here, `${bot} When does the tram-train between Valmoudre and Lindenau open?`);
		const second = await reply(english, here, 'And how much will a ticket cost?', { replyTo: first.id });
		expect(textIn(second)).toContain('2,90 euros');
	});

	it('without a question is told what to do', async () => {
		expect(textIn(await reply(english, here, bot))).toContain('/ask');
	});

	it('is not needed in direct messages', async () => {
		expect(textIn(await reply(english, 'dm', BOATS))).toContain('312 pupils');
	});

	it('is what it takes: other messages are left alone, and so are @everyone, other bots and silenced channels', async () => {
		const before = replies();
		await on.sandbox.as(english).send(here, BOATS);
		await on.sandbox.as(manager).send(here, `@everyone ${BOATS}`);
		await on.sandbox.as(english).send({ channelId: botless }, `${bot} ${BOATS}`);
		const settings = await on.sandbox.as(manager).command(here, 'settings', { mentions: false });
		await settings.settled();
		await on.sandbox.as(english).send(here, `${bot} ${BOATS}`);
		await (await on.sandbox.as(manager).command(here, 'settings', { mentions: true })).settled();
		await reply(english, here, `${bot} ${BOATS}`);
		expect(replies()).toBe(before + 1);
	});
});
