import { describe, expect, it } from 'vitest';
import { createRateLimits } from '../../bot/rate-limits.js';

const place = { guildId: '1', channelId: '2' };
const seconds: unknown = expect.toSatisfy((value: number) => value >= 1 && value <= 60);

describe('createRateLimits', () => {
	it('lets a member ask so often, then says how long to wait; others may go on', async () => {
		const limits = createRateLimits({ ofMember: 2, ofServer: 100 });
		await limits.expect('question', place, 'ada');
		await limits.expect('question', place, 'ada');
		await expect(limits.expect('question', place, 'ada')).rejects.toMatchObject({
			key: 'error.slow-down',
			params: { seconds },
		});
		await limits.expect('question', place, 'lan');
		await limits.expect('look', place, 'ada');
	});

	it('lets a server ask so often, whoever asks; direct messages are no server', async () => {
		const limits = createRateLimits({ ofMember: 100, ofServer: 2 });
		await limits.expect('question', place, 'ada');
		await limits.expect('question', place, 'lan');
		await expect(limits.expect('question', place, 'minh')).rejects.toMatchObject({ key: 'error.slow-down.server' });
		await limits.expect('question', { ...place, guildId: '3' }, 'minh');
		for (let i = 0; i < 5; i++) await limits.expect('question', { ...place, guildId: null }, 'minh');
	});

	it('lets a member be told once in a while', async () => {
		const limits = createRateLimits({ ofMember: 1, ofServer: 1 });
		expect(await limits.mayTell('ada')).toBe(true);
		expect(await limits.mayTell('ada')).toBe(false);
		expect(await limits.mayTell('lan')).toBe(true);
	});
});
