import { readdirSync } from 'node:fs';
import { ApplicationCommandOptionType, Locale as DiscordLocale } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { de } from '../../commands/locales/de.js';
import { en, type Catalogue, type MessageKey, type Messages } from '../../commands/locales/en.js';
import { es } from '../../commands/locales/es.js';
import { fr } from '../../commands/locales/fr.js';
import { ja } from '../../commands/locales/ja.js';
import { km } from '../../commands/locales/km.js';
import { lo } from '../../commands/locales/lo.js';
import { th } from '../../commands/locales/th.js';
import { vi } from '../../commands/locales/vi.js';
import { zh } from '../../commands/locales/zh.js';
import { DISCORD_LOCALES, format, LOCALES, toLocale, type CommandKey, type Locale } from '../../commands/messages.js';
import { COMMANDS, MENUS } from '../../commands/registry.js';

const CATALOGUES: Readonly<Record<string, Catalogue>> = { en, fr, vi, es, zh, th, de, ja };
const ALL_MESSAGES: Readonly<Record<string, Messages>> = {
	...Object.fromEntries(Object.entries(CATALOGUES).map(([locale, { messages }]) => [locale, messages])),
	lo,
	km,
};

// Object.keys() of the objects that the types are made of
const MESSAGE_KEYS = Object.keys(en.messages) as MessageKey[];
const COMMAND_KEYS = Object.keys(en.commands) as CommandKey[];
const MENU_KEYS: readonly string[] = Object.keys(MENUS);
const SLASH_KEYS = COMMAND_KEYS.filter((key) => !MENU_KEYS.includes(key));

/** Discord's own, without the upper case that it would refuse. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** So many letters stand on a button of a phone beside two others. */
const LONGEST_LABEL = 34;
const LABELS: readonly MessageKey[] = [
	'answer.open',
	'answer.sources',
	'answer.more',
	'answer.right',
	'answer.wrong',
	'answer.share',
	'answer.hide',
	'abstain.show',
	'abstain.tell',
	'citations.report',
	'summary.more',
	'summary.share',
	'summary.file',
	'summary.range',
	'summary.progress.cancel',
	'summary.progress.continue',
	'summary.progress.take',
	'page.previous',
	'page.next',
	'digest.join',
	'digest.leave',
	'digest.join.one',
	'digest.leave.one',
];

/** What is spelled as in English. */
const SAME_AS_ENGLISH: Readonly<Record<string, readonly string[]>> = {
	fr: ['answer.sources', 'library.title', 'status.bot', 'summary.dates'],
	es: ['status.bot'],
	de: ['status.title', 'status.bot', 'summary.links'],
	vi: ['status.bot'],
};

/** Letters that a language is written with, besides the Latin ones of names and formats. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
	vi: /(?=\p{sc=Latn})[^A-Za-z]/u,
	zh: /\p{sc=Han}/u,
	ja: /[\p{sc=Han}\p{scx=Hira}\p{scx=Kana}]/u,
	th: /\p{sc=Thai}/u,
	lo: /\p{sc=Laoo}/u,
	km: /\p{sc=Khmr}/u,
};
/** Vietnamese words without a single accent. */
const NO_ACCENTS: readonly string[] = ['status.bot', 'answer.wrong', 'page.of', 'page.next'];

function placeholdersIn(text: string): string[] {
	return [...text.matchAll(/\{\w+\}/g)].map(([placeholder]) => placeholder).sort();
}

function marksIn(text: string): string[] {
	return text.match(/\*\*|-#/g) ?? [];
}

function withoutPlaceholders(text: string): string {
	return text.replace(/\{\w+\}/g, ' ');
}

/** Every text of a language, by where it stands. */
function textsIn(locale: string): [where: string, text: string][] {
	const catalogue = CATALOGUES[locale];
	if (catalogue === undefined) return Object.entries(ALL_MESSAGES[locale]!);
	const { commands, choices, messages } = catalogue;
	return [
		...Object.entries(commands).flatMap(([key, { name, description }]): [string, string][] => [
			[`${key}.name`, name],
			[`${key}.description`, description],
		]),
		...Object.entries(choices),
		...Object.entries(messages),
	];
}

/** What a member types for each command and subcommand, longest first, so that none is taken for the start of another. */
function callsIn(commands: Catalogue['commands']): [call: string, key: string][] {
	const calls = Object.entries(COMMANDS).flatMap(([key, { data }]): [string, string][] => {
		const { name } = commands[key as CommandKey]; // a key of the registry
		const subcommands = ('options' in data ? data.options : []).filter(
			({ type }) => type === ApplicationCommandOptionType.Subcommand,
		);
		if (subcommands.length === 0) return [[`/${name}`, key]];
		return subcommands.map((subcommand) => {
			const path = `${key}.${subcommand.name}` as CommandKey; // keys are made of the English names
			return [`/${name} ${commands[path].name}`, path];
		});
	});
	return calls.sort(([a], [b]) => b.length - a.length);
}

/** The keys of the commands that a message speaks of, and what looks like a command and is none. */
function commandsIn(text: string, commands: Catalogue['commands']): { called: string[]; unknown: string[] } {
	const called: string[] = [];
	let rest = text;
	for (const [call, key] of callsIn(commands)) {
		const parts = rest.split(new RegExp(`${call}(?![-\\p{L}\\p{M}\\p{N}])`, 'u'));
		called.push(...Array<string>(parts.length - 1).fill(key));
		rest = parts.join(' ');
	}
	return { called: called.sort(), unknown: rest.match(/\/\p{L}\S*/gu) ?? [] };
}

/** As `format` is called, for keys that are only known at run time: {@link filled} gives each the parameters that it has. */
const formatAny = format as unknown as (locale: Locale, key: MessageKey, params: Record<string, string>) => string;

function filled(locale: Locale, key: MessageKey): string {
	const names = placeholdersIn(en.messages[key]).map((placeholder) => placeholder.slice(1, -1));
	return formatAny(locale, key, Object.fromEntries(names.map((name) => [name, 'value'])));
}

describe('the list of languages', () => {
	it('holds every file of translations', () => {
		const files = readdirSync(new URL('../../commands/locales/', import.meta.url));
		expect(files.map((file) => file.replace('.ts', '')).sort()).toEqual([...LOCALES].sort());
		expect(Object.keys(ALL_MESSAGES).sort()).toEqual([...LOCALES].sort());
	});

	it('names locales as Discord does, and leaves out none that is spoken', () => {
		const known: readonly string[] = Object.values(DiscordLocale);
		expect(known).toEqual(expect.arrayContaining(Object.keys(DISCORD_LOCALES)));
		const spoken = known.filter((locale) => toLocale(locale) !== 'en' || locale.startsWith('en'));
		// Traditional characters: their readers are answered in simplified ones, and see commands in English
		expect(spoken.filter((locale) => !(locale in DISCORD_LOCALES))).toEqual(['zh-TW']);
	});

	it.each([
		['en-US', 'en'],
		['en-GB', 'en'],
		['es-ES', 'es'],
		['es-419', 'es'],
		['zh-CN', 'zh'],
		['zh-TW', 'zh'],
		['vi', 'vi'],
		['FR', 'fr'],
		['lo', 'lo'],
		['km-KH', 'km'],
		['ko', 'en'],
		['pt-BR', 'en'],
		['vie', 'en'],
		['', 'en'],
	])('takes %o for %s', (tag, locale) => {
		expect(toLocale(tag)).toBe(locale);
	});
});

describe.each(Object.entries(ALL_MESSAGES))('messages in %s', (locale, messages) => {
	it('have the placeholders and the marks of the English ones', () => {
		for (const key of MESSAGE_KEYS) {
			expect(placeholdersIn(messages[key]), key).toEqual(placeholdersIn(en.messages[key]));
			expect(marksIn(messages[key]), key).toEqual(marksIn(en.messages[key]));
		}
	});

	it('name the commands that the English ones name, as this language calls them', () => {
		const { commands } = CATALOGUES[locale] ?? en;
		for (const key of MESSAGE_KEYS) {
			const expected = commandsIn(en.messages[key], en.commands).called;
			expect(commandsIn(messages[key], commands), `${key}: ${messages[key]}`).toEqual({
				called: expected,
				unknown: [],
			});
		}
	});

	it('are short where they stand on a button', () => {
		expect(LABELS.filter((key) => messages[key].length > LONGEST_LABEL)).toEqual([]);
	});

	it('leave no placeholder once they are filled in', () => {
		const left = MESSAGE_KEYS.map((key) => filled(toLocale(locale), key)).filter((text) => /[{}]/.test(text));
		expect(left).toEqual([]);
	});
});

describe.each(LOCALES)('texts in %s', (locale) => {
	it('are in NFC, of one line, with typographic quotes and no invisible marks', () => {
		const untidy = textsIn(locale).filter(
			([, text]) => text !== text.normalize('NFC') || text !== text.trim() || /[\p{Cc}\p{Cf}"'`]| {2}/u.test(text),
		);
		expect(untidy).toEqual([]);
	});
});

describe.each(LOCALES.filter((locale) => locale !== 'en'))('the translation into %s', (locale) => {
	const texts = textsIn(locale);
	const english = new Map(textsIn('en'));

	it('is none of English', () => {
		const same = texts.filter(([where, text]) => !where.endsWith('.name') && text === english.get(where));
		expect(same.map(([where]) => where)).toEqual(SAME_AS_ENGLISH[locale] ?? []);
	});

	it('is written in the letters of its language', () => {
		const script = SCRIPTS[locale] ?? /\p{sc=Latn}/u;
		const allowed = locale === 'vi' ? NO_ACCENTS : [];
		const without = texts.filter(
			([where, text]) => !where.endsWith('.name') && !script.test(withoutPlaceholders(text)),
		);
		expect(without.map(([where]) => where).filter((where) => !allowed.includes(where))).toEqual([]);
		const foreign = texts.flatMap(([, text]) =>
			[...withoutPlaceholders(text).matchAll(/[\p{L}\p{M}]/gu)].filter(
				([letter]) => !/\p{sc=Latn}/u.test(letter) && !script.test(letter),
			),
		);
		expect(foreign.map(({ 0: letter, input }) => `${letter} in ${input}`)).toEqual([]);
	});
});

describe.each(Object.entries(CATALOGUES))('commands in %s', (locale, { commands, choices }) => {
	it('have names that Discord accepts', () => {
		const names = SLASH_KEYS.map((key) => commands[key].name);
		expect(names.filter((name) => !NAME.test(name) || name !== name.toLowerCase())).toEqual([]);
		const menus = Object.keys(MENUS).map((key) => commands[key as CommandKey].name); // a key of the registry
		expect(menus.filter((name) => name.length < 1 || name.length > 32)).toEqual([]);
		expect(new Set(menus).size).toBe(menus.length);
	});

	it('have names that differ from those beside them', () => {
		const places = SLASH_KEYS.map((key) => `${key.split('.').slice(0, -1).join('.')}/${commands[key].name}`);
		expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
	});

	it('have descriptions and choices that fit', () => {
		const texts = [...COMMAND_KEYS.map((key) => commands[key].description), ...Object.values(choices)];
		expect(texts.filter((text) => text.length < 1 || text.length > 100)).toEqual([]);
		expect(new Set(Object.values(choices)).size, locale).toBe(Object.values(choices).length);
	});
});

describe('format', () => {
	it.each([
		['en', '12,345 articles'],
		['de', '12.345 Artikel'],
		['es', 'Artículos: 12.345'],
		['fr', 'Articles\u00a0: 12\u202f345'],
		['vi', '12.345 bài viết'],
		['zh', '共 12,345 篇文章'],
		['ja', '記事 12,345 件'],
		['th', '12,345 บทความ'],
		['lo', '12.345 ບົດຄວາມ'],
		['km', 'អត្ថបទ៖ 12,345'],
	] as const)('writes numbers as %s does', (locale, text) => {
		expect(format(locale, 'library.total', { total: 12_345 })).toBe(text);
	});

	it('puts parameters in as they are, whatever they look like', () => {
		expect(format('fr', 'added.failed', { source: '$& {reason}', reason: '{source}' })).toBe(
			'Non ajouté\u00a0: **$& {reason}**. {source}',
		);
	});
});

describe('French', () => {
	it('has spaces that do not break before its double punctuation and inside its quotes', () => {
		expect(textsIn('fr').filter(([, text]) => /[ \p{L}\p{N}][;!?%»]|[ \p{L}\p{N}}]:|«[^\u00a0]/u.test(text))).toEqual(
			[],
		);
	});
});
