import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { EMBEDDED_MODEL_FOLDER } from '../../bot/config.js';
import { cosine, type Encoder } from '../../embeddings/encoder.js';
import { openEncoderPool } from '../../embeddings/encoder-pool.js';
import { readModelCard } from '../../embeddings/model-card.js';
import { loadTokenTable } from '../../embeddings/token-table.js';
import { WordForms } from '../../embeddings/word-forms.js';
import { closestSentence } from '../../index/closest-sentence.js';

let words: WordForms;

beforeAll(async () => {
	words = new WordForms(await loadTokenTable(EMBEDDED_MODEL_FOLDER, await readModelCard(EMBEDDED_MODEL_FOLDER)));
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

describe('closestSentence', () => {
	it('is the greatest of the cosines that the model itself gives for the sentences', async () => {
		const encoder = await openEncoder();
		const [question, ...sentences] = await encoder.tokenize([QUESTION, ...SENTENCES]);
		const [asked, ...said] = await encoder.encode([question!, ...sentences], 'passage');
		const cosines = said.map((embedding) => cosine(asked!, embedding));
		expect(Math.max(...cosines)).toBe(cosines[1]);
		expect(closestSentence(words, question!, sentences)).toBeCloseTo(cosines[1]!, 4);
		expect(closestSentence(words, question!, [sentences[0]!, sentences[2]!])).toBeLessThan(cosines[1]!);
	});

	it('is least where nothing is said, or nothing asked', async () => {
		const [question] = await (await openEncoder()).tokenize([QUESTION]);
		const nothing = new Uint32Array();
		expect(closestSentence(words, question!, [])).toBe(-1);
		expect(closestSentence(words, question!, [nothing])).toBe(-1);
		expect(closestSentence(words, nothing, [question!])).toBe(-1);
	});
});
