import { SingleBar } from 'cli-progress';
import { onError } from './colours.js';

/** Answers go to standard output; whatever accompanies them goes to standard error, so that a pipe gets answers alone. */

let isClosed = false;

// a reader that has seen enough, such as `head`, closes the pipe: that is no failure, and what is left is not worth writing
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
	isClosed = true;
});

/** Whether nobody reads standard output any more. */
export function isOutputClosed(): boolean {
	return isClosed;
}

export function print(line: string): void {
	if (!isClosed) process.stdout.write(`${line}\n`);
}

/** Exactly one JSON value. */
export function printJson(value: unknown): void {
	print(JSON.stringify(value));
}

export function printNotice(notice: string): void {
	process.stderr.write(`${onError.dim(notice)}\n`);
}

export function printError(message: string): void {
	process.stderr.write(`${onError.red('quoth:')} ${message}\n`);
}

export interface Progress {
	/** `total` may grow while the work goes on. */
	update(done: number, total: number): void;
	stop(): void;
}

/** A bar on standard error, drawn from the first update on; nothing where standard error is no terminal. */
export function progressBar(label: string, unit: string): Progress {
	const bar = new SingleBar({
		format: `${label} {bar} {value}/{total} ${unit}, {eta_formatted} left`,
		stream: process.stderr,
		hideCursor: true,
		clearOnComplete: true,
		barsize: 30,
		barCompleteChar: '█',
		barIncompleteChar: '░',
	});
	let started = false;
	return {
		update(done, total) {
			if (started) bar.setTotal(total);
			else bar.start(total, 0);
			started = true;
			bar.update(done);
		},
		stop() {
			if (started) bar.stop();
		},
	};
}

/** The text without what a terminal would take for a command. Articles and questions may hold anything. */
export function harmless(text: string): string {
	return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
