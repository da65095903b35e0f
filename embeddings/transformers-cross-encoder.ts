import type { RerankerCard } from './model-card.js';
import { loadTransformersModel, type ModelOutput, type ModelRow, type PairFrame } from './transformers-encoder.js';

/** How well each text answers the question, in (0, 1). Keeps order. */
export type Score = (question: string, texts: readonly string[]) => Promise<number[]>;

/**
 * Loads the reranker in `folder` into this thread. {@link ./cross-encoder.js} puts it into others.
 *
 * @throws {Error} If a file is missing or broken, or if the card's limit leaves no tokens for question and text.
 */
export async function loadCrossEncoder(folder: string, { name, dtype, maxTokens }: RerankerCard): Promise<Score> {
	const model = await loadTransformersModel(folder, dtype);
	const frame = model.pairFrame();
	const room = maxTokens - frame.head.length - frame.middle.length - frame.tail.length;
	if (room < 2) throw new Error(`${name} reads ${maxTokens} tokens, and its special tokens leave none for two texts`);
	return async (question, texts) => {
		// a question must leave room for what may answer it
		const asked = model.tokenize(question).slice(0, Math.floor(room / 2));
		const scores: number[] = [];
		for (const text of texts) {
			const row = toRow(frame, asked, model.tokenize(text).slice(0, room - asked.length));
			// alone, a text's score does not depend on its neighbours in a batch, and nothing is padded
			scores.push(toScore((await model.run([row]))['logits'], name));
		}
		return scores;
	};
}

function toRow(
	{ head, middle, tail, types }: PairFrame,
	first: readonly number[],
	second: readonly number[],
): ModelRow {
	const parts = { head, first, middle, second, tail };
	const names = Object.keys(parts) as (keyof typeof parts)[]; // the keys above
	return {
		ids: names.flatMap((part) => parts[part]),
		types: names.flatMap((part) => parts[part].map(() => types[part])),
	};
}

/**
 * One label is how well they fit; of two, the second says that they do, as in monoBERT (Nogueira & Cho 2019).
 *
 * @throws {TypeError} If the model gives something else.
 */
function toScore(logits: ModelOutput | undefined, name: string): number {
	const [rows, labels] = logits?.dims ?? [];
	const values = logits?.data;
	if (!(values instanceof Float32Array) || rows !== 1 || (labels !== 1 && labels !== 2)) {
		throw new TypeError(
			`Expected float32 logits [1, 1] or [1, 2] from ${name}, got [${logits?.dims.join(', ') ?? 'none'}]: choose a model that ranks texts`,
		);
	}
	const [first = Number.NaN, second] = values;
	const logit = second === undefined ? first : second - first;
	if (!Number.isFinite(logit)) throw new RangeError(`Expected a finite score from ${name}, got ${logit}`);
	return 1 / (1 + Math.exp(-logit));
}
