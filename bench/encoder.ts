import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMBEDDED_MODEL_FOLDER } from '../bot/config.js';
import { syntheticArticles } from '../cli/synthetic-articles.js';
import { machine } from '../cli/machine.js';
import type { Encoder } from '../embeddings/encoder.js';
import { openEncoderPool } from '../embeddings/encoder-pool.js';
import { adoptModel } from '../embeddings/model-adopt.js';
import { percentile } from '../index/metrics.js';
import { randomWeights, toOnnx, type Size } from './random-transformer.js';

/** MiniLM-L12 (Wang et al. 2020), as multilingual-e5-small and paraphrase-multilingual-MiniLM-L12-v2 have it. */
const MINILM: Size = { hidden: 384, heads: 12, wide: 1536, layers: 12 };
const MOST_TOKENS = 512;
/** Made-up sentences of a passage: about as many tokens as passages have. */
const SENTENCES = 7;
const PASSAGES = 2000;
/** The peer reads so many of them: it takes its time. */
const PEER_PASSAGES = 60;
const QUESTIONS = 60;
const ROUNDS = 5;

interface Speed {
	/** Passages a second, cutting into tokens included. */
	readonly passages: number;
	/** Milliseconds of one question, in the median, cutting into tokens included. */
	readonly question: number;
}

/**
 * How fast the embedded model encodes, beside a transformer of the size of MiniLM-L12, quantised to 8 bits, with random weights, which
 * take as long as trained ones: in one thread each, by turns, on the same made-up texts, cut by the same vocabulary.
 *
 *     npm run --silent bench:encoder
 */
async function main(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'quoth-bench-'));
	try {
		await writePeer(folder);
		const own = await openEncoderPool(EMBEDDED_MODEL_FOLDER, { threads: 1 });
		const peer = await openEncoderPool(folder, { threads: 1 });
		const { passages, questions } = await texts();
		const rounds: { readonly own: Speed; readonly peer: Speed }[] = [];
		// the first round warms up
		for (let round = 0; round <= ROUNDS; round++) {
			process.stderr.write(round === 0 ? 'warming up\n' : `round ${round} of ${ROUNDS}\n`);
			const measured = {
				own: await speedOf(own, passages, questions),
				peer: await speedOf(peer, passages.slice(0, PEER_PASSAGES), questions),
			};
			if (round > 0) rounds.push(measured);
		}
		const tokens = (await own.tokenize(passages)).reduce((sum, { length }) => sum + length, 0) / passages.length;
		await Promise.all([own.close(), peer.close()]);
		process.stdout.write(render(own.id, tokens, rounds));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** A model's folder with the embedded model's tokenizer, and a card. */
async function writePeer(folder: string): Promise<void> {
	const tokenizer = ['tokenizer.json', 'tokenizer_config.json'];
	await Promise.all(tokenizer.map((file) => copyFile(join(EMBEDDED_MODEL_FOLDER, file), join(folder, file))));
	const vocabulary = 64_000;
	const config = {
		model_type: 'bert',
		architectures: ['BertModel'],
		hidden_size: MINILM.hidden,
		num_attention_heads: MINILM.heads,
		vocab_size: vocabulary,
		max_position_embeddings: MOST_TOKENS,
		type_vocab_size: 2,
		pad_token_id: 0,
	};
	await writeFile(join(folder, 'config.json'), JSON.stringify(config));
	const weights = randomWeights({ architecture: 'bert', vocabulary, maxTokens: MOST_TOKENS, size: MINILM });
	await mkdir(join(folder, 'onnx'));
	await writeFile(join(folder, 'onnx', 'model_quantized.onnx'), toOnnx(weights, { quantised: true }).model);
	await adoptModel(folder, 'random/minilm-l12');
}

async function texts(): Promise<{ passages: string[]; questions: string[] }> {
	const synthetic = await syntheticArticles(EMBEDDED_MODEL_FOLDER, 1);
	const passages: string[] = [];
	for (const { text } of synthetic.articles()) {
		const sentences = text.split(/(?<=\.) /);
		for (let i = 0; i + SENTENCES <= sentences.length; i += SENTENCES)
			passages.push(sentences.slice(i, i + SENTENCES).join(' '));
		if (passages.length >= PASSAGES) break;
	}
	return {
		passages: passages.slice(0, PASSAGES),
		questions: Array.from({ length: QUESTIONS }, () => synthetic.question()),
	};
}

async function speedOf(encoder: Encoder, passages: readonly string[], questions: readonly string[]): Promise<Speed> {
	const began = performance.now();
	await encoder.encode(await encoder.tokenize(passages), 'passage');
	const seconds = (performance.now() - began) / 1000;
	const times: number[] = [];
	for (const question of questions) {
		const asked = performance.now();
		await encoder.encode(await encoder.tokenize([question]), 'query');
		times.push(performance.now() - asked);
	}
	return { passages: passages.length / seconds, question: percentile(times, 0.5) };
}

function render(id: string, tokens: number, rounds: readonly { readonly own: Speed; readonly peer: Speed }[]): string {
	const median = (of: (round: { readonly own: Speed; readonly peer: Speed }) => number) =>
		percentile(rounds.map(of), 0.5);
	const line = (name: string, ...figures: string[]) =>
		`${name.padEnd(44)}${figures.map((one) => one.padStart(18)).join('')}`;
	return [
		`${machine()}; one thread each, medians of ${ROUNDS} rounds by turns`,
		`passages of ${Math.round(tokens)} tokens`,
		'',
		line('', 'passages/s', 'a question, ms'),
		line(id, median(({ own }) => own.passages).toFixed(0), median(({ own }) => own.question).toFixed(2)),
		line(
			'MiniLM-L12, 8 bits, random weights',
			median(({ peer }) => peer.passages).toFixed(0),
			median(({ peer }) => peer.question).toFixed(2),
		),
		line(
			'times as fast',
			median(({ own, peer }) => own.passages / peer.passages).toFixed(1),
			median(({ own, peer }) => peer.question / own.question).toFixed(1),
		),
		'',
	].join('\n');
}

await main();
