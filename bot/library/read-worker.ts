import { parentPort, workerData } from 'node:worker_threads';
import type { ArticleFile } from '../../commands/services.js';
import { readHere } from './read.js';

/** A thread that reads one large file. */

// an ArticleFile is what readFile gives
parentPort?.postMessage(readHere(workerData as ArticleFile));
