import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DigestParts } from '../../../bot/digests/parts.js';
import { createScheduler, dueOf, type Scheduler } from '../../../bot/digests/scheduler.js';
import { createLog } from '../../../bot/log.js';
import { openSettings } from '../../../bot/settings-cache.js';
import { HOUR_MS, MIDNIGHT, MINUTE_MS } from '../../support/digest-world.js';
import { memoryLibrary, type MemoryLibrary } from '../../support/memory-library.js';

const PLAN = {
	guildId: '1',
	channelIds: ['10'],
	schedule: { weekday: null, hour: 8 },
	length: 'short' as const,
	targetId: null,
	isQuiet: false,
};

describe('the wait for the next digest', () => {
	let memory: MemoryLibrary;
	let scheduler: Scheduler;
	let stopping: AbortController;
	/** When digests were looked for. */
	let looks: number[];
	let lines: string[];

	beforeEach(async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		memory = await memoryLibrary({ clock: { now: MIDNIGHT + MINUTE_MS } });
		const { library, clock } = memory;
		stopping = new AbortController();
		looks = [];
		lines = [];
		const parts: DigestParts = {
			library: {
				...library,
				async digests(guildId) {
					looks.push(clock.now);
					return library.digests(guildId);
				},
			},
			settings: await openSettings(library),
			// nobody has joined: nothing is read, and nothing sent
			channels: undefined as never,
			outbox: undefined as never,
			localeOfServer: () => 'en-US',
			log: createLog((line) => lines.push(line)),
			now: () => clock.now,
			signal: stopping.signal,
			holder: 'this',
		};
		scheduler = createScheduler(parts, { owns: () => true, onWork: (work) => void work });
	});
	afterEach(() => {
		stopping.abort();
		scheduler.stop();
		vi.useRealTimers();
	});

	/** Lets time go by, in steps of a minute. */
	async function pass(ms: number): Promise<void> {
		for (const end = memory.clock.now + ms; memory.clock.now < end;) {
			memory.clock.now += MINUTE_MS;
			await vi.advanceTimersByTimeAsync(MINUTE_MS);
		}
	}

	it('is an hour at most, so that a machine that slept or a clock that was set is noticed', async () => {
		scheduler.start();
		await vi.advanceTimersByTimeAsync(0);
		await pass(150 * MINUTE_MS);
		expect(looks.map((at) => (at - MIDNIGHT) / MINUTE_MS)).toEqual([1, 61, 121]);
	});

	it('ends when one is due', async () => {
		await memory.library.addDigest(PLAN);
		scheduler.start();
		await vi.advanceTimersByTimeAsync(0);
		await pass(9 * HOUR_MS);
		expect(looks).toContain(MIDNIGHT + 8 * HOUR_MS);
	});

	it('is looked at anew when a digest is added, and holds no program back from ending', async () => {
		const timers = vi.spyOn(globalThis, 'setTimeout');
		scheduler.start();
		await vi.advanceTimersByTimeAsync(0);
		await memory.library.addDigest({ ...PLAN, schedule: { weekday: null, hour: 0 } });
		scheduler.changed();
		scheduler.changed();
		await vi.advanceTimersByTimeAsync(0);
		expect(looks.length).toBeGreaterThan(1);
		expect(vi.getTimerCount()).toBe(1);
		expect(timers.mock.results.map(({ value }) => (value as NodeJS.Timeout).hasRef())).not.toContain(true);
		stopping.abort();
		scheduler.stop();
		expect(vi.getTimerCount()).toBe(0);
		scheduler.changed();
		expect(vi.getTimerCount()).toBe(0);
	});

	it('is short where the store cannot be read', async () => {
		memory.library.digests = () => Promise.reject(new Error('the disk is gone'));
		const parts = { library: memory.library, log: createLog((line) => lines.push(line)) };
		const broken = createScheduler({ ...parts, now: () => memory.clock.now, signal: stopping.signal } as DigestParts, {
			owns: () => true,
			onWork: () => undefined,
		});
		expect(await broken.tick()).toBe(memory.clock.now + 5 * MINUTE_MS);
		expect(lines.join('')).toContain('the disk is gone');
	});
});

describe('dueOf', () => {
	it('is nothing of before the digest was made, and nothing older than a day', async () => {
		const { library } = await memoryLibrary({ clock: { now: MIDNIGHT } });
		const digest = (await library.addDigest({ ...PLAN, schedule: { weekday: 3, hour: 8 } }))!;
		const eight = MIDNIGHT + 8 * HOUR_MS;
		const week = 7 * 24 * HOUR_MS;
		const due = (now: number) => dueOf(digest, 'UTC', now);
		expect(due(eight - 1)).toBeUndefined();
		expect(due(eight)).toEqual({ at: eight, since: eight - week });
		expect(due(eight + 24 * HOUR_MS)).toEqual({ at: eight, since: eight - week });
		expect(due(eight + 24 * HOUR_MS + 1)).toBeUndefined();
		expect(dueOf({ ...digest, madeAt: eight }, 'UTC', eight + 1)).toBeUndefined();
	});
});
