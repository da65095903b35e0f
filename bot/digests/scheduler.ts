import type { Digest } from '../../commands/digests.js';
import type { DigestParts } from './parts.js';
import { runDigest, TRY_AGAIN_MS } from './run.js';
import { lastDue, nextDue, type Period } from './schedule.js';

/** A digest that was missed is made up for so long. */
const MAKE_UP_MS = 24 * 60 * 60_000;
/** A machine may sleep and clocks be set: it is looked again at least so often. */
const LONGEST_WAIT_MS = 60 * 60_000;
/** Digests that are made at a time. */
const LANES = 2;

export interface Scheduler {
	/** Makes what is due, then waits for what comes next. */
	start(): void;
	/** Makes what is due now. Never rejects. Returns when to look again; milliseconds since 1970. */
	tick(): Promise<number>;
	/** To be said when digests, or a server's time zone, were changed. */
	changed(): void;
	/** Nothing is begun from now on. What is being made ends at the next message. */
	stop(): void;
}

export interface SchedulerOptions {
	/** Whether this process has the server: others have those of other shards, and nobody one that is out of order. */
	readonly owns: (guildId: string) => boolean;
	/** Whatever is begun. */
	readonly onWork: (work: Promise<void>) => void;
}

/** Makes each digest at its time, and what was missed by less than a day, once. */
export function createScheduler(parts: DigestParts, { owns, onWork }: SchedulerOptions): Scheduler {
	const { library, settings, log, now, signal } = parts;
	/** For which time each digest was last seen to be done: it need not be asked again. */
	const done = new Map<string, number>();
	let timer: NodeJS.Timeout | undefined;
	let isLooking = false;
	/** How often something was changed. */
	let changes = 0;

	const zoneOf = ({ guildId }: Digest) => settings.of(guildId).timezone;
	const isDone = ({ id }: Digest, { at }: Period) => done.get(id) === at;

	const tick = async (): Promise<number> => {
		// what becomes due while others are made is not missed
		const startedAt = now();
		try {
			const digests = (await library.digests(null)).filter(({ guildId }) => owns(guildId));
			for (const id of done.keys()) if (!digests.some((digest) => digest.id === id)) done.delete(id);
			const due = digests.flatMap((digest) => {
				const period = dueOf(digest, zoneOf(digest), startedAt);
				return period === undefined || isDone(digest, period) ? [] : [{ digest, period }];
			});
			let left = 0;
			const lane = async () => {
				for (let next = due.shift(); next !== undefined && !signal.aborted; next = due.shift()) {
					const { digest, period } = next;
					if (await runDigest(parts, digest, period)) done.set(digest.id, period.at);
					else left++;
				}
			};
			await Promise.all(Array.from({ length: LANES }, lane));
			const times = digests.map((digest) => nextDue(digest.schedule, zoneOf(digest), startedAt));
			return Math.min(...times, ...(left === 0 ? [] : [now() + TRY_AGAIN_MS]), now() + LONGEST_WAIT_MS);
		} catch (error) {
			if (!signal.aborted) log.error('digests could not be looked for', error);
			return now() + TRY_AGAIN_MS;
		}
	};

	const look = async () => {
		clearTimeout(timer);
		isLooking = true;
		let next: number;
		let seen: number;
		do {
			seen = changes;
			next = await tick();
		} while (seen !== changes && !signal.aborted);
		isLooking = false;
		if (signal.aborted) return;
		timer = setTimeout(start, Math.max(0, next - now()));
		timer.unref();
	};
	const start = () => {
		onWork(look());
	};

	return {
		tick,
		start,
		changed() {
			changes++;
			if (isLooking) return;
			if (!signal.aborted) start();
		},
		stop() {
			clearTimeout(timer);
		},
	};
}

/** What is due and not too old; nothing of before the digest was made. */
export function dueOf({ schedule, madeAt }: Digest, timeZone: string, now: number): Period | undefined {
	const period = lastDue(schedule, timeZone, now);
	return period.at > madeAt && now - period.at <= MAKE_UP_MS ? period : undefined;
}
