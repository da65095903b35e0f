import { ChannelType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import type { OptionValue } from '../../sandbox/actor.js';
import { worldWithChannels } from '../sandbox/worlds.js';
import { expectProven, linesIn, moreOn, shows, summaryOf } from '../support/shown-summary.js';
import { buttonsOf, stage, textIn, turned } from '../support/stage.js';
import { englishTalk, longTalk, vietnameseTalk } from '../support/talk.js';

const NOW = Date.now();
const { english, french, manager, vietnamese, thai, general, newsroom } = IDS;
const here = { channelId: general };
const text = (id: string, name: string) => ({ id, name, type: ChannelType.GuildText });

describe('/summarize', () => {
	const on = stage({
		articles: [],
		world: worldWithChannels([
			{ ...text(general, 'general'), messages: englishTalk(NOW - 60_000) },
			{ ...text(newsroom, 'newsroom'), messages: vietnameseTalk(NOW - 60_000) },
		]),
	});
	const call = async (who: string, where: { channelId: string }, options: Readonly<Record<string, OptionValue>> = {}) =>
		on.sandbox.as(who).command(where, 'summarize', options);

	it('sums up a channel in the words of its members, each with a link to the message, for the member alone', async () => {
		const called = await call(english, here, { since: '2h', length: 'long' });
		const message = await summaryOf(called);
		expect(called.ephemeral).toBe(true);
		expectProven(on, message);
		expect(textIn(message)).toContain('messages read: 15');
		expect(textIn(message)).toContain('of bots, skipped: 1');
		expect(textIn(message)).not.toContain('daily report');
		expect(buttonsOf(message)).toEqual(expect.arrayContaining(['Post here', 'As file', 'Change range']));
	});

	it('does so in Vietnamese, for another channel than the one it is asked in', async () => {
		const called = await call(vietnamese, here, { channel: newsroom, since: '2 giờ' });
		const message = await summaryOf(called);
		const lines = expectProven(on, message);
		expect(lines.every(({ channelId }) => channelId === newsroom)).toBe(true);
		expect(textIn(message)).toContain('Tóm tắt');
		expect(buttonsOf(message)).toContain('Đăng tại đây');
	});

	it('begins after the member’s own last message where they name no beginning, and says so', async () => {
		const asked = await on.sandbox.as(thai, { locale: 'en-GB' }).command(here, 'summarize');
		const message = await summaryOf(asked);
		expect(textIn(message)).toContain(`From the last message of <@${thai}> on.`);
		expect(textIn(message)).not.toContain('flooded bridge');
		expect(textIn(message)).toContain('messages read: 6');
	});

	it('says what a moment looks like, and suggests some', async () => {
		const called = await call(english, here, { since: 'the other day' });
		await called.settled();
		expect(textIn(called.messages()[0])).toContain('“the other day”');
		const reversed = await call(english, here, { since: '1h', until: '2h' });
		await reversed.settled();
		expect(textIn(reversed.messages()[0])).toContain('1h is not before 2h');
		const choices = await on.sandbox.as(vietnamese).autocomplete(here, 'summarize', 'since', 'hôm');
		expect(choices.map(({ value }) => value)).toContain('hôm qua');
		const ends = await on.sandbox.as(english).autocomplete(here, 'summarize', 'until', '');
		expect(ends.map(({ value }) => value)).not.toContain('my last message');
	});

	it('begins at a message, from its menu', async () => {
		const [from] = on.sandbox.world.messages(general).filter(({ content }) => content.startsWith('The school kitchen'));
		const called = await on.sandbox.as(english).messageCommand(here, 'Summarize from here', from!.id);
		const message = await summaryOf(called);
		expect(called.ephemeral).toBe(true);
		expect(textIn(message)).toContain('messages read: 6');
		expect(textIn(message)).not.toContain('flooded bridge');
	});

	it('opens a topic, and gives all of it as a file', async () => {
		const message = await summaryOf(await call(english, here, { since: '2h' }));
		const opened = await on.sandbox.as(english).click(message, moreOn(message));
		expectProven(on, await summaryOf(opened));
		expect(opened.ephemeral).toBe(true);
		const file = await on.sandbox.as(english).click(message, 'As file');
		await file.settled();
		expect(file.ephemeral).toBe(true);
		const [attachment] = file.messages()[0]?.attachments ?? [];
		expect(attachment?.filename).toMatch(/\.md$/);
		const markdown = await (await fetch(attachment!.url)).text();
		for (const { messageId } of linesIn(message)) expect(markdown).toContain(`/${messageId})`);
	});

	it('posts a summary where all may see it, once its words were looked at again', async () => {
		const message = await summaryOf(await call(english, here, { since: '2h' }));
		const [line] = linesIn(message);
		const said = on.sandbox.world.message(general, line!.messageId)!;
		await on.sandbox.as(said.author.id).edit(said, 'Something else altogether');
		const posted = await on.sandbox.as(english).click(message, 'Post here');
		const shown = await summaryOf(posted);
		expect(posted.ephemeral).toBe(false);
		expect(textIn(shown)).toContain(`Shared by <@${english}>`);
		expect(textIn(shown)).not.toContain(line!.words);
		expectProven(on, shown);
		expect(on.sandbox.as(french).see(here).at(-1)?.id).toBe(shown.id);
		await expect(on.sandbox.as(french).click(shown, moreOn(shown)).then(summaryOf)).resolves.toBeDefined();
		const hidden = await on.sandbox.as(english).click(shown, 'Hide');
		await hidden.until(() =>
			on.sandbox
				.as(french)
				.see(here)
				.every(({ id }) => id !== shown.id),
		);
	});

	it('reads another range, by a dialogue in which nothing must be filled in', async () => {
		const message = await summaryOf(await call(english, here, { since: '2h', length: 'short' }));
		const asked = await on.sandbox.as(english).click(message, 'Change range');
		await asked.settled();
		expect(asked.modal?.title).toBe('Change range');
		const changed = await on.sandbox.as(english).submitModal(asked, { since: '5 minutes', length: ['long'] });
		const other = await summaryOf(changed);
		expect(changed.ephemeral).toBe(true);
		expect(textIn(other)).toContain('stoves.example');
		expect(textIn(other)).not.toContain('bridge');
		const wrong = await on.sandbox.as(english).submitModal(await again(message), { until: 'never' });
		await wrong.settled();
		expect(textIn(wrong.messages()[0])).toContain('“never”');
	});
	const again = async (message: Parameters<typeof textIn>[0]) => {
		const asked = await on.sandbox.as(english).click(message!, 'Change range');
		await asked.settled();
		return asked;
	};

	it('tells days and hours in the time zone of the server', async () => {
		const choices = await on.sandbox.as(manager).autocomplete(here, 'settings', 'timezone', 'ho chi');
		expect(choices).toMatchObject([{ value: 'Asia/Ho_Chi_Minh' }]);
		const set = await on.sandbox.as(manager).command(here, 'settings', { timezone: 'Asia/Vientiane' });
		await set.settled();
		expect(textIn(set.messages()[0])).toContain('Asia/Vientiane');
		const wrong = await on.sandbox.as(manager).command(here, 'settings', { timezone: 'Mars/Olympus' });
		await wrong.settled();
		expect(textIn(wrong.messages()[0])).toContain('“Mars/Olympus”');
		const message = await summaryOf(await call(english, here, { since: '2h' }));
		const file = await on.sandbox.as(english).click(message, 'As file');
		await file.settled();
		const markdown = await (await fetch(file.messages()[0]!.attachments[0]!.url)).text();
		expect(markdown).toContain('Asia/Vientiane');
	});

	it('forgets what a member wrote who asks for it, and reads them no more', async () => {
		const message = await summaryOf(await call(english, here, { since: '2h', length: 'long' }));
		const lines = linesIn(message).filter(({ messageId }) => isBy(messageId, vietnamese));
		expect(lines.length).toBeGreaterThan(0);
		const forgotten = await on.sandbox.as(vietnamese).command(here, 'forget me');
		await forgotten.settled();
		const opened = await on.sandbox.as(english).click(message, moreOn(message));
		await opened.settled();
		for (const { words } of lines) expect(textIn(opened.messages()[0])).not.toContain(words);
		const anew = await summaryOf(await call(english, here, { since: '2h', length: 'long' }));
		expect(textIn(anew)).toMatch(/asked not to be read, skipped: 2 \(1/);
		expect(linesIn(anew).some(({ messageId }) => isBy(messageId, vietnamese))).toBe(false);
		await (await on.sandbox.as(vietnamese).command(here, 'forget me', { future: 'as-usual' })).settled();
	});
	const isBy = (messageId: string, userId: string) =>
		on.sandbox.world.message(general, messageId)?.author.id === userId;

	it('takes a message that is deleted out of what is shown later', async () => {
		const message = await summaryOf(await call(english, here, { since: '2h' }));
		const opened = await on.sandbox.as(english).click(message, moreOn(message));
		const [line] = expectProven(on, await summaryOf(opened));
		on.sandbox.changes.removeMessages(general, [line!.messageId]);
		await expect
			.poll(async () => {
				const later = await on.sandbox.as(english).click(message, moreOn(message));
				await later.settled();
				return textIn(later.messages()[0]).includes(line!.words);
			})
			.toBe(false);
	});

	it('turns the pages of a topic in their place', async () => {
		on.sandbox.changes.post(newsroom, longTalk(120, Date.now() - 1000));
		const message = await summaryOf(await call(english, here, { channel: newsroom, messages: 120, since: '5h' }));
		const opened = await on.sandbox.as(english).click(message, moreOn(message));
		const page = await summaryOf(opened);
		if (!buttonsOf(page).includes('Next')) return;
		const next = await turned(await on.sandbox.as(english).click(page, 'Next'), page);
		expectProven(on, next);
	});

	it('says where the words of messages are switched on, and what works meanwhile', async () => {
		on.sandbox.changes.setApplicationFlags(0);
		const message = await shows(await call(english, here), 'Message Content Intent');
		expect(textIn(message)).toContain('discord.com/developers/applications');
		expect(textIn(message)).toContain('/ask');
		const inVietnamese = await shows(await call(vietnamese, here), 'Message Content Intent');
		expect(textIn(inVietnamese)).toContain('/tra-cứu');
		on.sandbox.changes.setApplicationFlags(1 << 19);
		await summaryOf(await call(english, here, { since: '2h' }));
	});
});
