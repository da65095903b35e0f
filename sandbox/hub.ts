import type { SandboxEvent } from './events.js';
import type { GatewayEvent } from './gateway/session.js';
import type { Uploads } from './uploads.js';
import type { WorldState } from './world-state.js';

/** What all parts of the sandbox share. */
export interface Hub {
	readonly world: WorldState;
	readonly uploads: Uploads;
	nextId(): string;
	/** The id of something that was made at another time; milliseconds since the epoch. */
	idAt(at: number): string;
	/** Milliseconds since the epoch. */
	now(): number;
	/** Calls `listener` for everything that happens, until the function that it returns is called. */
	on(listener: (event: SandboxEvent) => void): () => void;
	/** Tells those who watch the sandbox. */
	emit(event: SandboxEvent): void;
	/** Tells the application. */
	dispatch(event: GatewayEvent): void;
}
