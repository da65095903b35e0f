import type { Citation } from '../answers/answer.js';
import type { ArticleSummary } from '../answers/summary/article.js';
import { onOutput } from './colours.js';
import { harmless } from './output.js';
import { linkOf, readingWidth, renderQuote } from './render-quote.js';

/** A summary, and what it is of. */
export interface SummarizedArticle extends ArticleSummary {
	readonly documentId: string;
	readonly revision: string;
	readonly title: string;
	readonly source: string;
	readonly language: string;
	readonly publishedAt: string | null;
}

/**
 * An article's central sentences as a person reads them in a terminal: its head once, then each sentence with the one
 * that it leans on.
 *
 * @param columns of the terminal
 */
export function renderArticleSummary(article: SummarizedArticle, columns: number): string {
	const { title, source, language, publishedAt, sentences, citations } = article;
	const about = [language, publishedAt, `${citations.length} of ${sentences} sentences`].filter(
		(part) => part !== null,
	);
	return [
		`${onOutput.bold(harmless(title) || harmless(source))} ${onOutput.dim(harmless(about.join(' · ')))}`,
		linkOf({ source, quote: '' }),
		'',
		...citations.map((citation) => renderSentence(citation, columns)),
	].join('\n');
}

/** Behind its number the sentence that it leans on, then itself. */
function renderSentence(citation: Citation, columns: number): string {
	const number = `[${citation.n}] `;
	const indent = ' '.repeat(number.length);
	const lines = renderQuote(citation, undefined, null, readingWidth(columns - number.length));
	const link = linkOf(citation);
	return [
		...lines.map((line, i) => (i === 0 ? onOutput.cyan(number) : indent) + line),
		...(link === linkOf({ source: citation.source, quote: '' }) ? [] : [indent + link]),
		'',
	].join('\n');
}
