import { Locale } from 'discord-api-types/v10';
import { z } from 'zod';
import { refusal } from '../form.js';

/** Of names of slash commands and options (application-commands.mdx), in UTF-16 units. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
export const MAX_NAME = 32;
const MAX_DESCRIPTION = 100;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

/** A name of a slash command, subcommand or option. */
export const slashName = z
	.string()
	.min(1)
	.max(MAX_NAME)
	.superRefine((name, context) => {
		if (!NAME.test(name)) {
			const message = name === name.normalize('NFC') ? `Does not match ${NAME.source}` : 'Not in normal form C.';
			context.addIssue(refusal('APPLICATION_COMMAND_INVALID_NAME', message));
		} else if (name !== name.toLowerCase()) {
			context.addIssue(refusal('APPLICATION_COMMAND_INVALID_NAME', 'Must be in lower case.'));
		}
	});

export const description = z.string().min(1).max(MAX_DESCRIPTION);

/** The same text in other languages, by Discord's locales. */
export function localized<T extends z.ZodType<string>>(text: T) {
	return z
		.record(z.string(), text.nullable())
		.superRefine((texts, context) => {
			for (const locale of Object.keys(texts)) {
				if (LOCALES.has(locale)) continue;
				context.addIssue(refusal('BASE_TYPE_CHOICES', 'Discord knows no such locale.', [locale]));
			}
		})
		.nullish();
}

export type Localized = Readonly<Record<string, string | null>> | null | undefined;

/** The length of a text in the language where it is longest. */
export function longest(text: string, others: Localized): number {
	return Math.max(text.length, ...Object.values(others ?? {}).map((one) => one?.length ?? 0));
}
