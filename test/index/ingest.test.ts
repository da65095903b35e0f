import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeDocument, ingestDocument, PASSAGE_TOKENS } from '../../index/ingest.js';
import { openDatabase } from '../../index/database.js';
import { verifyCollection } from '../../index/verify.js';
import { assemble } from '../../articles/assemble.js';
import { madeUpText } from '../support/articles.js';
import { collectionOf, documentOf, storeFor } from '../support/collections.js';
import { hashingModels } from '../support/hashing-encoder.js';

async function openCollection() {
	const models = hashingModels();
	const collection = await collectionOf(models, storeFor(models));
	return { models, collection };
}

describe('ingestDocument', () => {
	it('stores a document once: the same wording again costs nothing', async () => {
		const { models, collection } = await openCollection();
		const document = documentOf('a.txt', madeUpText(1, 60), 'en');
		const outcome = await ingestDocument(collection, models, document);
		const passages = collection.vectors.size;
		expect(outcome).toEqual({ kind: 'added', passages });
		expect(passages).toBeGreaterThan(2);
		const { encodedTexts } = models.encoder;
		const { generation } = collection;
		expect(await ingestDocument(collection, models, document)).toEqual({ kind: 'unchanged' });
		expect(models.encoder.encodedTexts).toBe(encodedTexts);
		expect(collection.generation).toBe(generation);
	});

	it('puts a changed wording in the place of the earlier one, in the store and in both indexes', async () => {
		const { models, collection } = await openCollection();
		await ingestDocument(collection, models, documentOf('a.txt', madeUpText(1, 60), 'en'));
		const before = new Set(collection.vectors.ids);
		const outcome = await ingestDocument(collection, models, documentOf('a.txt', madeUpText(2), 'en'));
		expect(outcome).toEqual({ kind: 'updated', passages: collection.vectors.size });
		for (const passage of before) {
			expect(collection.vectors.ids.has(passage)).toBe(false);
			expect(collection.lexical.placeOf(passage)).toBeUndefined();
		}
		expect(collection.store.counts(collection.id).documents).toBe(1);
		expect(verifyCollection(collection).faults).toEqual([]);
	});

	it('takes another title, date or language for another wording', async () => {
		const { models, collection } = await openCollection();
		const text = 'The well in Ormond is dry.';
		const put = async (language: string, title: string) => {
			const { kind } = await ingestDocument(collection, models, {
				...documentOf('a.txt', text),
				language,
				title,
				revision: `${language} ${title}`,
			});
			return kind;
		};
		expect([await put('en', 'A'), await put('en', 'B'), await put('fr', 'B'), await put('fr', 'B')]).toEqual([
			'added',
			'updated',
			'updated',
			'unchanged',
		]);
		expect(collection.lexical.shard('en')?.size).toBe(0);
		expect(collection.lexical.shard('fr')?.size).toBe(1);
	});

	it('stores one of two that come at once with the same wording', async () => {
		const { models, collection } = await openCollection();
		const document = documentOf('a.txt', madeUpText(1), 'en');
		const outcomes = await Promise.all(
			[document, document, document].map((same) => ingestDocument(collection, models, same)),
		);
		expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['added', 'unchanged', 'unchanged']);
		expect(verifyCollection(collection)).toMatchObject({ documents: 1, faults: [] });
	});

	it('holds an article of one very long sentence, and of one letter', async () => {
		const { models, collection } = await openCollection();
		await ingestDocument(collection, models, documentOf('long.txt', `${'rain and wind '.repeat(5000)}.`, 'en'));
		await ingestDocument(collection, models, documentOf('short.txt', 'x'));
		expect(verifyCollection(collection)).toMatchObject({ documents: 2, faults: [] });
	});
});

describe('encodeDocument', () => {
	const sentence = fc.oneof(
		fc
			.array(fc.constantFrom('ferry', 'Ormond', 'được', '209', 'rain'), { minLength: 1, maxLength: 60 })
			.map((words) => `${words.join(' ')}.`),
		fc.constantFrom(
			'勐岚村今年春茶总产量是56吨。',
			'ສະພານຍາວ 286 ແມັດ.',
			'สะพานยาว 286 เมตร',
			'Wait… what?!',
			'👩‍👩‍👧‍👦 👍',
			'“Yes.”',
			'- - -',
		),
	);
	const text = fc.array(sentence, { minLength: 1, maxLength: 30, size: 'max' }).map((sentences) => sentences.join(' '));

	it('covers the whole text with passages of whole sentences within the limit', async () => {
		const models = hashingModels();
		await fc.assert(
			fc.asyncProperty(text, async (drawn) => {
				const assembled = assemble([{ kind: 'paragraph', text: drawn }]);
				const document = { ...documentOf('a.txt', 'x'), ...assembled, language: 'en' };
				const { passages } = await encodeDocument(models, document);
				const covered = new Uint8Array(document.text.length);
				for (const { span, sentences, tokens, embedding } of passages) {
					covered.fill(1, span.start, span.end);
					expect([sentences[0]?.start, sentences.at(-1)?.end]).toEqual([span.start, span.end]);
					expect(tokens).toEqual(
						await models.encoder.tokenize(sentences.map(({ start, end }) => document.text.slice(start, end))),
					);
					const length = tokens.reduce((sum, ids) => sum + ids.length, 0);
					expect(length <= PASSAGE_TOKENS || sentences.length === 1).toBe(true);
					expect(embedding).toHaveLength(models.encoder.dimension);
				}
				const left = Array.from(document.text, (_, i) => (covered[i] === 1 ? '' : document.text[i])).join('');
				expect(left.trim()).toBe('');
			}),
			{ numRuns: 60 },
		);
	});

	it('keeps to the limit of a model that reads less', async () => {
		const models = hashingModels({ maxTokens: 40 });
		const { passages } = await encodeDocument(models, documentOf('a.txt', madeUpText(1, 30), 'en'));
		for (const { tokens } of passages)
			expect(tokens.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(40);
	});
});

/** The numbers of a blob of 32-bit ones. */
function numbersIn(blob: Buffer): Uint32Array {
	return new Uint32Array(Uint8Array.from(blob).buffer);
}

describe('verifyCollection', () => {
	it('counts what it checked, and finds nothing amiss in what was ingested', async () => {
		const { models, collection } = await openCollection();
		for (let seed = 0; seed < 5; seed++)
			await ingestDocument(collection, models, documentOf(`${seed}.txt`, madeUpText(seed, 40), 'en'));
		const { documents, passages, sentences, faults } = verifyCollection(collection);
		expect({ documents, passages, faults }).toEqual({ documents: 5, passages: collection.vectors.size, faults: [] });
		expect(sentences).toBeGreaterThan(5 * 40);
	});

	it('says which index lacks a passage', async () => {
		const { models, collection } = await openCollection();
		await ingestDocument(collection, models, documentOf('a.txt', madeUpText(1), 'en'));
		const [first] = collection.vectors.ids;
		collection.vectors.remove(first!);
		expect(verifyCollection(collection).faults).toEqual(['the vector index of "shared" holds 0 passages, the store 1']);
		collection.lexical.remove(first!);
		expect(verifyCollection(collection).faults).toHaveLength(2);
	});

	it('notices every span that was moved, wherever it is moved to', async () => {
		const models = hashingModels();
		const database = openDatabase(':memory:');
		const collection = await collectionOf(models, storeFor(models, database));
		await ingestDocument(collection, models, documentOf('a.txt', madeUpText(1, 40), 'en'));
		const rows = database.prepare<[], { id: number; sentences: Buffer }>('select id, sentences from passage').all();
		const update = database.prepare<[Buffer, number]>('update passage set sentences = ? where id = ?');
		const place = fc.record({
			row: fc.nat(rows.length - 1),
			at: fc.nat(500),
			isEnd: fc.boolean(),
			by: fc.integer({ min: -30, max: 30 }).filter((by) => by !== 0),
		});
		fc.assert(
			fc.property(place, ({ row, at, isEnd, by }) => {
				const { id, sentences } = rows[row]!;
				const numbers = numbersIn(sentences);
				const field = (at % (numbers.length / 3)) * 3 + (isEnd ? 1 : 0);
				const moved = numbers.slice();
				moved[field] = Math.max(0, numbers[field]! + by);
				if (moved[field] === numbers[field]) return;
				update.run(Buffer.from(moved.buffer), id);
				const { faults } = verifyCollection(collection);
				update.run(sentences, id);
				expect(faults.length).toBeGreaterThan(0);
				expect(faults.every((fault) => fault.includes('"a.txt"'))).toBe(true);
			}),
			{ numRuns: 300 },
		);
		expect(verifyCollection(collection).faults).toEqual([]);
	});

	it('notices a vector of another length, a text that was cut, and a document without passages', async () => {
		const models = hashingModels();
		const database = openDatabase(':memory:');
		const collection = await collectionOf(models, storeFor(models, database));
		const faultsAfter = async (change: string) => {
			collection.remove('a.txt');
			await ingestDocument(collection, models, documentOf('a.txt', madeUpText(1), 'en'));
			database.exec(change);
			return verifyCollection(collection).faults.join('; ');
		};
		expect(await faultsAfter('update passage set embedding = zeroblob(256)')).toContain('has length 0, expected 1');
		expect(await faultsAfter('update document set text = substr(text, 1, 100)')).toContain('outside its text');
		expect(await faultsAfter("update document set text = text || ' And more.'")).toContain('no sentence holds');
		expect(await faultsAfter('delete from passage')).toContain('1 documents of "shared" have no passages');
	});
});
