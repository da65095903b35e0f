import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyCitation, verifyPlace } from '../../answers/answer.js';
import { answerQuestion } from '../../answers/answerer.js';
import { toDocument } from '../../articles/to-document.js';
import { openModels, type OpenModels } from '../../bot/app.js';
import { EMBEDDED_MODEL_FOLDER } from '../../bot/config.js';
import { ingestSources } from '../../cli/ingest.js';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';
import { ingestDocument } from '../../index/ingest.js';
import { paragraphs, collectionOf, storeFor } from '../support/collections.js';

const SAMPLES = join(PACKAGE_ROOT, 'samples');

type Article = readonly [source: string, text: string, language: string, publishedAt: string | null];

/** The whole way of a question, with the embedded model. */
describe('answerQuestion', { timeout: 120_000 }, () => {
	let models: OpenModels;
	beforeAll(async () => {
		models = await openModels(EMBEDDED_MODEL_FOLDER, 1);
	}, 120_000);
	afterAll(() => models.close());

	const collectionWith = async (articles: readonly Article[]) => {
		const collection = await collectionOf(models, storeFor(models));
		for (const [source, text, language, publishedAt] of articles) {
			await ingestDocument(
				collection,
				models,
				toDocument({ source, title: 'News', publishedAt, language, blocks: paragraphs(text), leftOut: [] }),
			);
		}
		return collection;
	};

	const FAIR = 'The border fair of Lao Bao brought together 12 provinces of three countries.';
	const QUESTION = 'How many provinces did the border fair of Lao Bao bring together?';

	it('cites a report once, and shows figures that differ side by side', async () => {
		const collection = await collectionWith([
			['a', `${FAIR} Traders sold rice and cloth until late.`, 'en', '2024-05-01'],
			['b', `HANOI – ${FAIR} The mayor spoke of friendship between towns.`, 'en', '2024-05-01'],
			['c', `${FAIR.replace('12', '13')} The road was closed for two days.`, 'en', '2024-05-03'],
			['d', 'Forty beekeepers founded an association in the valley.', 'en', null],
		]);
		const answer = await answerQuestion([collection], models, QUESTION);
		const [newest, other] = answer.citations;
		expect(answer.disagree).toBe(true);
		expect([newest, other].map((citation) => citation?.disagreesWith)).toEqual([[2], [1]]);
		expect(newest).toMatchObject({ source: 'c', alsoAt: [] });
		expect([other?.source, other?.alsoAt[0]?.source].sort()).toEqual(['a', 'b']);
		expect((await answerQuestion([collection], models, QUESTION, { k: 1 })).disagree).toBe(true);
	});

	it('shows what a sentence leans on', async () => {
		const collection = await collectionWith([
			['a', 'A lorry with a blue stripe stops at the border. It treated 11,460 patients in six months.', 'en', null],
			['b', 'Forty beekeepers founded an association in the valley.', 'en', null],
		]);
		const [citation] = (await answerQuestion([collection], models, 'How many patients were treated in six months?'))
			.citations;
		expect(citation).toMatchObject({
			quote: 'It treated 11,460 patients in six months.',
			context: { start: 0, end: 47, quote: 'A lorry with a blue stripe stops at the border.' },
		});
	});

	it('counts the articles of other languages that say the same', async () => {
		const collection = await collectionWith([
			['en', 'The bridge over the Kaeo river is 286 metres long and 11 metres wide.', 'en', null],
			['fr', 'Le pont sur la rivière Kaeo mesure 286 mètres de long et 11 mètres de large.', 'fr', null],
			['bees', 'Forty beekeepers founded an association in the valley.', 'en', null],
		]);
		const question = 'How long and how wide is the bridge over the Kaeo river?';
		const { citations, nearest, alsoIn } = await answerQuestion([collection], models, question, { k: 1, further: 2 });
		expect(citations.map(({ source }) => source)).toEqual(['en']);
		expect(alsoIn).toEqual([{ language: 'fr', count: 1 }]);
		expect(nearest[0]?.source).toBe('fr');
	});

	it('finds no report twice, and no disagreement, among the samples, which tell of different things', async () => {
		const samples = await collectionOf(models, storeFor(models));
		await ingestSources(samples, models, [join(SAMPLES, 'articles')], { inWork: 2 });
		const lines = (await readFile(join(SAMPLES, 'questions.jsonl'), 'utf8')).trim().split('\n');
		let contexts = 0;
		for (const line of lines) {
			const { question } = JSON.parse(line) as { question: string };
			const answer = await answerQuestion([samples], models, question, { further: 5 });
			expect(answer.disagree, question).toBe(false);
			for (const citation of [...answer.citations, ...answer.nearest]) {
				const document = samples.store.documentById(samples.id, citation.documentId)!;
				verifyCitation(citation, document);
				verifyPlace(citation, document);
				expect(citation.alsoAt, question).toEqual([]);
				contexts += citation.context === null ? 0 : 1;
			}
		}
		expect(contexts).toBeGreaterThan(10);
	});
});
