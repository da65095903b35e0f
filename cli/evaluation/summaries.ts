import { encodeUnits } from '../../answers/summary/units.js';
import type { Models } from '../../index/question.js';
import type { OnProgress } from './measurement.js';
import { meanRouge, type Rouge } from './rouge.js';
import {
	lead,
	leadThree,
	longestThree,
	measuredTalk,
	oracle,
	ours,
	random,
	RANDOM_DRAWS,
	rougeOfSelection,
	textRank,
	type MeasuredTalk,
	type Selection,
} from './summaries-selections.js';
import type { KnownTalk } from './summaries-talks.js';

/** What one way of choosing reaches, means over the talks. */
export interface SummaryFigures extends Rouge {
	/** Words of a summary. */
	readonly words: number;
}

/** All of them choose whole utterances; all but `lead3`, `longest3` and `oracle` about as many words as the reference has. */
export const WAYS = ['ours', 'lead3', 'longest3', 'lead', 'random', 'textRank', 'oracle'] as const;
export type Way = (typeof WAYS)[number];

export interface SummaryEvaluation extends Readonly<Record<Way, SummaryFigures>> {
	readonly model: string;
	readonly dialogues: number;
	/** Words of a reference, on average. */
	readonly referenceWords: number;
	readonly seconds: number;
}

/** Sums up each talk, and compares with how people have. */
export async function evaluateSummaries(
	models: Models,
	talks: readonly KnownTalk[],
	onProgress: OnProgress,
): Promise<SummaryEvaluation> {
	const began = performance.now();
	const reached: Record<Way, SummaryFigures[]> = {
		ours: [],
		lead3: [],
		longest3: [],
		lead: [],
		random: [],
		textRank: [],
		oracle: [],
	};
	let referenceWords = 0;
	for (const [place, known] of talks.entries()) {
		const talk = measuredTalk(known, String(place));
		const units = await encodeUnits(
			models,
			talk.utterances.map(({ text }) => text),
		);
		const selections: Readonly<Record<Way, readonly Selection[]>> = {
			ours: [ours(talk, units)],
			lead3: [leadThree(talk)],
			longest3: [longestThree(talk)],
			lead: [lead(talk)],
			random: Array.from({ length: RANDOM_DRAWS }, (_, draw) => random(talk, draw)),
			textRank: [textRank(talk)],
			oracle: [oracle(talk)],
		};
		for (const way of WAYS) reached[way].push(meanOf(selections[way].map((selection) => figuresOf(talk, selection))));
		referenceWords += talk.budget / talks.length;
		onProgress(place + 1, talks.length);
	}
	const means = Object.fromEntries(WAYS.map((way) => [way, meanOf(reached[way])])) as Record<Way, SummaryFigures>; // one for each
	return {
		model: models.encoder.id,
		dialogues: talks.length,
		referenceWords,
		...means,
		seconds: Math.round(performance.now() - began) / 1000,
	};
}

function figuresOf(talk: MeasuredTalk, selection: Selection): SummaryFigures {
	const words = selection.reduce((sum, i) => sum + (talk.lengths[i] ?? 0), 0);
	return { ...rougeOfSelection(talk, selection), words };
}

function meanOf(figures: readonly SummaryFigures[]): SummaryFigures {
	const words = figures.reduce((sum, one) => sum + one.words, 0) / Math.max(1, figures.length);
	return { ...meanRouge(figures), words };
}
