import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { defineCommand } from './command.js';
import { MANAGERS } from './contexts.js';
import { named } from './messages.js';
import type { Services } from './services.js';

const DAYS = 30;
const MOST_DAYS = 365;

export const gaps = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		...named('gaps'),
		...MANAGERS,
		options: [
			{ type: ApplicationCommandOptionType.Integer, ...named('gaps.days'), min_value: 1, max_value: MOST_DAYS },
		],
	},
	access: 'managers',
	cost: 'change',
	isPrivate: () => true,
	async run({ library }: Pick<Services, 'library'>, { days = DAYS }, { place }) {
		return { kind: 'gaps', report: await library.gaps(place, days), days };
	},
});
