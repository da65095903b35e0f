import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outbox } from '../../../bot/digests/outbox.js';
import { createScheduler } from '../../../bot/digests/scheduler.js';
import { IDS } from '../../../sandbox/default-world.js';
import {
	addDigest,
	HOUR_MS,
	MIDNIGHT,
	MINUTE_MS,
	openDigestWorld,
	type DigestWorld,
} from '../../support/digest-world.js';

const { general, newsroom, english, botRole, borderDesk, thread } = IDS;
const EIGHT = MIDNIGHT + 8 * HOUR_MS;
const SECOND_MS = 1000;

type Post = Outbox['post'];

/** A program that is killed before its message goes out, or after: it does nothing from then on. */
const killed = (when: 'before' | 'after', isKilled: () => void) => (real: Outbox) => ({
	...real,
	async post(...message: Parameters<Post>) {
		if (when === 'after') await real.post(...message);
		isKilled();
		return new Promise<never>(() => undefined);
	},
});

describe('a digest', () => {
	let on: DigestWorld;
	beforeEach(async () => {
		on = await openDigestWorld();
		on.say(general, EIGHT - 2 * HOUR_MS);
	});
	afterEach(async () => {
		expect(on.sandbox.violations).toEqual([]);
		await on.close();
	});

	const posts = () => on.written(newsroom).length;

	/** Adds a digest at midnight, and has it made at eight by a program that is killed over its first message. */
	async function killOne(when: 'before' | 'after', channelIds: readonly string[] = [general]): Promise<string> {
		let isKilled: () => void = () => undefined;
		const dead = new Promise<void>((resolve) => (isKilled = resolve));
		const first = await on.open(killed(when, isKilled));
		const { id } = await addDigest(first, { channelIds });
		on.clock.now = EIGHT;
		void first.scheduler.tick();
		await dead;
		expect(posts()).toBe(when === 'after' ? 1 : 0);
		return id;
	}

	it('is posted once where two programs over one store are due at once', async () => {
		const [one, other] = [await on.open(), await on.open()];
		await addDigest(one, { channelIds: [general, newsroom, thread], targetId: general });
		on.say(newsroom, EIGHT - HOUR_MS);
		on.say(thread, EIGHT - HOUR_MS);
		on.clock.now = EIGHT;
		await Promise.all([one.scheduler.tick(), other.scheduler.tick(), one.scheduler.tick(), other.scheduler.tick()]);
		// the thread is read with its channel, too
		expect(on.written(general)).toHaveLength(3);
		on.clock.now = EIGHT + 6 * MINUTE_MS;
		await Promise.all([one.scheduler.tick(), other.scheduler.tick()]);
		expect(on.written(general)).toHaveLength(3);
	});

	it.each([
		['before', 'while Discord knows its nonce', 80 * SECOND_MS],
		['before', 'an hour later', HOUR_MS],
		['after', 'while Discord knows its nonce', 80 * SECOND_MS],
		['after', 'an hour later', HOUR_MS],
	] as const)(
		'is posted once where a program is killed %s its message went out, and another goes on %s',
		async (when, _, ms) => {
			const id = await killOne(when);
			const next = await on.open();
			on.clock.now = EIGHT + 10 * SECOND_MS;
			await next.scheduler.tick();
			// nobody knows yet that the first is gone
			expect(posts()).toBe(when === 'after' ? 1 : 0);
			on.clock.now = EIGHT + ms;
			await next.scheduler.tick();
			expect(posts()).toBe(1);
			expect(await next.library.lastOutcome(id, '')).toEqual({ at: EIGHT, outcome: 'sent' });
			await (await on.open()).scheduler.tick();
			expect(posts()).toBe(1);
		},
	);

	it('is found among what others wrote before and since', async () => {
		const chat = async () => {
			for (let i = 0; i < 150; i++) await on.sandbox.as(english).send({ channelId: newsroom }, `line ${i}`);
		};
		on.clock.now = EIGHT - 30 * SECOND_MS;
		await chat();
		on.clock.now = MIDNIGHT;
		await killOne('after');
		await chat();
		on.clock.now = EIGHT + HOUR_MS;
		await (await on.open()).scheduler.tick();
		expect(posts()).toBe(1);
	});

	it('goes on with the messages that are missing', async () => {
		on.say(thread, EIGHT - HOUR_MS);
		await killOne('after', [general, thread]);
		on.clock.now = EIGHT + HOUR_MS;
		await (await on.open()).scheduler.tick();
		expect(posts()).toBe(2);
	});

	it('is given up, and said to be doubtful, where nobody can look whether it stands there', async () => {
		const id = await killOne('after');
		const { overwrites = [] } = on.sandbox.world.channels.get(newsroom)!.data;
		on.sandbox.changes.editChannel(newsroom, {
			overwrites: [...overwrites, { id: botRole, type: 0, deny: 1n << 16n }], // Read Message History
		});
		const next = await on.open();
		on.clock.now = EIGHT + HOUR_MS;
		await next.scheduler.tick();
		expect(posts()).toBe(1);
		expect(await next.library.lastOutcome(id, '')).toEqual({ at: EIGHT, outcome: 'doubtful' });
	});

	it('is taken up at once after a program that ended as it was asked to', async () => {
		const first = await on.open();
		const stopping = await on.open((real) => ({
			...real,
			async post(...message: Parameters<Post>) {
				await real.post(...message);
				stopping.stop();
			},
		}));
		on.say(thread, EIGHT - HOUR_MS);
		await addDigest(stopping, { channelIds: [general, thread] });
		on.clock.now = EIGHT;
		await stopping.scheduler.tick();
		expect(posts()).toBe(1);
		on.clock.now = EIGHT + SECOND_MS;
		await first.scheduler.tick();
		expect(posts()).toBe(2);
	});

	it('is tried again where Discord is down, and is then posted once', async () => {
		const one = await on.open();
		await addDigest(one);
		on.clock.now = EIGHT;
		const messages = new RegExp(`/channels/${newsroom}/messages`);
		// carried out, and never answered: discord.js asks again by itself, and so does the bot
		on.sandbox.faults.rest(
			{ kind: 'error', status: 403, code: 40_333, message: 'internal network error' },
			{ method: 'POST', path: messages },
		);
		const next = await one.scheduler.tick();
		expect(posts()).toBe(0);
		expect(next).toBe(EIGHT + 5 * MINUTE_MS);
		expect(on.log.join('')).toContain('a digest failed and is tried again');
		on.clock.now = next;
		await one.scheduler.tick();
		expect(posts()).toBe(1);
	});

	it('is one message, however often the connection is cut over it', async () => {
		const one = await on.open();
		await addDigest(one);
		on.clock.now = EIGHT;
		const path = new RegExp(`/channels/${newsroom}/messages`);
		on.sandbox.faults.rest({ kind: 'cut-after' }, { method: 'POST', path, times: 2 });
		await one.scheduler.tick();
		expect(posts()).toBe(1);
	});

	it('is not sent by a program that was so slow that another took it over', async () => {
		let isRead: () => void = () => undefined;
		const read = new Promise<void>((resolve) => (isRead = resolve));
		const slow = await on.open();
		const { id } = await addDigest(slow);
		on.clock.now = EIGHT;
		const late = createScheduler(
			{
				...slow.parts,
				channels: {
					...slow.parts.channels,
					async read(...request) {
						await read;
						return slow.parts.channels.read(...request);
					},
				},
			},
			{ owns: () => true, onWork: () => undefined },
		).tick();
		await expect
			.poll(async () => slow.library.takeRun({ digestId: id, at: EIGHT, recipient: '' }, 'x', EIGHT, EIGHT))
			.toBe('held');
		on.clock.now = EIGHT + 11 * MINUTE_MS;
		await (await on.open()).scheduler.tick();
		expect(posts()).toBe(1);
		// Discord has forgotten the nonce
		on.clock.now = EIGHT + 20 * MINUTE_MS;
		isRead();
		await late;
		expect(posts()).toBe(1);
	});

	it('is not made any more where it is removed while it is being made', async () => {
		const one = await on.open((real) => ({
			...real,
			async post(...message: Parameters<Post>) {
				await one.library.removeDigest((await one.library.digests(borderDesk))[0]!.id);
				await real.post(...message);
			},
		}));
		on.say(thread, EIGHT - HOUR_MS);
		await addDigest(one, { channelIds: [general, thread] });
		on.clock.now = EIGHT;
		await one.scheduler.tick();
		expect(posts()).toBe(1);
	});

	it('is posted once at most, and once in the end, whatever is killed when', async () => {
		const moment = fc.record({
			afterMs: fc.constantFrom(0, 30 * SECOND_MS, 80 * SECOND_MS, 3 * MINUTE_MS, 11 * MINUTE_MS),
			dies: fc.constantFrom('before' as const, 'after' as const, 'never' as const),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(moment, { maxLength: 5 }), async (moments) => {
				const world = await openDigestWorld();
				try {
					await addDigest(await world.open());
					world.say(general, EIGHT - HOUR_MS);
					world.clock.now = EIGHT;
					for (const { afterMs, dies } of moments) {
						world.clock.now += afterMs;
						let isKilled: () => void = () => undefined;
						const dead = new Promise<void>((resolve) => (isKilled = resolve));
						const process = await world.open(dies === 'never' ? undefined : killed(dies, isKilled));
						await Promise.race([process.scheduler.tick(), dead]);
						expect(world.written(newsroom).length).toBeLessThanOrEqual(1);
					}
					world.clock.now += HOUR_MS;
					await (await world.open()).scheduler.tick();
					expect(world.written(newsroom)).toHaveLength(1);
				} finally {
					await world.close();
				}
			}),
			{ numRuns: 12 },
		);
	}, 120_000);
});
