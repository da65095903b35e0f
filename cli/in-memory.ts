import { spaceOfModels } from '../bot/app.js';
import { Collection } from '../index/collection.js';
import { openDatabase } from '../index/database.js';
import type { Models } from '../index/question.js';
import { Store } from '../index/store.js';

/** A collection that is not kept, for measuring. It takes no file and leaves none. */
export function openInMemory(models: Models): Promise<Collection> {
	const { id, dimension } = models.encoder;
	const store = new Store(openDatabase(':memory:'), spaceOfModels(models));
	return Collection.open({ store, name: 'measured', dimension, space: id, folder: null });
}
