import { parentPort, workerData } from 'node:worker_threads';
import { fromRagged, toRagged, type Job, type Outcome, type WorkerData } from './encoder-protocol.js';
import { loadTransformersEncoder, type TransformersEncoder } from './transformers-encoder.js';

/** A thread of the encoder pool: loads one model, says that it is ready, then does one job after another. */

const port = parentPort;
if (port === null) throw new Error('encoder-worker.js is a thread of the encoder pool and no program of its own');

const answer = (outcome: Outcome, transfer: ArrayBuffer[] = []) => {
	port.postMessage(outcome, transfer);
};
const fail = (error: unknown) => {
	answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
};

async function perform(encoder: TransformersEncoder, job: Job): Promise<void> {
	if (job.kind === 'tokenize') {
		const texts = toRagged(encoder.tokenize(job.texts));
		answer({ kind: 'tokenize', texts }, [texts.values.buffer, texts.lengths.buffer]);
		return;
	}
	const embeddings = await encoder.encode(fromRagged(job.texts), job.role);
	const dimension = embeddings[0]?.length ?? 0;
	const vectors = new Float32Array(embeddings.length * dimension);
	for (const [row, embedding] of embeddings.entries()) vectors.set(embedding, row * dimension);
	answer({ kind: 'encode', vectors }, [vectors.buffer]);
}

try {
	// WorkerData is what the pool gives
	const { folder, card } = workerData as WorkerData;
	const encoder = await loadTransformersEncoder(folder, card);
	port.on('message', (job: Job) => {
		perform(encoder, job).catch(fail);
	});
	answer({ kind: 'ready', maxTokens: encoder.maxTokens });
} catch (error) {
	fail(error);
}
