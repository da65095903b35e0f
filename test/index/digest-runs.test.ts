import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../index/database.js';
import { DigestRuns, TO_CHANNEL, type RunKey } from '../../index/digest-runs.js';
import { Digests } from '../../index/digests.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const PLAN = {
	guildId: '1',
	channelIds: ['10'],
	schedule: { weekday: null, hour: 8 },
	length: 'short',
	targetId: '12',
	isQuiet: false,
	madeAt: 0,
};

describe('DigestRuns', () => {
	/** Two processes over one file. */
	let [first, second]: DigestRuns[] = [];
	let digests: Digests;
	let key: RunKey;

	beforeEach(async () => {
		const path = join(await temporaryFolder(), 'quoth.db');
		const [one, other] = [openDatabase(path), openDatabase(path)];
		digests = new Digests(one);
		[first, second] = [new DigestRuns(one), new DigestRuns(other)];
		key = { digestId: digests.add(PLAN, 10)!, at: 1000, recipient: TO_CHANNEL };
	});

	it('is taken on by one alone, for as long as that one holds it', () => {
		expect(first!.take(key, 'first', 1000, 2000)).toEqual({ sent: [], pending: null });
		expect(second!.take(key, 'second', 1999, 5000)).toBe('held');
		expect(first!.take(key, 'first', 1999, 5000)).toBe('held');
		first!.hold(key, 'first', 3000);
		expect(second!.take(key, 'second', 2999, 5000)).toBe('held');
		expect(second!.take(key, 'second', 3000, 5000)).toEqual({ sent: [], pending: null });
		expect(first!.beginPart(key, 'first', 'a', 3001, 4000)).toBe(false);
		expect(second!.beginPart(key, 'second', 'a', 3001, 4000)).toBe(true);
	});

	it('tells who goes on what was sent, and what may have been', () => {
		first!.take(key, 'first', 1000, 2000);
		first!.beginPart(key, 'first', 'a', 1100, 2100);
		first!.endPart(key, 'first');
		first!.beginPart(key, 'first', 'b', 1200, 2200);
		const taken = second!.take(key, 'second', 2200, 3000);
		expect(taken).toEqual({ sent: ['a'], pending: { part: 'b', since: 1200 } });
		// it is sent once more, and still it is not known since when it may be there
		second!.beginPart(key, 'second', 'b', 2300, 3300);
		expect(first!.take(key, 'first', 3300, 4000)).toEqual({ sent: ['a'], pending: { part: 'b', since: 1200 } });
		first!.endPart(key, 'first');
		expect(second!.take(key, 'second', 4000, 5000)).toEqual({ sent: ['a', 'b'], pending: null });
	});

	it('ends for good', () => {
		first!.take(key, 'first', 1000, 2000);
		first!.finish(key, 'first', 'sent');
		expect(second!.take(key, 'second', 9000, 9999)).toBe('ended');
		expect(first!.beginPart(key, 'first', 'a', 1100, 2000)).toBe(false);
		expect(second!.lastOutcome(key.digestId, TO_CHANNEL)).toEqual({ at: 1000, outcome: 'sent' });
		expect(second!.lastOutcome(key.digestId, 'ann')).toBeUndefined();
	});

	it('is not ended by one whom it was taken over from', () => {
		first!.take(key, 'first', 1000, 2000);
		second!.take(key, 'second', 2000, 3000);
		first!.finish(key, 'first', 'refused');
		first!.hold(key, 'first', 9999);
		expect(second!.beginPart(key, 'second', 'a', 2100, 3000)).toBe(true);
		first!.endPart(key, 'first');
		expect(first!.take(key, 'first', 3000, 4000)).toEqual({ sent: [], pending: { part: 'a', since: 2100 } });
	});

	it('is another for another time, recipient or digest, and none of a digest that is gone', () => {
		for (const other of [key, { ...key, at: 2000 }, { ...key, recipient: 'ann' }])
			expect(first!.take(other, 'first', 1000, 2000)).toEqual({ sent: [], pending: null });
		digests.remove(key.digestId);
		expect(first!.take(key, 'first', 5000, 6000)).toBe('ended');
	});

	it('knows for which time the last one was made, refused ones left out', () => {
		const finish = (at: number, outcome: 'sent' | 'nothing' | 'refused', recipient = TO_CHANNEL) => {
			first!.take({ ...key, at, recipient }, 'first', at, at);
			first!.finish({ ...key, at, recipient }, 'first', outcome);
		};
		expect(first!.lastBefore(key.digestId, 9999)).toBeUndefined();
		finish(1000, 'sent');
		finish(2000, 'nothing', 'ann');
		finish(3000, 'refused');
		first!.take({ ...key, at: 4000 }, 'first', 4000, 4000);
		expect(first!.lastBefore(key.digestId, 5000)).toBe(2000);
		expect(first!.lastBefore(key.digestId, 2000)).toBe(1000);
	});

	it('forgets runs of long ago', () => {
		for (const at of [1000, 2000]) first!.take({ ...key, at }, 'first', at, 9999);
		second!.prune(2000);
		expect(second!.take({ ...key, at: 1000 }, 'second', 5000, 6000)).toEqual({ sent: [], pending: null });
		expect(second!.take({ ...key, at: 2000 }, 'second', 5000, 6000)).toBe('held');
	});

	it('is never sent by two at once, whoever stops and goes on when', () => {
		const step = fc.record({
			who: fc.constantFrom(0, 1),
			does: fc.constantFrom('take', 'begin', 'end', 'finish', 'hold', 'die'),
			after: fc.nat({ max: 60 }),
		});
		let at = 0;
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
				const own = { ...key, at: ++at };
				const runs = [first!, second!];
				/** Of each, until when it may send; as it believes itself. */
				const sending: [number, number] = [-1, -1];
				const held: [boolean, boolean] = [false, false];
				let now = 0;
				let ended = false;
				for (const { who, does, after } of steps) {
					now += after;
					const [run, name] = [runs[who]!, `holder ${who}`];
					if (does === 'take') {
						const taken = run.take(own, name, now, now + 50);
						held[who] = typeof taken === 'object';
						if (ended) expect(taken).toBe('ended');
						if (typeof taken === 'object') expect(sending[1 - who]!).toBeLessThanOrEqual(now);
					} else if (does === 'begin' && run.beginPart(own, name, 'a', now, now + 50)) {
						expect(ended).toBe(false);
						expect(sending[1 - who]!).toBeLessThanOrEqual(now);
						sending[who] = now + 50;
					} else if (does === 'end') {
						run.endPart(own, name);
						sending[who] = -1;
					} else if (does === 'finish' && sending[who] < now) {
						run.finish(own, name, 'sent');
						ended ||= run.take(own, 'somebody', -1, -1) === 'ended';
					} else if (does === 'hold' && held[who]) run.hold(own, name, Math.max(now, sending[who]));
				}
			}),
			{ numRuns: 300 },
		);
	});
});
