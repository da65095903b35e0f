import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { IDS } from '../../sandbox/default-world.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { openWatched } from './discord.js';

const GENERAL = { channelId: IDS.general };

interface Frame {
	readonly op: number;
	readonly t: string | null;
	readonly s: number | null;
	readonly d: Record<string, unknown>;
}

/** A connection without discord.js, which can say what discord.js never would. */
async function connect(sandbox: Sandbox, query = '?v=10&encoding=json') {
	const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/gateway${query}`);
	onTestFinished(() => {
		socket.terminate();
	});
	const frames: Frame[] = [];
	socket.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString()) as Frame));
	const closed = new Promise<number>((resolve) => {
		socket.on('close', resolve);
	});
	await new Promise((resolve) => socket.once('open', resolve));
	const send = (op: number, d: unknown) => {
		socket.send(JSON.stringify({ op, d }));
	};
	const until = async (wanted: (frame: Frame) => boolean): Promise<Frame> => {
		for (;;) {
			const frame = frames.find(wanted);
			if (frame) return frame;
			await new Promise((resolve) => socket.once('message', resolve));
		}
	};
	return { socket, frames, closed, send, until };
}

function identity(sandbox: Sandbox, more: object = {}) {
	const properties = { os: 'linux', browser: 'test', device: 'test' };
	return { token: sandbox.token, intents: 1 | 512, properties, ...more };
}

describe('the gateway, with a client that errs', () => {
	it.each<[string, number, (connection: Awaited<ReturnType<typeof connect>>, sandbox: Sandbox) => void]>([
		[
			'a wrong token',
			4004,
			({ send }, sandbox) => {
				send(2, identity(sandbox, { token: 'wrong' }));
			},
		],
		[
			'a broken payload',
			4002,
			({ socket }) => {
				socket.send('{');
			},
		],
		[
			'an unknown opcode',
			4001,
			({ send }, sandbox) => {
				send(2, identity(sandbox));
				send(99, null);
			},
		],
		[
			'a request before IDENTIFY',
			4003,
			({ send }) => {
				send(3, {});
			},
		],
		[
			'a second IDENTIFY',
			4005,
			({ send }, sandbox) => {
				send(2, identity(sandbox));
				send(2, identity(sandbox));
			},
		],
		[
			'a shard that cannot be',
			4010,
			({ send }, sandbox) => {
				send(2, identity(sandbox, { shard: [2, 2] }));
			},
		],
		[
			'intents that do not exist',
			4013,
			({ send }, sandbox) => {
				send(2, identity(sandbox, { intents: 2 ** 30 }));
			},
		],
		[
			'intents that were not granted',
			4014,
			({ send }, sandbox) => {
				send(2, identity(sandbox, { intents: 2 }));
			},
		],
		[
			'more than 120 messages a minute',
			4008,
			({ send }) => {
				for (let i = 0; i < 121; i++) send(1, null);
			},
		],
	])('closes on %s', async (_, code, act) => {
		const sandbox = await openWatched();
		const connection = await connect(sandbox);
		act(connection, sandbox);
		expect(await connection.closed).toBe(code);
	});

	it('closes on another version', async () => {
		const sandbox = await openWatched();
		const { closed } = await connect(sandbox, '?v=9&encoding=json');
		expect(await closed).toBe(4012);
	});

	it('replays from the sequence that a RESUME names, and refuses one of the future', async () => {
		const sandbox = await openWatched();
		const first = await connect(sandbox);
		first.send(2, identity(sandbox));
		const ready = await first.until((frame) => frame.t === 'READY');
		await first.until((frame) => frame.s === 3);
		first.socket.terminate();
		await first.closed;
		await sandbox.as(IDS.english).send(GENERAL, 'missed');
		const token = sandbox.token;
		const resume = { token, session_id: ready.d['session_id'], seq: 2 };
		const second = await connect(sandbox);
		second.send(6, resume);
		await second.until((frame) => frame.t === 'RESUMED');
		expect(second.frames.map((frame) => frame.t ?? frame.op)).toEqual([
			10,
			'GUILD_CREATE',
			'MESSAGE_CREATE',
			'RESUMED',
		]);
		second.socket.terminate();
		const third = await connect(sandbox);
		third.send(6, { ...resume, seq: 99 });
		expect(await third.closed).toBe(4007);
		const fourth = await connect(sandbox);
		fourth.send(6, { ...resume, session_id: 'another' });
		expect((await fourth.until((frame) => frame.op === 9)).d).toBe(false);
	});

	it('forgets a session that its client ended', async () => {
		const sandbox = await openWatched();
		const first = await connect(sandbox);
		first.send(2, identity(sandbox));
		const ready = await first.until((frame) => frame.t === 'READY');
		first.socket.close(1000);
		await first.closed;
		const second = await connect(sandbox);
		second.send(6, { token: sandbox.token, session_id: ready.d['session_id'], seq: 1 });
		expect((await second.until((frame) => frame.op === 9)).d).toBe(false);
	});
});
