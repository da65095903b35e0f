import {
	ChannelType,
	DiscordAPIError,
	RESTJSONErrorCodes,
	Routes,
	type APIThreadChannel,
	type APIThreadList,
	type REST,
	type RESTGetAPIChannelUsersThreadsArchivedResult,
} from 'discord.js';
import type { Source } from './reading.js';
import { hasThreads, isForum, type ChannelFacts } from './rights.js';
import { compareIds } from './snowflake.js';

/** Threads of a channel that are read, at most: those with the newest messages. */
const MOST_THREADS = 100;
/** Pages of a hundred old posts each that are looked through, at most. */
const MOST_ARCHIVE_PAGES = 4;

export interface SourcesOf {
	readonly guildId: string;
	/** Whose private threads are read; `null` for none. */
	readonly memberId: string | null;
	/** Only what may have messages from this id on. */
	readonly floor: string;
}

/**
 * What is read of a channel: itself, its active public threads, and of the active private ones those that the member was added to; of a forum
 * its posts, old ones too.
 */
export async function sourcesOf(rest: REST, channel: ChannelFacts, wanted: SourcesOf): Promise<Source[]> {
	const itself = { channelId: channel.id, threadId: null, isPrivate: channel.type === ChannelType.PrivateThread };
	const own = isForum(channel.type) ? [] : [{ ...itself, lastMessageId: null }];
	if (!hasThreads(channel.type)) return own;
	// Discord's documentation of this route
	const { threads } = (await rest.get(Routes.guildActiveThreads(wanted.guildId))) as APIThreadList;
	const here = (threads as APIThreadChannel[]).filter(({ parent_id }) => parent_id === channel.id);
	const old = isForum(channel.type) ? await oldPosts(rest, channel.id, wanted.floor) : [];
	const recent = [...here, ...old].filter(
		({ last_message_id: last }) => last == null || compareIds(last, wanted.floor) >= 0,
	);
	const open = await Promise.all(
		recent.map(async (thread) => (await isFor(rest, thread, wanted.memberId)) && toSource(thread)),
	);
	const found = open.filter((source) => source !== false).sort((a, b) => compareIds(newestOf(b), newestOf(a)));
	return [...own, ...found.slice(0, MOST_THREADS)];
}

/** Whether somebody was added to a thread. */
export async function isThreadMember(rest: REST, threadId: string, memberId: string): Promise<boolean> {
	try {
		await rest.get(Routes.threadMembers(threadId, memberId));
		return true;
	} catch (error) {
		if (error instanceof DiscordAPIError && error.status === 404) return false;
		// a private thread that the bot was not added to
		if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingAccess) return false;
		throw error;
	}
}

async function isFor(rest: REST, { id, type }: APIThreadChannel, memberId: string | null): Promise<boolean> {
	if (type !== ChannelType.PrivateThread) return true;
	return memberId !== null && (await isThreadMember(rest, id, memberId));
}

/** Posts that were closed for want of messages: those closed last come first, and nothing was written after that. */
async function oldPosts(rest: REST, forumId: string, floor: string): Promise<APIThreadChannel[]> {
	const posts: APIThreadChannel[] = [];
	let before: string | undefined;
	for (let page = 0; page < MOST_ARCHIVE_PAGES; page++) {
		const query = new URLSearchParams({ limit: '100', ...(before !== undefined && { before }) });
		// Discord's documentation of this route
		const list = (await rest.get(Routes.channelThreads(forumId, 'public'), {
			query,
		})) as RESTGetAPIChannelUsersThreadsArchivedResult;
		const threads = list.threads as APIThreadChannel[];
		posts.push(...threads);
		const last = threads.at(-1);
		before = last?.thread_metadata?.archive_timestamp;
		const lastMessageId = last?.last_message_id ?? null;
		const isOlder = lastMessageId !== null && compareIds(lastMessageId, floor) < 0;
		if (!list.has_more || before === undefined || isOlder) break;
	}
	return posts;
}

function toSource({ id, type, last_message_id }: APIThreadChannel): Source {
	return {
		channelId: id,
		threadId: id,
		isPrivate: type === ChannelType.PrivateThread,
		lastMessageId: last_message_id ?? null,
	};
}

function newestOf({ lastMessageId, channelId }: Source): string {
	return lastMessageId ?? channelId;
}
