import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerQuestion } from '../answers/answerer.js';
import type { Document } from '../articles/document.js';
import { syntheticArticles } from './synthetic-articles.js';
import { openApp, type App } from '../bot/app.js';
import { EMBEDDED_MODEL_FOLDER, type Config } from '../bot/config.js';
import { PACKAGE_ROOT } from '../embeddings/package-root.js';
import type { Collection } from '../index/collection.js';
import { openDatabase, type Database } from '../index/database.js';
import { ingestDocument } from '../index/ingest.js';
import { percentile } from '../index/metrics.js';
import { encodeQuestions } from '../index/question.js';
import { CommandError } from './command-error.js';
import { machine } from './machine.js';
import { print, printJson, progressBar } from './output.js';

interface Latency {
	readonly p50: number;
	readonly p95: number;
}

interface BenchReport {
	readonly machine: string;
	readonly model: string;
	readonly passages: number;
	readonly tokensPerPassage: number;
	/** Passages per second. `share` is ingesting beside the encoder alone, on the same texts, in the same run. */
	readonly ingest: { readonly encoderAlone: number; readonly whole: number; readonly share: number };
	/** Milliseconds. `floor` is the sum of the parts before it, of the same question; `ratio` of the 95th percentiles. */
	readonly question: {
		readonly encode: Latency;
		readonly hnsw: Latency;
		readonly fts5: Latency;
		readonly floor: Latency;
		readonly answer: Latency;
		readonly ratio: number;
	};
	/** Milliseconds from the start of `quoth ask` to its end, medians of the runs. */
	readonly startToAnswer: number;
}

const SEED = 1;
const COLLECTION = 'bench';
/** Of the made-up articles; a few too many are made. */
const LEAST_PASSAGES_PER_ARTICLE = 3;
const WARM_UP = 30;
const QUESTIONS = 300;
const DEPTH = 64;
const STARTS = 5;

/** Measures speed on made-up articles, beside what the parts cost alone. Nothing of the operator's store is touched. */
export async function bench(config: Config, { passages, json }: { passages: number; json: boolean }): Promise<void> {
	const dataFolder = await mkdtemp(join(tmpdir(), 'quoth-bench-'));
	try {
		const report = await measure({ ...config, dataFolder }, passages);
		if (json) printJson(report);
		else print(render(report));
	} finally {
		await rm(dataFolder, { recursive: true, force: true });
	}
}

async function measure(config: Config, wanted: number): Promise<BenchReport> {
	const synthetic = await syntheticArticles(EMBEDDED_MODEL_FOLDER, SEED);
	const app = await openApp(config, { threads: config.threads });
	let closed = false;
	try {
		const collection = await app.collection(COLLECTION);
		const whole = await timeIngest(app, collection, synthetic.articles(), wanted, config.threads * 4);
		const texts = Array.from(collection.store.passages(collection.id), ({ passage, text }) =>
			text.slice(passage.span.start, passage.span.end),
		);
		const tokens = Array.from(collection.store.passages(collection.id), ({ passage }) =>
			passage.tokens.reduce((sum, { length }) => sum + length, 0),
		);
		const titled = Array.from(
			collection.store.passages(collection.id),
			({ title }, i) => `${title}\n${texts[i] ?? ''}`,
		);
		const alone = await timeEncoder(app, titled);
		const question = await timeQuestions(app, collection, texts, () => synthetic.question());
		const { size } = collection.vectors;
		await app.close();
		closed = true;
		const startToAnswer = await timeStarts(config, synthetic.question());
		const rate = (milliseconds: number) => Math.round((size / milliseconds) * 1000);
		return {
			machine: machine(),
			model: app.models.encoder.id,
			passages: size,
			tokensPerPassage: Math.round(tokens.reduce((sum, count) => sum + count, 0) / size),
			ingest: { encoderAlone: rate(alone), whole: rate(whole), share: round(alone / whole) },
			question,
			startToAnswer,
		};
	} finally {
		if (!closed) await app.close();
	}
}

/** Milliseconds until `wanted` passages are stored and both indexes written. */
async function timeIngest(
	{ models }: App,
	collection: Collection,
	articles: Generator<Document, never>,
	wanted: number,
	inWork: number,
): Promise<number> {
	const bar = progressBar('Ingesting', 'passages');
	// made beforehand: making them up is no part of ingesting
	const documents = Array.from({ length: Math.ceil(wanted / LEAST_PASSAGES_PER_ARTICLE) }, () => articles.next().value);
	const began = performance.now();
	let stored = 0;
	const worker = async () => {
		while (stored < wanted) {
			const document = documents.pop() ?? articles.next().value;
			const outcome = await ingestDocument(collection, models, document);
			if (outcome.kind !== 'unchanged') stored += outcome.passages;
			bar.update(Math.min(stored, wanted), wanted);
		}
	};
	await Promise.all(Array.from({ length: inWork }, worker));
	await collection.save();
	const milliseconds = performance.now() - began;
	bar.stop();
	return milliseconds;
}

async function timeEncoder({ models: { encoder } }: App, texts: readonly string[]): Promise<number> {
	const began = performance.now();
	await encoder.encode(await encoder.tokenize(texts), 'passage');
	return performance.now() - began;
}

async function timeQuestions(
	{ models }: App,
	collection: Collection,
	texts: readonly string[],
	ask: () => string,
): Promise<BenchReport['question']> {
	const database = openDatabase(':memory:');
	const search = prepareFts5(database, texts);
	const times = {
		encode: [] as number[],
		hnsw: [] as number[],
		fts5: [] as number[],
		floor: [] as number[],
		answer: [] as number[],
	};
	for (let i = -WARM_UP; i < QUESTIONS; i++) {
		const text = ask();
		const [encoded, encode] = await timed(() => encodeQuestions(models, [text], 'und'));
		const embedding = encoded[0]?.embedding;
		if (embedding === undefined) throw new CommandError('Expected one encoded question, got none');
		const [, hnsw] = await timed(() => collection.vectors.search(embedding, DEPTH));
		const [, fts5] = await timed(() => search(text));
		const [, answer] = await timed(() => answerQuestion([collection], models, text));
		if (i < 0) continue;
		times.encode.push(encode);
		times.hnsw.push(hnsw);
		times.fts5.push(fts5);
		times.floor.push(encode + hnsw + fts5);
		times.answer.push(answer);
	}
	database.close();
	const latency = (values: readonly number[]): Latency => ({
		p50: round(percentile(values, 0.5)),
		p95: round(percentile(values, 0.95)),
	});
	const [floor, answer] = [latency(times.floor), latency(times.answer)];
	return {
		encode: latency(times.encode),
		hnsw: latency(times.hnsw),
		fts5: latency(times.fts5),
		floor,
		answer,
		ratio: round(answer.p95 / floor.p95),
	};
}

/** SQLite's own full-text search over the same passages: any of the question's words, best first. */
function prepareFts5(database: Database, texts: readonly string[]): (question: string) => unknown {
	database.exec(`create virtual table peer using fts5(text, tokenize = 'unicode61 remove_diacritics 2')`);
	const insert = database.prepare<[string]>('insert into peer(text) values (?)');
	database.transaction(() => {
		for (const text of texts) insert.run(text);
	})();
	const select = database.prepare<[string, number]>(
		'select rowid from peer where peer match ? order by bm25(peer) limit ?',
	);
	return (question) => select.all((question.match(/\p{L}+/gu) ?? []).map((word) => `"${word}"`).join(' OR '), DEPTH);
}

async function timeStarts(config: Config, question: string): Promise<number> {
	const times: number[] = [];
	for (let i = 0; i < STARTS; i++) {
		const [code, milliseconds] = await timed(
			() =>
				new Promise<number | null>((resolve, reject) => {
					const child = spawn(
						process.execPath,
						[join(PACKAGE_ROOT, 'dist', 'cli', 'main.js'), 'ask', question, '--collection', COLLECTION, '--json'],
						{
							stdio: ['ignore', 'ignore', 'inherit'],
							env: { ...config.childEnvironment, QUOTH_DATA: config.dataFolder },
						},
					);
					child.on('error', reject);
					child.on('close', resolve);
				}),
		);
		if (code !== 0) throw new CommandError(`Expected \`quoth ask\` to exit with 0, it exited with ${String(code)}`);
		times.push(milliseconds);
	}
	return Math.round(percentile(times, 0.5));
}

async function timed<T>(work: () => T | Promise<T>): Promise<[T, number]> {
	const began = performance.now();
	const value = await work();
	return [value, performance.now() - began];
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

function render({ machine, model, passages, tokensPerPassage, ingest, question, startToAnswer }: BenchReport): string {
	const row = (name: string, { p50, p95 }: Latency) =>
		`  ${name.padEnd(34)}${p50.toFixed(2).padStart(8)}${p95.toFixed(2).padStart(8)}`;
	return [
		machine,
		`${model}, ${passages} passages of ${tokensPerPassage} tokens`,
		'',
		`ingesting ${ingest.whole} passages/s; the encoder alone on the same texts ${ingest.encoderAlone}; share ${ingest.share.toFixed(2)}`,
		'',
		`  ${'one question, milliseconds'.padEnd(34)}${'p50'.padStart(8)}${'p95'.padStart(8)}`,
		row('encoding', question.encode),
		row('raw HNSW search', question.hnsw),
		row('raw FTS5 query', question.fts5),
		row('sum of the three', question.floor),
		row('question to cited answer', question.answer),
		`  ratio of the 95th percentiles ${question.ratio.toFixed(2)}`,
		'',
		`start of \`quoth ask\` to its answer: ${startToAnswer} ms`,
	].join('\n');
}
