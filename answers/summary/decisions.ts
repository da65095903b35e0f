import type { Conversation, Heard, Place } from './heard.js';
import { dot } from './talks/vectors.js';

interface Candidate extends Place {
	/** Whether it says itself that it is decided. */
	readonly isTold: boolean;
	/** Members besides its own who agree, by how much, and who are against it. */
	readonly votes: Map<string, number>;
	readonly against: Set<string>;
}

/** What an agreement counts: one that ends the matter more, and one that says that it is decided most. */
const VOTES = { agrees: 1, settles: 1.5, decided: 2 };
/** What it counts that a sentence says itself that it is decided, and what must come together. */
const TOLD = 2;
const ENOUGH = 2;
const AGAINST = 1.5;

/** How far an agreement or a refusal without a reply reaches back: messages of its talk, or of the channel, and time. */
const REACH = 8;
const SHORT_REACH = 3;
const REACH_MS = 30 * 60_000;
/** Replies to replies that are followed back to what was proposed. */
const CHAIN = 4;
/** Cosine from which on what takes something back speaks of the same, of centred vectors. */
const SAME_MATTER = 0.3;
const MOST = 20;

/**
 * What was agreed on: sentences that say so, and proposals that enough others agreed with, as long as nobody takes them back. An agreement
 * that says nothing else points to what it answers, or to the last proposal of its talk. In the order of time.
 */
export function findDecisions({ heard, talks, byId }: Conversation): Place[] {
	const candidates = new Map<Heard, Candidate>();
	for (const one of heard) {
		const { sentences } = one;
		const told = sentences.findIndex(({ acts }) => acts.decides === 'content');
		const sentence = told >= 0 ? told : sentences.findIndex(({ acts }) => acts.proposes);
		if (sentence < 0 || one.isNoise) continue;
		candidates.set(one, { heard: one, sentence, isTold: told >= 0, votes: new Map(), against: new Set() });
	}
	const meant = new Map<Heard, Candidate>();
	for (const one of heard) {
		const vote = voteOf(one);
		if (vote === 0) continue;
		const target = targetOf(one, vote, { heard, talks, byId }, candidates, meant);
		if (target === undefined || target.heard.message.authorId === one.message.authorId) continue;
		const { authorId } = one.message;
		if (vote < 0) target.against.add(authorId);
		else {
			target.votes.set(authorId, Math.max(vote, target.votes.get(authorId) ?? 0));
			meant.set(one, target);
		}
	}
	const agreed = [...candidates.values()].filter((candidate) => strengthOf(candidate) >= ENOUGH);
	const standing = agreed.filter((candidate) => !isTakenBack(candidate, talks));
	return withoutEchoes(standing, meant)
		.sort((a, b) => strengthOf(b) - strengthOf(a))
		.slice(0, MOST)
		.sort((a, b) => a.heard.place - b.heard.place);
}

function strengthOf({ isTold, votes, against }: Candidate): number {
	const agreeing = [...votes.values()].reduce((sum, vote) => sum + vote, 0);
	return (isTold ? TOLD : 0) + agreeing - AGAINST * against.size;
}

/** How much a message agrees with another; negative where it refuses, 0 where it does neither. */
function voteOf({ sentences, plain, message }: Heard): number {
	const acts = sentences.map((sentence) => sentence.acts);
	if (acts.some(({ decides }) => decides === 'bare')) return VOTES.decided;
	if (acts.some(({ agrees }) => agrees === 'settles')) return VOTES.settles;
	if (acts[0]?.agrees === 'agrees') return VOTES.agrees;
	if (acts[0]?.rejects === true) return -1;
	// a thumb alone, in answer to somebody
	const isThumb = plain.words.trim() === '' && /[👍👌✅✔💯🤝]/u.test(message.text);
	return isThumb && message.replyTo !== null ? VOTES.agrees : 0;
}

/** What a message agrees with or refuses. */
function targetOf(
	one: Heard,
	vote: number,
	{ heard, talks, byId }: Conversation,
	candidates: Map<Heard, Candidate>,
	meant: ReadonlyMap<Heard, Candidate>,
): Candidate | undefined {
	let answered = one.message.replyTo === null ? undefined : byId.get(one.message.replyTo);
	if (answered !== undefined) {
		const direct = answered;
		for (let step = 0; answered !== undefined && step < CHAIN; step++) {
			const known: Candidate | undefined = candidates.get(answered) ?? meant.get(answered);
			if (known !== undefined) return known;
			answered = answered.message.replyTo === null ? undefined : byId.get(answered.message.replyTo);
		}
		return vote >= VOTES.settles ? statementOf(direct, candidates) : undefined;
	}
	const reach = vote >= VOTES.settles ? REACH : SHORT_REACH;
	for (const before of earlier(one, heard, talks, reach)) {
		const known = candidates.get(before) ?? meant.get(before);
		if (known !== undefined && known.heard !== one) return known;
	}
	return undefined;
}

/** Messages before one, the nearest first: of its talk, or of the channel where it is noise. */
function earlier(
	one: Heard,
	heard: readonly Heard[],
	talks: readonly (readonly Heard[])[],
	reach: number,
): readonly Heard[] {
	const isNear = (before: Heard) =>
		one.message.at - before.message.at <= REACH_MS && before.message.threadId === one.message.threadId;
	const talk = one.talk < 0 ? heard : (talks[one.talk] ?? []);
	const end = one.talk < 0 ? one.place : talk.indexOf(one);
	return talk
		.slice(Math.max(0, end - reach), end)
		.filter(isNear)
		.reverse();
}

/** What a message states that has no other mark of a proposal than that somebody says that it is settled. */
function statementOf(one: Heard, candidates: Map<Heard, Candidate>): Candidate | undefined {
	const lengths = one.sentences.map(({ words, acts }) => (acts.isQuestion ? 0 : words.length));
	const longest = lengths.reduce((best, length, i) => (length > (lengths[best] ?? 0) ? i : best), 0);
	if (one.isNoise || (lengths[longest] ?? 0) === 0) return undefined;
	const candidate = { heard: one, sentence: longest, isTold: false, votes: new Map(), against: new Set<string>() };
	candidates.set(one, candidate);
	return candidate;
}

/** Whether somebody says later, in answer to it or of the same matter, that it is not so. */
function isTakenBack({ heard: one }: Candidate, talks: readonly (readonly Heard[])[]): boolean {
	return (talks[one.talk] ?? []).some(
		(later) =>
			later.place > one.place &&
			later.sentences.some(({ acts }) => acts.reverses) &&
			(later.message.replyTo === one.message.id || dot(later.vector, one.vector) >= SAME_MATTER),
	);
}

/** Leaves out what agrees with another decision and says no more than that. */
function withoutEchoes(candidates: readonly Candidate[], meant: ReadonlyMap<Heard, Candidate>): Candidate[] {
	const kept = new Set(candidates);
	return candidates.filter((candidate) => {
		const target = meant.get(candidate.heard);
		return target === undefined || target === candidate || !kept.has(target);
	});
}
