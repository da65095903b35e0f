import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { defineCommand, type Context } from './command.js';
import { EVERYWHERE } from './contexts.js';
import { named } from './messages.js';
import type { Reply } from './reply.js';
import type { Services } from './services.js';

/** Articles on a page. */
const PER_PAGE = 8;

export const sources = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		...named('sources'),
		...EVERYWHERE,
		options: [{ type: ApplicationCommandOptionType.String, ...named('sources.search'), max_length: 60 }],
	},
	access: 'everyone',
	cost: 'look',
	isPrivate: () => true,
	run: ({ library }: Pick<Services, 'library'>, { search = '' }, context) =>
		listArticles({ library }, search, 0, context),
});

/** One page of the articles that the member's questions are put to. */
export async function listArticles(
	{ library }: Pick<Services, 'library'>,
	search: string,
	page: number,
	{ place, canManage }: Context,
): Promise<Reply> {
	return { kind: 'library', library: await library.list(place, search.trim(), page, PER_PAGE), canManage };
}
