import type { Context, Typed } from './command.js';
import type { Digest, ShownDigest } from './digests.js';
import type { Services, Suggestion } from './services.js';
import { UserError } from './user-error.js';

export type DigestServices = Pick<Services, 'library' | 'digests' | 'channels'>;
export type DigestDoing = 'list' | 'join' | 'leave' | 'now' | 'remove';

/** Those of the server that a member can do this with. */
export async function digestsFor(
	{ library, digests }: DigestServices,
	doing: DigestDoing,
	{ place, memberId, canManage }: Context,
): Promise<Digest[]> {
	const { guildId } = place;
	if (guildId === null) throw new UserError('error.server-only', {});
	if ((doing === 'now' || doing === 'remove') && !canManage) throw new UserError('error.managers-only', {});
	const all = await library.digests(guildId);
	if (doing === 'now' || doing === 'remove' || (doing === 'list' && canManage)) return all;
	const hasJoined = ({ subscribers }: Digest) => subscribers.some((one) => one.memberId === memberId);
	if (doing === 'leave') return all.filter(hasJoined);
	const isFor = await Promise.all(all.map(async (digest) => digests.isFor(digest, memberId)));
	return all.filter((digest, i) => isFor[i] === true || (doing === 'list' && hasJoined(digest)));
}

/** The one that was named; where none was, the only one there is. @throws {UserError} Where that tells none. */
export function chosenDigest(digests: readonly Digest[], id: string | undefined, doing: DigestDoing): Digest {
	const [only] = digests;
	if (only === undefined) throw new UserError(doing === 'leave' ? 'error.digest.none-joined' : 'error.digest.none', {});
	if (id === undefined && digests.length === 1) return only;
	const chosen = digests.find((digest) => digest.id === id);
	if (chosen === undefined) throw new UserError('error.digest.which', {});
	return chosen;
}

export async function shownDigests(
	{ library, digests }: DigestServices,
	some: readonly Digest[],
	{ memberId, settings }: Context,
): Promise<ShownDigest[]> {
	return Promise.all(
		some.map(async (digest) => {
			const own = digest.subscribers.find((one) => one.memberId === memberId);
			return {
				digest,
				next: digests.next(digest),
				last: (await library.lastOutcome(digest.id, '')) ?? null,
				timeZone: settings.timezone,
				joined: own === undefined ? 'no' : own.isOff ? 'off' : 'yes',
			} as const;
		}),
	);
}

/** Told apart by when they come, of which channels, and where to. */
export async function suggestDigests(
	services: DigestServices,
	{ subcommand, text }: Typed,
	context: Context,
): Promise<Suggestion[]> {
	// the options that have suggestions are those of these subcommands
	const own = await digestsFor(services, subcommand as DigestDoing, context).catch((error: unknown) => {
		if (error instanceof UserError) return [];
		throw error;
	});
	return own
		.map((digest) => ({ label: services.digests.label(digest, context.locale), value: digest.id }))
		.filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()));
}
