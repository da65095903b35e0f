import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IDS } from '../../../sandbox/default-world.js';
import {
	addDigest,
	HOUR_MS,
	MIDNIGHT,
	openDigestWorld,
	type DigestProcess,
	type DigestWorld,
} from '../../support/digest-world.js';
import { textIn } from '../../support/stage.js';

const { general, newsroom, private: editorsOnly, borderDesk, english, french, post } = IDS;
const DAY_MS = 24 * HOUR_MS;
const EIGHT = MIDNIGHT + 8 * HOUR_MS;

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

/** Makes what is due on the nth day at eight. */
async function day(n: number): Promise<void> {
	on.clock.now = EIGHT + n * DAY_MS;
	await one.scheduler.tick();
}

describe('a digest by direct message', () => {
	const join = async (memberId: string, channelIds: readonly string[], targetId: string | null = null) => {
		const digest = await addDigest(one, { channelIds, targetId });
		await one.library.joinDigest(digest.id, memberId, 'en');
		return digest;
	};
	const texts = (memberId: string) => on.direct(memberId).map((message) => textIn(message));

	it('comes to those who joined, in the language that they have, and not to others', async () => {
		const { id } = await join(english, [general]);
		await one.library.joinDigest(id, french, 'fr');
		on.say(general, EIGHT - HOUR_MS);
		await day(0);
		await one.scheduler.tick();
		expect(texts(english)).toHaveLength(1);
		expect(texts(english)[0]).toContain('Daily digest');
		expect(texts(french)).toHaveLength(1);
		expect(texts(french)[0]).toContain('Bulletin du jour');
		expect(texts(IDS.thai)).toEqual([]);
	});

	it('is of the channels that the member may read at that time', async () => {
		await join(english, [editorsOnly, general]);
		on.say(editorsOnly, EIGHT - HOUR_MS, 'secret');
		on.say(general, EIGHT - HOUR_MS, 'open');
		on.say(general, EIGHT + DAY_MS - HOUR_MS, 'open');
		on.say(editorsOnly, EIGHT + DAY_MS - HOUR_MS, 'secret');
		await day(0);
		expect(texts(english)).toHaveLength(1);
		expect(texts(english).join()).toContain('open');
		expect(texts(english).join()).not.toContain('secret');
		on.sandbox.changes.setRoles(borderDesk, english, [IDS.editors]);
		await day(1);
		expect(texts(english)).toHaveLength(3);
		expect(texts(english)[1]).toContain('secret');
	});

	it('says no word, not even that nothing was said, to one who may read none of it', async () => {
		await join(english, [editorsOnly]);
		await day(0);
		on.say(editorsOnly, EIGHT + DAY_MS - HOUR_MS, 'secret');
		await day(1);
		expect(texts(english)).toEqual([]);
		await join(french, [general]);
		on.sandbox.changes.removeMember(borderDesk, french);
		await day(2);
		expect(texts(french)).toEqual([]);
	});

	it('does not name the silent channels', async () => {
		await join(english, [editorsOnly, general]);
		await day(0);
		expect(texts(english)).toHaveLength(1);
		expect(texts(english)[0]).toContain('Nothing was said.');
		expect(texts(english)[0]).not.toContain('<#');
	});

	it('leaves out private threads, and counts whoever asked not to be read', async () => {
		await one.library.forget(IDS.manager, false);
		await join(english, [general]);
		on.say(general, EIGHT - HOUR_MS);
		await day(0);
		expect(texts(english)[0]).not.toContain('ferry timetable');
		expect(texts(english)[0]).toContain('of members who asked not to be read, skipped: 1');
	});

	it('comes no more after three that did not come through, until the member joins again', async () => {
		const { id } = await join(english, [general]);
		const subscriber = async () => (await one.library.digest(id))!.subscribers[0];
		on.sandbox.changes.setTakesDirectMessages(english, false);
		for (const n of [0, 1, 2]) {
			expect(await subscriber()).toMatchObject({ failures: n, isOff: false });
			await day(n);
		}
		expect(await subscriber()).toMatchObject({ failures: 3, isOff: true });
		expect(on.log.join('')).toContain('direct messages do not come through');
		on.sandbox.changes.setTakesDirectMessages(english, true);
		await day(3);
		expect(texts(english)).toEqual([]);
		await one.library.joinDigest(id, english, 'en');
		await day(4);
		expect(texts(english)).toHaveLength(1);
		expect(await subscriber()).toMatchObject({ failures: 0, isOff: false });
	});

	it('comes to one who joined after its time at the next', async () => {
		const { id } = await addDigest(one, { targetId: null });
		on.clock.now = EIGHT + HOUR_MS;
		await one.library.joinDigest(id, english, 'en');
		await one.scheduler.tick();
		expect(texts(english)).toEqual([]);
		await day(1);
		expect(texts(english)).toHaveLength(1);
	});

	it('is paused where its channel has become age-restricted, and says nothing of it', async () => {
		const { id } = await join(english, [general]);
		await join(english, [general], newsroom);
		on.say(general, EIGHT - HOUR_MS);
		for (const channelId of [general, newsroom]) on.sandbox.changes.editChannel(channelId, { nsfw: true });
		await day(0);
		expect(texts(english)).toEqual([]);
		expect(on.written(newsroom)).toHaveLength(1);
		expect((await one.library.digest(id))?.problem?.[0]).toBe('error.digest.age');
	});

	it('is no more sent to one who asked to be forgotten', async () => {
		await join(english, [general]);
		expect(await one.library.forget(english, true)).toMatchObject({ digests: 1 });
		await day(0);
		expect(texts(english)).toEqual([]);
	});

	it('comes once where a program is killed after it went out', async () => {
		await join(english, [general]);
		on.say(general, EIGHT - HOUR_MS);
		const dead = new Promise<void>((resolve) => {
			void on
				.open((real) => ({
					...real,
					async direct(...message: Parameters<typeof real.direct>) {
						await real.direct(...message);
						resolve();
						return new Promise<never>(() => undefined);
					},
				}))
				.then(async (killed) => {
					on.clock.now = EIGHT;
					await killed.scheduler.tick();
				});
		});
		await dead;
		on.clock.now = EIGHT + HOUR_MS;
		await one.scheduler.tick();
		expect(texts(english)).toHaveLength(1);
	});

	it('has no buttons that work in servers alone, and all of it in a file instead', async () => {
		await join(english, [general, IDS.forum]);
		on.say(general, EIGHT - HOUR_MS);
		on.say(post, EIGHT - HOUR_MS);
		await day(0);
		for (const message of on.direct(english)) {
			const ids = JSON.stringify(message.components).match(/v1:[^"]+/g);
			expect(ids).toEqual([expect.stringMatching(/^v1:open:digest-leave:[\w-]{12}:[\w-]{25}$/)]);
		}
		expect(on.direct(english)).toHaveLength(2);
		for (const { attachments } of on.direct(english))
			expect(attachments.map(({ filename }) => filename)).toContainEqual(expect.stringMatching(/\.md$/));
	});
});
