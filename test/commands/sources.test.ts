import { describe, expect, it } from 'vitest';
import type { Library, SummarisedArticle } from '../../commands/services.js';
import { sources } from '../../commands/sources.js';
import { memberContext } from '../support/member-context.js';

const CONTEXT = memberContext({ canManage: true });
const NEVER = undefined as never; // nothing to be stopped

describe('/sources', () => {
	it('lists articles where none is named', async () => {
		const page = { entries: [], page: 0, pages: 1, total: 0, search: 'sơn' };
		const list = (...[, search, at, perPage]: Parameters<Library['list']>) => {
			expect([search, at, perPage]).toEqual(['sơn', 0, 8]);
			return Promise.resolve(page);
		};
		const reply = await sources.run({ library: { list } as unknown as Library }, { search: ' sơn ' }, CONTEXT, NEVER);
		expect(reply).toEqual({ kind: 'library', library: page, canManage: true });
	});

	it('shows the central sentences of the article that is named, as many as an answer may quote', async () => {
		const article: SummarisedArticle = { entry: NEVER, quotations: [], sentences: 7 };
		const summariseArticle = (...[place, key, most]: Parameters<Library['summariseArticle']>) => {
			expect([place, key, most]).toEqual([CONTEXT.place, 'ferry', 5]);
			return Promise.resolve(article);
		};
		const library = { summariseArticle } as Library;
		const reply = await sources.run({ library }, { article: ' ferry ', search: 'mill' }, CONTEXT, NEVER);
		expect(reply).toEqual({ kind: 'article', article });
	});

	it('says that there is no such article', async () => {
		const library = { summariseArticle: () => Promise.resolve(undefined) } as unknown as Library;
		expect(await sources.run({ library }, { article: 'zebra' }, CONTEXT, NEVER)).toEqual({
			kind: 'notice',
			key: 'library.none.search',
			params: { search: 'zebra' },
		});
	});

	it('suggests articles of the server and shared ones', async () => {
		const suggestDocuments = (...[, typed, , own]: Parameters<Library['suggestDocuments']>) =>
			Promise.resolve([{ label: typed, value: String(own) }]);
		const library = { suggestDocuments } as Library;
		const typed = { subcommand: null, option: 'article', text: 'fer' };
		expect(await sources.complete?.({ library }, typed, CONTEXT)).toEqual([{ label: 'fer', value: 'false' }]);
	});
});
