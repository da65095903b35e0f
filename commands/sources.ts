import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { defineCommand, type Context } from './command.js';
import { EVERYWHERE } from './contexts.js';
import { named } from './messages.js';
import type { Reply } from './reply.js';
import type { Services } from './services.js';
import { MOST_CITATIONS } from './settings.js';
import { MOST_SUGGESTIONS } from './suggestions.js';

/** Articles on a page. */
const PER_PAGE = 8;
/** Sentences of an article's summary: as many as an answer can quote. */
const SENTENCES = MOST_CITATIONS;

export const sources = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		...named('sources'),
		...EVERYWHERE,
		options: [
			{ type: ApplicationCommandOptionType.String, ...named('sources.search'), max_length: 60 },
			{
				type: ApplicationCommandOptionType.String,
				...named('sources.article'),
				autocomplete: true,
				max_length: 2000,
			},
		],
	},
	access: 'everyone',
	cost: 'look',
	isPrivate: () => true,
	run: ({ library }: Pick<Services, 'library'>, { search = '', article }, context) =>
		article === undefined
			? listArticles({ library }, search, 0, context)
			: summariseArticle({ library }, article.trim(), context),
	complete: ({ library }, { text }, { place }) => library.suggestDocuments(place, text, MOST_SUGGESTIONS, false),
});

async function summariseArticle(
	{ library }: Pick<Services, 'library'>,
	key: string,
	{ place }: Context,
): Promise<Reply> {
	const article = await library.summariseArticle(place, key, SENTENCES);
	return article === undefined
		? { kind: 'notice', key: 'library.none.search', params: { search: key } }
		: { kind: 'article', article };
}

/** One page of the articles that the member's questions are put to. */
export async function listArticles(
	{ library }: Pick<Services, 'library'>,
	search: string,
	page: number,
	{ place, canManage }: Context,
): Promise<Reply> {
	return { kind: 'library', library: await library.list(place, search.trim(), page, PER_PAGE), canManage };
}
