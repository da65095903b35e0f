import { cosine, type Embedding } from '../embeddings/encoder.js';
import { foldedWords, unfoldedRuns } from '../index/words.js';

/** A question that the articles did not answer, or not well. */
export interface OpenQuestion {
	readonly text: string;
	/** BCP 47; `und` where the text does not decide. */
	readonly language: string;
	/** Milliseconds since 1970. */
	readonly askedAt: number;
	/** Members who want an answer, or called the one that was given wrong. */
	readonly wantedBy: readonly string[];
	readonly embedding: Embedding;
}

/** Questions that ask for the same thing. */
export interface QuestionGap {
	/** The one that is nearest to all the others. */
	readonly question: string;
	/** All of them, newest first, each wording once. */
	readonly questions: readonly string[];
	/** How often it was asked. */
	readonly asked: number;
	/** How many members want it. */
	readonly wanted: number;
	/** Of the questions, those of most of them first. */
	readonly languages: readonly string[];
	readonly lastAskedAt: number;
}

/**
 * From which cosine on two questions ask for the same thing: above what different questions about one sample article reach, and below
 * most paraphrases and translations. Across languages all cosines are lower.
 */
const SAME = { oneLanguage: 0.66, twoLanguages: 0.46 };

/** Puts every question in exactly one gap, most asked first. Each joins the gap whose questions are nearest to it on average. */
export function findGaps(questions: readonly OpenQuestion[]): QuestionGap[] {
	const groups: Wording[][] = [];
	for (const wording of wordingsOf(questions)) {
		let best: { group: Wording[]; margin: number } | undefined;
		for (const group of groups) {
			const margin = group.reduce((sum, other) => sum + marginOf(wording, other), 0) / group.length;
			if (margin >= (best?.margin ?? 0)) best = { group, margin };
		}
		if (best === undefined) groups.push([wording]);
		else best.group.push(wording);
	}
	return groups.map(toGap).sort((a, b) => b.asked - a.asked || b.wanted - a.wanted || b.lastAskedAt - a.lastAskedAt);
}

/** Questions in the same words, whatever their order, case and accents: newest first. */
interface Wording {
	readonly newest: OpenQuestion;
	readonly all: readonly OpenQuestion[];
}

/** Those that were asked most first: what is rare gathers around what is common. */
function wordingsOf(questions: readonly OpenQuestion[]): Wording[] {
	const byWords = new Map<string, OpenQuestion[]>();
	for (const question of [...questions].sort((a, b) => b.askedAt - a.askedAt)) {
		const words = [...new Set([...foldedWords(question.text), ...unfoldedRuns(question.text)])].sort();
		const key = words.length === 0 ? question.text : words.join(' ');
		byWords.set(key, [...(byWords.get(key) ?? []), question]);
	}
	return [...byWords.values()]
		.flatMap((all): Wording[] => (all[0] === undefined ? [] : [{ newest: all[0], all }]))
		.sort((a, b) => b.all.length - a.all.length);
}

/** How far the cosine of two wordings lies above what is needed; negative where they ask for different things. */
function marginOf({ newest: a }: Wording, { newest: b }: Wording): number {
	return cosine(a.embedding, b.embedding) - (a.language === b.language ? SAME.oneLanguage : SAME.twoLanguages);
}

function toGap(wordings: readonly Wording[]): QuestionGap {
	const all = wordings.flatMap((wording) => wording.all);
	const nearness = ({ newest }: Wording) =>
		wordings.reduce((sum, other) => sum + other.all.length * cosine(newest.embedding, other.newest.embedding), 0);
	const [nearest] = wordings
		.map((wording) => ({ wording, nearness: nearness(wording) }))
		.sort((a, b) => b.nearness - a.nearness);
	return {
		question: nearest?.wording.newest.text ?? '',
		questions: wordings
			.map(({ newest }) => newest)
			.sort((a, b) => b.askedAt - a.askedAt)
			.map(({ text }) => text),
		asked: all.length,
		wanted: new Set(all.flatMap(({ wantedBy }) => wantedBy)).size,
		languages: mostFirst(all.map(({ language }) => language)),
		lastAskedAt: all.reduce((last, { askedAt }) => Math.max(last, askedAt), 0),
	};
}

function mostFirst(values: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}
