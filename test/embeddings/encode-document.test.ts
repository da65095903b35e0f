import { describe, expect, it } from 'vitest';
import { assemble } from '../../articles/assemble.js';
import type { Span } from '../../articles/document.js';
import type { Draft } from '../../articles/draft.js';
import { cosine } from '../../embeddings/encoder.js';
import { encodeDocument } from '../../embeddings/encode-document.js';
import { createHashingEncoder } from '../support/hashing-encoder.js';

describe('encodeDocument', () => {
	it('encodes the title with every passage, and keeps its tokens out of the sentences', async () => {
		const encoder = createHashingEncoder();
		const text = 'It covers twelve hectares. It opened in May.';
		const document = { title: 'Salt pier', ...assemble([{ kind: 'paragraph', text }]), language: 'en' };
		const { titleTokens, passages } = await encodeDocument(encoder, document, 9);
		expect(passages.length).toBeGreaterThan(1);
		for (const { tokens, embedding } of passages) {
			const own = tokens.flatMap((ids) => [...ids]);
			const [titled] = await encoder.encode([Uint32Array.from([...titleTokens, ...own])], 'passage');
			expect(cosine(embedding, titled!)).toBeCloseTo(1, 6);
			expect(own).not.toContain(titleTokens[0]);
		}
	});

	it('encodes a passage behind its headings, and a row behind the heads of its table', async () => {
		const encoder = createHashingEncoder();
		const drafts: Draft[] = [
			{ kind: 'heading', level: 2, text: 'Ferry' },
			{ kind: 'open', what: 'table' },
			{ kind: 'row', isHead: true, cells: [{ text: 'Harbor' }, { text: 'Departure' }] },
			{ kind: 'row', isHead: false, cells: [{ text: 'Trea' }, { text: 'nine' }] },
		];
		const document = { title: 'Times', ...assemble(drafts), language: 'en' };
		const { passages } = await encodeDocument(encoder, document, 40);
		const [whole] = await encoder.encode(await encoder.tokenize(['Times Ferry Harbor Departure Trea nine']), 'passage');
		expect(passages).toHaveLength(1);
		const textOf = ({ start, end }: Span) => document.text.slice(start, end);
		expect(passages[0]!.context.map(textOf)).toEqual(['Ferry', 'Harbor\tDeparture']);
		expect(passages[0]!.sentences.map(textOf)).toEqual(['Trea\tnine']);
		expect(cosine(passages[0]!.embedding, whole!)).toBeCloseTo(1, 6);
	});
});
