import { parseArgs } from 'node:util';
import { CANDIDATE_PASSAGES, rankSentences } from '../answers/sentences.js';
import { textOf, type Document } from '../articles/document.js';
import { identifyLanguage } from '../articles/language.js';
import { toDocument } from '../articles/to-document.js';
import { openModels } from '../bot/app.js';
import { EMBEDDED_MODEL_FOLDER } from '../bot/config.js';
import { readKnownQuestions, type KnownQuestion } from '../cli/evaluation/question-lines.js';
import { openInMemory } from '../cli/in-memory.js';
import { readSources } from '../cli/sources.js';
import type { Collection } from '../index/collection.js';
import { ingestDocument } from '../index/ingest.js';
import { primaryLanguage } from '../articles/primary-language.js';
import { encodeQuestions, type Models } from '../index/question.js';
import { retrieve } from '../index/retriever.js';

/**
 * Prints what is known of every candidate sentence of each question, one JSON value a question: what the weights of
 * answers/weights.ts are fitted on (training/fit_answers.py).
 *
 *     node dist/bench/evidence.js [--each N | --by-language] QUESTIONS.jsonl ARTICLES…
 *
 * With --each, every N articles are a collection of their own, and all questions are asked of each: whoever starts with two
 * articles meets other scores than whoever has a thousand. With --by-language, so are those of each language, and the questions in
 * that language are asked of them: whoever has articles in one language meets other scores than whoever has them in eight.
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
	options: { each: { type: 'string', default: 'Infinity' }, 'by-language': { type: 'boolean', default: false } },
	allowPositionals: true,
});
const [path, ...articles] = positionals;
if (path === undefined || articles.length === 0)
	throw new Error('Expected a file of questions and the articles they are about');
const questions = await readKnownQuestions(path);
const models = await openModels(EMBEDDED_MODEL_FOLDER, 2);

async function askOf(documents: readonly Document[], asked: readonly KnownQuestion[]): Promise<void> {
	const collection = await openInMemory(models);
	for (const document of documents) await ingestDocument(collection, models, document);
	for (const known of asked) await printEvidence(collection, models, known);
	collection.store.close();
}

const documents: Document[] = [];
for await (const item of readSources(articles)) {
	if (item.kind === 'failed') throw new Error(`${item.source}: ${item.error}`);
	documents.push(toDocument(item.article));
}
if (values['by-language']) {
	const languages = new Set(documents.map(({ language }) => primaryLanguage(language)));
	for (const one of languages) {
		await askOf(
			documents.filter(({ language }) => primaryLanguage(language) === one),
			questions.filter(({ language }) => primaryLanguage(language) === one),
		);
	}
} else {
	const each = Math.min(Number(values.each), documents.length);
	if (!Number.isInteger(each) || each < 1)
		throw new Error(
			`Expected articles, and how many are a collection as a whole number of at least 1; got "${values.each}"`,
		);
	for (let at = 0; at < documents.length; at += each) await askOf(documents.slice(at, at + each), questions);
}
await models.close();
