import { fold } from '../../index/words.js';
import { meanOf } from '../../index/metrics.js';
import type { Matrix } from './matrix.js';
import type { QuestionSet } from './question-set.js';

/** How questions of one language fare when they are typed without accents. */
export interface AccentScores {
	/** Share of the questions that have accents. */
	readonly changed: number;
	/** nDCG@10 of the whole retriever among the passages of the questions' own language: asked without accents, as all of them are. */
	readonly 'ndcg@10': number;
	/** That, divided by the figure of the questions as they are written. */
	readonly share: number;
	/** The same share of the mean among the passages of the other languages; NaN where there are none. */
	readonly shareAcross: number;
}

/** As a person types in haste: without accents and capitals. */
export function dropAccents(text: string): string {
	return fold(text);
}

/** Whether more than capitals and the script of digits is lost by {@link dropAccents}. */
export function hasAccents(text: string): boolean {
	const letters = text.replace(/\p{Nd}/gu, '');
	return fold(letters) !== letters.normalize('NFKD').toLowerCase().normalize('NFC');
}

/**
 * By question language, of those whose questions have accents.
 *
 * @param written nDCG@10 of the questions as they are written
 * @param bare of the same ones without accents
 */
export function accentScores(
	sets: readonly QuestionSet[],
	written: Matrix,
	bare: Matrix,
): Record<string, AccentScores> {
	const scores: Record<string, AccentScores> = {};
	for (const { language, questions } of sets) {
		const changed = meanOf(questions.map(({ text }) => (hasAccents(text) ? 1 : 0)));
		if (!(changed > 0)) continue;
		const own = (matrix: Matrix) => matrix[language]?.[language] ?? Number.NaN;
		const others = (matrix: Matrix) =>
			meanOf(Object.entries(matrix[language] ?? {}).flatMap(([other, value]) => (other === language ? [] : [value])));
		scores[language] = {
			changed,
			'ndcg@10': own(bare),
			share: own(bare) / own(written),
			shareAcross: others(bare) / others(written),
		};
	}
	return scores;
}
