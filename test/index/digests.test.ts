import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../index/database.js';
import { DigestRuns } from '../../index/digest-runs.js';
import { Digests, type DigestPlan } from '../../index/digests.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const plan = (overrides: Partial<DigestPlan> = {}): DigestPlan => ({
	guildId: '1',
	channelIds: ['10', '11'],
	schedule: { weekday: null, hour: 8 },
	length: 'short',
	targetId: '12',
	isQuiet: false,
	madeAt: 1000,
	...overrides,
});

const memoryDigests = () => new Digests(openDatabase(':memory:'));

describe('Digests', () => {
	it('gives back what it keeps, under an id that nobody guesses', () => {
		const digests = memoryDigests();
		const weekly = plan({ schedule: { weekday: 0, hour: 23 }, targetId: null, isQuiet: true, madeAt: 2000 });
		const [daily, other] = [digests.add(plan(), 10)!, digests.add(weekly, 10)!];
		expect(daily).toMatch(/^[\w-]{12}$/);
		expect(digests.find(daily)).toEqual({ ...plan(), id: daily, problem: null, subscribers: [] });
		expect(digests.list('1')).toEqual([digests.find(daily), { ...weekly, id: other, problem: null, subscribers: [] }]);
		expect(digests.find('unknown-----')).toBeUndefined();
	});

	it('lists one server’s, or all', () => {
		const digests = memoryDigests();
		const ids = ['1', '2', '1'].map((guildId, i) => digests.add(plan({ guildId, madeAt: i }), 10)!);
		expect(digests.list('1').map(({ id }) => id)).toEqual([ids[0], ids[2]]);
		expect(digests.list('3')).toEqual([]);
		expect(digests.list(null).map(({ id }) => id)).toEqual(ids);
	});

	it('adds no more to a server than it is told', () => {
		const digests = memoryDigests();
		expect(digests.add(plan(), 1)).toBeDefined();
		expect(digests.add(plan(), 1)).toBeUndefined();
		expect(digests.add(plan({ guildId: '2' }), 1)).toBeDefined();
		expect(digests.remove(digests.list('1')[0]!.id)).toBe(true);
		expect(digests.add(plan(), 1)).toBeDefined();
	});

	it('keeps who joined until they leave, and counts what does not reach them', () => {
		const digests = memoryDigests();
		const id = digests.add(plan(), 10)!;
		const subscribers = () => digests.find(id)!.subscribers;
		expect(digests.join(id, 'ann', 'en', 2000)).toBe(true);
		expect(digests.join(id, 'ben', 'fr', 1500)).toBe(true);
		expect(subscribers()).toEqual([
			{ memberId: 'ben', locale: 'fr', joinedAt: 1500, failures: 0, isOff: false },
			{ memberId: 'ann', locale: 'en', joinedAt: 2000, failures: 0, isOff: false },
		]);
		expect(digests.countFailure(id, 'ann', 2)).toBe(false);
		expect(digests.countFailure(id, 'ann', 2)).toBe(true);
		expect(subscribers()[1]).toMatchObject({ failures: 2, isOff: true });
		digests.join(id, 'ann', 'vi', 3000);
		expect(subscribers()[1]).toEqual({ memberId: 'ann', locale: 'vi', joinedAt: 3000, failures: 0, isOff: false });
		digests.countFailure(id, 'ann', 2);
		digests.clearFailures(id, 'ann');
		expect(digests.countFailure(id, 'ann', 2)).toBe(false);
		expect([digests.leave(id, 'ann'), digests.leave(id, 'ann')]).toEqual([true, false]);
		expect(subscribers().map(({ memberId }) => memberId)).toEqual(['ben']);
		expect(digests.join('unknown-----', 'ann', 'en', 0)).toBe(false);
		expect(digests.countFailure(id, 'ann', 1)).toBe(false);
	});

	it('remembers why the last run did nothing, until one does', () => {
		const digests = memoryDigests();
		const id = digests.add(plan(), 10)!;
		digests.setProblem(id, ['error.gone', { channel: '10' }]);
		expect(digests.find(id)?.problem).toEqual(['error.gone', { channel: '10' }]);
		digests.setProblem(id, null);
		expect(digests.find(id)?.problem).toBeNull();
	});

	it('removes a digest with those who joined it and with its runs', () => {
		const database = openDatabase(':memory:');
		const [digests, runs] = [new Digests(database), new DigestRuns(database)];
		const id = digests.add(plan(), 10)!;
		digests.join(id, 'ann', 'en', 0);
		runs.take({ digestId: id, at: 5, recipient: 'ann' }, 'one', 5, 10);
		expect([digests.remove(id), digests.remove(id)]).toEqual([true, false]);
		for (const table of ['digest', 'digest_member', 'digest_run'])
			expect(database.prepare(`select * from ${table}`).all(), table).toEqual([]);
	});

	it('leaves no trace of a member who is forgotten, and all of others', async () => {
		const path = join(await temporaryFolder(), 'quoth.db');
		const database = openDatabase(path);
		const [digests, runs] = [new Digests(database), new DigestRuns(database)];
		const ids = [digests.add(plan(), 10)!, digests.add(plan({ guildId: '2' }), 10)!];
		for (const id of ids) {
			digests.join(id, 'ann-secret', 'en', 0);
			digests.join(id, 'ben', 'en', 0);
			for (const recipient of ['ann-secret', 'ben']) runs.take({ digestId: id, at: 5, recipient }, 'one', 5, 10);
		}
		expect(digests.forget('ann-secret')).toBe(2);
		expect(digests.forget('ann-secret')).toBe(0);
		expect(digests.list(null).map(({ subscribers }) => subscribers.length)).toEqual([1, 1]);
		expect(runs.take({ digestId: ids[0]!, at: 5, recipient: 'ben' }, 'two', 6, 10)).toBe('held');
		database.close();
		expect(await readFile(path, 'latin1')).not.toContain('-secret');
	});
});
