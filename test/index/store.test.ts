import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../articles/document.js';
import { toEmbedding } from '../../embeddings/encoder.js';
import { isDiskFull, openDatabase } from '../../index/database.js';
import type { EncodedPassage } from '../../embeddings/encoder.js';
import { storedSpace, type Space } from '../../index/space.js';
import { Store } from '../../index/store.js';
import { documentOf } from '../support/collections.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const SPACE: Space = { encoder: 'tiny@1', dimension: 3, vocabulary: 'tiny' };

function passageOf({ text }: Document, start = 0, end = text.length): EncodedPassage {
	const span = { start, end };
	const embedding = toEmbedding(Float32Array.of(1, 2, 2));
	const tokens = [Uint32Array.of(1, 65_535)];
	return { span, sentences: [span], tokens, context: [], contextTokens: [], embedding };
}

function memoryStore() {
	const database = openDatabase(':memory:');
	const store = new Store(database, SPACE);
	return { database, store, shared: store.collection('shared') };
}

describe('Store', () => {
	it('gives back a document as it was stored', () => {
		const { store, shared } = memoryStore();
		const document = { ...documentOf('notes/well.txt', 'The well is dry.', 'en'), publishedAt: '2024-06' };
		store.put(shared, document, [passageOf(document)]);
		expect(store.documentById(shared, document.id)).toEqual(document);
		expect(store.documentKeys(shared)).toEqual([document.id]);
		expect(store.revisionOf(shared, document.id)).toBe(document.revision);
	});

	it('gives back the document that stands in a row now, though another was read from it', () => {
		const { store, shared } = memoryStore();
		const [first, second] = [documentOf('a.txt', 'The well is dry.'), documentOf('a.txt', 'The well is full.')];
		store.put(shared, first, [passageOf(first)]);
		expect(store.document(1)).toEqual(first);
		expect(store.document(1)).toBe(store.document(1));
		store.put(shared, second, [passageOf(second)]);
		expect(store.document(store.passage(store.passageIds(shared)[0]!).documentRow)).toEqual(second);
	});

	it('gives back spans, tokens and embeddings bit for bit', () => {
		const sentence = fc.record({
			words: fc.string({ unit: 'grapheme', minLength: 1 }),
			tokens: fc.uint16Array({ maxLength: 30 }),
		});
		const embedding = fc
			.float32Array({ minLength: 3, maxLength: 3, noNaN: true, min: -1, max: 1 })
			.filter((values) => Math.hypot(...values) > 1e-3);
		const passage = fc.record({ sentences: fc.array(sentence, { minLength: 1, maxLength: 5 }), embedding });
		fc.assert(
			fc.property(fc.array(passage, { minLength: 1, maxLength: 4 }), (drawn) => {
				const { store, shared } = memoryStore();
				let text = '';
				const passages = drawn.map(({ sentences, embedding: values }): EncodedPassage => {
					const spans = sentences.map(({ words }) => {
						const start = text.length;
						text += `${words}\n`;
						return { start, end: start + words.length };
					});
					return {
						span: { start: spans[0]!.start, end: spans.at(-1)!.end },
						sentences: spans,
						tokens: sentences.map(({ tokens }) => Uint32Array.from(tokens)),
						context: spans.slice(1),
						contextTokens: sentences.slice(1).map(({ tokens }) => Uint32Array.from(tokens)),
						embedding: toEmbedding(values),
					};
				});
				const { added } = store.put(shared, { ...documentOf('a', 'a'), text }, passages);
				expect(added.map((id) => store.passage(id))).toEqual(
					passages.map((stored, i) => ({ ...stored, id: added[i], documentRow: 1 })),
				);
				expect(added.map((id) => store.embedding(id))).toEqual(passages.map((stored) => stored.embedding));
				expect(Array.from(store.passages(shared), ({ passage: { id } }) => id)).toEqual(added);
				store.close();
			}),
			{ numRuns: 50 },
		);
	});

	it('puts another wording in the place of the earlier one, and says whose passages are gone', () => {
		const { store, shared } = memoryStore();
		const [before, after] = [documentOf('a.txt', 'The well is dry.'), documentOf('a.txt', 'The well is full again.')];
		const first = store.put(shared, before, [passageOf(before), passageOf(before, 4, 8)]);
		const second = store.put(shared, after, [passageOf(after)]);
		expect(second.removed).toEqual(first.added);
		expect(second.generation).toBe(first.generation + 1);
		expect(store.passageIds(shared)).toEqual(second.added);
		expect(store.revisionOf(shared, after.id)).toBe(after.revision);
		expect(() => store.passage(first.added[0]!)).toThrow('No passage 1 in the store');
	});

	it('never uses the id of a removed passage again', () => {
		const { store, shared } = memoryStore();
		const document = documentOf('a.txt', 'The well is dry.');
		const seen = new Set<number>();
		for (let i = 0; i < 5; i++) {
			const [id] = store.put(shared, document, [passageOf(document)]).added;
			expect(seen.has(id!)).toBe(false);
			seen.add(id!);
			store.remove(shared, document.id);
		}
	});

	it('removes by id and by source, and says when there is no such document', () => {
		const { store, shared } = memoryStore();
		for (const key of ['id', 'source'] as const) {
			const document = documentOf('a.txt', 'The well is dry.');
			const { added, generation } = store.put(shared, document, [passageOf(document)]);
			expect(store.remove(shared, document[key])).toEqual({ added: [], removed: added, generation: generation + 1 });
			expect(store.counts(shared)).toEqual({ documents: 0, passages: 0, languages: {} });
		}
		const { generation } = store.collections()[0]!;
		expect(store.remove(shared, 'a.txt')).toBeUndefined();
		expect(store.generation(shared)).toBe(generation);
	});

	it('keeps collections apart', () => {
		const { store, shared } = memoryStore();
		const other = store.collection('other');
		const document = documentOf('a.txt', 'The well is dry.', 'en');
		const [inShared] = store.put(shared, document, [passageOf(document)]).added;
		const [inOther] = store.put(other, document, [passageOf(document)]).added;
		const generation = store.generation(shared);
		store.put(other, documentOf('a.txt', 'Changed.'), []);
		expect(store.generation(shared)).toBe(generation);
		expect(store.passageIds(shared)).toEqual([inShared]);
		expect(inOther).not.toBe(inShared);
		expect(store.remove(other, 'a.txt')).toBeDefined();
		expect(store.counts(shared)).toEqual({ documents: 1, passages: 1, languages: { en: 1 } });
		expect(store.collection('shared')).toBe(shared);
		expect(store.collections().map(({ name }) => name)).toEqual(['other', 'shared']);
	});

	it('counts documents by language, the most spoken first', () => {
		const { store, shared } = memoryStore();
		for (const [source, language] of Object.entries({ a: 'fr', b: 'lo', c: 'lo', d: 'en' })) {
			store.put(shared, { ...documentOf(source, 'Text.'), language }, []);
		}
		expect(Object.entries(store.counts(shared).languages)).toEqual([
			['lo', 2],
			['en', 1],
			['fr', 1],
		]);
	});

	it('refuses another model, and names the command that changes it', () => {
		const { database } = memoryStore();
		const open = () => new Store(database, { ...SPACE, encoder: 'owner/large@abc' });
		expect(open).toThrow('The store was written with the model tiny@1, and owner/large@abc was asked for');
		expect(open).toThrow('`quoth model use owner/large`');
		expect(storedSpace(database)).toEqual(SPACE);
	});

	it('stores nothing of a document when the disk is full, and goes on when there is room', () => {
		const { database, store, shared } = memoryStore();
		const first = documentOf('a.txt', 'The well is dry.');
		const kept = store.put(shared, first, [passageOf(first)]);
		const pages = database.pragma('page_count', { simple: true }) as number;
		database.pragma(`max_page_count = ${pages + 2}`);
		const large = documentOf('b.txt', 'The well is dry. '.repeat(2000));
		const passages = Array.from({ length: 200 }, () => passageOf(large));
		let refusal: unknown;
		try {
			store.put(shared, large, passages);
		} catch (error) {
			refusal = error;
		}
		expect(isDiskFull(refusal)).toBe(true);
		expect(store.passageIds(shared)).toEqual(kept.added);
		expect(store.generation(shared)).toBe(kept.generation);
		expect(store.documentById(shared, large.id)).toBeUndefined();
		expect(store.faults()).toEqual([]);

		database.pragma(`max_page_count = ${pages + 10_000}`);
		expect(store.put(shared, large, passages).added).toHaveLength(200);
	});

	it('keeps the earlier wording when the disk is full', () => {
		const { database, store, shared } = memoryStore();
		const before = documentOf('a.txt', 'The well is dry.');
		store.put(shared, before, [passageOf(before)]);
		database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true }) as number}`);
		const after = documentOf('a.txt', 'The well is full again. '.repeat(20_000));
		expect(() => store.put(shared, after, [passageOf(after)])).toThrow('full');
		expect(store.documentById(shared, before.id)).toEqual(before);
		expect(store.counts(shared).passages).toBe(1);
	});
});

describe('isDiskFull', () => {
	it('tells a full disk from other failures', () => {
		expect(isDiskFull(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))).toBe(true);
		expect(isDiskFull(Object.assign(new Error('no such file'), { code: 'ENOENT' }))).toBe(false);
		expect(isDiskFull('ENOSPC')).toBe(false);
	});
});

describe('openDatabase', () => {
	it('keeps what was stored', async () => {
		const path = join(await temporaryFolder(), 'deep', 'quoth.db');
		const document = documentOf('a.txt', 'The well is dry.');
		const before = new Store(openDatabase(path), SPACE);
		before.put(before.collection('shared'), document, [passageOf(document)]);
		before.close();
		const after = new Store(openDatabase(path), SPACE);
		expect(after.documentById(after.collection('shared'), document.id)).toEqual(document);
		after.close();
	});

	it('refuses a file that is no database, by name and with a way out', async () => {
		const path = join(await temporaryFolder(), 'quoth.db');
		writeFileSync(path, 'Dear diary, '.repeat(1000));
		expect(() => openDatabase(path)).toThrow(`${path} is not a database: move it away, or name another folder`);
	});

	it('refuses a schema of another version', async () => {
		const path = join(await temporaryFolder(), 'quoth.db');
		const database = openDatabase(path);
		database.pragma('user_version = 99');
		database.close();
		expect(() => openDatabase(path)).toThrow(`${path} was written by another version of Quoth (schema 99`);
	});

	it('remembers no space before a store was opened', () => {
		expect(storedSpace(openDatabase(':memory:'))).toBeUndefined();
	});
});
