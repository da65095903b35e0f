import type { Document, Span } from '../articles/document.js';
import type { Fact } from './facts.js';
import { groupOf, introducedBy, type BlockGroup } from './groups.js';
import type { Candidate } from './sentences.js';

/**
 * How far behind the best unit of its group another one may lie to be marked beside it. Sentences of a paragraph are quoted only where
 * they are marked; rows of a table are alike in many words, and a row too many misleads.
 */
const MARGIN = { passages: 2, rows: 0.25, list: 2, code: 2, answer: 2 };
const MOST_HIGHLIGHTS = 3;

/** A fact while others of its group join it. */
interface Gathered extends Fact {
	readonly alsoAt: Candidate[];
	readonly rivals: Gathered[];
}

/**
 * Facts of one group of blocks as one, so that nothing is quoted twice: what is near to the best of them is marked beside it.
 *
 * @param facts best first
 * @returns best first
 */
export function gather(facts: readonly Fact[]): Fact[] {
	const groups = new Map<string, { readonly margin: number; readonly facts: Fact[] }>();
	const quoted = new Set(
		facts.map(({ candidate: { document, span } }) => keyOf(document, groupOf(document, span), span)),
	);
	const groupAmong = ({ document, span }: Candidate): BlockGroup | undefined => {
		const group = groupOf(document, span);
		const introduced = group?.kind === 'passages' ? introducedBy(document, span) : undefined;
		return introduced !== undefined && quoted.has(keyOf(document, introduced, span)) ? introduced : group;
	};
	const waiting = [...facts].reverse();
	for (let fact = waiting.pop(); fact !== undefined; fact = waiting.pop()) {
		const { document, span, score } = fact.candidate;
		const group = groupAmong(fact.candidate);
		const key = keyOf(document, group, span);
		const known = groups.get(key) ?? { margin: MARGIN[group?.kind ?? 'passages'], facts: [] };
		groups.set(key, known);
		const least = (known.facts[0]?.candidate.score ?? score) - known.margin;
		if (known.facts.length < MOST_HIGHLIGHTS && score >= least) known.facts.push(fact);
		// what is not marked here may be quoted from another article that says the same
		else if (fact.alsoAt[0] !== undefined)
			waiting.push({ ...fact, candidate: fact.alsoAt[0], alsoAt: fact.alsoAt.slice(1) });
	}
	const gatheredOf = new Map<Fact, Gathered>();
	for (const { facts: own } of groups.values()) {
		const gathered = joined(own);
		for (const fact of own) gatheredOf.set(fact, gathered);
	}
	for (const [fact, gathered] of gatheredOf) {
		for (const rival of fact.rivals.flatMap((other) => gatheredOf.get(other) ?? [])) {
			// an article that gives two figures does not disagree with itself
			if (rival.candidate.document.id === gathered.candidate.document.id || gathered.rivals.includes(rival)) continue;
			gathered.rivals.push(rival);
			rival.rivals.push(gathered);
		}
	}
	return [...new Set(gatheredOf.values())].sort((a, b) => b.candidate.score - a.candidate.score);
}

function keyOf({ id }: Document, group: BlockGroup | undefined, span: Span): string {
	return [id, group?.kind ?? 'none', group?.first ?? span.start].join(' ');
}

function joined(facts: readonly Fact[]): Gathered {
	const [best] = facts;
	if (best === undefined) throw new RangeError('Expected facts of one group, got none');
	const alsoAt = new Map<string, Candidate>();
	for (const other of facts.flatMap((fact) => fact.alsoAt)) {
		if (!alsoAt.has(other.document.id)) alsoAt.set(other.document.id, other);
	}
	return {
		candidate: best.candidate,
		highlights: facts.map(({ candidate }) => candidate.span),
		context: best.context,
		alsoAt: [...alsoAt.values()],
		rivals: [],
	};
}
