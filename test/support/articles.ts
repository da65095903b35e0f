import { integerBelow, seededRandom } from './random.js';

const WHO = ['ferry', 'school', 'market', 'bridge', 'clinic', 'library', 'cooperative', 'mill', 'harbour', 'orchard'];
const DOES = ['opens', 'closes', 'was repaired', 'was painted', 'sells tea', 'lends boats', 'moved', 'grew', 'shrank'];
const WHERE = ['Ormond', 'Tamara', 'Valmoudre', 'Lindenau', 'Kaeo', 'Ancoraya', 'Menoua', 'Trea', 'Bua', 'Khoang'];

/** Sentences about made-up places, the same for the same seed; every article has one with its own number in it. */
export function madeUpText(seed: number, sentences = 12): string {
	const random = seededRandom(seed);
	const pick = (list: readonly string[]) => list[integerBelow(random, list.length)] ?? '';
	const lines = Array.from({ length: sentences }, () => {
		const [who, does, where] = [pick(WHO), pick(DOES), pick(WHERE)];
		return `In ${where} the ${who} ${does} after ${2 + integerBelow(random, 90)} days of rain and wind.`;
	});
	lines.splice(sentences >> 1, 0, `The register of ${pick(WHERE)} counts ${1000 + seed} households this year.`);
	return lines.join(' ');
}
