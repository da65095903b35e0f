import { stripVTControlCharacters } from 'node:util';
import type { Answer, Citation, QuotedPlace } from '../answers/answer.js';
import { linkTo } from '../answers/link.js';
import type { Document } from '../articles/document.js';
import { languageName } from '../commands/messages.js';
import { harmless } from './output.js';
import { onOutput } from './colours.js';

/** Columns that a column of text is pleasant to read at. */
const READING_WIDTH = 88;
const INDENT = '  ';

const ABSTENTIONS = {
	'empty-question': 'There is nothing to search for in this question: ask with at least one word.',
	'nothing-indexed': 'Nothing is indexed yet: `quoth ingest PATH` adds articles.',
	'nothing-matches': 'No article is of the language, the time or the source that was asked for.',
	'nothing-relevant': 'The articles do not say.',
} as const;

const DISAGREEMENT = 'The articles give different figures; the newest comes first.';

/**
 * An answer as a person reads it in a terminal: each cited sentence set off within its passage, then where it comes from, and where else
 * the same is said.
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

/** Columns for text that is set in, of so many of the terminal. */
export function readingWidth(columns: number): number {
	return Math.max(20, Math.min(columns - INDENT.length, READING_WIDTH));
}

/** A passage is shown once: a further citation of it shows the sentence alone. */
function renderCitations(
	citations: readonly Citation[],
	documents: ReadonlyMap<string, Document>,
	width: number,
): string[] {
	const shown = new Set<string>();
	return citations.map((citation) => {
		const place = `${citation.documentId} ${citation.passage.start}`;
		const text = shown.has(place) ? undefined : documents.get(citation.documentId)?.text;
		shown.add(place);
		return renderCitation(citation, text, width);
	});
}

/** @param text of the document; the words around the sentence are left out where it is not given */
function renderCitation(citation: Citation, text: string | undefined, width: number): string {
	const { n, title, language, publishedAt, score, start, end, passage, quote, context } = citation;
	const before = text === undefined ? '' : harmless(text.slice(passage.start, context?.start ?? start));
	const lead = context === null ? '' : harmless(context.quote) + (context.end < start ? ' ' : '');
	const after = text === undefined ? '' : harmless(text.slice(end, passage.end));
	const lines = wrap(
		[
			{ text: before, style: onOutput.dim },
			{ text: lead, style: (line) => line },
			{ text: harmless(quote), style: (line) => onOutput.bold(onOutput.green(line)) },
			{ text: after, style: onOutput.dim },
		],
		width,
	);
	const about = [language, publishedAt, `score ${score.toFixed(2)}`].filter((part) => part !== null).join(' · ');
	return [
		`${onOutput.cyan(`[${n}]`)} ${onOutput.bold(harmless(title))} ${onOutput.dim(about)}`,
		...lines.map((line) => INDENT + line),
		INDENT + onOutput.dim(onOutput.underline(linkOf(citation))),
		...citation.alsoAt.map((place) =>
			[
				`${INDENT}${onOutput.dim('also at')}`,
				...(place.publishedAt === null ? [] : [onOutput.dim(harmless(place.publishedAt))]),
				onOutput.dim(onOutput.underline(linkOf(place))),
			].join(' '),
		),
		'',
	].join('\n');
}

function linkOf({ source, quote }: QuotedPlace): string {
	return linkTo(harmless(source), quote) ?? harmless(source);
}

interface Part {
	readonly text: string;
	readonly style: (line: string) => string;
}

/** Breaks styled text into lines of at most `width` columns, at words where there are any, never inside a grapheme. */
export function wrap(parts: readonly Part[], width: number): string[] {
	const lines: string[] = [];
	let line = '';
	let column = 0;
	for (const { text, style } of parts) {
		let run = '';
		const flush = () => {
			if (run !== '') line += style(run);
			run = '';
		};
		for (const { segment } of words.segment(text)) {
			const columns = columnsOf(segment);
			if (column + columns > width && column > 0) {
				flush();
				lines.push(line.trimEnd());
				line = '';
				column = 0;
				if (segment.trim() === '') continue;
			}
			run += segment;
			column += columns;
		}
		flush();
	}
	if (stripVTControlCharacters(line).trim() !== '') lines.push(line);
	return lines;
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** East Asian wide characters and emoji take two columns (Unicode Standard Annex 11, by script). */
function columnsOf(text: string): number {
	let columns = 0;
	for (const { segment } of graphemes.segment(text)) {
		columns +=
			/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uff60]/u.test(
				segment,
			)
				? 2
				: 1;
	}
	return columns;
}
