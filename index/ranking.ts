declare const brand: unique symbol;

/** Names one passage: its row in the store and its label in both indexes. Never used again for another passage. */
export type PassageId = number & { readonly [brand]: 'PassageId' };

export interface Scored {
	readonly passageId: PassageId;
	/** Greater is better, in every file of this project. Comparable only within its own ranking. */
	readonly score: number;
}

/** Orders best first. Equal scores fall back to the id, so that a ranking never depends on the order of insertion. */
export function byScore(a: Scored, b: Scored): number {
	return b.score - a.score || a.passageId - b.passageId;
}
