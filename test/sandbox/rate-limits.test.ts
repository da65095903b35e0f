import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import { RateLimiter, type RateLimit } from '../../sandbox/rate-limits.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { login, openWatched, request } from './discord.js';

const MESSAGES = `/channels/${IDS.general}/messages`;
const LIMIT: RateLimit = { method: 'GET', path: /\/messages$/, requests: 2, perMs: 1000 };

describe('a rate limit', () => {
	it('counts requests from the first one on, for each channel by itself', () => {
		const limiter = new RateLimiter([LIMIT]);
		const take = (path: string, now: number) => {
			const quota = limiter.take('GET', path, now);
			return quota && [quota.remaining, quota.resetAfterMs, quota.exceeded];
		};
		expect(take('/channels/1/messages', 0)).toEqual([1, 1000, false]);
		expect(take('/channels/1/messages', 400)).toEqual([0, 600, false]);
		expect(take('/channels/1/messages', 900)).toEqual([0, 100, true]);
		expect(take('/channels/2/messages', 900)).toEqual([1, 1000, false]);
		expect(take('/channels/1/messages', 1000)).toEqual([1, 1000, false]);
		expect(limiter.take('POST', '/channels/1/messages', 0)).toBeNull();
	});

	it('that is added comes before the others, until all is reset', () => {
		const limiter = new RateLimiter([LIMIT]);
		limiter.add({ path: /\/messages$/, requests: 9, perMs: 1 });
		expect(limiter.take('GET', '/channels/1/messages', 0)?.limit).toBe(9);
		limiter.reset();
		expect(limiter.take('GET', '/channels/1/messages', 0)?.limit).toBe(2);
	});
});

/** Status and rate limit headers of the application's next request. */
async function ask(sandbox: Sandbox): Promise<(string | number | null)[]> {
	const headers = { authorization: `Bot ${sandbox.token}` };
	const response = await fetch(`${sandbox.restUrl}/v10${MESSAGES}`, { headers });
	await response.text();
	const told = ['limit', 'remaining'].map((name) => response.headers.get(`x-ratelimit-${name}`));
	return [response.status, ...told, response.headers.get('retry-after')];
}

describe('the limit of reading messages', () => {
	it('is Discord’s 50 a second, unless a test says otherwise', async () => {
		const sandbox = await openWatched();
		expect(await ask(sandbox)).toEqual([200, '50', '49', null]);
		sandbox.faults.limit(LIMIT);
		expect(await ask(sandbox)).toEqual([200, '2', '1', null]);
		sandbox.faults.clear();
		expect((await ask(sandbox))[1]).toBe('50');
	});

	it('answers 429 beyond it, as Discord describes it, and is no fault of the application', async () => {
		const sandbox = await openWatched({ rateLimits: [{ ...LIMIT, perMs: 60_000 }] });
		expect(await ask(sandbox)).toEqual([200, '2', '1', null]);
		expect(await ask(sandbox)).toEqual([200, '2', '0', null]);
		expect(await ask(sandbox)).toEqual([429, '2', '0', '60']);
		const { status, body } = await request(sandbox, 'GET', MESSAGES);
		expect(status).toBe(429);
		expect(body).toMatchObject({ message: 'You are being rate limited.', global: false });
		expect((await request(sandbox, 'GET', `/channels/${IDS.newsroom}/messages`)).status).toBe(200);
		expect(sandbox.exchanges.some((one) => one.injected)).toBe(false);
		expect(sandbox.violations).toEqual([]);
	});

	it('may come without a warning, as Discord’s does at times', async () => {
		const sandbox = await openWatched({ rateLimits: [{ ...LIMIT, perMs: 60_000, announced: false }] });
		expect(await ask(sandbox)).toEqual([200, '1000', '999', null]);
		expect(await ask(sandbox)).toEqual([200, '1000', '999', null]);
		expect(await ask(sandbox)).toEqual([429, '2', '0', '60']);
	});

	it.each([
		['waits for the limit that it was told of', true, false],
		['waits out the limit that it was not told of', false, true],
	])('is kept by the real client, which %s', async (_, announced, meets429) => {
		const sandbox = await openWatched({ rateLimits: [{ ...LIMIT, requests: 3, perMs: 400, announced }] });
		const channel = await (await login(sandbox)).channels.fetch(IDS.general);
		if (!channel?.isTextBased()) throw new Error('Expected a text channel.');
		for (let i = 0; i < 8; i++) expect((await channel.messages.fetch({ limit: 1, cache: false })).size).toBe(1);
		expect(sandbox.exchanges.some((one) => one.status === 429)).toBe(meets429);
	});

	it('is met by faults in the middle', async () => {
		const sandbox = await openWatched();
		const fault = { kind: 'rate-limit', retryAfterSeconds: 0.1 } as const;
		sandbox.faults.rest(fault, { method: 'GET', path: /messages$/, after: 2, times: 2 });
		const statuses: number[] = [];
		for (let i = 0; i < 6; i++) statuses.push((await request(sandbox, 'GET', MESSAGES)).status);
		expect(statuses).toEqual([200, 200, 429, 429, 200, 200]);
	});
});
