import { primaryLanguage } from '../articles/primary-language.js';
import type { Catalogue, ChoiceKey, CommandKey, MessageKey, Messages } from './locales/en.js';
import { de } from './locales/de.js';
import { en } from './locales/en.js';
import { es } from './locales/es.js';
import { fr } from './locales/fr.js';
import { ja } from './locales/ja.js';
import { km } from './locales/km.js';
import { lo } from './locales/lo.js';
import { th } from './locales/th.js';
import { vi } from './locales/vi.js';
import { zh } from './locales/zh.js';

export type { ChoiceKey, CommandKey, MessageKey } from './locales/en.js';

/** Languages whose speakers can set their client to them. */
const CATALOGUES = { en, fr, vi, es, zh, th, de, ja } as const satisfies Record<string, Catalogue>;
/** All that Quoth speaks: Discord knows no Lao and no Khmer, whose speakers are known by what they write. */
const MESSAGES = { ...mapValues(CATALOGUES, ({ messages }) => messages), lo, km } satisfies Record<string, Messages>;

/** A language of the messages. */
export type Locale = keyof typeof MESSAGES;
// Object.keys() of the object that the type is made of
export const LOCALES = Object.keys(MESSAGES) as readonly Locale[];

/** Discord's locales, each with the catalogue whose names and descriptions it shows. */
export const DISCORD_LOCALES = {
	'en-US': en,
	'en-GB': en,
	fr,
	vi,
	'es-ES': es,
	'es-419': es,
	'zh-CN': zh,
	th,
	de,
	ja,
} as const satisfies Record<string, Catalogue>;

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;
export type MessageParams<Key extends MessageKey> = Readonly<
	Record<Placeholders<(typeof en.messages)[Key]>, string | number>
>;
/** None where the message has no placeholders. */
type ParamsOf<Key extends MessageKey> = [Placeholders<(typeof en.messages)[Key]>] extends [never]
	? []
	: [MessageParams<Key>];

/** A message in a language. A parameter that is missing or misspelt does not compile. Parameters are put in as they are: escape them first. */
export function format<Key extends MessageKey>(locale: Locale, key: Key, ...[params]: ParamsOf<Key>): string {
	return formatLoosely(locale, key, params ?? {});
}

/** As {@link format}, where key and parameters were checked together elsewhere. */
export function formatLoosely(
	locale: Locale,
	key: MessageKey,
	params: Readonly<Record<string, string | number>>,
): string {
	return MESSAGES[locale][key].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
		const value = params[name];
		if (value === undefined) return placeholder;
		return typeof value === 'number' ? value.toLocaleString(locale) : value;
	});
}

/** Made once for each language: that takes longer than all else in a message. */
const languageNames = new Map<Locale, Intl.DisplayNames>();

/** A language's own word for another, such as `tiếng Pháp` for `fr` in Vietnamese; the tag where there is none. */
export function languageName(locale: Locale, tag: string): string {
	try {
		let names = languageNames.get(locale);
		if (names === undefined) {
			names = new Intl.DisplayNames([locale], { type: 'language' });
			languageNames.set(locale, names);
		}
		return names.of(tag) ?? tag;
	} catch {
		// a tag that is no tag
		return tag;
	}
}

/** A language in its own words. */
export function ownLanguageName(locale: Locale): string {
	return languageName(locale, locale);
}

type NameOf<Key extends CommandKey> = (typeof en.commands)[Key]['name'];
type Localizations = Record<keyof typeof DISCORD_LOCALES, string>;

export interface Named<Name extends string> {
	readonly name: Name;
	readonly name_localizations: Localizations;
}

/** Name and description of a command or option, in every locale that Discord knows and Quoth speaks. */
export function named<Key extends CommandKey>(
	key: Key,
): Named<NameOf<Key>> & { readonly description: string; readonly description_localizations: Localizations } {
	return {
		...menuNamed(key),
		description: en.commands[key].description,
		description_localizations: inLocales(({ commands }) => commands[key].description),
	};
}

/** As {@link named}, for a menu, which has no description. */
export function menuNamed<Key extends CommandKey>(key: Key): Named<NameOf<Key>> {
	return { name: en.commands[key].name, name_localizations: inLocales(({ commands }) => commands[key].name) };
}

/** One of the values that an option has. */
export function choice<const Value extends string>(key: ChoiceKey, value: Value) {
	return { name: en.choices[key], name_localizations: inLocales(({ choices }) => choices[key]), value };
}

/** What a value is called in a language. Lao and Khmer have no names of values: those are in English there. */
export function choiceName(locale: Locale, key: ChoiceKey): string {
	return (locale === 'lo' || locale === 'km' ? en : CATALOGUES[locale]).choices[key];
}

/** The description of a command in a language; in English where that language has none. */
export function descriptionOf(
	locale: Locale,
	key: CommandKey,
): { readonly name: string; readonly description: string } {
	return (locale === 'lo' || locale === 'km' ? en : CATALOGUES[locale]).commands[key];
}

/** The language for a Discord locale or BCP 47 tag: readers of `zh-TW` are given `zh`; whoever is not provided for, English. */
export function toLocale(tag: string): Locale {
	const primary = primaryLanguage(tag);
	return LOCALES.find((locale) => locale === primary) ?? 'en';
}

function inLocales(textOf: (catalogue: Catalogue) => string): Localizations {
	return mapValues<keyof typeof DISCORD_LOCALES, Catalogue, string>(DISCORD_LOCALES, textOf);
}

function mapValues<Key extends string, From, To>(
	record: Readonly<Record<Key, From>>,
	to: (value: From) => To,
): Record<Key, To> {
	// the same keys, each with what it is mapped to
	return Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, to(value)])) as Record<Key, To>;
}
