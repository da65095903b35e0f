import type { Span } from '../../articles/document.js';
import { MOST_QUOTED } from './chat-sentences.js';
import type { Said } from './said.js';

/** An address, where it was given first. */
export interface LinkGiven {
	readonly url: string;
	readonly said: Said;
	/** Its sentence, or the address alone. */
	readonly span: Span;
}

const MOST = 40;
/** A message of so many links, or one that was sent so often, is an advertisement. */
const MOST_IN_ONE = 8;
const MOST_TIMES = 2;
/** Pictures that move, which somebody sends instead of a word. */
const PICTURES = /^https?:\/\/(?:[\w-]+\.)*(?:tenor|giphy|gfycat|imgflip)\.[a-z.]+\//iu;

/** Addresses that were given, each once. In the order of time; of many, those that were given most often. */
export function findLinks(messages: readonly Said[]): LinkGiven[] {
	const times = new Map<string, number>();
	for (const { message } of messages) times.set(message.text, (times.get(message.text) ?? 0) + 1);
	const given = new Map<string, { first: LinkGiven; readonly by: Set<string> }>();
	for (const said of messages) {
		const { links } = said.plain;
		const isAdvertisement = said.isNoise && (times.get(said.message.text) ?? 0) > MOST_TIMES;
		if (links.length > MOST_IN_ONE || isAdvertisement) continue;
		for (const { url, start, end } of links) {
			if (PICTURES.test(url)) continue;
			const known = given.get(url);
			if (known !== undefined) known.by.add(said.message.authorId);
			else
				given.set(url, {
					first: { url, said, span: spanAround(said, { start, end }) },
					by: new Set([said.message.authorId]),
				});
		}
	}
	const places = new Map([...given.keys()].map((url, i) => [url, i]));
	return [...given.values()]
		.sort((a, b) => b.by.size - a.by.size)
		.slice(0, MOST)
		.map(({ first }) => first)
		.sort((a, b) => (places.get(a.url) ?? 0) - (places.get(b.url) ?? 0));
}

/** The sentence on the same line that the address stands in or beside, as far as both can be quoted together. */
function spanAround({ sentences, plain }: Said, link: Span): Span {
	const isBeside = ({ start, end }: Span) =>
		!plain.words.slice(Math.min(end, link.end), Math.max(start, link.start)).includes('\n');
	const beside = sentences.map(({ span }) => span).filter(isBeside);
	const distance = ({ start, end }: Span) => Math.max(0, link.start - end, start - link.end);
	const [nearest] = beside.sort((a, b) => distance(a) - distance(b));
	if (nearest === undefined) return link;
	const together = { start: Math.min(nearest.start, link.start), end: Math.max(nearest.end, link.end) };
	return together.end - together.start <= MOST_QUOTED ? together : link;
}
