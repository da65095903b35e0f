import type { Reply } from '../commands/reply.js';
import type { Library, Ongoing, ReadingProgress, Readings, StopReason, SummaryPlan } from '../commands/services.js';
import { UserError } from '../commands/user-error.js';

/** Discord takes some edits of a message in a short time, and people read no faster. */
const SHOW_EVERY_MS = 1500;

/** One call, while it is worked on. */
export interface RunningReading extends Ongoing {
	/** Waits until what is being shown of it is shown: nothing is, after that. */
	quiet(): Promise<void>;
	/** To be told what was shown in the end: what was stopped is kept, what is done is not. */
	ended(reply: Reply): Promise<void>;
}

export interface Call {
	/** Of the call that asked for it, which may have been stopped before. */
	readonly callId: string;
	/** What Discord takes the reply by. */
	readonly token: string;
	/** Milliseconds since 1970: when Discord gave that. */
	readonly begunAt: number;
	/** Whether it was begun before, so that there is something to show at once. */
	readonly isTakenUp: boolean;
	/** Shows something in the place of the reply. */
	readonly show: (reply: Reply) => Promise<unknown>;
}

export interface RunningReadings extends Readings {
	/** What a call needs while it is worked on. Nothing is done before it is asked to keep a plan. */
	of(call: Call): RunningReading;
	/** Stops all of them, to be taken up by the next program. */
	stopAll(): void;
}

/** The summaries that this program works on, each with what is kept of it. */
export function createRunningReadings(library: Pick<Library, 'keepReading' | 'endReading'>): RunningReadings {
	const running = new Map<string, AbortController>();
	const abort = (controller: AbortController | undefined, reason: StopReason) => {
		controller?.abort(reason);
	};
	let isStopping = false;
	return {
		of(call) {
			const { callId, token, begunAt } = call;
			const controller = new AbortController();
			const progress = showNowAndThen(call);
			let kept: SummaryPlan | undefined;
			return {
				callId,
				signal: controller.signal,
				async keep(plan) {
					if (running.has(callId)) throw new UserError('error.reading-gone', {});
					running.set(callId, controller);
					if (isStopping) abort(controller, 'restart');
					kept = plan;
					await library.keepReading({ callId, plan, token, begunAt, read: 0 });
				},
				report: (how) => {
					progress.report(how);
				},
				async quiet() {
					if (kept !== undefined) running.delete(callId);
					await progress.stop();
				},
				async ended(reply) {
					if (kept === undefined) return;
					if (reply.kind !== 'summary-progress') await library.endReading(callId);
					else if (reply.state === 'stopped') {
						const { read } = reply.progress;
						await library.keepReading({ callId, plan: kept, token: null, begunAt: Date.now(), read });
					}
				},
			};
		},
		stop(callId) {
			const controller = running.get(callId);
			abort(controller, 'member');
			return controller !== undefined;
		},
		stopAll() {
			isStopping = true;
			for (const controller of running.values()) abort(controller, 'restart');
		},
	};
}

/** Shows the last of what it is told, one thing after the other, and not too often. */
function showNowAndThen({ callId, isTakenUp, show }: Call) {
	let shownAt = isTakenUp ? -Infinity : performance.now();
	let showing: Promise<unknown> | undefined;
	let isStopped = false;
	return {
		report(progress: ReadingProgress): void {
			if (isStopped || showing !== undefined || performance.now() - shownAt < SHOW_EVERY_MS) return;
			showing = show({ kind: 'summary-progress', callId, state: 'reading', progress }).finally(() => {
				shownAt = performance.now();
				showing = undefined;
			});
		},
		async stop(): Promise<void> {
			isStopped = true;
			await showing;
		},
	};
}
