import type { Citation } from '../answers/answer.js';
import { linkTo } from '../answers/link.js';
import type { ArticleSummary } from '../answers/summary/article.js';
import { onOutput } from './colours.js';
import { harmless } from './output.js';
import { readingWidth, wrap } from './render-answer.js';

/** A summary, and what it is of. */
export interface SummarizedArticle extends ArticleSummary {
	readonly documentId: string;
	readonly revision: string;
	readonly title: string;
	readonly source: string;
	readonly language: string;
	readonly publishedAt: string | null;
}

const INDENT = '  ';

/**
 * An article's central sentences as a person reads them in a terminal: its head once, then each sentence with the one that it leans on.
 *
 * @param columns of the terminal
 */
export function renderArticleSummary(article: SummarizedArticle, columns: number): string {
	const { title, source, language, publishedAt, sentences, citations } = article;
	const about = [language, publishedAt, `${citations.length} of ${sentences} sentences`].filter(
		(part) => part !== null,
	);
	return [
		`${onOutput.bold(harmless(title) || harmless(source))} ${onOutput.dim(about.join(' · '))}`,
		onOutput.dim(onOutput.underline(linkTo(harmless(source), '') ?? harmless(source))),
		'',
		...citations.map((citation) => renderSentence(citation, columns)),
	].join('\n');
}

function renderSentence({ n, quote, context, start, source }: Citation, columns: number): string {
	const lead = context === null ? '' : harmless(context.quote) + (context.end < start ? ' ' : '');
	const lines = wrap(
		[
			{ text: lead, style: onOutput.dim },
			{ text: harmless(quote), style: (line) => onOutput.bold(onOutput.green(line)) },
		],
		readingWidth(columns),
	);
	const link = linkTo(harmless(source), quote);
	return [
		...lines.map((line, i) => `${i === 0 ? onOutput.cyan(`[${n}]`) : `${INDENT} `} ${line}`),
		...(link === undefined ? [] : [`${INDENT}  ${onOutput.dim(onOutput.underline(link))}`]),
		'',
	].join('\n');
}
