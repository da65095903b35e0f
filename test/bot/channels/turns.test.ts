import { describe, expect, it } from 'vitest';
import { Turns } from '../../../bot/channels/turns.js';

const patient = () => new AbortController().signal;

/** Lets what can go on go on. */
const moment = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('Turns', () => {
	it('lets a few in at once, and the others in the order in which they came', async () => {
		const turns = new Turns(2);
		const entered: number[] = [];
		const ends: (() => void)[] = [];
		for (const i of [0, 1, 2, 3])
			void turns.take(patient()).then((end) => {
				entered.push(i);
				ends.push(end);
			});
		await moment();
		expect(entered).toEqual([0, 1]);
		ends[1]?.();
		await moment();
		expect(entered).toEqual([0, 1, 2]);
		ends[0]?.();
		ends[2]?.();
		await moment();
		expect(entered).toEqual([0, 1, 2, 3]);
	});

	it('lets whoever gives up go without a turn', async () => {
		const turns = new Turns(1);
		const end = await turns.take(patient());
		const hasty = new AbortController();
		const left = turns.take(hasty.signal);
		const next = turns.take(patient());
		hasty.abort();
		(await left)();
		let isIn = false;
		void next.then(() => (isIn = true));
		await moment();
		expect(isIn).toBe(false);
		end();
		await moment();
		expect(isIn).toBe(true);
	});

	it('makes nobody wait who has given up before', async () => {
		const turns = new Turns(1);
		await turns.take(patient());
		const gone = new AbortController();
		gone.abort();
		await expect(turns.take(gone.signal)).resolves.toBeTypeOf('function');
	});
});
