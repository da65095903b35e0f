import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { defineCommand, type Context } from './command.js';
import { EVERYWHERE } from './contexts.js';
import { matchingLanguages, readFilters } from './filters.js';
import { languageName, named } from './messages.js';
import type { Reply } from './reply.js';
import { MOST_SUGGESTIONS } from './suggestions.js';
import type { Filters, Services } from './services.js';

/** Characters of a question: enough for a paragraph, and less than what every model reads. */
export const LONGEST_QUESTION = 1000;

export const ask = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		...named('ask'),
		...EVERYWHERE,
		options: [
			{
				type: ApplicationCommandOptionType.String,
				...named('ask.question'),
				required: true,
				max_length: LONGEST_QUESTION,
			},
			{ type: ApplicationCommandOptionType.String, ...named('ask.language'), autocomplete: true, max_length: 100 },
			{ type: ApplicationCommandOptionType.String, ...named('ask.from'), max_length: 10 },
			{ type: ApplicationCommandOptionType.String, ...named('ask.to'), max_length: 10 },
			{ type: ApplicationCommandOptionType.String, ...named('ask.source'), max_length: 100 },
			{ type: ApplicationCommandOptionType.Boolean, ...named('ask.private') },
		],
	},
	access: 'everyone',
	cost: 'question',
	isPrivate: ({ private: isPrivate }, { settings }) => isPrivate ?? settings.answers === 'private',
	async run({ library }: Pick<Services, 'library'>, args, context) {
		const filters = await readFilters(args, library, context.place, context.locale);
		const isPrivate = args.private ?? context.settings.answers === 'private';
		return answer({ library }, args.question, context, { filters, isPrivate, forGaps: args.private !== true });
	},
	async complete({ library }, { text }, { place, locale }) {
		return matchingLanguages(text, await library.languages(place), locale)
			.slice(0, MOST_SUGGESTIONS)
			.map((tag) => ({ label: `${languageName(locale, tag)} (${tag})`, value: tag }));
	},
});

/** The answer to a question, wherever it was asked. `after` is the answer that it follows. */
export async function answer(
	{ library }: Pick<Services, 'library'>,
	text: string,
	{ place, memberId, settings }: Context,
	{
		filters = {},
		isPrivate,
		forGaps = true,
		after = null,
	}: { filters?: Filters; isPrivate: boolean; forGaps?: boolean; after?: string | null },
): Promise<Reply> {
	const question = { text, filters, after, memberId, citations: settings.citations, forGaps };
	return { kind: 'answer', answer: await library.ask(place, question), isPrivate, sharedBy: null };
}

/** Whole words of a text that is longer than a question may be. */
export function beginningOf(text: string): string {
	if (text.length <= LONGEST_QUESTION) return text;
	let end = 0;
	for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
		if (index + segment.length > LONGEST_QUESTION) break;
		end = index + segment.length;
	}
	return text.slice(0, end);
}
