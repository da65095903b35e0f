import { Collection } from '../index/collection.js';
import { openDatabase } from '../index/database.js';
import type { Models } from '../index/question.js';
import { Store } from '../index/store.js';

/** A collection that is not kept, for measuring. It takes no file and leaves none. */
export function openInMemory({ encoder, lexicon }: Models): Promise<Collection> {
	const store = new Store(openDatabase(':memory:'), { encoder: encoder.id, dimension: encoder.dimension, vocabulary: lexicon.vocabulary });
	return Collection.open({ store, name: 'measured', dimension: encoder.dimension, space: encoder.id, folder: null });
}
