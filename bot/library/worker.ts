import { parentPort, workerData } from 'node:worker_threads';
import type { Library } from '../../commands/services.js';
import { openApp } from '../app.js';
import { messageOf } from '../log.js';
import { carry, type LibraryCall, type LibraryConfig, type LibraryReply } from './protocol.js';
import { openLibrary } from './library.js';

/** The library's thread: opens database, indexes and encoder, says that it is ready, then answers calls as they come. */

const port = parentPort;
if (port === null) throw new Error('worker.js is a thread of the bot and no program of its own');

/** How often to look whether another process has changed the store's model: one look costs some microseconds. */
const WATCH_MS = 1000;

const reply = (message: LibraryReply) => {
	port.postMessage(message);
};

async function perform(library: Library, call: Extract<LibraryCall, { kind: 'call' }>): Promise<void> {
	const { id, method, args } = call;
	try {
		// each call carries its own method's arguments, as LibraryCall says
		const methods = library as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>;
		const value = await methods[method]?.(...args);
		reply({ kind: 'done', id, value });
	} catch (error) {
		reply({ kind: 'failed', id, error: carry(error) });
	}
}

try {
	// LibraryConfig is what openLibraryThread gives
	const { dataFolder, threads, keepDays, reranker } = workerData as LibraryConfig;
	const app = await openApp(
		{ dataFolder, reranker },
		{
			threads,
			isServing: true,
			onNotice: (text) => {
				reply({ kind: 'notice', text });
			},
		},
	);
	const library = openLibrary(app, { keepDays });
	let said = '';
	// questions go over by themselves: this spares the first of them the wait
	const watching = setInterval(() => {
		void app.goOver().catch((error: unknown) => {
			const text = `Questions cannot be answered: ${messageOf(error)}`;
			if (text !== said) reply({ kind: 'notice', text });
			said = text;
		});
	}, WATCH_MS);
	port.on('message', (call: LibraryCall) => {
		if (call.kind === 'call') {
			void perform(library, call);
			return;
		}
		clearInterval(watching);
		void app
			.close()
			.catch((error: unknown) => {
				reply({ kind: 'failed', id: null, error: carry(error) });
			})
			.finally(() => {
				port.close();
			});
	});
	reply({ kind: 'ready' });
} catch (error) {
	reply({ kind: 'failed', id: null, error: carry(error) });
}
