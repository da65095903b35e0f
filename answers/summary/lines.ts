import type { Span } from '../../articles/document.js';
import { centralityOf, chooseCentral } from './central.js';
import { languageOf } from './chat-languages.js';
import { MOST_QUOTED } from './chat-sentences.js';
import type { Heard, Place } from './heard.js';
import type { Said } from './said.js';
import type { SummaryLine } from './summary.js';
import type { Unit } from './units.js';

/** A sentence that may be shown for its talk. */
export interface Line extends Place {
	/** How much it adds to what those before it say: 1 for the first. */
	readonly gain: number;
}

/** Sentences of a talk that are compared: more say nothing new, and would take their time. */
const MOST_COMPARED = 1200;
/** What somebody has said by a sentence counts less where it is a question, or so short that only those who were there understand it. */
const AS_QUESTION = 0.6;
const SHORT = { words: 3, factor: 0.5 };
/** Where Discord's marks stand within, which a quote shows as they were typed. */
const MARKED = 0.8;
/** What each reaction and each reply adds, up to so many. */
const REACTION = 0.08;
const REPLY = 0.05;
const MOST_ECHO = 6;

/** A place's own key. */
export function keyOf({ heard, sentence }: Place): string {
	return `${heard.place} ${sentence}`;
}

/**
 * What says most of a talk, most central first, each beside those before it.
 *
 * @param taken keys of sentences that are shown elsewhere
 * @param replies how many each message has, by its id
 * @param most lines
 */
export function centralLines(
	talk: readonly Heard[],
	taken: ReadonlySet<string>,
	replies: ReadonlyMap<string, number>,
	most: number,
): Line[] {
	const places = talk
		.flatMap((heard) => heard.sentences.map((_, sentence): Place => ({ heard, sentence })))
		.filter((place) => !taken.has(keyOf(place)) && isQuotable(place))
		.slice(-MOST_COMPARED);
	const units = places.map(unitOf);
	const centrality = centralityOf(
		units,
		units.map(() => 1),
	);
	const scores = places.map((place, i) => (centrality[i] ?? 0) * weightOf(place, units[i], replies));
	const chosen = chooseCentral(units, scores, { most, voices: places.map(({ heard }) => heard.message.authorId) });
	const greatest = scores[chosen[0] ?? -1] ?? 1;
	const said = new Set<string>();
	return chosen.flatMap((i): Line[] => {
		const place = places[i];
		const unit = units[i];
		if (place === undefined || unit === undefined) return [];
		const words = new Set(unit.words);
		const isNew = [...words].filter((word) => !said.has(word)).length / (words.size || 1);
		for (const word of words) said.add(word);
		return [{ ...place, gain: ((scores[i] ?? 0) / (greatest || 1)) * isNew }];
	});
}

const NO_UNIT: Unit = { text: '', language: 'und', embedding: new Float32Array() as Unit['embedding'], words: [] };

function unitOf({ heard, sentence }: Place): Unit {
	return heard.units[sentence] ?? NO_UNIT;
}

/** Whether it is short enough, has words, and cuts no sign in two. */
export function isQuotable({ heard, sentence }: Place): boolean {
	const span = heard.sentences[sentence]?.span;
	if (span === undefined || span.end - span.start > MOST_QUOTED) return false;
	const { text } = heard.message;
	return /\p{L}/u.test(text.slice(span.start, span.end)) && !isInside(text, span.start) && !isInside(text, span.end);
}

/** Whether a place lies within a letter with its marks, or between the halves of a pair. */
function isInside(text: string, at: number): boolean {
	return /^(?:\p{M}|\u200D)/u.test(text.slice(at, at + 2)) || /[\uD800-\uDBFF]$/.test(text.slice(0, at).slice(-1));
}

function weightOf({ heard, sentence }: Place, unit: Unit | undefined, replies: ReadonlyMap<string, number>): number {
	const { message, plain, sentences } = heard;
	const own = sentences[sentence];
	if (own === undefined) return 0;
	const { start, end } = own.span;
	const isMarked =
		/<[@#:/a]|https?:/u.test(message.text.slice(start, end)) && plain.words.slice(start, end).includes('   ');
	const echo =
		1 + REACTION * Math.min(MOST_ECHO, message.reactions) + REPLY * Math.min(MOST_ECHO, replies.get(message.id) ?? 0);
	const isShort = (unit?.words.length ?? 0) < SHORT.words;
	return echo * (own.acts.isQuestion ? AS_QUESTION : 1) * (isShort ? SHORT.factor : 1) * (isMarked ? MARKED : 1);
}

/** A sentence as it is shown. */
export function lineOf({ heard, sentence }: Place): SummaryLine {
	return lineAt(heard, heard.sentences[sentence]?.span ?? { start: 0, end: 0 });
}

/** Words of a message as they are shown. */
export function lineAt({ message, language }: Pick<Said, 'message' | 'language'>, span: Span): SummaryLine {
	const quote = message.text.slice(span.start, span.end);
	return {
		messageId: message.id,
		threadId: message.threadId,
		authorId: message.authorId,
		at: message.at,
		span,
		quote,
		language: languageOf(quote, language),
	};
}
