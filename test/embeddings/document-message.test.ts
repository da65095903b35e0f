import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../articles/assemble.js';
import type { Draft } from '../../articles/draft.js';
import { fromMessage, toMessage } from '../../embeddings/document-message.js';
import { createHashingEncoder } from '../support/hashing-encoder.js';

describe('toMessage and fromMessage', () => {
	it('carry a document over as it is, sentences shared by two passages among it', async () => {
		const encoder = createHashingEncoder({ dimension: 8 });
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.lorem({ maxCount: 12, mode: 'words' }), { maxLength: 20 }),
				fc.integer({ min: 1, max: 40 }),
				async (sentences, passageTokens) => {
					const text = sentences.map((words) => `A${words}.`).join(' ');
					const drafts: Draft[] = [
						{ kind: 'paragraph', text },
						{ kind: 'heading', level: 2, text: 'Of roads' },
						{ kind: 'paragraph', text },
					];
					const document = { title: 'Of bridges', ...assemble(drafts), language: 'la' };
					const encoded = await encoder.encodeDocument(document, passageTokens);
					expect(fromMessage(structuredClone(toMessage(encoded)))).toEqual(encoded);
				},
			),
			{ numRuns: 50 },
		);
	});
});
