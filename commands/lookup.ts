import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { defineCommand } from './command.js';
import { EVERYWHERE } from './contexts.js';
import { named } from './messages.js';
import type { Services } from './services.js';
import { MOST_SUGGESTIONS } from './suggestions.js';

export const lookup = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		...named('lookup'),
		...EVERYWHERE,
		options: [
			{
				type: ApplicationCommandOptionType.String,
				...named('lookup.passage'),
				required: true,
				autocomplete: true,
				max_length: 100,
			},
		],
	},
	access: 'everyone',
	cost: 'look',
	isPrivate: (_, { settings }) => settings.answers === 'private',
	async run({ library }: Pick<Services, 'library'>, { passage: typed }, { place }) {
		const quotation = await library.passage(place, typed);
		return quotation === undefined
			? { kind: 'notice', key: 'passage.none', params: { typed } }
			: { kind: 'passage', quotation };
	},
	complete: ({ library }, { text }, { place }) => library.suggestPassages(place, text, MOST_SUGGESTIONS),
});
