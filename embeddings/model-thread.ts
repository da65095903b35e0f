import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PACKAGE_ROOT } from './package-root.js';

/** Starts a thread that holds a model. Standard output is the program's: what a library prints in a thread goes where logs go. */
export function startModelThread(file: `${string}-worker.js`, workerData: object): Worker {
	const worker = new Worker(join(PACKAGE_ROOT, 'dist', 'embeddings', file), { workerData, stdout: true });
	worker.stdout.on('data', (text: Buffer) => process.stderr.write(text));
	return worker;
}
