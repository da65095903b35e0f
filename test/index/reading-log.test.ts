import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../index/database.js';
import { ReadingLog, type StoredReading } from '../../index/reading-log.js';

const begun = (over: Partial<StoredReading> = {}): StoredReading => ({
	callId: '1',
	plan: { channel: '10' },
	token: 'secret',
	begunAt: 1000,
	read: 0,
	...over,
});
const memoryLog = () => new ReadingLog(openDatabase(':memory:'));

describe('ReadingLog', () => {
	it('gives back what it keeps, of each call the last', () => {
		const log = memoryLog();
		log.keep(begun());
		log.keep(begun({ token: null, read: 300 }));
		expect(log.find('1')).toEqual(begun({ token: null, read: 300 }));
		log.end('1');
		expect(log.find('1')).toBeUndefined();
	});

	it('lists those that nobody has stopped, the oldest first', () => {
		const log = memoryLog();
		log.keep(begun({ callId: '1', begunAt: 3 }));
		log.keep(begun({ callId: '2', begunAt: 2 }));
		log.keep(begun({ callId: '3', begunAt: 1, token: null }));
		expect(log.open().map(({ callId }) => callId)).toEqual(['2', '1']);
	});

	it('keeps what was stopped longer than what was left behind', () => {
		const log = memoryLog();
		log.keep(begun({ callId: 'left', begunAt: 50 }));
		log.keep(begun({ callId: 'going', begunAt: 100 }));
		log.keep(begun({ callId: 'stopped', begunAt: 50, token: null }));
		log.keep(begun({ callId: 'long ago', begunAt: 9, token: null }));
		log.prune(100, 10);
		expect(['left', 'going', 'stopped', 'long ago'].filter((id) => log.find(id) !== undefined)).toEqual([
			'going',
			'stopped',
		]);
	});
});
