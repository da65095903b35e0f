import { beforeEach, describe, expect, it } from 'vitest';
import {
	DAY_MS,
	DIRECT,
	OTHER,
	PIER,
	PIER_QUESTION,
	SERVER,
	fileOf,
	memoryLibrary,
	type MemoryLibrary,
} from '../../support/memory-library.js';

describe('openLibrary', () => {
	let parts: MemoryLibrary;
	beforeEach(async () => {
		parts = await memoryLibrary();
	});

	describe('rate and gaps', () => {
		it('counts what was not answered, called wrong or wanted, in its own server', async () => {
			await parts.library.add(SERVER, fileOf('ferry.txt', PIER));
			const good = await parts.ask(SERVER, PIER_QUESTION);
			const bad = await parts.ask(SERVER, 'Which volcano erupted on Jupiter?');
			await parts.ask(SERVER, 'which VOLCANO erupted on jupiter', { memberId: 'ben' });
			await parts.ask(OTHER, 'Which volcano erupted on Mars?');
			await parts.ask(DIRECT, 'Which volcano erupted on Venus?');
			await parts.ask(SERVER, '??');
			expect(bad.answered).toBe(false);
			expect(await parts.library.rate(SERVER, good.id, 'ben', 'right')).toBe(true);
			expect(await parts.library.rate(SERVER, bad.id, 'ben', 'wanted')).toBe(true);
			expect(await parts.library.rate(SERVER, bad.id, 'eve', 'wanted')).toBe(true);
			expect(await parts.library.rate(OTHER, bad.id, 'eve', 'wrong')).toBe(false);
			expect(await parts.library.gaps(SERVER, 30)).toMatchObject({
				asked: 3,
				unanswered: 2,
				right: 1,
				wrong: 0,
				gaps: [{ asked: 2, wanted: 2, languages: ['en'], questions: ['which VOLCANO erupted on jupiter'] }],
			});
			await parts.library.rate(SERVER, good.id, 'ben', 'wrong');
			expect(await parts.library.gaps(SERVER, 30)).toMatchObject({
				right: 0,
				wrong: 1,
				gaps: [{}, { question: PIER_QUESTION }],
			});
			expect(await parts.library.gaps(DIRECT, 30)).toEqual({ gaps: [], asked: 0, unanswered: 0, right: 0, wrong: 0 });
			parts.clock.now += 2 * DAY_MS;
			expect((await parts.library.gaps(SERVER, 1)).asked).toBe(0);
		});

		it('counts nothing of a server that does not want it, nor of members who opted out', async () => {
			await parts.library.changeSettings('1', { gaps: false });
			const { id } = await parts.ask(SERVER, PIER_QUESTION);
			expect(await parts.library.answer(SERVER, id)).toBeDefined();
			await parts.library.changeSettings('1', { gaps: true, citations: 2 });
			await parts.library.forget('ann', false);
			expect((await parts.ask(SERVER, PIER_QUESTION)).memberId).toBeNull();
			expect((await parts.library.gaps(SERVER, 30)).asked).toBe(0);
			expect([...(await parts.library.settings())]).toEqual([['1', { gaps: true, citations: 2 }]]);
		});

		it('forgets a member in every place', async () => {
			const [a, b] = [await parts.ask(SERVER, PIER_QUESTION), await parts.ask(DIRECT, PIER_QUESTION)];
			const other = await parts.ask(OTHER, PIER_QUESTION, { memberId: 'ben' });
			await parts.library.rate(OTHER, other.id, 'ann', 'wanted');
			expect(await parts.library.forget('ann', true)).toMatchObject({ questions: 2, verdicts: 1 });
			expect([await parts.library.answer(SERVER, a.id), await parts.library.answer(DIRECT, b.id)]).toEqual([
				undefined,
				undefined,
			]);
			expect(await parts.library.answer(OTHER, other.id)).toBeDefined();
		});
	});
});
