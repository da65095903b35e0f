import type { Document } from '../articles/document.js';

/** UTF-16 units of text that are held: the articles of a few questions, or one large one. */
const MOST_UNITS = 8_000_000;

/** The documents that were read last, so that the passages of one question do not read their document again and again. */
export class DocumentCache {
	readonly #documents = new Map<number, Document>();
	#units = 0;

	/** @param isCurrent whether a document that is held is still the one that is stored in its row */
	get(row: number, isCurrent: (held: Document) => boolean, read: () => Document): Document {
		const held = this.#documents.get(row);
		if (held !== undefined) {
			this.#forget(row, held);
			if (isCurrent(held)) return this.#hold(row, held);
		}
		return this.#hold(row, read());
	}

	#hold(row: number, document: Document): Document {
		this.#documents.set(row, document);
		this.#units += document.text.length;
		for (const [other, { text }] of this.#documents) {
			if (this.#units <= MOST_UNITS || other === row) break;
			this.#documents.delete(other);
			this.#units -= text.length;
		}
		return document;
	}

	#forget(row: number, { text }: Document): void {
		this.#documents.delete(row);
		this.#units -= text.length;
	}
}
