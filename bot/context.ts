import { PermissionFlagsBits, type BaseInteraction, type PermissionsBitField } from 'discord.js';
import { identifyLanguage } from '../articles/language.js';
import type { Context } from '../commands/command.js';
import { toLocale, type Locale } from '../commands/messages.js';
import type { Place, SettingsCache } from '../commands/services.js';
import { LANGUAGE_OF_MEMBER, type Settings } from '../commands/settings.js';

/** Languages that Discord's client cannot be set to. */
const ONLY_WRITTEN: readonly Locale[] = ['lo', 'km'];

/**
 * The language of the reply: the server's, if it chose one; else that of what the member wrote, where Discord has no such language to
 * choose; else the member's client's.
 */
export function localeOf(settings: Settings, client: string, written = ''): Locale {
	if (settings.language !== LANGUAGE_OF_MEMBER) return toLocale(settings.language);
	const language = written === '' ? undefined : toLocale(identifyLanguage(written).language);
	return language !== undefined && ONLY_WRITTEN.includes(language) ? language : toLocale(client);
}

/** As {@link localeOf}, for a message: it does not tell the language of its author's client, but it is written in one. */
export function localeOfMessage(settings: Settings, text: string, ofServer: string): Locale {
	const { language } = identifyLanguage(text);
	return localeOf(settings, language === 'und' ? ofServer : language);
}

/** @param written what the member typed, where they typed something */
export function contextOf(interaction: BaseInteraction, settings: SettingsCache, written?: string): Context {
	const place = placeOf(interaction);
	const ofPlace = settings.of(place.guildId);
	return {
		locale: localeOf(ofPlace, interaction.locale, written),
		place,
		memberId: interaction.user.id,
		callId: interaction.id,
		settings: ofPlace,
		...rightsOf(place, interaction.memberPermissions),
	};
}

/** A server counts where Quoth is installed in it: one where only the member installed it has no library here, and must not be shown another's. */
function placeOf({ guildId, channelId, authorizingIntegrationOwners }: BaseInteraction): Place {
	const isInstalled = guildId !== null && authorizingIntegrationOwners[0] === guildId;
	return { guildId: isInstalled ? guildId : null, channelId: channelId ?? '' };
}

function rightsOf({ guildId }: Place, permissions: Readonly<PermissionsBitField> | null) {
	return {
		canManage: guildId !== null && (permissions?.has(PermissionFlagsBits.ManageGuild) ?? false),
		canModerate: guildId !== null && (permissions?.has(PermissionFlagsBits.ManageMessages) ?? false),
	};
}
