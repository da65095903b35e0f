import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
					const document = { title: 'Of bridges', text, language: 'la' };
					const encoded = await encoder.encodeDocument(document, passageTokens);
					expect(fromMessage(structuredClone(toMessage(encoded)))).toEqual(encoded);
				},
			),
			{ numRuns: 50 },
		);
	});
});
