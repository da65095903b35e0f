import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../index/database.js';
import type { OptionValue } from '../../sandbox/actor.js';
import { defaultWorld, IDS } from '../../sandbox/default-world.js';
import type { Interaction } from '../../sandbox/interactions/interaction.js';
import { buttonsOf, stage, textIn } from '../support/stage.js';

const { general, newsroom, manager, english, french, thai, application, private: editorsOnly, secondGeneral } = IDS;
const here = { channelId: general };
const HOUR_MS = 60 * 60 * 1000;

describe('/digest', () => {
	const on = stage({ articles: [], world: defaultWorld, messageContentIntent: true });
	/** The hour that has begun: what is due at it was due a moment ago. */
	const lastHour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
	const hour = new Date(lastHour).getUTCHours();

	async function call(who: string, name: string, options: Readonly<Record<string, OptionValue>> = {}) {
		const interaction = await on.sandbox.as(who).command(here, `digest ${name}`, options);
		await interaction.settled();
		return interaction;
	}
	const said = (interaction: Interaction) => textIn(interaction.messages()[0]);
	const posted = () => on.sandbox.world.messages(newsroom).filter(({ author }) => author.id === application);
	const direct = (who: string) =>
		on.sandbox
			.as(who)
			.see('dm')
			.filter(({ author }) => author.id === application);

	/** What was said half an hour before the last hour. */
	function talk(): void {
		const words = [
			'We decided that the rail timetable of May is printed on Friday.',
			'Which bridge does the night train to Lindenau take?',
			'The night train takes the northern bridge, as the rail timetable says.',
			'The rail office opens at eight from Monday on, with a new counter.',
		];
		on.sandbox.changes.post(
			general,
			words.map((content, i) => ({
				authorId: [manager, english, french][i % 3]!,
				content,
				at: lastHour - HOUR_MS / 2 + i * 60_000,
			})),
		);
	}

	/** Restarts the bot as if its digests had been added, and joined, long ago. */
	async function wait(): Promise<void> {
		expect(await on.stop()).toBe(0);
		const database = openDatabase(join(on.data, 'quoth.db'));
		database.exec('update digest set made_at = 1; update digest_member set joined_at = 1');
		database.close();
		await on.start();
	}

	it('is added by those who manage the server, and by nobody else', async () => {
		const options = { channel: general, every: 'day', hour, to: newsroom };
		const refused = await call(english, 'add', options);
		expect(said(refused)).toBe('Only somebody who manages this server may do this.');
		expect(refused.messages()[0]?.flags).toBeTruthy();
		expect(said(await call(english, 'list'))).toContain('There is no digest here for you yet.');
		const added = said(await call(manager, 'add', options));
		expect(added).toContain('Đã thêm.');
		expect(added).toContain(`<#${general}> → <#${newsroom}>`);
		expect(added).toMatch(/lần tới <t:\d+:R>/);
	});

	it('is refused where not everybody who sees the channel may read what it sums up', async () => {
		const as = on.sandbox.as(manager, { locale: 'en-GB' });
		const refused = await as.command(here, 'digest add', {
			channel: editorsOnly,
			every: 'monday',
			hour: 8,
			to: newsroom,
		});
		await refused.settled();
		expect(said(refused)).toContain(`may read <#${editorsOnly}>`);
		expect(said(await call(manager, 'list'))).not.toContain(editorsOnly);
	});

	it('is sent at once by /digest now, where it goes', async () => {
		talk();
		const before = posted().length;
		expect(said(await call(manager, 'now'))).toBe(`Đã gửi vào <#${newsroom}>.`);
		expect(posted()).toHaveLength(before + 1);
		const text = textIn(posted().at(-1));
		// in the language of the server, not of whoever called
		expect(text).toContain('Daily digest');
		expect(text).toContain('rail timetable');
		expect(text).toMatch(/https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+/);
		expect(posted().at(-1)?.mentions).toEqual([]);
		expect(said(await call(english, 'now'))).toBe('Only somebody who manages this server may do this.');
	});

	it('is made up once after a restart, for the channel and for those who joined', async () => {
		expect(said(await call(english, 'join'))).toContain('From now on it comes to you by direct message');
		const before = [posted().length, direct(english).length] as const;
		await wait();
		await expect.poll(() => direct(english).length, { timeout: 20_000 }).toBe(before[1] + 1);
		expect(posted()).toHaveLength(before[0] + 1);
		for (const text of [posted(), direct(english)].map((messages) => textIn(messages.at(-1)))) {
			expect(text).toContain('rail timetable');
			expect(text).toContain(`– <t:${lastHour / 1000}:f>`);
		}
		await on.stop('SIGKILL');
		await on.start();
		await call(manager, 'list');
		expect([posted().length, direct(english).length]).toEqual([before[0] + 1, before[1] + 1]);
		expect(said(await call(english, 'list'))).toContain('It comes to you by direct message.');
	});

	it('is joined by the button under it, and left by the button in the direct message', async () => {
		expect(buttonsOf(posted().at(-1))).toContain('Get it by direct message');
		const joined = await on.sandbox.as(french).click(posted().at(-1)!, 'Get it by direct message');
		await joined.settled();
		expect(said(joined)).toContain('Désormais tu le reçois en message privé');
		expect(joined.messages()[0]?.flags).toBeTruthy();
		expect(buttonsOf(direct(english).at(-1))).toEqual(['Get it no more']);
		const left = await on.sandbox.as(english).click(direct(english).at(-1)!, 'Get it no more');
		await left.settled();
		expect(said(left)).toBe('It comes to you by direct message no more.');
		expect(said(await call(english, 'leave'))).toBe('No digest comes to you by direct message here.');
		expect(said(await call(french, 'leave'))).toBe('Tu ne le reçois plus en message privé.');
	});

	it('goes to members alone where it has no channel, and only of what each may read', async () => {
		const as = on.sandbox.as(manager, { locale: 'en-GB' });
		const added = await as.command(here, 'digest add', {
			channel: editorsOnly,
			'channel-2': general,
			every: 'day',
			hour,
			length: 'long',
			quiet: true,
		});
		await added.settled();
		expect(said(added)).toContain('by direct message: 0');
		on.sandbox.changes.post(editorsOnly, [
			{ authorId: manager, content: 'The secret rail plan was agreed for the northern bridge.', at: lastHour - 60_000 },
			{ authorId: manager, content: 'We decided to keep the secret rail plan until Monday.', at: lastHour - 50_000 },
		]);
		const suggested = await on.sandbox.as(thai).autocomplete(here, 'digest join', 'digest', '');
		expect(suggested.map(({ name }) => name)).toEqual([
			expect.stringContaining('#general → #newsroom'),
			expect.stringContaining('#editors-only, #general'),
		]);
		for (const who of [thai, manager]) await call(who, 'join', { digest: String(suggested[1]!.value) });
		const before = posted().length;
		await wait();
		await expect.poll(() => direct(manager).length, { timeout: 20_000 }).toBe(2);
		await expect.poll(() => direct(thai).length, { timeout: 20_000 }).toBe(1);
		expect(textIn(direct(thai)[0])).toContain('สรุปประจำวัน');
		expect(textIn(direct(thai)[0])).not.toContain('secret');
		expect(
			direct(manager)
				.map((message) => textIn(message))
				.join(),
		).toContain('secret rail plan');
		expect(posted()).toHaveLength(before);
	});

	it('asks which is meant where there are several, and removes that one', async () => {
		const as = on.sandbox.as(manager, { locale: 'en-GB' });
		const which = await as.command(here, 'digest remove');
		await which.settled();
		expect(said(which)).toBe('Choose a digest from the list that opens as you type.');
		for (let n = 2; n > 0; n--) {
			const suggested = await as.autocomplete(here, 'digest remove', 'digest', '#general');
			expect(suggested).toHaveLength(n);
			const removed = await as.command(here, 'digest remove', { digest: String(suggested[0]!.value) });
			await removed.settled();
			expect(said(removed)).toBe('Removed. It comes to nobody any more.');
		}
		expect(said(await call(thai, 'list'))).toContain('ยังไม่มีสรุปประจำ');
	});

	it('holds ten in a server, and none of another', async () => {
		const as = on.sandbox.as(manager, { locale: 'en-GB' });
		const add = async () => {
			const added = await as.command(here, 'digest add', { channel: general, every: 'sunday', hour: 3, to: newsroom });
			await added.settled();
			return said(added);
		};
		for (let n = 0; n < 10; n++) expect(await add()).toContain('Added.');
		expect(await add()).toContain('This server has 10 digests');
		const list = await as.command(here, 'digest list');
		await list.settled();
		expect(buttonsOf(list.messages()[0])).toHaveLength(10);
		const elsewhere = await as.command({ channelId: secondGeneral }, 'digest list');
		await elsewhere.settled();
		expect(said(elsewhere)).toContain('There is no digest here for you yet.');
	});

	it('comes no more to one who asked to be forgotten', async () => {
		const joined = await on.sandbox.as(english).command(here, 'digest list');
		await joined.settled();
		await (await on.sandbox.as(english).click(joined.messages()[0]!, 'Join 1')).settled();
		const forgotten = await on.sandbox.as(english).command(here, 'forget me');
		await forgotten.settled();
		expect(said(forgotten)).toContain('Digests that come to you no more: 1.');
	});
});
