import { DiscordAPIError, RESTJSONErrorCodes, Routes, type APIMessage, type REST } from 'discord.js';
import type { Summary, SummaryLine } from '../../answers/summary/summary.js';
import { persistently } from '../transport.js';
import { PAGE } from './reading.js';
import { compareIds } from './snowflake.js';

/**
 * Asks for the messages of all lines that a summary shows, and gives the ids of those that are gone or no longer say what is quoted. Messages
 * that stand near each other are asked for together.
 *
 * @param channelId the channel that was summed up
 */
export async function changedLines(rest: REST, summary: Summary, channelId: string): Promise<string[]> {
	const byChannel = groupBy(shownLines(summary), ({ threadId }) => threadId ?? channelId);
	const changed: string[] = [];
	for (const [id, lines] of byChannel) {
		const byMessage = groupBy(lines, ({ messageId }) => messageId);
		const wanted = [...byMessage.keys()].sort(compareIds);
		while (wanted.length > 0) {
			const [first = ''] = wanted;
			const page = await pageFrom(rest, id, first);
			const last = page.at(-1)?.id;
			const isWhole = page.length < PAGE || last === undefined;
			const covered = wanted.filter((one) => isWhole || compareIds(one, last) <= 0);
			const texts = new Map(page.map((message) => [message.id, message.content]));
			changed.push(...covered.filter((one) => (byMessage.get(one) ?? []).some((line) => !says(texts.get(one), line))));
			wanted.splice(0, covered.length);
		}
	}
	return changed;
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const value of values) {
		const group = groups.get(keyOf(value));
		if (group === undefined) groups.set(keyOf(value), [value]);
		else group.push(value);
	}
	return groups;
}

/** What is shown without asking for more. */
function shownLines({ topics, decisions, questions, links, dates }: Summary): SummaryLine[] {
	return [
		...topics.flatMap(({ lines }) => lines),
		...decisions,
		...questions,
		...links.map(({ line }) => line),
		...dates.map(({ line }) => line),
	];
}

function says(text: string | undefined, { span, quote }: SummaryLine): boolean {
	return text?.slice(span.start, span.end) === quote;
}

/** The messages from an id on, oldest first; none of a thread that is gone, or closed to Quoth. */
async function pageFrom(rest: REST, channelId: string, first: string): Promise<APIMessage[]> {
	const query = new URLSearchParams({ limit: String(PAGE), after: String(BigInt(first) - 1n) });
	try {
		// Discord's documentation of this route
		const page = (await persistently(() => rest.get(Routes.channelMessages(channelId), { query }))) as APIMessage[];
		return page.sort((a, b) => compareIds(a.id, b.id));
	} catch (error) {
		const gone: unknown[] = [RESTJSONErrorCodes.UnknownChannel, RESTJSONErrorCodes.MissingAccess];
		if (error instanceof DiscordAPIError && gone.includes(error.code)) return [];
		throw error;
	}
}
