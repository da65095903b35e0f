import { PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectPossible } from '../../../bot/digests/make.js';
import { UserError } from '../../../commands/user-error.js';
import { IDS } from '../../../sandbox/default-world.js';
import type { OverwriteData } from '../../../sandbox/world-data.js';
import {
	addDigest,
	HOUR_MS,
	MIDNIGHT,
	openDigestWorld,
	type DigestProcess,
	type DigestWorld,
} from '../../support/digest-world.js';
import { textIn } from '../../support/stage.js';

const { general, newsroom, botless, private: editorsOnly, botRole, borderDesk, english, french, post } = IDS;
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

const deny = (channelId: string, who: OverwriteData['id'], permission: bigint) => {
	on.sandbox.changes.editChannel(channelId, { overwrites: [{ id: who, type: 0, deny: permission }] });
};

/** Makes what is due on the nth day at eight. */
async function day(n: number): Promise<void> {
	on.clock.now = EIGHT + n * DAY_MS;
	await one.scheduler.tick();
}

describe('what a digest may be made of', () => {
	const where = async (targetId: string | null) => ({
		channelId: targetId ?? (await one.parts.outbox.directChannel(english)),
		isDirect: targetId === null,
	});
	const refusal = async (channelId: string, targetId: string | null) =>
		expectPossible(one.parts, { channelIds: [channelId] }, await where(targetId)).then(
			() => 'possible',
			(error: unknown) => (error instanceof UserError ? error.key : error),
		);

	it('is told by what everybody who sees the channel that it goes to may read', async () => {
		expect(await refusal(general, newsroom)).toBe('possible');
		expect(await refusal(general, editorsOnly)).toBe('possible');
		expect(await refusal(editorsOnly, editorsOnly)).toBe('possible');
		expect(await refusal(editorsOnly, newsroom)).toBe('error.digest.audience');
		// nobody sees it but who is sent it
		expect(await refusal(editorsOnly, null)).toBe('possible');
	});

	it('is no channel that Quoth may not read, and none that is no more', async () => {
		expect(await refusal(botless, newsroom)).toBe('error.bot-cannot-see');
		deny(general, botRole, Allow.ReadMessageHistory);
		await expect.poll(async () => refusal(general, newsroom)).toBe('error.bot-cannot-read-history');
		on.sandbox.changes.removeChannel(general);
		expect(await refusal(general, newsroom)).toBe('error.digest.channel-gone');
	});

	it('goes to no channel that Quoth may not write in', async () => {
		expect(await refusal(general, botless)).toBe('error.digest.target');
		expect(await refusal(general, '1')).toBe('error.digest.target');
		deny(newsroom, botRole, Allow.AttachFiles);
		await expect.poll(async () => refusal(general, newsroom)).toBe('error.digest.target');
	});

	it('stays in age-restricted channels where it is age-restricted, and out of direct messages', async () => {
		on.sandbox.changes.editChannel(general, { nsfw: true });
		expect(await refusal(general, newsroom)).toBe('error.digest.age');
		on.sandbox.changes.editChannel(newsroom, { nsfw: true });
		expect(await refusal(general, newsroom)).toBe('possible');
		expect(await refusal(general, null)).toBe('error.digest.age');
	});

	it('is nothing where Discord does not tell what messages say', async () => {
		on.sandbox.changes.setApplicationFlags(0);
		expect(await refusal(general, newsroom)).toBe('error.no-message-content');
	});
});

describe('a digest whose rights went', () => {
	it('is paused with the reason, and goes on by itself once they are back', async () => {
		const { id } = await addDigest(one);
		const problem = async () => (await one.library.digest(id))?.problem?.[0];
		on.say(general, EIGHT - HOUR_MS);
		deny(general, borderDesk, Allow.ViewChannel);
		on.sandbox.changes.editChannel(general, {
			overwrites: [
				{ id: borderDesk, type: 0, deny: Allow.ViewChannel },
				{ id: botRole, type: 0, allow: Allow.ViewChannel },
			],
		});
		await day(0);
		expect(on.written(newsroom)).toEqual([]);
		expect(await problem()).toBe('error.digest.audience');
		expect(await one.library.lastOutcome(id, '')).toEqual({ at: EIGHT, outcome: 'refused' });
		await one.scheduler.tick();

		on.sandbox.changes.editChannel(general, { overwrites: [] });
		await day(1);
		expect(on.written(newsroom)).toHaveLength(1);
		expect(await problem()).toBeUndefined();
	});

	it.each([
		['a channel of it is gone', general, 'error.digest.channel-gone'],
		['the channel that it goes to is gone', newsroom, 'error.digest.target'],
	])('is paused where %s', async (_, channelId, key) => {
		const { id } = await addDigest(one);
		on.sandbox.changes.removeChannel(channelId);
		await day(0);
		expect((await one.library.digest(id))?.problem?.[0]).toBe(key);
		expect(on.written(newsroom)).toEqual([]);
	});

	it('still reaches members by direct message where only the channel that it goes to is closed', async () => {
		const { id } = await addDigest(one);
		await one.library.joinDigest(id, english, 'en');
		on.say(general, EIGHT - HOUR_MS);
		on.sandbox.changes.removeChannel(newsroom);
		await day(0);
		expect(on.direct(english)).toHaveLength(1);
		expect((await one.library.digest(id))?.problem?.[0]).toBe('error.digest.target');
	});
});

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
		expect(texts(english)[0]).not.toContain('timetable for winter is printed');
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

	it('has no buttons that work in servers alone', async () => {
		await join(english, [general, IDS.forum]);
		on.say(general, EIGHT - HOUR_MS);
		on.say(post, EIGHT - HOUR_MS);
		await day(0);
		for (const message of on.direct(english)) {
			const ids = JSON.stringify(message.components).match(/v1:[^"]+/g);
			expect(ids).toEqual([expect.stringMatching(/^v1:open:digest-leave:[\w-]{12}:[\w-]{25}$/)]);
		}
		expect(on.direct(english)).toHaveLength(2);
	});
});
