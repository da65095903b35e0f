import { identifyLanguage } from '../articles/language.js';
import { textOf } from '../articles/document.js';
import { rankSentences } from '../answers/sentences.js';
import { EMBEDDED_MODEL_FOLDER } from '../bot/config.js';
import { openModels } from '../bot/app.js';
import { readKnownQuestions } from '../cli/evaluate-answers.js';
import { openInMemory } from '../cli/in-memory.js';
import { ingestSources } from '../cli/ingest.js';
import { encodeQuestions } from '../index/question.js';
import { retrieve } from '../index/retriever.js';

/**
 * Prints what is known of every candidate sentence of each question, one JSON value a question: what the weights of
 * answers/sentences.ts and answers/confidence.ts are fitted on (training/fit_answers.py).
 *
 *     node dist/bench/evidence.js QUESTIONS.jsonl ARTICLES…
 */
const [path, ...articles] = process.argv.slice(2);
if (path === undefined || articles.length === 0)
	throw new Error('Expected a file of questions and the articles they are about');

const PASSAGES = 10;

const models = await openModels(EMBEDDED_MODEL_FOLDER, 2);
const collection = await openInMemory(models);
const { failed } = await ingestSources(collection, models, articles, { inWork: 8 });
if (failed.length > 0) process.stderr.write(`${failed.length} articles could not be read\n`);

for (const known of await readKnownQuestions(path)) {
	const text = known.question.normalize('NFC').trim();
	const { language } = identifyLanguage(text);
	const [question] = await encodeQuestions(models, [text], language);
	if (question === undefined) continue;
	const retrieval = retrieve(collection, models.lexicon.neighbours, question, { k: PASSAGES });
	const candidates = await rankSentences(collection, models, question, retrieval);
	const rows = candidates.map(({ document, span, score, evidence }) => ({
		...evidence,
		score,
		answers:
			known.answer !== undefined &&
			textOf(document, span).includes(known.answer) &&
			(known.source === undefined || document.source.endsWith(known.source)),
	}));
	process.stdout.write(
		`${JSON.stringify({ asked: known.language, identified: language, answerable: known.answer !== undefined, candidates: rows })}\n`,
	);
}
await models.close();
