import { DiscordAPIError, HTTPError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { acknowledge } from '../../bot/acknowledge.js';
import { persistently } from '../../bot/transport.js';

const cut = () => Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
const down = () => new HTTPError(503, 'Service Unavailable', 'PATCH', 'http://127.0.0.1/', {});
const apiError = (code: number) =>
	new DiscordAPIError({ code, message: 'refused' }, code, 400, 'POST', 'http://127.0.0.1/', {});

/** Fails as often as there are failures, then works; counts. */
function failing(failures: Error[]) {
	const counted = { tries: 0 };
	return {
		counted,
		work: async () => {
			counted.tries++;
			const failure = failures.shift();
			if (failure !== undefined) throw failure;
			return 'done';
		},
	};
}

describe('persistently', () => {
	it('tries again after a cut connection, and while Discord is down', async () => {
		const { work, counted } = failing([cut(), down()]);
		expect(await persistently(work)).toBe('done');
		expect(counted.tries).toBe(3);
	});

	it('gives up when the time is over', async () => {
		const { work, counted } = failing(Array.from({ length: 99 }, cut));
		await expect(persistently(work, 700)).rejects.toThrow('other side closed');
		expect(counted.tries).toBe(3);
	});

	it('does not repeat what was refused', async () => {
		const { work, counted } = failing([apiError(10_062)]);
		await expect(persistently(work)).rejects.toThrow('refused');
		expect(counted.tries).toBe(1);
	});
});

describe('acknowledge', () => {
	it('takes a refusal of a second acknowledgement for what it is: the first was heard', async () => {
		const interaction = { deferred: false };
		await acknowledge(interaction, failing([apiError(40_060)]).work);
		expect(interaction.deferred).toBe(true);
	});

	it('lets other refusals through', async () => {
		const interaction = { deferred: false };
		await expect(acknowledge(interaction, failing([apiError(10_062)]).work)).rejects.toThrow('refused');
		expect(interaction.deferred).toBe(false);
	});
});
