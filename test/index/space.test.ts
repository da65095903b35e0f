import { describe, expect, it } from 'vitest';
import { toEmbedding } from '../../embeddings/encoder.js';
import { openDatabase } from '../../index/database.js';
import { Encodings } from '../../index/encodings.js';
import {
	beginSpace,
	completeSpace,
	expectSpace,
	nextProgress,
	nextSpace,
	replaceSpace,
	stateOf,
	storedSpace,
	wantedSpaces,
	type Space,
} from '../../index/space.js';
import { Store } from '../../index/store.js';
import { documentOf } from '../support/collections.js';

const OLD: Space = { encoder: 'quoth/model@1', dimension: 3, vocabulary: 'tiny' };
const NEW: Space = { ...OLD, encoder: 'quoth/model@2' };
const OTHER: Space = { ...OLD, encoder: 'owner/other@1' };

/** A store of the old space with two documents. */
function storeOfTwo() {
	const database = openDatabase(':memory:');
	const store = new Store(database, OLD);
	const collection = store.collection('shared');
	const put = (source: string) => {
		const document = documentOf(source, `The well of ${source} is dry.`);
		const span = { start: 0, end: document.text.length };
		const embedding = toEmbedding(Float32Array.of(1, 2, 2));
		const passage = { span, sentences: [span], tokens: [Uint32Array.of(1)], context: [], contextTokens: [], embedding };
		store.put(collection, document, [passage]);
	};
	put('a.txt');
	put('b.txt');
	const encode = (space: number, row: number) => {
		const encodings = new Encodings(database, space);
		const unencoded = encodings.unencoded(row);
		return unencoded !== undefined && encodings.add(unencoded, [], new Uint32Array());
	};
	return { database, store, collection, put, encode };
}

describe('a space', () => {
	it('is searched only when every document has an encoding in it', () => {
		const { database, store, put, encode } = storeOfTwo();
		const id = beginSpace(database, NEW);
		expect(encode(id, 1)).toBe(true);
		expect(encode(id, 1)).toBe(false);
		expect(completeSpace(database, id)).toBe(false);
		expect(encode(id, 2)).toBe(true);
		put('c.txt');
		expect(completeSpace(database, id)).toBe(false);
		expect([storedSpace(database), nextProgress(database)]).toEqual([OLD, { space: NEW, done: 2, total: 3 }]);
		expect(store.isCurrent()).toBe(true);
		expect(encode(id, 3)).toBe(true);
		expect(completeSpace(database, id)).toBe(true);
		expect([storedSpace(database), nextSpace(database), stateOf(database, store.spaceId)]).toEqual([
			NEW,
			undefined,
			'left',
		]);
		expect(store.isCurrent()).toBe(false);
		// another process that came to the same end
		expect(completeSpace(database, id)).toBe(true);
	});

	it('is gone on with where it was, and given up for another one', () => {
		const { database, encode } = storeOfTwo();
		const id = beginSpace(database, NEW);
		encode(id, 1);
		expect(beginSpace(database, NEW)).toBe(id);
		const other = beginSpace(database, OTHER);
		expect(wantedSpaces(database)).toEqual([1, other]);
		expect(() => completeSpace(database, id)).toThrow('to embed the store with owner/other@1: this one has ended');
		expect(() => encode(id, 2)).toThrow('this one has ended');
		// what is left of it is still true
		expect(beginSpace(database, NEW)).toBe(id);
		expect(nextProgress(database)).toEqual({ space: NEW, done: 1, total: 2 });
		expect(beginSpace(database, OLD)).toBe(1);
		expect(nextSpace(database)).toBeUndefined();
	});

	it('takes the place of one whose model is gone, and counts as incomplete until it is filled', () => {
		const { database, store, collection, encode } = storeOfTwo();
		replaceSpace(database, OLD, NEW);
		const after = new Store(database, NEW);
		expect([store.isCurrent(), after.isCurrent(), after.missing()]).toEqual([false, true, { done: 0, total: 2 }]);
		const generation = after.generation(collection);
		encode(after.spaceId, 1);
		encode(after.spaceId, 2);
		// whoever has it open is told of each
		expect(after.generation(collection)).toBe(generation + 2);
		expect(after.missing()).toEqual({ done: 2, total: 2 });
		expect(completeSpace(database, after.spaceId)).toBe(true);
		expect(after.missing()).toBeUndefined();
		// another process that saw the old one
		replaceSpace(database, OLD, OTHER);
		expect(storedSpace(database)).toEqual(NEW);
	});

	it('is refused where the store has another one', () => {
		const { database } = storeOfTwo();
		expect(expectSpace(database, OLD)).toBe(1);
		expect(() => expectSpace(database, OTHER)).toThrow(
			'The store was written with the model quoth/model@1, and owner/other@1 was asked for: their vectors do not compare. `quoth model use owner/other`',
		);
		expect(() => expectSpace(database, { ...OLD, vocabulary: 'large' })).toThrow('their vectors do not compare');
	});
});
