import { ApplicationCommandType } from 'discord-api-types/v10';
import type { MessageMenu } from './command.js';
import { SERVERS } from './contexts.js';
import { menuNamed } from './messages.js';
import type { Services } from './services.js';
import { sumUp } from './sum-up.js';
import { MOST_MESSAGES, planOf } from './summary-range.js';

/** What was said from a message on, that message included. */
export const summarizeFromHere: MessageMenu<Pick<Services, 'library' | 'channels'>> = {
	data: { type: ApplicationCommandType.Message, ...menuNamed('summarize-from-here'), ...SERVERS },
	access: 'everyone',
	cost: 'question',
	async run(services, { id }, context, ongoing) {
		const { channelId } = context.place;
		const range = { channelId, since: null, until: null, fromMessageId: id, most: MOST_MESSAGES };
		return sumUp(services, planOf(context, { range, from: 'range', length: 'medium', isPrivate: true }), ongoing);
	},
};
