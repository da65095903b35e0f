import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../index/database.js';
import { SummaryLog, type NamedMessage, type NewSummary } from '../../index/summary-log.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const made = (over: Partial<NewSummary> = {}): NewSummary => ({
	guildId: '1',
	channelId: '10',
	memberId: 'ann',
	madeAt: 1000,
	asked: { length: 'short' },
	content: ['The ferry leaves at nine.'],
	...over,
});
const named = (messageId: string, authorId = 'bob', channelId = '10'): NamedMessage => ({
	messageId,
	authorId,
	channelId,
});
const memoryLog = () => new SummaryLog(openDatabase(':memory:'));
const nothing = () => [];

describe('SummaryLog', () => {
	it('gives back what it keeps, under an id that nobody guesses', () => {
		const log = memoryLog();
		const id = log.keep(made(), [named('100')]);
		expect(id).toMatch(/^[\w-]{12}$/);
		expect(log.find(id)).toEqual({ ...made(), id });
		expect(log.find('nosuchsummar')).toBeUndefined();
	});

	it('knows which summaries name a message, and which messages of an author and a channel are named', () => {
		const log = memoryLog();
		const one = log.keep(made(), [named('100'), named('101', 'eve', '11')]);
		const two = log.keep(made(), [named('101', 'eve', '11'), named('101', 'eve', '11')]);
		expect(log.naming(['100'])).toEqual([one]);
		expect(log.naming(['101']).sort()).toEqual([one, two].sort());
		expect(log.naming(['102', "') or 1=1 --"])).toEqual([]);
		expect(log.messagesOf('eve')).toEqual(['101']);
		expect(log.messagesIn('11')).toEqual(['101']);
	});

	it('takes a message out of every summary that names it, and leaves the others', () => {
		const log = memoryLog();
		const [one, two] = [log.keep(made(), [named('100')]), log.keep(made(), [named('101')])];
		expect(log.takeOut(['100', '999'], nothing)).toBe(1);
		expect(log.find(one)?.content).toEqual([]);
		expect(log.find(two)?.content).toEqual(['The ferry leaves at nine.']);
		expect(log.naming(['100'])).toEqual([]);
		expect(log.takeOut(['100'], nothing)).toBe(0);
	});

	it('deletes what a member asked for, and nothing of others', () => {
		const log = memoryLog();
		const [mine, others] = [log.keep(made(), [named('100')]), log.keep(made({ memberId: 'eve' }), [named('100')])];
		expect(log.forget('ann')).toBe(1);
		expect(log.find(mine)).toBeUndefined();
		expect(log.naming(['100'])).toEqual([others]);
	});

	it('deletes the summaries of a channel, and those that are old', () => {
		const log = memoryLog();
		const [old, young] = [log.keep(made({ madeAt: 5 }), []), log.keep(made({ madeAt: 6, channelId: '11' }), [])];
		expect(log.prune(6)).toBe(1);
		expect(log.find(old)).toBeUndefined();
		expect(log.forgetChannel('11')).toBe(1);
		expect(log.find(young)).toBeUndefined();
	});

	it('leaves nothing in the files of what was taken out or deleted', async () => {
		const folder = await temporaryFolder();
		const database = openDatabase(join(folder, 'quoth.db'));
		const log = new SummaryLog(database);
		log.keep(made({ memberId: 'eve', content: ['a secret of Bob'] }), [named('100')]);
		log.keep(made({ content: ['a secret of Ann'] }), []);
		log.takeOut(['100'], () => ['nothing']);
		log.forget('ann');
		for (const file of ['quoth.db', 'quoth.db-wal']) {
			const bytes = await readFile(join(folder, file));
			expect(bytes.includes('a secret of'), file).toBe(false);
		}
		database.close();
	});
});
