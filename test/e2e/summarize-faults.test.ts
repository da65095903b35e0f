import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ChannelType } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import type { OptionValue } from '../../sandbox/actor.js';
import { worldWithChannels } from '../sandbox/worlds.js';
import { expectProven, linesIn, moreOn, shows, summaryOf } from '../support/shown-summary.js';
import { buttonsOf, stage, textIn } from '../support/stage.js';
import { longTalk } from '../support/talk.js';

const { english, french, vietnamese, general, newsroom } = IDS;
const here = { channelId: general };
/** Enough pages that something can happen between two of them. */
const MANY = 1000;
const PAGES = { method: 'GET', path: /^\/channels\/\d+\/messages$/ };
const READING = 'Reading messages';

describe('a summary that takes its time', () => {
	const on = stage({
		articles: [],
		world: worldWithChannels([
			{ id: newsroom, name: 'newsroom', type: ChannelType.GuildText, messages: longTalk(MANY, Date.now() - 60_000) },
		]),
	});
	afterEach(() => {
		on.sandbox.faults.clear();
	});
	const options = { channel: newsroom, since: '30 days', messages: MANY };
	const call = async (who = english, over: Readonly<Record<string, OptionValue>> = {}) =>
		on.sandbox.as(who).command(here, 'summarize', { ...options, ...over });
	const slowly = (ms = 500) => {
		on.sandbox.faults.rest({ kind: 'delay', ms }, { ...PAGES, times: 1000 });
	};
	const pagesAsked = () =>
		on.sandbox.exchanges.filter(({ method, path }) => method === 'GET' && /\/channels\/\d+\/messages/.test(path))
			.length;
	/** How often the reply was edited. */
	const edits = (token: string) =>
		on.sandbox.exchanges.filter(({ method, path }) => method === 'PATCH' && path.includes(token)).length;

	it('waits out a rate limit in the middle, and reads each page once', async () => {
		const before = pagesAsked();
		on.sandbox.faults.rest({ kind: 'rate-limit', retryAfterSeconds: 0.5 }, { ...PAGES, after: 4, times: 2 });
		const message = await summaryOf(await call());
		expect(textIn(message)).toContain('messages read: 1,000');
		expectProven(on, message);
		// and one of the thread beside
		expect(pagesAsked() - before).toBe(MANY / 100 + 1 + 2);
	});

	it('goes on where a connection is cut and where Discord is down for a moment', async () => {
		on.sandbox.faults.rest({ kind: 'cut' }, { ...PAGES, after: 2 });
		on.sandbox.faults.rest({ kind: 'status', status: 502 }, { ...PAGES, after: 5, times: 5 });
		expect(textIn(await summaryOf(await call()))).toContain('messages read: 1,000');
	});

	it('says how far it is, not too often, in the member’s language', async () => {
		slowly();
		const called = await call(vietnamese);
		const progress = await shows(called, 'Đang đọc tin nhắn');
		expect(buttonsOf(progress)).toEqual(['Dừng']);
		await summaryOf(called);
		// ten pages of half a second
		expect(edits(called.token)).toBeLessThanOrEqual(5);
		expect(edits(called.token)).toBeGreaterThanOrEqual(3);
	});

	it('leaves out what is deleted or changed after it was read', async () => {
		const usual = linesIn(await summaryOf(await call()));
		const [deleted, changed] = usual;
		slowly(300);
		const called = await call();
		await shows(called, READING);
		const newest = on.sandbox.world.messages(newsroom).at(-1)!;
		on.sandbox.changes.removeMessages(newsroom, [deleted!.messageId, newest.id]);
		const said = on.sandbox.world.message(newsroom, changed!.messageId)!;
		await on.sandbox.as(said.author.id).edit(said, 'never mind');
		const message = await summaryOf(called);
		const ids = linesIn(message).map(({ messageId }) => messageId);
		expect(ids).not.toContain(deleted!.messageId);
		expect(ids).not.toContain(changed!.messageId);
		expect(ids).not.toContain(newest.id);
		expectProven(on, message);
	});

	it('can be stopped by whoever asked, who then takes what was read', async () => {
		slowly();
		const called = await call();
		const progress = await shows(called, READING);
		await on.sandbox.as(english).click(progress, 'Stop');
		const stopped = await shows(called, 'Stopped after');
		expect(buttonsOf(stopped)).toEqual(['Go on', 'Sum up what was read']);
		const before = pagesAsked();
		const taken = await on.sandbox.as(english).click(stopped, 'Sum up what was read');
		const message = await summaryOf(taken);
		expect(message.id).toBe(stopped.id);
		expect(textIn(message)).toContain('the oldest messages are missing');
		expect(pagesAsked()).toBe(before);
		expectProven(on, message);
	});

	it('goes on where it was stopped, without reading anything again', async () => {
		// what was on its way when a test before stopped has come
		await new Promise((resolve) => setTimeout(resolve, 600));
		slowly();
		const before = pagesAsked();
		const called = await call();
		await on.sandbox.as(english).click(await shows(called, READING), 'Stop');
		const stopped = await shows(called, 'Stopped after');
		on.sandbox.faults.clear();
		const message = await summaryOf(await on.sandbox.as(english).click(stopped, 'Go on'));
		expect(textIn(message)).toContain('messages read: 998');
		expect(textIn(message)).not.toContain('the oldest messages are missing');
		// the page that was on its way when it was stopped is asked for again
		expect(pagesAsked() - before).toBeLessThanOrEqual(MANY / 100 + 1 + 1);
	});

	it('is stopped by nobody else where everybody sees it', async () => {
		slowly();
		const called = await call(english, { private: false });
		const progress = await shows(called, READING);
		const pressed = await on.sandbox.as(french).click(progress, 'Stop');
		await pressed.until(() =>
			pressed.messages().some((message) => textIn(message).includes(`réservé à <@${english}>`)),
		);
		await summaryOf(called);
	});

	it('is taken up by the next program where this one is killed between two pages', async () => {
		slowly();
		const called = await call();
		await shows(called, READING);
		await on.stop('SIGKILL');
		await on.start();
		expect(on.log).toContain('takes up a summary');
		expect(on.log.indexOf('takes up a summary')).toBeLessThan(on.log.indexOf(' info ready '));
		const message = await summaryOf(called, 40_000);
		expect(textIn(message)).toContain('messages read: 998');
		expectProven(on, message);
		await on.stop();
		await on.start();
		expect(on.log).not.toContain('takes up a summary');
	}, 90_000);

	it('says that it waits where the program is stopped in order, and is taken up by the next', async () => {
		slowly();
		const called = await call(vietnamese);
		await shows(called, 'Đang đọc tin nhắn');
		expect(await on.stop()).toBe(0);
		await shows(called, 'Bot đang khởi động lại');
		await on.start();
		const message = await summaryOf(called, 40_000);
		expect(textIn(message)).toContain('Tóm tắt');
		expectProven(on, message);
	}, 90_000);

	it('works on after a restart between two presses, and after it was stopped', async () => {
		const message = await summaryOf(await call());
		slowly();
		const called = await call();
		await on.sandbox.as(english).click(await shows(called, READING), 'Stop');
		const stopped = await shows(called, 'Stopped after');
		on.sandbox.faults.clear();
		await on.stop();
		await on.start();
		const opened = await on.sandbox.as(english).click(message, moreOn(message));
		expectProven(on, await summaryOf(opened));
		const posted = await on.sandbox.as(english).click(message, 'Post here');
		expectProven(on, await summaryOf(posted));
		// what was read is gone with the program that had read it: it is read again
		const taken = await on.sandbox.as(english).click(stopped, 'Sum up what was read');
		expect(textIn(await summaryOf(taken))).toContain('the oldest messages are missing');
	}, 90_000);

	it('keeps nothing of what was read but the summary', async () => {
		await on.stop();
		const bytes = await readFile(join(on.data, 'quoth.db'));
		const kept = on.sandbox.world.messages(newsroom).filter(({ content }) => bytes.includes(content));
		expect(kept.length).toBeGreaterThan(0);
		expect(kept.length).toBeLessThan(MANY / 4);
		await on.start();
	}, 60_000);
});
