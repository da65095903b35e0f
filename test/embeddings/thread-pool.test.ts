import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Job } from '../../embeddings/encoder-protocol.js';
import { ThreadPool } from '../../embeddings/thread-pool.js';

/**
 * A thread of the protocol without a model: it counts the jobs it got, and gives the count as the only token of the answer.
 * A job's text says what befalls it.
 */
const THREAD = `
	const { parentPort } = require('node:worker_threads');
	let jobs = 0;
	parentPort.on('message', ({ texts: [text] }) => {
		jobs++;
		if (text === 'exit') process.exit(0);
		if (text === 'throw') throw new Error('thrown in the thread');
		if (text === 'die idle') setTimeout(() => process.exit(3), 30);
		if (text === 'fail') parentPort.postMessage({ kind: 'failed', message: 'not this one' });
		else setTimeout(() => parentPort.postMessage(
			{ kind: 'tokenize', texts: { values: Uint32Array.of(jobs), lengths: Uint32Array.of(1) } }
		), text === 'slow' ? 50 : 0);
	});
	parentPort.postMessage({ kind: 'ready', maxTokens: 7 });
`;

async function openPool(threads = 1) {
	let started = 0;
	const pool = new ThreadPool(() => {
		started++;
		return new Worker(THREAD, { eval: true });
	});
	onTestFinished(() => pool.close());
	await pool.start(threads);
	const run = async (text: string, urgent = false) => {
		const outcome = await pool.run((): Job => ({ kind: 'tokenize', texts: [text] }), { urgent });
		return outcome.kind === 'tokenize' ? outcome.texts.values[0] : outcome.kind;
	};
	return { pool, run, started: () => started };
}

describe('ThreadPool', () => {
	it('says how many tokens the model reads', async () => {
		const pool = new ThreadPool(() => new Worker(THREAD, { eval: true }));
		expect(await pool.start(2)).toBe(7);
		await pool.close();
	});

	it('starts one thread at least', async () => {
		const { run, started } = await openPool(0);
		expect(await run('a')).toBe(1);
		expect(started()).toBe(1);
	});

	it('lets urgent jobs overtake those that wait, and keeps the order of each kind', async () => {
		const { run } = await openPool();
		const jobs = [run('slow'), run('p1'), run('p2'), run('u1', true), run('u2', true)];
		// the first is with the thread already
		expect(await Promise.all(jobs)).toEqual([1, 4, 5, 2, 3]);
	});

	it('makes no more jobs than may wait, and does all of them', async () => {
		const { pool } = await openPool(2);
		let made = 0;
		let done = 0;
		let most = 0;
		const jobs = Array.from({ length: 200 }, async () => {
			await pool.run(
				() => {
					made++;
					most = Math.max(most, made - done);
					return { kind: 'tokenize', texts: ['a'] };
				},
				{ urgent: false },
			);
			done++;
		});
		await Promise.all(jobs);
		expect(done).toBe(200);
		// eight wait for each of two threads, and each thread has one; answers arrive before their callers go on
		expect(most).toBeLessThanOrEqual(2 * 8 + 2 + 2);
	});

	it('fails the job that fails, and no other', async () => {
		const { run, started } = await openPool();
		const jobs = [run('a'), run('fail'), run('b')];
		await expect(Promise.all(jobs)).rejects.toThrow('not this one');
		expect(await jobs[2]).toBe(3);
		expect(started()).toBe(1);
	});

	it.each([
		['exit', 'An encoder thread stopped: exit code 0'],
		['throw', 'An encoder thread stopped: thrown in the thread'],
	])('fails the job in which its thread dies (%s), and does the others in a new one', async (text, message) => {
		const { run, started } = await openPool();
		const [dying, next] = [run(text), run('a')];
		await expect(dying).rejects.toThrow(message);
		expect(await next).toBe(1);
		expect(started()).toBe(2);
	});

	it('replaces a thread that dies while it has nothing to do', async () => {
		const { run, started } = await openPool();
		expect(await run('die idle')).toBe(1);
		await expect.poll(started).toBe(2);
		expect(await Promise.all([run('a'), run('a')])).toEqual([1, 2]);
	});

	it('forgives any number of deaths when jobs are done in between', async () => {
		const { run, started } = await openPool();
		for (let i = 0; i < 6; i++) {
			await expect(run('exit')).rejects.toThrow('exit code 0');
			expect(await run('a')).toBe(1);
		}
		expect(started()).toBe(7);
	});

	it('gives up, and says why to all callers, when threads die one after another', async () => {
		const { run, started } = await openPool();
		const jobs = await Promise.allSettled(Array.from({ length: 8 }, () => run('exit')));
		expect(jobs.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'rejected'));
		await expect(run('a')).rejects.toThrow('An encoder thread stopped: exit code 0');
		expect(started()).toBe(4);
	});

	it('gives up when a thread cannot be replaced', async () => {
		let count = 0;
		const pool = new ThreadPool(() => {
			const broken = `require('node:worker_threads').parentPort.postMessage({ kind: 'failed', message: 'no model any more' })`;
			return new Worker(count++ === 0 ? THREAD : broken, { eval: true });
		});
		await pool.start(1);
		const job = (text: string) => pool.run(() => ({ kind: 'tokenize', texts: [text] }), { urgent: false });
		await expect(job('exit')).rejects.toThrow('exit code 0');
		await expect(job('a')).rejects.toThrow('no model any more');
		await expect(job('a')).rejects.toThrow('no model any more');
		await pool.close();
	});

	it.each([
		[
			'says that it failed',
			`require('node:worker_threads').parentPort.postMessage({ kind: 'failed', message: 'no model' })`,
			'no model',
		],
		['throws', `throw new Error('bad start')`, 'bad start'],
		['exits', `process.exit(5)`, 'exit code 5'],
	])('does not start when a thread %s', async (_, code, message) => {
		const workers: Worker[] = [];
		const pool = new ThreadPool(() => {
			const worker = new Worker(code, { eval: true });
			workers.push(worker);
			return worker;
		});
		await expect(pool.start(2)).rejects.toThrow(message);
		expect(workers).toHaveLength(2);
		await expect(pool.run(() => ({ kind: 'tokenize', texts: [] }), { urgent: true })).rejects.toThrow('closed');
	});

	it('refuses jobs that run, wait and are held back when it is closed', async () => {
		const { pool, run } = await openPool();
		const jobs = Promise.allSettled(Array.from({ length: 30 }, () => run('slow')));
		await pool.close();
		for (const job of await jobs) expect(job).toMatchObject({ reason: new Error('The encoder is closed') });
		await expect(run('a', true)).rejects.toThrow('The encoder is closed');
	});
});
