import { describe, expect, it } from 'vitest';
import { cosine } from '../../embeddings/encoder.js';
import { encodeDocument } from '../../embeddings/encode-document.js';
import { createHashingEncoder } from '../support/hashing-encoder.js';

describe('encodeDocument', () => {
	it('encodes the title with every passage, and keeps its tokens out of the sentences', async () => {
		const encoder = createHashingEncoder();
		const text = 'It covers twelve hectares. It opened in May.';
		const { titleTokens, passages } = await encodeDocument(encoder, { title: 'Salt pier', text, language: 'en' }, 9);
		expect(passages.length).toBeGreaterThan(1);
		for (const { tokens, embedding } of passages) {
			const own = tokens.flatMap((ids) => [...ids]);
			const [titled] = await encoder.encode([Uint32Array.from([...titleTokens, ...own])], 'passage');
			expect(cosine(embedding, titled!)).toBeCloseTo(1, 6);
			expect(own).not.toContain(titleTokens[0]);
		}
	});
});
