import type { Channels, Library, SettingsCache } from '../../commands/services.js';
import type { Log } from '../log.js';
import type { Outbox } from './outbox.js';

/** What makes digests and sends them. */
export interface DigestParts {
	readonly library: Library;
	readonly channels: Channels;
	readonly settings: SettingsCache;
	readonly outbox: Outbox;
	/** Discord's locale of a server. */
	readonly localeOfServer: (guildId: string) => string;
	readonly log: Log;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Aborted when the program is about to end. */
	readonly signal: AbortSignal;
	/** Tells this process from others that use the same store. */
	readonly holder: string;
}
