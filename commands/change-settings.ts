import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { defineCommand } from './command.js';
import { MANAGERS } from './contexts.js';
import { choice, LOCALES, named, ownLanguageName } from './messages.js';
import type { Services } from './services.js';
import { LANGUAGE_OF_MEMBER, MOST_CITATIONS, type Settings, type SettingsChange } from './settings.js';
import { MOST_SUGGESTIONS } from './suggestions.js';
import { isTimeZone, matchingTimeZones } from './time-zones.js';
import { UserError } from './user-error.js';

export const settings = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		...named('settings'),
		...MANAGERS,
		options: [
			{
				type: ApplicationCommandOptionType.String,
				...named('settings.answers'),
				choices: [choice('settings.answers.public', 'public'), choice('settings.answers.private', 'private')],
			},
			{
				type: ApplicationCommandOptionType.Integer,
				...named('settings.citations'),
				min_value: 1,
				max_value: MOST_CITATIONS,
			},
			{
				type: ApplicationCommandOptionType.String,
				...named('settings.layout'),
				choices: [choice('settings.layout.components', 'components'), choice('settings.layout.embed', 'embed')],
			},
			{
				type: ApplicationCommandOptionType.String,
				...named('settings.language'),
				choices: [
					choice('settings.language.member', LANGUAGE_OF_MEMBER),
					...LOCALES.map((locale) => ({ name: ownLanguageName(locale), value: locale })),
				],
			},
			{ type: ApplicationCommandOptionType.Boolean, ...named('settings.mentions') },
			{ type: ApplicationCommandOptionType.Boolean, ...named('settings.gaps') },
			{
				type: ApplicationCommandOptionType.String,
				...named('settings.timezone'),
				autocomplete: true,
				max_length: 100,
			},
		],
	},
	access: 'managers',
	cost: 'look',
	isPrivate: () => true,
	async run({ settings: cache, digests }: Pick<Services, 'settings' | 'digests'>, change: SettingsChange, { place }) {
		const { guildId } = place;
		if (guildId === null) throw new UserError('error.server-only', {});
		if (change.timezone !== undefined && !isTimeZone(change.timezone))
			throw new UserError('error.time-zone', { value: change.timezone });
		// Object.keys() of the options that Discord sent, which are named as the settings
		const changed = Object.keys(change) as (keyof Settings)[];
		const now = changed.length === 0 ? cache.of(guildId) : await cache.change(guildId, change);
		if (changed.includes('timezone')) digests.changed();
		return { kind: 'settings', settings: now, changed };
	},
	complete: async (_, { text }) =>
		matchingTimeZones(text)
			.slice(0, MOST_SUGGESTIONS)
			.map((name) => ({ label: name, value: name })),
});
