import { ApplicationCommandOptionType, ApplicationCommandType, ChannelType } from 'discord-api-types/v10';
import { defineCommand } from './command.js';
import { SERVERS } from './contexts.js';
import { choice, named } from './messages.js';
import { parseMoment } from './moments/moment.js';
import { suggestMoments } from './moments/suggest.js';
import type { Services } from './services.js';
import { MOST_SUGGESTIONS } from './suggestions.js';
import { sumUp } from './sum-up.js';
import { MOST_MESSAGES, planOf, readRange, USUAL_MESSAGES } from './summary-range.js';

/** What a channel's members said, in their own words. */
export const summarize = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		...named('summarize'),
		...SERVERS,
		options: [
			{
				type: ApplicationCommandOptionType.Channel,
				...named('summarize.channel'),
				channel_types: [
					ChannelType.GuildText,
					ChannelType.GuildAnnouncement,
					ChannelType.GuildVoice,
					ChannelType.GuildStageVoice,
					ChannelType.GuildForum,
					ChannelType.PublicThread,
					ChannelType.PrivateThread,
					ChannelType.AnnouncementThread,
				],
			},
			{ type: ApplicationCommandOptionType.String, ...named('summarize.since'), autocomplete: true, max_length: 100 },
			{ type: ApplicationCommandOptionType.String, ...named('summarize.until'), autocomplete: true, max_length: 100 },
			{
				type: ApplicationCommandOptionType.Integer,
				...named('summarize.messages'),
				min_value: 1,
				max_value: MOST_MESSAGES,
			},
			{
				type: ApplicationCommandOptionType.String,
				...named('summarize.length'),
				choices: [
					choice('summarize.length.short', 'short'),
					choice('summarize.length.medium', 'medium'),
					choice('summarize.length.long', 'long'),
				],
			},
			{ type: ApplicationCommandOptionType.Boolean, ...named('summarize.private') },
		],
	},
	access: 'everyone',
	cost: 'question',
	isPrivate: ({ private: isPrivate = true }) => isPrivate,
	async run(services: Pick<Services, 'library' | 'channels'>, args, context, ongoing) {
		const { channel = context.place.channelId, messages = USUAL_MESSAGES, length = 'medium' } = args;
		const { since, until } = readRange(args, context);
		const range = {
			channelId: channel,
			since: typeof since === 'number' ? since : null,
			until: until ?? null,
			fromMessageId: null,
			most: messages,
		};
		const isOpen = since === undefined && until === undefined;
		const from = since === 'my-last-message' ? 'last-message' : isOpen ? 'catch-up' : 'range';
		const plan = planOf(context, { range, from, length, isPrivate: args.private ?? true });
		return sumUp(services, plan, ongoing);
	},
	async complete(_, { option, text }, { locale, settings: { timezone: timeZone } }) {
		const speaker = { now: Date.now(), timeZone, locale };
		const found = suggestMoments(text, { ...speaker, limit: MOST_SUGGESTIONS });
		// one's own last message is where one may begin, and no end
		return option === 'since' ? found : found.filter(({ value }) => parseMoment(value, speaker)?.kind === 'at');
	},
});
