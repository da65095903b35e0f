import { toDocument } from '../../articles/to-document.js';
import type { Document } from '../../articles/document.js';
import type { Draft } from '../../articles/draft.js';
import { Collection, type CollectionOptions } from '../../index/collection.js';
import { openDatabase, type Database } from '../../index/database.js';
import type { Models } from '../../index/question.js';
import { Store } from '../../index/store.js';

/** The document of an article as the readers give it. Its title says nothing that a test asks for. */
export function documentOf(source: string, text: string, language: string | null = null): Document {
	return toDocument({ source, title: 'Notes', publishedAt: null, language, blocks: paragraphs(text), leftOut: [] });
}

/** One for each line. */
export function paragraphs(text: string): Draft[] {
	return text.split('\n').map((line) => ({ kind: 'paragraph', text: line }));
}

export function storeFor({ encoder, lexicon }: Models, database: Database = openDatabase(':memory:')): Store {
	return new Store(database, {
		encoder: encoder.id,
		dimension: encoder.dimension,
		vocabulary: lexicon.vocabulary,
	});
}

/** A collection of `store`, in memory unless a folder is given. */
export function collectionOf(
	models: Models,
	store: Store,
	options: Partial<Pick<CollectionOptions, 'name' | 'folder' | 'onNotice' | 'onProgress'>> = {},
): Promise<Collection> {
	const { encoder, lexicon } = models;
	const space = `${encoder.id} ${lexicon.vocabulary}`;
	return Collection.open({ store, name: 'shared', dimension: encoder.dimension, space, folder: null, ...options });
}
