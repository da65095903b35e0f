import { parseArgs } from 'node:util';
import { CANDIDATE_PASSAGES, rankSentences } from '../answers/sentences.js';
import { textOf } from '../articles/document.js';
import { identifyLanguage } from '../articles/language.js';
import { toDocument } from '../articles/to-document.js';
import { openModels } from '../bot/app.js';
import { EMBEDDED_MODEL_FOLDER } from '../bot/config.js';
import { readKnownQuestions, type KnownQuestion } from '../cli/evaluation/question-lines.js';
import { openInMemory } from '../cli/in-memory.js';
import { readSources } from '../cli/sources.js';
import type { Collection } from '../index/collection.js';
import { ingestDocument } from '../index/ingest.js';
import { encodeQuestions, type Models } from '../index/question.js';
import { retrieve } from '../index/retriever.js';

/**
 * Prints what is known of every candidate sentence of each question, one JSON value a question: what the weights of
 * answers/weights.ts are fitted on (training/fit_answers.py).
 *
 *     node dist/bench/evidence.js [--each N] QUESTIONS.jsonl ARTICLES…
 *
 * With --each, every N articles are a collection of their own, and all questions are asked of each: whoever starts with two
 * articles meets other scores than whoever has a thousand.
 */
async function printEvidence(collection: Collection, models: Models, known: KnownQuestion): Promise<void> {
	const text = known.question.normalize('NFC').trim();
	const { language } = identifyLanguage(text, new Set(collection.languages));
	const [question] = await encodeQuestions(models, [text], language);
	if (question === undefined) return;
	const retrieval = retrieve(collection, models.lexicon, question, { k: CANDIDATE_PASSAGES });
	const candidates = (await rankSentences(collection, models, question, retrieval)).map(
		({ document, span, evidence }) => ({
			...evidence,
			answers:
				known.answer !== undefined &&
				textOf(document, span).includes(known.answer) &&
				(known.source === undefined || document.source.endsWith(known.source)),
		}),
	);
	const documents = Array.from(
		collection.store.documentKeys(collection.id),
		(key) => collection.store.documentById(collection.id, key)?.source ?? '',
	);
	const { answer, source } = known;
	const answerable = answer !== undefined && (source === undefined || documents.some((held) => held.endsWith(source)));
	process.stdout.write(`${JSON.stringify({ asked: known.language, identified: language, answerable, candidates })}\n`);
}

const { values, positionals } = parseArgs({
	options: { each: { type: 'string', default: 'Infinity' } },
	allowPositionals: true,
});
const [path, ...articles] = positionals;
if (path === undefined || articles.length === 0)
	throw new Error('Expected a file of questions and the articles they are about');
const questions = await readKnownQuestions(path);
const models = await openModels(EMBEDDED_MODEL_FOLDER, 2);
let collection = await openInMemory(models);
const askAll = async () => {
	for (const known of questions) await printEvidence(collection, models, known);
	collection.store.close();
};
let held = 0;
for await (const item of readSources(articles)) {
	if (item.kind === 'failed') throw new Error(`${item.source}: ${item.error}`);
	await ingestDocument(collection, models, toDocument(item.article));
	if (++held === Number(values.each)) {
		await askAll();
		collection = await openInMemory(models);
		held = 0;
	}
}
if (held > 0) await askAll();
await models.close();
