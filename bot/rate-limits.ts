import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Cost } from '../commands/command.js';
import { UserError } from '../commands/user-error.js';
import type { Place } from '../commands/services.js';

/** Calls a minute. */
export interface Limits {
	readonly ofMember: number;
	readonly ofServer: number;
}

const SECONDS = 60;
/** How much more often than questions cheaper things may be called. */
const GENEROSITY: Readonly<Record<Cost, number>> = { question: 1, change: 1, look: 5 };

/** Keeps one member, or one server, from taking all of the machine. Counts are in memory: a restart forgives. */
export interface RateLimits {
	/** @throws {UserError} If the member, or the server, called too often; with the seconds to wait. */
	expect(cost: Cost, place: Place, memberId: string): Promise<void>;
	/** Whether a member may be told once more that they call too often, where everybody sees it. */
	mayTell(memberId: string): Promise<boolean>;
}

export function createRateLimits({ ofMember, ofServer }: Limits): RateLimits {
	const limiters = (calls: number) =>
		Object.fromEntries(
			Object.entries(GENEROSITY).map(([cost, factor]) => [
				cost,
				new RateLimiterMemory({ points: Math.ceil(calls * factor), duration: SECONDS }),
			]),
		) as Readonly<Record<Cost, RateLimiterMemory>>; // the same keys as GENEROSITY
	const members = limiters(ofMember);
	const servers = limiters(ofServer);
	const told = new RateLimiterMemory({ points: 1, duration: SECONDS });
	return {
		async mayTell(memberId) {
			return (await secondsToWait(told, memberId)) === undefined;
		},
		async expect(cost, { guildId }, memberId) {
			const seconds = await secondsToWait(members[cost], memberId);
			if (seconds !== undefined) throw new UserError('error.slow-down', { seconds });
			if (guildId === null) return;
			const ofAll = await secondsToWait(servers[cost], guildId);
			if (ofAll !== undefined) throw new UserError('error.slow-down.server', { seconds: ofAll });
		},
	};
}

/** `undefined` where the call may be made, which is then counted. */
async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
	try {
		await limiter.consume(key);
		return undefined;
	} catch (error) {
		if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
		throw error;
	}
}
