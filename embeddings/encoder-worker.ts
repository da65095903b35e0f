import { parentPort, workerData } from 'node:worker_threads';
import { buffersOf, flat, toMessage } from './document-message.js';
import { encodeDocument } from './encode-document.js';
import type { Job, Outcome, WorkerData } from './encoder-protocol.js';
import { fromRagged, toRagged } from './ragged.js';
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
	switch (job.kind) {
		case 'tokenize': {
			const texts = toRagged(encoder.tokenize(job.texts));
			answer({ kind: 'tokenize', texts }, [texts.values.buffer, texts.lengths.buffer]);
			return;
		}
		case 'encode': {
			const vectors = flat(await encoder.encode(fromRagged(job.texts), job.role));
			answer({ kind: 'encode', vectors }, [vectors.buffer]);
			return;
		}
		case 'question': {
			const tokens = encoder.tokenize(job.texts);
			const vectors = flat(await encoder.encode(tokens, 'query'));
			const texts = toRagged(tokens);
			answer({ kind: 'question', texts, vectors }, [texts.values.buffer, texts.lengths.buffer, vectors.buffer]);
			return;
		}
		case 'document': {
			const message = toMessage(await encodeDocument(encoder, job.document, job.maxTokens));
			answer({ kind: 'document', message }, buffersOf(message));
			return;
		}
		case 'close':
			port?.close();
	}
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
