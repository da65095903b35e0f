import type { Embedding } from '../../embeddings/encoder.js';
import type { Models } from '../../index/question.js';
import type { Said } from './said.js';
import { centred } from './talks/vectors.js';
import { findTalks } from './talks/find-talks.js';
import { encodeUnits, type Unit } from './units.js';

/** A message with what it means, among those that it was said among. */
export interface Heard extends Said {
	/** In the order of time, from 0. */
	readonly place: number;
	/** Of its sentences; empty for noise. */
	readonly units: readonly Unit[];
	/** What its sentences mean together, `centred`; of no length for noise. */
	readonly vector: Float32Array;
	/** What its sentences are about. */
	readonly words: readonly string[];
	/** The place of its talk among all talks, the greatest first; -1 for noise. */
	readonly talk: number;
}

/** A sentence of a message. */
export interface Place {
	readonly heard: Heard;
	/** Of its sentences. */
	readonly sentence: number;
}

/** A conversation of which it is known what belongs together. */
export interface Conversation {
	/** In the order of time. */
	readonly heard: readonly Heard[];
	/** Each talk's messages, in the order of time; talks of most messages first. */
	readonly talks: readonly (readonly Heard[])[];
	/** The message of an id. */
	readonly byId: ReadonlyMap<string, Heard>;
}

/** @param said in the order of time */
export async function hear(said: readonly Said[], models: Models): Promise<Conversation> {
	const telling = said.filter(({ isNoise, sentences }) => !isNoise && sentences.length > 0);
	const units = await encodeUnits(
		models,
		telling.flatMap(({ sentences }) => sentences.map(({ words }) => words)),
		telling.flatMap(({ sentences, language }) => sentences.map(() => language)),
	);
	let from = 0;
	const parts = telling.map(({ sentences }) => units.slice(from, (from += sentences.length)));
	const vectors = centred(
		parts.map(togetherOf),
		telling.map(({ language }) => language),
	);
	const talks = await findTalks(
		telling.map(({ message, plain }, i) => ({
			message,
			vector: vectors[i] ?? new Float32Array(),
			words: wordsOf(parts[i] ?? []),
			mentioned: plain.mentioned,
		})),
	);
	const known = new Map(telling.map((one, i) => [one, i]));
	const talkOf = new Int32Array(telling.length).fill(-1);
	for (const [talk, places] of talks.entries()) for (const place of places) talkOf[place] = talk;
	const heard = said.map((one, place): Heard => {
		const i = known.get(one) ?? -1;
		const own = parts[i] ?? [];
		return {
			...one,
			place,
			units: own,
			vector: vectors[i] ?? new Float32Array(),
			words: wordsOf(own),
			talk: talkOf[i] ?? -1,
		};
	});
	const byTalk: Heard[][] = talks.map(() => []);
	for (const one of heard) byTalk[one.talk]?.push(one);
	return { heard, talks: byTalk, byId: new Map(heard.map((one) => [one.message.id, one])) };
}

function wordsOf(units: readonly Unit[]): string[] {
	return units.flatMap(({ words }) => words);
}

/** The sum of what sentences mean, each by its words. */
function togetherOf(units: readonly Unit[]): Embedding {
	const [first] = units;
	if (first === undefined || units.length === 1) return first?.embedding ?? (new Float32Array() as Embedding);
	const sum = first.embedding.map((_, k) =>
		units.reduce((total, { embedding, words }) => total + (words.length + 1) * (embedding[k] ?? 0), 0),
	);
	// only its direction counts
	return sum as Embedding;
}
