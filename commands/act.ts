import { actOnDigest } from './act-on-digest.js';
import { actOnSummary, destinationOfSummary } from './act-on-summary.js';
import type { Action, Destination } from './action.js';
import type { Context } from './command.js';
import type { Reply } from './reply.js';
import type { KeptAnswer, Ongoing, Services } from './services.js';
import { listArticles } from './sources.js';
import { UserError } from './user-error.js';

/**
 * Where the reply will go: decided before the work starts, for Discord is told with the acknowledgement.
 *
 * @param turns whether the button stands under the kind of reply that it leads to, and so turns its pages
 */
export function destinationOf(action: Action, turns: boolean): Destination {
	const { kind } = action;
	switch (kind) {
		case 'citations':
		case 'further':
		case 'library':
			return turns ? 'in-place' : 'private';
		case 'rate':
		case 'digest-join':
		case 'digest-leave':
			return 'private';
		case 'share':
			return 'public';
		case 'hide':
			return 'delete';
		default:
			return destinationOfSummary(action, turns);
	}
}

/**
 * What a button does. Nothing is remembered between two presses but what the store keeps, so buttons work after restarts.
 *
 * @throws {UserError} If the answer is no longer kept, or the member may not do this.
 */
export async function act(
	services: Pick<Services, 'library' | 'channels' | 'readings' | 'digests'>,
	action: Action,
	context: Context,
	ongoing: Ongoing,
): Promise<Reply | undefined> {
	const { library } = services;
	const { place, memberId, canModerate } = context;
	if ('digestId' in action) return actOnDigest(services, action, context);
	if (!('answerId' in action) && action.kind !== 'library') return actOnSummary(services, action, context, ongoing);
	if (action.kind === 'library') return listArticles({ library }, action.search, action.page, context);
	const answer = await library.answer(place, action.answerId);
	if (action.kind === 'hide') {
		// an answer that is no longer kept can still be taken away
		expectOwn(answer, memberId, canModerate);
		return undefined;
	}
	if (answer === undefined) throw new UserError('error.answer-gone', {});
	switch (action.kind) {
		case 'citations':
			return { kind: 'citations', answer, at: action.at };
		case 'further':
			return { kind: 'further', answer, page: action.page };
		case 'rate':
			await library.rate(place, answer.id, memberId, action.verdict);
			return { kind: 'notice', key: `rated.${action.verdict}`, params: {} };
		case 'share':
			return { kind: 'answer', answer, isPrivate: false, sharedBy: memberId };
		default:
			return action satisfies never;
	}
}

function expectOwn(answer: KeptAnswer | undefined, memberId: string, canModerate: boolean): void {
	if (canModerate || answer?.memberId === memberId) return;
	if (answer === undefined || answer.memberId === null) throw new UserError('error.moderators-only', {});
	throw new UserError('error.not-yours', { member: `<@${answer.memberId}>` });
}
