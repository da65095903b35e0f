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

const { general, newsroom, botless, private: editorsOnly, botRole, borderDesk, english } = IDS;
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
		channelId: targetId ?? (await one.parts.outbox.directChannel(english))!,
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
