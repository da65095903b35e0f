import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { defineCommand } from './command.js';
import { EVERYWHERE } from './contexts.js';
import { choice, named } from './messages.js';
import type { Services } from './services.js';

export const forget = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		...named('forget'),
		...EVERYWHERE,
		options: [
			{
				type: ApplicationCommandOptionType.Subcommand,
				...named('forget.me'),
				options: [
					{
						type: ApplicationCommandOptionType.String,
						...named('forget.me.future'),
						choices: [choice('forget.me.future.nothing', 'nothing'), choice('forget.me.future.as-usual', 'as-usual')],
					},
				],
			},
		],
	},
	access: 'everyone',
	cost: 'look',
	isPrivate: () => true,
	async run({ library }: Pick<Services, 'library'>, { future = 'nothing' }, { memberId }) {
		const keeps = future === 'as-usual';
		return { kind: 'forgotten', ...(await library.forget(memberId, keeps)), keepsFromNowOn: keeps };
	},
});
