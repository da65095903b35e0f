import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DocumentId } from '../../articles/document.js';
import { openDatabase } from '../../index/database.js';
import { QuestionLog, type AskedQuestion, type SentencePlace } from '../../index/question-log.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const PLACE: SentencePlace = {
	collection: 'guild-1',
	documentId: '0123456789abcdef' as DocumentId,
	revision: 'fedcba9876543210',
	start: 4,
	end: 9,
	passage: { start: 0, end: 20 },
	score: 1.25,
};

function asked(overrides: Partial<AskedQuestion> = {}): AskedQuestion {
	return {
		guildId: '1',
		memberId: 'ann',
		askedAt: 1000,
		text: 'When does the ferry leave?',
		follows: null,
		language: 'en',
		answered: false,
		confidence: 0.125,
		reason: 'nothing-relevant',
		filters: { language: 'fr' },
		citations: [],
		further: [PLACE],
		searched: 3,
		forGaps: true,
		...overrides,
	};
}

const memoryLog = () => new QuestionLog(openDatabase(':memory:'));

describe('QuestionLog', () => {
	it('gives back what it keeps, under an id that nobody guesses', () => {
		const log = memoryLog();
		const question = asked({ citations: [PLACE, { ...PLACE, start: 5 }], answered: true, reason: null });
		const id = log.keep(question);
		expect(id).toMatch(/^[\w-]{12}$/);
		expect(log.find(id)).toEqual({ ...question, id });
		const ids = Array.from({ length: 200 }, () => log.keep(question));
		expect(new Set(ids).size).toBe(200);
		expect(log.find('unknown-----')).toBeUndefined();
	});

	it('counts the last verdict of each member', () => {
		const log = memoryLog();
		const id = log.keep(asked());
		log.rate(id, 'ben', 'right');
		log.rate(id, 'eve', 'wanted');
		log.rate(id, 'ben', 'wrong');
		const [rated] = log.forGaps('1', 0);
		expect([...rated!.verdicts]).toEqual([
			['ben', 'wrong'],
			['eve', 'wanted'],
		]);
	});

	it('gives the questions of one server from a time on, those for gaps alone, oldest first', () => {
		const log = memoryLog();
		log.keep(asked({ text: 'later', askedAt: 3000 }));
		log.keep(asked({ text: 'earlier', askedAt: 2000 }));
		log.keep(asked({ text: 'too early', askedAt: 1999 }));
		log.keep(asked({ text: 'elsewhere', guildId: '2', askedAt: 2000 }));
		log.keep(asked({ text: 'in private', guildId: null, askedAt: 2000 }));
		log.keep(asked({ text: 'not for gaps', forGaps: false, askedAt: 2000 }));
		expect(log.forGaps('1', 2000).map(({ text }) => text)).toEqual(['earlier', 'later']);
	});

	it('forgets what a member asked and rated everywhere, and nothing of others', () => {
		const log = memoryLog();
		const [mine, , theirs] = [
			log.keep(asked()),
			log.keep(asked({ guildId: null })),
			log.keep(asked({ memberId: 'ben' })),
		];
		log.rate(mine, 'ben', 'right');
		log.rate(theirs, 'ann', 'wrong');
		log.rate(theirs, 'ben', 'wanted');
		expect(log.forget('ann', true)).toEqual({ questions: 2, verdicts: 1 });
		expect(log.find(mine)).toBeUndefined();
		expect(log.forGaps('1', 0).map(({ id, verdicts }) => [id, [...verdicts]])).toEqual([[theirs, [['ben', 'wanted']]]]);
		expect(log.forget('ann', true)).toEqual({ questions: 0, verdicts: 0 });
	});

	it('keeps answers without their member, and no verdicts, of one who opted out, until the member opts in again', () => {
		const log = memoryLog();
		log.forget('ann', false);
		const id = log.keep(asked());
		log.rate(id, 'ann', 'wanted');
		expect(log.find(id)).toMatchObject({ memberId: null, forGaps: false });
		expect(log.forGaps('1', 0)).toEqual([]);
		log.forget('ann', true);
		expect(log.find(log.keep(asked()))).toMatchObject({ memberId: 'ann', forGaps: true });
	});

	it('deletes what was asked before a time', () => {
		const log = memoryLog();
		const [before, at] = [log.keep(asked({ askedAt: 999 })), log.keep(asked({ askedAt: 1000 }))];
		log.rate(before, 'ben', 'right');
		expect(log.prune(1000)).toBe(1);
		expect(log.find(before)).toBeUndefined();
		expect(log.find(at)).toBeDefined();
	});

	it('keeps nobody waiting for one who reads, and leaves no trace once that is done', async () => {
		const path = join(await temporaryFolder(), 'quoth.db');
		const [database, other] = [openDatabase(path), openDatabase(path)];
		onTestFinished(() => {
			database.close();
			other.close();
		});
		const log = new QuestionLog(database);
		log.keep(asked({ memberId: 'ann', text: 'ann-secret' }));
		const reading = other.prepare('select text from question').iterate();
		reading.next();
		// were it to wait, it would for longer than a test may take
		expect(log.forget('ann', true).questions).toBe(1);
		reading.return?.();
		log.prune(0);
		const files = await Promise.all([path, `${path}-wal`].map((file) => readFile(file, 'latin1')));
		expect(files.join('')).not.toContain('ann-secret');
	});

	it('leaves no trace in the files of what a member asked and is forgotten', async () => {
		const text = fc.string({ unit: fc.constantFrom('x', 'y', 'z'), minLength: 30, maxLength: 3000 });
		const drawn = fc.array(fc.record({ text, memberId: fc.constantFrom('ann', 'ben') }), {
			minLength: 1,
			maxLength: 60,
		});
		await fc.assert(
			fc.asyncProperty(drawn, async (questions) => {
				const path = join(await temporaryFolder(), 'quoth.db');
				const database = openDatabase(path);
				const log = new QuestionLog(database);
				for (const { text: secret, memberId } of questions) {
					log.keep(asked({ memberId, text: `${memberId}-secret ${secret}` }));
				}
				const kept = questions.filter(({ memberId }) => memberId === 'ben').length;
				log.forget('ann', true);
				const files = await Promise.all([path, `${path}-wal`].map((file) => readFile(file, 'latin1')));
				expect(files.join('').match(/ann-secret/g)).toBeNull();
				expect(log.forget('ben', true).questions).toBe(kept);
				database.close();
				expect(await readFile(path, 'latin1')).not.toContain('-secret');
			}),
			{ numRuns: 30 },
		);
	});
});
