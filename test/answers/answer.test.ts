import { describe, expect, it } from 'vitest';
import { verifyCitation, type Citation } from '../../answers/answer.js';
import type { DocumentId } from '../../articles/document.js';
import { documentOf } from '../support/collections.js';

const document = documentOf('ferry.txt', 'The sea is calm. The ferry lands at the salt pier.', 'en');

const citation: Citation = {
	n: 1,
	documentId: document.id,
	revision: document.revision,
	title: document.title,
	source: document.source,
	language: document.language,
	publishedAt: document.publishedAt,
	start: 17,
	end: 50,
	quote: 'The ferry lands at the salt pier.',
	passage: { start: 0, end: 50 },
	score: 1,
	context: null,
	text: 'The ferry lands at the salt pier.',
	highlights: [{ start: 17, end: 50 }],
	parts: [
		{
			kind: 'sentence',
			start: 17,
			end: 50,
			quote: 'The ferry lands at the salt pier.',
			isHighlight: true,
			joint: '\n',
		},
	],
	contextKind: null,
	breadcrumb: [],
	anchor: null,
	alsoAt: [],
	disagreesWith: [],
};

describe('verifyCitation', () => {
	it('accepts a quote that stands where it says', () => {
		expect(() => {
			verifyCitation(citation, document);
		}).not.toThrow();
	});

	it('refuses another revision, though the same words still stand there', () => {
		expect(() => {
			verifyCitation(citation, { ...document, revision: 'f'.repeat(16) });
		}).toThrow(`at revision ${document.revision}, but the store holds revision ffffffffffffffff: ask again`);
	});

	it('refuses another document', () => {
		const other = { ...document, id: '0'.repeat(16) as DocumentId };
		expect(() => {
			verifyCitation(citation, other);
		}).toThrow('Citation of');
	});

	it.each([
		['one character further', { start: 18, end: 51 }],
		['a character longer', { end: 51 }],
		['nothing', { end: 17 }],
		['another letter', { quote: 'The ferry lands at the salt pier!' }],
		['other white space', { quote: 'The ferry lands at the salt\u00a0pier.' }],
		['another composition', { quote: 'The ferry lands at the salt pier.'.replace('e', 'e\u0301') }],
	])('refuses a quote of %s', (_, change) => {
		expect(() => {
			verifyCitation({ ...citation, ...change }, { ...document, text: `${document.text} And more.` });
		}).toThrow('is not what stands there');
	});
});
