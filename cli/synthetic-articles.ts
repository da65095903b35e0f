import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document, DocumentId } from '../articles/document.js';

/** Labels only: what matters is that there are several and that each has words of its own. */
const LANGUAGES = ['en', 'fr', 'vi', 'es', 'de', 'it', 'pt', 'nl'];
const SENTENCES_PER_ARTICLE = 40;
const WORDS_PER_SENTENCE = { least: 10, most: 26 };
const WORDS_PER_QUESTION = 8;

export interface SyntheticArticles {
	articles(): Generator<Document, never>;
	/** Words that stand together in one of the articles. */
	question(): string;
}

/**
 * Articles without sense but with the statistics that cost time: words of the embedded vocabulary, drawn by Zipf's law
 * (Mandelbrot's form, 1 / (rank + 2.7)), each language with a share of its own. The same seed gives the same articles.
 */
export async function syntheticArticles(modelFolder: string, seed: number): Promise<SyntheticArticles> {
	const tokenizer = JSON.parse(await readFile(join(modelFolder, 'tokenizer.json'), 'utf8')) as {
		model: { vocab: [string, number][] };
	};
	const words = tokenizer.model.vocab.flatMap(([piece]) =>
		/^▁\p{Script=Latin}{2,}$/u.test(piece) ? [piece.slice(1)] : [],
	);
	const vocabularies = LANGUAGES.map((_, language) =>
		words.filter((_word, rank) => rank % LANGUAGES.length === language),
	);
	const random = mulberry32(seed);
	const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
	const sentence = (vocabulary: readonly string[]) =>
		Array.from({ length: between(WORDS_PER_SENTENCE.least, WORDS_PER_SENTENCE.most) }, () =>
			draw(vocabulary, random()),
		);
	const written: string[][] = [];

	return {
		*articles() {
			for (let number = 1; ; number++) {
				const language = number % LANGUAGES.length;
				const sentences = Array.from({ length: SENTENCES_PER_ARTICLE }, () =>
					sentence(vocabularies[language] ?? words),
				);
				written.push(...sentences.slice(0, 2));
				const text = sentences.map((of) => `${capitalised(of.join(' '))}.`).join(' ');
				yield {
					id: number.toString(16).padStart(16, '0') as DocumentId, // of these articles alone
					revision: '1',
					source: `synthetic-${number}`,
					title: `Synthetic article ${number}`,
					language: LANGUAGES[language] ?? 'und',
					publishedAt: null,
					text,
					blocks: [{ kind: 'paragraph', start: 0, end: text.length, under: -1, anchor: null, list: -1 }],
					leftOut: [],
				};
			}
		},
		question() {
			const of = written[between(0, written.length - 1)] ?? [];
			return `${of.slice(0, WORDS_PER_QUESTION).join(' ')}?`;
		},
	};
}

/** A word by the inverse of its distribution, which for 1 / (rank + 2.7) is exponential in `share`. */
function draw(vocabulary: readonly string[], share: number): string {
	const shift = 2.7;
	const rank = shift * ((vocabulary.length + shift) / shift) ** share - shift;
	return vocabulary[Math.min(vocabulary.length - 1, Math.floor(rank))] ?? '';
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A small generator of numbers in [0, 1) (Tommy Ettinger): seeded, so that a run can be repeated. */
export function mulberry32(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}
