import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outbox } from '../../../bot/digests/outbox.js';
import { IDS } from '../../../sandbox/default-world.js';
import {
	addDigest,
	HOUR_MS,
	MIDNIGHT,
	MINUTE_MS,
	openDigestWorld,
	type DigestProcess,
	type DigestWorld,
} from '../../support/digest-world.js';
import { textIn } from '../../support/stage.js';

const { general, newsroom, borderDesk } = IDS;
const EIGHT = MIDNIGHT + 8 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;

describe('the scheduler of digests', () => {
	let on: DigestWorld;
	let one: DigestProcess;

	beforeEach(async () => {
		on = await openDigestWorld();
		one = await on.open();
	});
	afterEach(async () => {
		expect(on.sandbox.violations).toEqual([]);
		await on.close();
	});

	const texts = () => on.written(newsroom).map((message) => textIn(message));

	it('posts a digest at its time, once, and says when it is due next', async () => {
		await addDigest(one);
		on.say(general, EIGHT - 2 * HOUR_MS);
		on.clock.now = EIGHT - 1;
		expect(await one.scheduler.tick()).toBe(EIGHT);
		expect(texts()).toEqual([]);
		on.clock.now = EIGHT;
		expect(await one.scheduler.tick()).toBe(EIGHT + HOUR_MS);
		expect(texts()).toHaveLength(1);
		expect(texts()[0]).toContain('Daily digest');
		expect(texts()[0]).toContain('salt pier');
		on.clock.now = EIGHT + HOUR_MS;
		await one.scheduler.tick();
		// nor does a program that is started anew
		await (await on.open()).scheduler.tick();
		expect(texts()).toHaveLength(1);
	});

	it('sums up what was said since the time before, and nothing else', async () => {
		await addDigest(one);
		on.say(general, EIGHT - DAY_MS - HOUR_MS, 'oldest');
		on.say(general, EIGHT - DAY_MS, 'inside');
		on.say(general, EIGHT, 'newest');
		on.clock.now = EIGHT + 10_000;
		await one.scheduler.tick();
		expect(texts()[0]).toContain('inside');
		expect(texts()[0]).not.toMatch(/oldest|newest/);
		on.clock.now = EIGHT + DAY_MS;
		await one.scheduler.tick();
		expect(texts()).toHaveLength(2);
		expect(texts()[1]).toContain('newest');
	});

	it('says that nothing was said, in a line, unless it is to be quiet', async () => {
		await addDigest(one);
		await addDigest(one, { isQuiet: true });
		on.clock.now = EIGHT;
		await one.scheduler.tick();
		expect(texts()).toHaveLength(1);
		expect(texts()[0]).toContain(`Nothing was said in <#${general}>.`);
		expect(texts()[0]).toContain(`From <t:${(EIGHT - DAY_MS) / 1000}:f> to <t:${EIGHT / 1000}:f>`);
	});

	it('posts each channel by itself, and names the silent ones in the first', async () => {
		await addDigest(one, { channelIds: [general, IDS.thread, IDS.forum] });
		on.say(general, EIGHT - HOUR_MS);
		on.say(IDS.post, EIGHT - HOUR_MS);
		on.clock.now = EIGHT;
		await one.scheduler.tick();
		expect(texts()).toHaveLength(2);
		expect(texts()[0]).toContain(`Nothing was said in <#${IDS.thread}>.`);
		expect(texts()[0]).toContain(`<#${general}>`);
		expect(texts()[1]).toContain(`<#${IDS.forum}>`);
		expect(texts()[1]).not.toContain('Nothing was said');
	});

	it('makes up what was missed by less than a day, once, and says that it is late', async () => {
		await addDigest(one);
		on.say(general, EIGHT - HOUR_MS, 'first day');
		on.say(general, EIGHT + 2 * DAY_MS - HOUR_MS, 'third day');
		// nothing ran for three days but five hours
		on.clock.now = EIGHT + 2 * DAY_MS + 5 * HOUR_MS;
		await one.scheduler.tick();
		await one.scheduler.tick();
		expect(texts()).toHaveLength(1);
		expect(texts()[0]).toContain('third day');
		expect(texts()[0]).not.toContain('first day');
		expect(texts()[0]).toContain(`It comes late: it was due <t:${(EIGHT + 2 * DAY_MS) / 1000}:R>.`);
	});

	it('skips what was missed by more', async () => {
		await addDigest(one, { schedule: { weekday: 3, hour: 8 } });
		on.say(general, EIGHT - HOUR_MS);
		on.clock.now = EIGHT + DAY_MS + 1;
		await one.scheduler.tick();
		expect(texts()).toEqual([]);
		on.clock.now = EIGHT + 7 * DAY_MS;
		await one.scheduler.tick();
		expect(texts()).toHaveLength(1);
		expect(texts()[0]).toContain('Weekly digest');
	});

	it('makes none of a time before it was added', async () => {
		on.say(general, EIGHT - HOUR_MS);
		on.clock.now = EIGHT + MINUTE_MS;
		await addDigest(one);
		await one.scheduler.tick();
		expect(texts()).toEqual([]);
	});

	it('leaves the servers of other processes to them', async () => {
		const others = await on.open(undefined, (guildId) => guildId !== borderDesk);
		await addDigest(others);
		on.clock.now = EIGHT;
		expect(await others.scheduler.tick()).toBe(EIGHT + HOUR_MS);
		expect(texts()).toEqual([]);
		await one.scheduler.tick();
		expect(texts()).toHaveLength(1);
	});

	it('misses none that becomes due while another is made', async () => {
		const slow = await on.open((real) => ({
			...real,
			async post(...message: Parameters<Outbox['post']>) {
				on.clock.now = EIGHT + HOUR_MS + 1;
				await real.post(...message);
			},
		}));
		await addDigest(slow);
		await addDigest(slow, { schedule: { weekday: null, hour: 9 } });
		on.clock.now = EIGHT;
		const next = await slow.scheduler.tick();
		expect(next).toBeLessThanOrEqual(on.clock.now);
		await slow.scheduler.tick();
		expect(texts()).toHaveLength(2);
	});

	it('goes by the time zone of the server, from the moment at which it is changed', async () => {
		await addDigest(one);
		await one.parts.settings.change(borderDesk, { timezone: 'Asia/Vientiane' });
		on.clock.now = EIGHT - 7 * HOUR_MS;
		await one.scheduler.tick();
		expect(texts()).toHaveLength(1);
		// eight in London comes five hours after it was eight in Vientiane: it covers these
		on.say(general, EIGHT - 9 * HOUR_MS, 'earlier');
		on.say(general, EIGHT - HOUR_MS, 'later');
		await one.parts.settings.change(borderDesk, { timezone: 'Europe/London' });
		on.clock.now = EIGHT;
		await one.scheduler.tick();
		expect(texts()).toHaveLength(2);
		expect(texts()[1]).toContain('later');
		expect(texts()[1]).not.toContain('earlier');
		// nothing was missed by an hour that is gone already by the new clock
		await one.parts.settings.change(borderDesk, { timezone: 'Atlantic/Azores' });
		on.clock.now = EIGHT + 90 * MINUTE_MS;
		await one.scheduler.tick();
		expect(texts()).toHaveLength(2);
	});
});
