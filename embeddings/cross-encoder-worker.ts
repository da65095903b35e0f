import { parentPort, workerData } from 'node:worker_threads';
import type { CrossEncoderData, ScoreJob } from './cross-encoder.js';
import { loadCrossEncoder, type Score } from './transformers-cross-encoder.js';

/** A thread of a cross-encoder: loads one model, says that it is ready, then does one job after another. */

const port = parentPort;
if (port === null) throw new Error('cross-encoder-worker.js is a thread of a cross-encoder and no program of its own');

const fail = (error: unknown) => {
	port.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
};

async function perform(score: Score, job: ScoreJob): Promise<void> {
	if (job.kind === 'close') port?.close();
	else port?.postMessage({ kind: 'score', scores: await score(job.question, job.texts) });
}

try {
	// CrossEncoderData is what startCrossEncoder gives
	const { folder, card } = workerData as CrossEncoderData;
	const score = await loadCrossEncoder(folder, card);
	port.on('message', (job: ScoreJob) => {
		perform(score, job).catch(fail);
	});
	port.postMessage({ kind: 'ready', maxTokens: card.maxTokens });
} catch (error) {
	fail(error);
}
