import { describe, expect, it } from 'vitest';
import { InFlight } from '../../bot/in-flight.js';

describe('InFlight', () => {
	it('waits for what runs, and for what that begins', async () => {
		const inFlight = new InFlight();
		const done: string[] = [];
		inFlight.add(
			Promise.resolve().then(() => {
				done.push('first');
				inFlight.add(
					new Promise((resolve) => {
						setTimeout(() => {
							done.push('second');
							resolve();
						}, 20);
					}),
				);
			}),
		);
		expect(await inFlight.settle(5000)).toBe(0);
		expect(done).toEqual(['first', 'second']);
	});

	it('gives up after the time it has, and says how much is left', async () => {
		const inFlight = new InFlight();
		inFlight.add(new Promise(() => undefined));
		expect(await inFlight.settle(10)).toBe(1);
	});

	it('has nothing to wait for where nothing runs', async () => {
		expect(await new InFlight().settle(60_000)).toBe(0);
	});
});
