import { ApplicationCommandType } from 'discord-api-types/v10';
import { defineCommand } from './command.js';
import { EVERYWHERE } from './contexts.js';
import { descriptionOf, named } from './messages.js';
import type { Services } from './services.js';

export const help = defineCommand({
	data: { type: ApplicationCommandType.ChatInput, ...named('help'), ...EVERYWHERE },
	access: 'everyone',
	cost: 'look',
	isPrivate: () => true,
	async run({ commandKeys }: Pick<Services, 'commandKeys'>, _, { locale }) {
		return { kind: 'help', commands: commandKeys.map((key) => descriptionOf(locale, key)) };
	},
});
