import type { Answer, Citation } from '../answers/answer.js';
import type { Document, Span } from '../articles/document.js';
import { languageName } from '../commands/messages.js';
import { harmless } from './output.js';
import { onOutput } from './colours.js';
import { aroundOf, linkOf, readingWidth, renderQuote, type Around } from './render-quote.js';
import { wrap } from './wrap.js';

const INDENT = '  ';

const ABSTENTIONS = {
	'empty-question': 'There is nothing to search for in this question: ask with at least one word.',
	'nothing-indexed': 'Nothing is indexed yet: `quoth ingest PATH` adds articles.',
	'nothing-matches': 'No article is of the language, the time or the source that was asked for.',
	'nothing-relevant': 'The articles do not say.',
} as const;

const DISAGREEMENT = 'The articles give different figures; the newest comes first.';

/**
 * An answer as a person reads it in a terminal: each quote under its head, between the words around it, then where it
 * comes from, and where else the same is said.
 *
 * @param documents by id, those that are cited
 * @param columns of the terminal
 */
export function renderAnswer(answer: Answer, documents: ReadonlyMap<string, Document>, columns: number): string {
	const width = readingWidth(columns);
	const percent = `${Math.round(answer.confidence * 100)} %`;
	if (answer.reason !== null) {
		const lines = [onOutput.yellow(ABSTENTIONS[answer.reason])];
		if (answer.nearest.length > 0) lines.push(onOutput.dim(`Nearest, with little confidence (${percent}):`), '');
		return [...lines, ...renderCitations(answer.nearest, documents, width)].join('\n');
	}
	const alsoIn = answer.alsoIn.map(({ language, count }) => `${harmless(languageName('en', language))}: ${count}`);
	return [
		...(answer.disagree ? [onOutput.yellow(DISAGREEMENT), ''] : []),
		...renderCitations(answer.citations, documents, width),
		...(alsoIn.length === 0 ? [] : [onOutput.dim(`also in ${alsoIn.join(', ')}`)]),
		onOutput.dim(`confidence ${percent} · ${answer.milliseconds.total.toFixed(0)} ms`),
	].join('\n');
}

/** What is quoted is shown once, and the words around it where no other citation shows them. */
function renderCitations(
	citations: readonly Citation[],
	documents: ReadonlyMap<string, Document>,
	width: number,
): string[] {
	const shown = new Map<string, Span[]>();
	for (const { documentId, start, end, context } of citations) {
		const spans = [{ start, end }, ...(context === null ? [] : [context])];
		shown.set(documentId, [...(shown.get(documentId) ?? []), ...spans]);
	}
	return citations.map((citation) => {
		const document = documents.get(citation.documentId);
		const elsewhere = shown.get(citation.documentId) ?? [];
		const around = document === undefined ? null : aroundOf(citation, document, elsewhere);
		if (around !== null) elsewhere.push(around.before, around.after);
		return renderCitation(citation, document, around, width);
	});
}

function renderCitation(
	citation: Citation,
	document: Document | undefined,
	around: Around | null,
	width: number,
): string {
	return [
		...renderHead(citation, width),
		...[...renderQuote(citation, document, around, width), linkOf(citation)].map((line) => INDENT + line),
		...citation.alsoAt.map((place) =>
			[
				`${INDENT}${onOutput.dim('also at')}`,
				...(place.publishedAt === null ? [] : [onOutput.dim(harmless(place.publishedAt))]),
				linkOf(place),
			].join(' '),
		),
		'',
	].join('\n');
}

function renderHead({ n, title, breadcrumb, language, publishedAt, score }: Citation, width: number): string[] {
	const path = breadcrumb.map(({ quote }) => ` › ${harmless(quote)}`).join('');
	const about = [language, publishedAt ?? '', `score ${score.toFixed(2)}`].filter((part) => part !== '');
	return wrap(
		[
			{ text: `[${n}]`, style: onOutput.cyan },
			{ text: ` ${harmless(title)}`, style: onOutput.bold },
			{ text: `${path} · ${harmless(about.join(' · '))}`, style: onOutput.dim },
		],
		width,
	).map((line, i) => (i === 0 ? line : INDENT + line));
}
