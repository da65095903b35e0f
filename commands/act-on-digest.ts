import type { DigestAction } from './action.js';
import type { DigestServices } from './choose-digest.js';
import type { Context } from './command.js';
import { joinDigest, leaveDigest } from './join-digest.js';
import type { Reply } from './reply.js';
import { UserError } from './user-error.js';

/**
 * What a button under a digest does.
 *
 * @throws {UserError} If the digest was removed, or the member may read none of its channels.
 */
export async function actOnDigest(
	services: DigestServices,
	{ kind, digestId }: DigestAction,
	context: Context,
): Promise<Reply> {
	if (kind === 'digest-leave') return leaveDigest(services, digestId, context.memberId);
	const digest = await services.library.digest(digestId);
	if (digest?.guildId !== context.place.guildId) throw new UserError('error.digest.gone', {});
	return joinDigest(services, digest, context);
}
