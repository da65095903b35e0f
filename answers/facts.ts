import { textOf, type Document, type Span } from '../articles/document.js';
import { contextOf } from './context.js';
import { relationOf, unitsOf, type Relation, type Units } from './same-fact.js';
import type { Candidate } from './sentences.js';

/** One thing that articles report. */
export interface Fact {
	/** The sentence that reports it best. */
	readonly candidate: Candidate;
	/** It and what else of its group of blocks is marked beside it, best first. */
	readonly highlights: readonly Span[];
	/** The sentence before it, where it leans on that: {@link contextOf}. */
	readonly context: () => Span | undefined;
	/** The same sentence, or nearly, in other articles: the best one of each, best first. */
	readonly alsoAt: readonly Candidate[];
	/** Facts of other articles that differ from this one in their figures alone. */
	readonly rivals: readonly Fact[];
}

/** A fact while others join it. */
interface OpenFact extends Fact {
	readonly alsoAt: Candidate[];
	readonly rivals: OpenFact[];
	readonly units: Units;
}

/**
 * What candidates report, best first, each thing once.
 *
 * @param candidates best first
 */
export function factsOf(candidates: readonly Candidate[]): Fact[] {
	const facts: OpenFact[] = [];
	for (const candidate of candidates) {
		const fact: OpenFact = { ...read(candidate), candidate, highlights: [candidate.span], alsoAt: [], rivals: [] };
		const relations = facts.map((other) => ({ other, relation: relationBetween(fact, other) }));
		const same = relations.find(({ relation }) => relation === 'same')?.other;
		if (same !== undefined) {
			const isNamed = [same.candidate, ...same.alsoAt].some((at) => isOfOneArticle(at, candidate));
			if (!isNamed) same.alsoAt.push(candidate);
			continue;
		}
		for (const { other, relation } of relations) {
			// an article that gives two figures does not disagree with itself
			if (relation !== 'disagreeing' || isOfOneArticle(other.candidate, candidate)) continue;
			fact.rivals.push(other);
			other.rivals.push(fact);
		}
		facts.push(fact);
	}
	return facts;
}

/** What is compared, each part once it is needed. */
function read({ document, span }: Candidate): Pick<OpenFact, 'units' | 'context'> {
	let found: { readonly context: Span | undefined } | undefined;
	return {
		units: unitsAt(document, span),
		context: () => (found ??= { context: contextOf(document, span) }).context,
	};
}

/** Sentences that lean on others speak of the same thing only where these do: "It opened in May." is said of many things. */
function relationBetween(one: OpenFact, other: OpenFact): Relation {
	const relation = relationOf(one.units, other.units);
	if (relation === 'different') return relation;
	const [context, otherContext] = [one.context(), other.context()];
	if (context === undefined && otherContext === undefined) return relation;
	if (context === undefined || otherContext === undefined) return 'different';
	const before = relationOf(unitsAt(one.candidate.document, context), unitsAt(other.candidate.document, otherContext));
	return before === 'same' ? relation : 'different';
}

function unitsAt(document: Document, span: Span): Units {
	return unitsOf(textOf(document, span), document.language);
}

function isOfOneArticle(one: Candidate, other: Candidate): boolean {
	return one.document.id === other.document.id;
}
