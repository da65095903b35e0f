import { describe, expect, it } from 'vitest';
import { persistently } from '../../bot/transport.js';

const cut = () => Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });

describe('persistently', () => {
	it('tries again after a cut connection, and gives up at last', async () => {
		let tries = 0;
		const work = async (failures: number) => {
			tries++;
			if (tries <= failures) throw cut();
			return tries;
		};
		expect(await persistently(() => work(2))).toBe(3);
		tries = 0;
		await expect(persistently(() => work(9))).rejects.toThrow('other side closed');
		expect(tries).toBe(4);
	});

	it('does not repeat what was refused', async () => {
		let tries = 0;
		await expect(
			persistently(async () => {
				tries++;
				throw Object.assign(new Error('Unknown interaction'), { code: 10_062 });
			}),
		).rejects.toThrow('Unknown interaction');
		expect(tries).toBe(1);
	});
});
