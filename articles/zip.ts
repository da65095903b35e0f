/**
 * Pairs two lists by position.
 *
 * @throws {RangeError} If their lengths differ: from some point on, every pair would be wrong.
 */
export function zip<A, B>(as: readonly A[], bs: readonly B[]): [A, B][] {
	if (as.length !== bs.length) throw new RangeError(`Expected lists of one length, got ${as.length} and ${bs.length}`);
	return as.map((a, i) => [a, bs[i] as B]); // as long as the other
}
