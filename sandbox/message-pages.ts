import { placeOf } from './message-lists.js';
import type { Message } from './world.js';

/** Which messages a page shows: the newest, or those nearest to an id. At most one of the ids is given. */
export interface PageQuery {
	/** At least 1. */
	readonly limit: number;
	readonly before?: string | undefined;
	readonly after?: string | undefined;
	readonly around?: string | undefined;
}

/** A page of messages that are in the order of their ids, newest first. The id itself is on it with `around` only. */
export function pageOf(messages: readonly Message[], query: PageQuery): Message[] {
	const start = startOf(messages, query);
	const end = query.before === undefined ? start + query.limit : placeOf(messages, query.before);
	return messages.slice(Math.max(0, start), Math.max(0, end)).reverse();
}

function startOf(messages: readonly Message[], { limit, before, after, around }: PageQuery): number {
	if (before !== undefined) return placeOf(messages, before) - limit;
	if (after !== undefined) {
		const place = placeOf(messages, after);
		return messages[place]?.id === after ? place + 1 : place;
	}
	if (around !== undefined) return Math.max(0, placeOf(messages, around) - Math.floor(limit / 2));
	return Math.max(0, messages.length - limit);
}
