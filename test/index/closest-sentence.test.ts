import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { EMBEDDED_MODEL_FOLDER } from '../../bot/config.js';
import { cosine, type Encoder } from '../../embeddings/encoder.js';
import { openEncoderPool } from '../../embeddings/encoder-pool.js';
import { readModelCard } from '../../embeddings/model-card.js';
import { loadTokenTable } from '../../embeddings/token-table.js';
import { Meanings } from '../../embeddings/meanings.js';
import { ClosestSentence } from '../../index/closest-sentence.js';

let meanings: Meanings;

beforeAll(async () => {
	meanings = new Meanings(await loadTokenTable(EMBEDDED_MODEL_FOLDER, await readModelCard(EMBEDDED_MODEL_FOLDER)));
});

async function openEncoder(): Promise<Encoder> {
	const encoder = await openEncoderPool(EMBEDDED_MODEL_FOLDER, { threads: 1 });
	onTestFinished(() => encoder.close());
	return encoder;
}

const QUESTION = 'When does the new bridge over the river open?';
const SENTENCES = [
	'La bibliothèque prête aussi des instruments de musique.',
	'Le nouveau pont sur la rivière ouvrira en mai.',
	'Les marchands vendent du riz et du poisson.',
];

describe('ClosestSentence', () => {
	it('is the greatest of the cosines that the model itself gives for the sentences', async () => {
		const encoder = await openEncoder();
		const [question, ...sentences] = await encoder.tokenize([QUESTION, ...SENTENCES]);
		const [asked, ...said] = await encoder.encode([question!, ...sentences], 'passage');
		const cosines = said.map((embedding) => cosine(asked!, embedding));
		expect(Math.max(...cosines)).toBe(cosines[1]);
		expect(new ClosestSentence(meanings, question!).cosine(sentences)).toBeCloseTo(cosines[1]!, 4);
		expect(new ClosestSentence(meanings, question!).cosine([sentences[0]!, sentences[2]!])).toBeLessThan(cosines[1]!);
	});

	it('is nearly always the greatest cosine, of whatever sentences, and never one that none of them has', async () => {
		const encoder = await openEncoder();
		const folder = 'samples/articles';
		const names = (await readdir(folder)).sort();
		const articles = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
		const said = articles.map((text) => text.split(/(?<=[.!?။។])\s+/).filter((part) => part.length > 20));
		const [question] = await encoder.tokenize([QUESTION]);
		const closest = new ClosestSentence(meanings, question!);
		let greatest = 0;
		const passages = said.flatMap((sentences) =>
			Array.from({ length: Math.floor(sentences.length / 4) }, (_, i) => sentences.slice(4 * i, 4 * i + 4)),
		);
		for (const sentences of passages) {
			const tokens = await encoder.tokenize(sentences);
			const asked = meanings.directionOf(question!)!;
			const cosines = tokens.map((ids) => cosine(asked, meanings.directionOf(ids)!));
			const found = closest.cosine(tokens);
			expect(Math.min(...cosines.map((value) => Math.abs(value - found)))).toBeLessThan(1e-4);
			if (Math.abs(Math.max(...cosines) - found) < 1e-4) greatest++;
		}
		expect(passages.length).toBeGreaterThan(20);
		expect(greatest / passages.length).toBeGreaterThan(0.85);
	});

	it('is least where nothing is said, or nothing asked', async () => {
		const [question] = await (await openEncoder()).tokenize([QUESTION]);
		const nothing = new Uint32Array();
		expect(new ClosestSentence(meanings, question!).cosine([])).toBe(-1);
		expect(new ClosestSentence(meanings, question!).cosine([nothing])).toBe(-1);
		expect(new ClosestSentence(meanings, nothing).cosine([question!])).toBe(-1);
	});
});
