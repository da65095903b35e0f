import { createHash } from 'node:crypto';
import type { Article } from './article.js';
import { assemble } from './assemble.js';
import { isoDate, statedDate } from './date.js';
import type { Document, DocumentId } from './document.js';
import { identifyLanguage } from './language.js';
import { splitTitle } from './title.js';
import { UnreadableArticle } from './unreadable-article.js';
import { primaryLanguage } from './primary-language.js';

/**
 * Makes the document of an article: cleaned, with its title, language and date as far as they can be known.
 *
 * The same article always gives the same document. Another source gives another `id`, another wording another `revision`.
 *
 * @throws {UnreadableArticle} If cleaning leaves no letter and no digit.
 */
export function toDocument(article: Article): Document {
	const { title, blocks: drafts } = splitTitle(article);
	const { text, blocks } = assemble(drafts);
	if (!/[\p{L}\p{N}]/u.test(text)) {
		throw new UnreadableArticle(article.source, 'expected text, got nothing after images and rules were left out');
	}

	const language = languageOf(article.language, `${title}\n${text}`);
	const publishedAt =
		isoDate(article.publishedAt ?? '', language) ?? statedDate(text, language) ?? dateOfTitle(title, language);
	return {
		id: documentIdOf(article.source),
		revision: digest(JSON.stringify([title, language, publishedAt, text, blocks])),
		source: article.source,
		title,
		language,
		publishedAt,
		text,
		blocks,
		leftOut: article.leftOut,
	};
}

/** Minutes and notes are named by their day: `Meeting notes 2024-06-21`. */
function dateOfTitle(title: string, language: string): string | null {
	const day = /^\d{4}-\d{2}-\d{2}(?=\s)|(?<=\s)\d{4}-\d{2}-\d{2}$/.exec(title)?.[0];
	return day === undefined ? null : isoDate(day, language);
}

/** The id of the document that an article from `source` has or would have. */
export function documentIdOf(source: string): DocumentId {
	return digest(source) as DocumentId;
}

/** The stated language, unless the text is plainly in another: templates state `en` whatever they are filled with. */
function languageOf(stated: string | null, text: string): string {
	const { language, confident } = identifyLanguage(text);
	const canonical = canonicalLanguage(stated);
	if (canonical === null) return language;
	const isSame = primaryLanguage(canonical) === language;
	return isSame || !confident ? canonical : language;
}

/** BCP 47 in its canonical form, or `null` for what is no language tag. */
function canonicalLanguage(stated: string | null): string | null {
	const tag = stated?.trim().replaceAll('_', '-').replace(/\..*$/, '') ?? '';
	try {
		return Intl.getCanonicalLocales(tag)[0] ?? null;
	} catch {
		return null;
	}
}

function digest(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
