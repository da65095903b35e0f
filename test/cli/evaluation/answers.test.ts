import { describe, expect, it } from 'vitest';
import { evaluateAnswers } from '../../../cli/evaluation/answers.js';
import { ingestDocument } from '../../../index/ingest.js';
import { collectionOf, documentOf, storeFor } from '../../support/collections.js';
import { hashingModels } from '../../support/hashing-encoder.js';

const answerable = {
	question: 'How many households did the Ormond register hold?',
	language: 'en',
	answer: '1907',
	source: 'ormond.txt',
};
const unanswerable = { question: 'Quels oiseaux migrent vers Tombouctou?', language: 'fr' };

async function evaluate(...questions: Parameters<typeof evaluateAnswers>[2][number][]) {
	const models = hashingModels();
	const collection = await collectionOf(models, storeFor(models));
	const text = 'Nobody counts clouds. The Ormond register did hold 1907 households. It rained.';
	await ingestDocument(collection, models, documentOf('folder/ormond.txt', text, 'en'));
	const seen: number[] = [];
	const report = await evaluateAnswers(collection, models, questions, (done, total) => seen.push(done / total));
	expect(seen).toHaveLength(questions.length);
	return report;
}

describe('evaluateAnswers', () => {
	it('says how far confidence can be trusted where some questions are answerable, and some are not', async () => {
		const report = await evaluate(answerable, unanswerable);
		expect(report).toMatchObject({
			questions: 2,
			answerable: 1,
			calibration: { questions: { answerable: 1, unanswerable: 1 }, auroc: 1 },
		});
		const { bins } = report.calibration!;
		const right = bins.filter(({ count, accuracy }) => count > 0 && accuracy > 0);
		expect(right).toHaveLength(1);
		expect(report.quotesVerified).toBeGreaterThan(0);
	});

	it('says nothing of confidence where all questions are answerable, or none is', async () => {
		expect((await evaluate(answerable)).calibration).toBeNull();
		expect((await evaluate(unanswerable)).calibration).toBeNull();
	});

	it('takes the words in an article of another source for wrong', async () => {
		const report = await evaluate({ ...answerable, source: 'tamara.txt' }, unanswerable);
		expect(report).toMatchObject({ first: 0, inThree: 0, byLanguage: { en: 0 } });
		expect(report.misses.map(({ expected }) => expected)).toContain('1907');
		expect(report.calibration!.bins.filter(({ accuracy }) => accuracy > 0)).toEqual([]);
	});
});
