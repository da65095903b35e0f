import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { defineCommand } from './command.js';
import { MANAGERS } from './contexts.js';
import { named } from './messages.js';
import type { Services } from './services.js';
import { MOST_SUGGESTIONS } from './suggestions.js';
import { UserError } from './user-error.js';

export const remove = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		...named('remove'),
		...MANAGERS,
		options: [
			{
				type: ApplicationCommandOptionType.String,
				...named('remove.article'),
				required: true,
				autocomplete: true,
				max_length: 2000,
			},
		],
	},
	access: 'managers',
	cost: 'change',
	isPrivate: () => true,
	async run({ library }: Pick<Services, 'library'>, { article: key }, { place }) {
		if (place.guildId === null) throw new UserError('error.server-only', {});
		const entry = await library.remove(place, key.trim());
		if (entry === undefined) throw new UserError('error.no-article', { value: key });
		return { kind: 'removed', entry };
	},
	complete: ({ library }, { text }, { place }) => library.suggestDocuments(place, text, MOST_SUGGESTIONS, true),
});
