import { shownDigests, type DigestServices } from './choose-digest.js';
import type { Context } from './command.js';
import type { Digest } from './digests.js';
import type { Reply } from './reply.js';
import { UserError } from './user-error.js';

/** @throws {UserError} If the member may read none of its channels, or it was removed meanwhile. */
export async function joinDigest(services: DigestServices, digest: Digest, context: Context): Promise<Reply> {
	const { library, digests } = services;
	if (!(await digests.isFor(digest, context.memberId))) throw new UserError('error.digest.not-yours', {});
	await library.joinDigest(digest.id, context.memberId, context.locale);
	const joined = await library.digest(digest.id);
	if (joined === undefined) throw new UserError('error.digest.gone', {});
	const shown = await shownDigests(services, [joined], context);
	return { kind: 'digests', digests: shown, canManage: context.canManage, done: 'joined' };
}

/** Whoever can name a digest can leave it, from anywhere. */
export async function leaveDigest(
	{ library }: Pick<DigestServices, 'library'>,
	id: string,
	memberId: string,
): Promise<Reply> {
	const hadJoined = await library.leaveDigest(id, memberId);
	return { kind: 'notice', key: hadJoined ? 'digest.left' : 'digest.not-joined', params: {} };
}
