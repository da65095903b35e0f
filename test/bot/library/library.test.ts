import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { collectionOfGuild } from '../../../bot/library/collections.js';
import { madeUpText } from '../../support/articles.js';
import {
	DAY_MS,
	DIRECT,
	HONEY,
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

	describe('ask', () => {
		it('answers from the server’s own articles and the shared ones, and says whose they are', async () => {
			await parts.library.add(SERVER, fileOf('ferry.txt', PIER));
			await parts.share('bees.txt', HONEY);
			const answer = await parts.ask(SERVER, PIER_QUESTION);
			expect(answer).toMatchObject({
				answered: true,
				question: PIER_QUESTION,
				memberId: 'ann',
				guildId: '1',
				askedAt: parts.clock.now,
				reason: null,
				gone: 0,
				searched: 2,
			});
			expect(answer.id).toMatch(/^[\w-]{12}$/);
			expect(answer.citations[0]).toMatchObject({ n: 1, quote: PIER, source: 'ferry.txt', library: 'server' });
			const honey = await parts.ask(SERVER, 'Where is their honey sold at the Saturday market?');
			expect(honey.citations[0]).toMatchObject({ library: 'shared', source: 'bees.txt' });
			expect(honey.citations[0]).toMatchObject({
				context: { quote: 'Forty beekeepers founded an association.' },
				before: '',
			});
		});

		it('never cites or shows an article of another server, and no server’s in direct messages', async () => {
			await parts.library.add(SERVER, fileOf('ferry.txt', PIER));
			await parts.share('bees.txt', HONEY);
			for (const place of [OTHER, DIRECT]) {
				const { citations, further } = await parts.ask(place, PIER_QUESTION);
				expect([...citations, ...further].map(({ source }) => source)).not.toContain('ferry.txt');
			}
		});

		it('quotes what stands in the article, with the words around it and the sum of its bytes', async () => {
			for (const i of [0, 1, 2]) await parts.library.add(SERVER, fileOf(`${i}.txt`, madeUpText(i)));
			const { citations, further } = await parts.ask(SERVER, 'How many households does the register of Trea count?');
			const collection = await parts.app.collection(collectionOfGuild('1'));
			const all = [...citations, ...further];
			expect(all.length).toBe(3);
			expect(all.map(({ n }) => n)).toEqual(all.map((_, i) => i + 1));
			for (const { documentId, start, end, passage, quote, context, before, after, sha256 } of all) {
				const { text } = collection.store.documentById(collection.id, documentId)!;
				expect(quote).toBe(text.slice(start, end));
				const lead = context === null ? '' : text.slice(context.start, start);
				expect(before + lead + quote + after).toBe(text.slice(passage.start, passage.end));
				expect(sha256).toBe(createHash('sha256').update(quote).digest('hex'));
			}
		});

		it('says why there is no answer, and makes no collection by asking', async () => {
			expect(await parts.ask(SERVER, PIER_QUESTION)).toMatchObject({
				answered: false,
				reason: 'nothing-indexed',
				searched: 0,
			});
			expect(parts.app.store.collections()).toEqual([]);
			await parts.library.add(SERVER, fileOf('ferry.txt', PIER));
			expect(await parts.ask(SERVER, '?!')).toMatchObject({ reason: 'empty-question' });
			expect(await parts.ask(SERVER, PIER_QUESTION, { filters: { language: 'fi' } })).toMatchObject({
				reason: 'nothing-matches',
				searched: 0,
			});
		});

		it('takes the questions before a follow-up, of this place alone, for what tells what it is about', async () => {
			await parts.library.add(SERVER, fileOf('ferry.txt', `${PIER} A ticket costs four crowns.`));
			await parts.library.add(
				SERVER,
				fileOf('bus.txt', 'The Lindenau bus stops at the mill. A ticket costs nine crowns.'),
			);
			const bus = await parts.ask(SERVER, 'Where does the Lindenau bus stop?');
			const cost = 'What does a ticket cost?';
			const follow = await parts.ask(SERVER, cost, { after: bus.id });
			expect(follow.citations[0]?.source).toBe('bus.txt');
			const again = await parts.ask(SERVER, 'A ticket costs how many crowns?', { after: follow.id });
			expect(again.citations[0]?.source).toBe('bus.txt');
			const unknown = await parts.ask(SERVER, cost, { after: 'unknown-----' });
			expect(unknown.citations).toEqual((await parts.ask(SERVER, cost)).citations);
		});
	});

	describe('answer', () => {
		it('gives an answer again in its own server alone', async () => {
			await parts.library.add(SERVER, fileOf('ferry.txt', PIER));
			await parts.share('bees.txt', HONEY);
			const [inServer, inDirect] = [await parts.ask(SERVER, PIER_QUESTION), await parts.ask(DIRECT, HONEY)];
			expect(await parts.library.answer(SERVER, inServer.id)).toEqual(inServer);
			expect(await parts.library.answer({ guildId: '1', channelId: '99' }, inServer.id)).toEqual(inServer);
			expect(await parts.library.answer(OTHER, inServer.id)).toBeUndefined();
			expect(await parts.library.answer(DIRECT, inServer.id)).toBeUndefined();
			expect(await parts.library.answer(DIRECT, inDirect.id)).toEqual(inDirect);
			expect(await parts.library.answer(SERVER, inDirect.id)).toBeUndefined();
			expect(await parts.library.answer(SERVER, 'unknown-----')).toBeUndefined();
		});

		it('leaves out and counts sentences whose article was changed or removed since', async () => {
			await parts.library.add(SERVER, fileOf('ferry.txt', PIER));
			await parts.library.add(SERVER, fileOf('bees.txt', HONEY));
			const { id, citations, further } = await parts.ask(SERVER, PIER_QUESTION);
			const total = citations.length + further.length;
			expect(total).toBe(2);
			await parts.library.add(SERVER, fileOf('ferry.txt', 'In winter the Ormond ferry lands at the new stone pier.'));
			const changed = await parts.library.answer(SERVER, id);
			expect(changed).toMatchObject({ answered: true, citations: [], gone: 1 });
			expect(changed?.further.map(({ n }) => n)).toEqual([2]);
			await parts.library.remove(SERVER, 'bees.txt');
			expect(await parts.library.answer(SERVER, id)).toMatchObject({ citations: [], further: [], gone: total });
			await parts.library.add(SERVER, fileOf('ferry.txt', PIER));
			expect((await parts.library.answer(SERVER, id))?.citations[0]?.quote).toBe(PIER);
		});

		it('forgets answers after as many days as it was told', async () => {
			const { id } = await parts.ask(SERVER, PIER_QUESTION);
			parts.clock.now += 29 * DAY_MS;
			const later = await parts.ask(SERVER, PIER_QUESTION);
			expect(await parts.library.answer(SERVER, id)).toBeDefined();
			parts.clock.now += 2 * DAY_MS;
			await parts.ask(SERVER, PIER_QUESTION);
			expect(await parts.library.answer(SERVER, id)).toBeUndefined();
			expect(await parts.library.answer(SERVER, later.id)).toBeDefined();
		});
	});

	it('says what is stored', async () => {
		await parts.library.add(SERVER, fileOf('bees.txt', HONEY));
		await parts.share('ferry.txt', PIER);
		expect(await parts.library.status(SERVER)).toMatchObject({
			server: { documents: 1, passages: 1, languages: { en: 1 } },
			shared: { documents: 1, passages: 1 },
			model: parts.encoder.id,
			dimension: parts.encoder.dimension,
		});
		expect((await parts.library.status(OTHER)).server).toEqual({ documents: 0, passages: 0, languages: {} });
		expect((await parts.library.status(DIRECT)).server).toBeNull();
	});
});
