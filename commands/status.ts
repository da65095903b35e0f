import { ApplicationCommandType } from 'discord-api-types/v10';
import { defineCommand } from './command.js';
import { EVERYWHERE } from './contexts.js';
import { named } from './messages.js';
import type { Services } from './services.js';

export const status = defineCommand({
	data: { type: ApplicationCommandType.ChatInput, ...named('status'), ...EVERYWHERE },
	access: 'everyone',
	cost: 'look',
	isPrivate: () => true,
	async run({ library, about }: Pick<Services, 'library' | 'about'>, _, { place }) {
		return { kind: 'status', library: await library.status(place), about: about() };
	},
});
