import type { ListedDocument } from './rows.js';
import type { Store } from './store.js';
import { lookAt, type Looked } from './typed.js';
import { fold } from './words.js';

/** The same, with what it is looked for by. */
export interface FoldedDocument extends ListedDocument {
	readonly lookedTitle: Looked;
	readonly foldedSource: string;
}

/** The documents of one collection in the order in which they were stored, kept at hand until one of them changes. */
export class DocumentList {
	readonly #store: Store;
	readonly #collection: number;
	#generation = -1;
	#documents: readonly FoldedDocument[] = [];

	constructor(store: Store, collection: number) {
		this.#store = store;
		this.#collection = collection;
	}

	/** Reads them anew where another generation of the collection is stored than was read. */
	read(): readonly FoldedDocument[] {
		const generation = this.#store.generation(this.#collection);
		if (generation !== this.#generation) {
			// what has not changed need not be folded again
			const before = new Map(this.#documents.map((document) => [document.row, document]));
			this.#documents = this.#store.listDocuments(this.#collection).map((document) => {
				const kept = before.get(document.row);
				// the row of a document that was removed may be another's by now
				if (kept?.id === document.id && kept.revision === document.revision) return kept;
				return { ...document, lookedTitle: lookAt(document.title), foldedSource: fold(document.source) };
			});
			this.#generation = generation;
		}
		return this.#documents;
	}
}
