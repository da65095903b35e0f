import { describe, expect, it } from 'vitest';
import { createRunningReadings } from '../../bot/running-readings.js';
import type { Reply } from '../../commands/reply.js';
import type { BegunReading } from '../../commands/services.js';
import { PLAN } from '../support/plain-summary.js';

const CALL = { callId: '1', token: 'token', begunAt: 5, isTakenUp: true };
const stopped = {
	kind: 'summary-progress',
	callId: '1',
	state: 'stopped',
	progress: { read: 200, most: 900 },
} as const;
const done: Reply = { kind: 'notice', key: 'reading.nothing', params: { channel: '' } };

function readings() {
	const kept = new Map<string, BegunReading>();
	const shown: Reply[] = [];
	const running = createRunningReadings({
		keepReading: async (reading) => void kept.set(reading.callId, reading),
		endReading: async (callId) => void kept.delete(callId),
	});
	return { kept, shown, running, show: async (reply: Reply) => void shown.push(reply) };
}

describe('running readings', () => {
	it('are kept with what their reply is sent by, until they are done', async () => {
		const { kept, running, show } = readings();
		const one = running.of({ ...CALL, show });
		expect(kept.size).toBe(0);
		await one.keep(PLAN);
		expect([...kept.values()]).toEqual([{ callId: '1', plan: PLAN, token: 'token', begunAt: 5, read: 0 }]);
		await one.quiet();
		await one.ended(done);
		expect(kept.size).toBe(0);
	});

	it('are stopped by their id alone, and then kept without the token', async () => {
		const { kept, running, show } = readings();
		const one = running.of({ ...CALL, show });
		expect(running.stop('1')).toBe(false);
		await one.keep(PLAN);
		expect(running.stop('2')).toBe(false);
		expect(running.stop('1')).toBe(true);
		expect(one.signal).toMatchObject({ aborted: true, reason: 'member' });
		await one.quiet();
		await one.ended(stopped);
		expect(kept.get('1')).toMatchObject({ token: null, read: 200, plan: PLAN });
		expect(running.stop('1')).toBe(false);
	});

	it('stay as they are where the program ends, and none is begun to the end any more', async () => {
		const { kept, running, show } = readings();
		const one = running.of({ ...CALL, show });
		await one.keep(PLAN);
		running.stopAll();
		expect(one.signal.reason).toBe('restart');
		await one.ended({ ...stopped, state: 'waiting' });
		expect(kept.get('1')).toMatchObject({ token: 'token' });
		const late = running.of({ ...CALL, callId: '2', show });
		await late.keep(PLAN);
		expect(late.signal.reason).toBe('restart');
	});

	it('are not worked on twice at once', async () => {
		const { running, show } = readings();
		await running.of({ ...CALL, show }).keep(PLAN);
		await expect(running.of({ ...CALL, show }).keep(PLAN)).rejects.toMatchObject({ key: 'error.reading-gone' });
	});

	it('show how far they are, but not too often, one thing after the other, and nothing after the end', async () => {
		const { running } = readings();
		const shown: number[] = [];
		let finish: (() => void) | undefined;
		const show = (reply: Reply) => {
			shown.push(reply.kind === 'summary-progress' ? reply.progress.read : -1);
			return new Promise<void>((resolve) => (finish = resolve));
		};
		const one = running.of({ ...CALL, show });
		one.report({ read: 100, most: 900 });
		one.report({ read: 200, most: 900 });
		expect(shown).toEqual([100]);
		let isQuiet = false;
		const quiet = one.quiet().then(() => (isQuiet = true));
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(isQuiet).toBe(false);
		finish?.();
		await quiet;
		one.report({ read: 300, most: 900 });
		expect(shown).toEqual([100]);
	});

	it('show nothing of what is done at once', () => {
		const { running, show, shown } = readings();
		running.of({ ...CALL, isTakenUp: false, show }).report({ read: 100, most: 900 });
		expect(shown).toEqual([]);
	});
});
