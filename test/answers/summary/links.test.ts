import { describe, expect, it } from 'vitest';
import { findLinks } from '../../../answers/summary/links.js';
import { readMessages } from '../../../answers/summary/said.js';
import { talkOf } from './chat-arbitraries.js';

async function linksIn(...lines: readonly string[]) {
	const found = findLinks(await readMessages(talkOf(...lines)));
	return found.map(({ url, said, span }) => ({
		url,
		from: said.message.id,
		quote: said.message.text.slice(span.start, span.end),
	}));
}

describe('findLinks', () => {
	it('gives each address once, where it was given first, with its sentence', async () => {
		expect(
			await linksIn(
				'ann: Some news. The list is at https://example.org/list',
				'bao: look again: https://example.org/list',
				'bao: https://example.org/alone',
			),
		).toEqual([
			{ url: 'https://example.org/list', from: 'm0', quote: 'The list is at https://example.org/list' },
			{ url: 'https://example.org/alone', from: 'm2', quote: 'https://example.org/alone' },
		]);
	});

	it('leaves out advertisements and moving pictures', async () => {
		const offer = 'bot: FREE NITRO https://nitro.example.net/claim';
		expect(await linksIn(offer, offer, offer, 'ann: https://tenor.com/view/cat-1')).toEqual([]);
	});

	it('quotes nothing that is hidden', async () => {
		const [link] = await linksIn('ann: the ending ||she dies|| is told at https://example.org/plot');
		expect(link?.quote).not.toContain('dies');
	});
});
