import { randomUUID } from 'node:crypto';
import { UserError } from '../commands/user-error.js';
import type { Fields, Log } from './log.js';
import type { Reply } from '../commands/reply.js';

/** What a member is told of something that was thrown: a refusal in its own words; anything else by a reference that the log has too. */
export function failureReply(error: unknown, log: Log, fields: Fields): Reply {
	if (error instanceof UserError) return { kind: 'refused', error };
	const reference = randomUUID().slice(0, 8);
	log.error('a call failed', error, { ...fields, reference });
	return { kind: 'refused', error: new UserError('error.unexpected', { reference }) };
}
