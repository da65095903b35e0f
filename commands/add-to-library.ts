import { ApplicationCommandType } from 'discord-api-types/v10';
import { addAll, textArticle } from './add.js';
import type { MessageMenu } from './command.js';
import { MANAGERS } from './contexts.js';
import { menuNamed } from './messages.js';
import type { ArticleFile, Services } from './services.js';
import { UserError } from './user-error.js';

const LINK = /https?:\/\/[^\s<>]+/giu;
/** Punctuation after a link is the sentence's. */
const TRAILING = /[.,;:!?'"”’»)\]}]+$/u;
/** All of them together must be read before Discord gives the reply up. */
const MOST_LINKS = 10;
/** A message with fewer letters than this beside its links is about the links. */
const LEAST_LETTERS = 80;

/** The pages that a message links to and the files that it holds; its own text, where it says something beside them. */
export const addToLibrary: MessageMenu<Pick<Services, 'library' | 'downloads'>> = {
	data: { type: ApplicationCommandType.Message, ...menuNamed('add-to-library'), ...MANAGERS },
	access: 'managers',
	cost: 'change',
	async run({ library, downloads }, { text, url, attachments }, context) {
		const links = linksIn(text);
		const own = text.replace(LINK, ' ').trim();
		const letters = own.match(/\p{L}/gu)?.length ?? 0;
		const says = letters >= LEAST_LETTERS || (letters > 0 && links.length === 0 && attachments.length === 0);
		const files: (() => Promise<ArticleFile>)[] = [
			...(says ? [async () => textArticle(text, url)] : []),
			...attachments.map((attachment) => () => downloads.attachment(attachment)),
			...links.map((link) => () => downloads.article(link)),
		];
		if (files.length === 0) throw new UserError('error.no-text-in-message', {});
		return addAll({ library }, files, context);
	},
};

/** Each address once, the first ten, without the punctuation of the sentence around it. */
export function linksIn(text: string): string[] {
	const links = text.match(LINK) ?? [];
	const found = new Set(links.map((link) => link.replace(TRAILING, '')).filter((link) => URL.canParse(link)));
	return [...found].slice(0, MOST_LINKS);
}
