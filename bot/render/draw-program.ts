import { choiceName, descriptionOf, format, languageName, type Locale } from '../../commands/messages.js';
import { MENUS } from '../../commands/registry.js';
import type { About, LibraryCounts, LibraryStatus } from '../../commands/services.js';
import { LANGUAGE_OF_MEMBER, type Settings } from '../../commands/settings.js';
import { escapeMarkdown, escapeWithin } from '../text.js';
import { timestamp } from './date.js';
import { BLOCKS_ROOM, fitting, type Drawing } from './drawing.js';

/** Languages that are named; a library rarely has more that count. */
const MOST_LANGUAGES = 8;
const VALUE_ROOM = 200;

/** What is stored, and how the program is doing. */
export function drawStatus(
	{ server, shared, model, dimension, bytesOnDisk }: LibraryStatus,
	about: About,
	locale: Locale,
): Drawing {
	const { version, shard, shards, guilds, latencyMs, startedAt } = about;
	const bot = format(locale, 'status.bot.value', {
		version: escapeWithin(version, VALUE_ROOM),
		shard: shard + 1,
		shards,
		guilds,
		since: timestamp(startedAt, 'R'),
	});
	const latency =
		latencyMs === null
			? format(locale, 'status.latency.unknown')
			: unit(locale, 'millisecond').format(Math.round(latencyMs));
	const rows = [
		...(server === null ? [] : [[format(locale, 'status.server'), countsText(server, locale)]]),
		[format(locale, 'status.shared'), countsText(shared, locale)],
		[format(locale, 'status.model'), `${escapeWithin(model, VALUE_ROOM)} · ${dimension}`],
		[format(locale, 'status.disk'), unit(locale, 'megabyte').format(bytesOnDisk / 1e6)],
		[format(locale, 'status.bot'), bot],
		[format(locale, 'status.latency'), latency],
	];
	return {
		title: format(locale, 'status.title'),
		blocks: [{ text: rows.map(([name = '', value = '']) => `**${name}**\n${value}`).join('\n') }],
		footer: format(locale, 'status.local'),
	};
}

/** Every setting; those that were changed just now are marked. */
export function drawSettings(settings: Settings, changed: readonly (keyof Settings)[], locale: Locale): Drawing {
	// Object.keys() of a value of this type
	const names = Object.keys(settings) as (keyof Settings)[];
	const lines = names.map((name) => {
		const { description } = descriptionOf(locale, `settings.${name}`);
		const mark = changed.includes(name) ? ' ✅' : '';
		return `${escapeMarkdown(description)}: **${escapeMarkdown(settingText(settings, name, locale))}**${mark}`;
	});
	return {
		title: format(locale, 'settings.title'),
		blocks: [
			...(changed.length === 0 ? [] : [{ text: format(locale, 'settings.changed') }]),
			{ text: lines.join('\n') },
		],
	};
}

/** What can be done here. */
export function drawHelp(
	commands: readonly { readonly name: string; readonly description: string }[],
	locale: Locale,
): Drawing {
	// Object.keys() of the object itself
	const menus = (Object.keys(MENUS) as (keyof typeof MENUS)[]).map((key) => descriptionOf(locale, key).name);
	const lines = commands.map(({ name, description }) => {
		const called = escapeWithin(menus.includes(name) ? name : `/${name}`, VALUE_ROOM);
		return `**${called}** ${escapeWithin(description, VALUE_ROOM)}`;
	});
	const around = [format(locale, 'help.intro'), format(locale, 'help.ways')];
	const room = BLOCKS_ROOM - around.join().length;
	return {
		title: format(locale, 'help.title'),
		blocks: [around[0] ?? '', fitting(lines, room).join('\n'), around[1] ?? '']
			.filter((text) => text !== '')
			.map((text) => ({ text })),
		footer: format(locale, 'help.privacy'),
	};
}

function countsText({ documents, passages, languages }: LibraryCounts, locale: Locale): string {
	if (documents === 0) return format(locale, 'status.empty');
	const ranked = Object.entries(languages).sort(([, a], [, b]) => b - a);
	const named = ranked
		.slice(0, MOST_LANGUAGES)
		.map(
			([tag, count]) => `${escapeWithin(languageName(locale, tag), VALUE_ROOM / 4)} ${count.toLocaleString(locale)}`,
		);
	const more = ranked.length > MOST_LANGUAGES ? ', …' : '';
	return format(locale, 'status.counts', { documents, passages, languages: (named.join(', ') || '—') + more });
}

function settingText(settings: Settings, name: keyof Settings, locale: Locale): string {
	switch (name) {
		case 'answers':
			return choiceName(locale, `settings.answers.${settings.answers}`);
		case 'layout':
			return choiceName(locale, `settings.layout.${settings.layout}`);
		case 'language':
			return settings.language === LANGUAGE_OF_MEMBER
				? choiceName(locale, 'settings.language.member')
				: languageName(locale, settings.language);
		case 'citations':
			return settings.citations.toLocaleString(locale);
		case 'timezone':
			return settings.timezone;
		case 'mentions':
		case 'gaps':
			return format(locale, settings[name] ? 'settings.on' : 'settings.off');
		default:
			return name satisfies never;
	}
}

function unit(locale: Locale, name: string): Intl.NumberFormat {
	return new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: 1 });
}
