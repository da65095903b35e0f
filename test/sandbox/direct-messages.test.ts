import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { login, openWatched, request } from './discord.js';
import { worldWithGuild } from './worlds.js';

/** The code of the error with which a direct message is refused; null where it is sent. */
async function message(sandbox: Sandbox, userId: string): Promise<number | null> {
	const { body } = await request(sandbox, 'POST', '/users/@me/channels', { recipient_id: userId });
	const path = `/channels/${(body as { id: string }).id}/messages`;
	const sent = await request(sandbox, 'POST', path, { content: 'Your digest', allowed_mentions: { parse: [] } });
	return sent.status === 200 ? null : (sent.body as { code: number }).code;
}

describe('direct messages of the application', () => {
	it('reach those who share a server with it, and take them', async () => {
		const sandbox = await openWatched();
		expect(await message(sandbox, IDS.lao)).toBeNull();
		expect(sandbox.as(IDS.lao).see('dm').at(-1)?.content).toBe('Your digest');
		sandbox.changes.setTakesDirectMessages(IDS.lao, false);
		expect(await message(sandbox, IDS.lao)).toBe(50007);
		sandbox.changes.setTakesDirectMessages(IDS.lao, true);
		expect(await message(sandbox, IDS.lao)).toBeNull();
		expect(sandbox.violations).toEqual([]);
	});

	it('reach nobody who shares none, but for those who brought the application along', async () => {
		const world = {
			...worldWithGuild((guild) => ({ ...guild, members: guild.members.slice(0, 1) })),
			userInstalls: [IDS.traveller],
		};
		const sandbox = await openWatched({ world });
		expect(await message(sandbox, IDS.lao)).toBe(50278);
		expect(await message(sandbox, IDS.traveller)).toBeNull();
		expect(sandbox.violations).toEqual([]);
	});

	it('are sent by the real client, which is told when they are refused', async () => {
		const sandbox = await openWatched();
		const client = await login(sandbox);
		await client.users.send(IDS.french, { content: 'Bonjour', allowedMentions: { parse: [] } });
		expect(sandbox.as(IDS.french).see('dm').at(-1)?.content).toBe('Bonjour');
		sandbox.changes.setTakesDirectMessages(IDS.french, false);
		await expect(client.users.send(IDS.french, 'a')).rejects.toMatchObject({ code: 50007 });
	});
});

describe('a nonce', () => {
	it('that is enforced makes one message of two requests, for a few minutes', async () => {
		let now = Date.UTC(2024, 2, 12);
		const sandbox = await openWatched({ now: () => now });
		const send = async (nonce: string, enforce_nonce: boolean) => {
			const body = { content: 'a', nonce, enforce_nonce, allowed_mentions: { parse: [] } };
			return ((await request(sandbox, 'POST', `/channels/${IDS.newsroom}/messages`, body)).body as { id: string }).id;
		};
		const first = await send('digest-1', true);
		expect(await send('digest-1', true)).toBe(first);
		expect(await send('digest-2', true)).not.toBe(first);
		expect(await send('digest-1', false)).not.toBe(first);
		now += 6 * 60_000;
		expect(await send('digest-1', true)).not.toBe(first);
		expect(sandbox.world.messages(IDS.newsroom)).toHaveLength(4);
		expect(sandbox.violations).toEqual([]);
	});
});
