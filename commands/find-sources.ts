import { ApplicationCommandType } from 'discord-api-types/v10';
import { answer, beginningOf } from './ask.js';
import type { MessageMenu } from './command.js';
import { EVERYWHERE } from './contexts.js';
import { menuNamed } from './messages.js';
import type { Services } from './services.js';
import { UserError } from './user-error.js';

/** The articles' sentences about what a message says. Only the member who looked sees them, until they share. */
export const findSources: MessageMenu<Pick<Services, 'library'>> = {
	data: { type: ApplicationCommandType.Message, ...menuNamed('find-sources'), ...EVERYWHERE },
	access: 'everyone',
	cost: 'question',
	async run(services, { text }, context) {
		const question = text.trim();
		if (question === '') throw new UserError('error.no-text-in-message', {});
		return answer(services, beginningOf(question), context, { isPrivate: true, forGaps: false });
	},
};
