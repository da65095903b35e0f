import type { Services } from '../commands/services.js';
import type { InFlight } from './in-flight.js';
import type { RateLimits } from './rate-limits.js';
import type { RunningReadings } from './running-readings.js';
import type { Log } from './log.js';

/** What answers members, however they ask. */
export interface Parts {
	readonly services: Services;
	readonly limits: RateLimits;
	readonly log: Log;
	readonly inFlight: InFlight;
	readonly running: RunningReadings;
	/** Whether the program is about to end: nothing new is begun. */
	readonly isStopping: () => boolean;
}
