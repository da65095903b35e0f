import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { defineCommand, type Context } from './command.js';
import { MANAGERS } from './contexts.js';
import { named } from './messages.js';
import type { Reply } from './reply.js';
import type { AddOutcome, ArticleFile, Services } from './services.js';
import { UserError } from './user-error.js';

/** Discord's own limit for a string option. */
const LONGEST_TEXT = 6000;

export const add = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		...named('add'),
		...MANAGERS,
		options: [
			{ type: ApplicationCommandOptionType.Attachment, ...named('add.file') },
			{ type: ApplicationCommandOptionType.String, ...named('add.url'), max_length: 2000 },
			{ type: ApplicationCommandOptionType.String, ...named('add.text'), max_length: LONGEST_TEXT },
		],
	},
	access: 'managers',
	cost: 'change',
	isPrivate: () => true,
	async run({ library, downloads }: Pick<Services, 'library' | 'downloads'>, { file, url, text }, context) {
		const files = [
			...(file === undefined ? [] : [() => downloads.attachment(file)]),
			...(url === undefined ? [] : [() => downloads.article(url.trim())]),
			...(text === undefined || text.trim() === ''
				? []
				: [async () => textArticle(text, `note:${context.place.guildId ?? ''}/${context.callId}`)]),
		];
		if (files.length === 0) throw new UserError('error.nothing-to-add', {});
		return addAll({ library }, files, context);
	},
});

/** A text that somebody typed, as a file. */
export function textArticle(text: string, source: string): ArticleFile {
	return { bytes: new TextEncoder().encode(text.normalize('NFC')), source, contentType: 'text/plain; charset=utf-8' };
}

/**
 * Adds one after the other. What cannot be fetched or read is reported, and the rest is added.
 *
 * @throws {UserError} If nothing could be fetched at all; the first reason is given.
 */
export async function addAll(
	{ library }: Pick<Services, 'library'>,
	files: readonly (() => Promise<ArticleFile>)[],
	{ place }: Context,
): Promise<Reply> {
	if (place.guildId === null) throw new UserError('error.server-only', {});
	const outcomes: AddOutcome[] = [];
	const refused: UserError[] = [];
	for (const fetch of files) {
		try {
			outcomes.push(...(await library.add(place, await fetch())));
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			refused.push(error);
		}
	}
	const [refusal] = refused;
	if (outcomes.length === 0 && refusal !== undefined) throw refusal;
	return { kind: 'added', outcomes, refused };
}
