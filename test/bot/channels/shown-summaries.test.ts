import { describe, expect, it } from 'vitest';
import { idOf } from '../../../bot/channels/snowflake.js';
import type { KeptSummary } from '../../../commands/services.js';
import { IDS } from '../../../sandbox/default-world.js';
import type { ChannelData } from '../../../sandbox/world-data.js';
import { PLAIN_SUMMARY, lineOf, summaryOf, topicOf } from '../../support/plain-summary.js';
import {
	HOUR,
	NOW,
	adult,
	botBlind,
	closed,
	here,
	newId,
	open,
	place,
	publicThread,
	said,
	secret,
	openChannels,
} from '../../support/open-channels.js';

describe('a summary of a channel', () => {
	const on = openChannels();
	const of = (channel: ChannelData, over: Partial<KeptSummary> = {}): KeptSummary => ({
		...PLAIN_SUMMARY,
		guildId: IDS.borderDesk,
		range: { ...PLAIN_SUMMARY.range, channelId: channel.id },
		...over,
	});
	const idsIn = ({ summary }: KeptSummary) =>
		summary.topics.flatMap(({ lines }) => lines.map(({ messageId }) => messageId));
	const key = (promise: Promise<unknown>) =>
		promise.then(
			() => 'shown',
			(error: unknown) => (error as { key: string }).key,
		);

	it('shows a member no line of a thread that they may not read', async () => {
		const summary = summaryOf({
			topics: [
				topicOf([
					lineOf('1'),
					lineOf('2', 'a', { threadId: secret.id }),
					lineOf('3', 'b', { threadId: publicThread.id }),
					lineOf('4', 'c', { threadId: newId() }),
				]),
			],
		});
		const kept = of(open, { summary, privateThreads: 1 });
		expect(idsIn(await on.channels.forMember(kept, IDS.english, open.id))).toEqual(['1', '2', '3']);
		expect(idsIn(await on.channels.forMember(kept, IDS.french, open.id))).toEqual(['1', '3']);
	});

	it('is shown to nobody who may not read the channel', async () => {
		expect(await key(on.channels.forMember(of(closed), IDS.english, here.id))).toBe('error.cannot-read');
		expect(await key(on.channels.forMember(of(closed), IDS.manager, here.id))).toBe('shown');
		expect(await key(on.channels.forMember(of(adult), IDS.english, here.id))).toBe('error.age-restricted');
	});

	it('is shown to everybody only where all of them may read it', async () => {
		expect(await key(on.channels.forEverybody(of(closed), here.id))).toBe('error.not-for-everybody');
		expect(await key(on.channels.forEverybody(of(closed), closed.id))).toBe('shown');
		expect(await key(on.channels.forEverybody(of(open), here.id))).toBe('shown');
		expect(await key(on.channels.forEverybody(of(open, { privateThreads: 1 }), open.id))).toBe('error.private-threads');
		expect(await key(on.channels.forEverybody(of(adult), here.id))).toBe('error.age-restricted');
		expect(await key(on.channels.forEverybody(of(botBlind), here.id))).toBe('error.bot-cannot-see');
	});

	it('shows everybody only what is still said, and the rest is forgotten', async () => {
		const talk = place('talk', { messages: [] });
		const ids = Array.from({ length: 250 }, (_, i) => String(BigInt(idOf(NOW - 2 * HOUR + i * 1000)) + 7n));
		const messages = ids.map((id, i) => said(`message ${i}`, { id, at: NOW - 2 * HOUR + i * 1000 }));
		on.sandbox.changes.addChannel(IDS.borderDesk, { ...talk, messages });
		const cited = [0, 3, 99, 120, 249];
		const lines = cited.map((i) => lineOf(ids[i]!, `message ${i}`, { at: i }));
		const kept = of(talk, {
			summary: summaryOf({ topics: [topicOf(lines)], decisions: [], questions: [], links: [], dates: [] }),
		});
		on.forgotten.length = 0;
		const before = on.sandbox.exchanges.length;
		expect(idsIn(await on.channels.forEverybody(kept, talk.id))).toHaveLength(5);
		const pages = on.sandbox.exchanges.slice(before).filter(({ path }) => path.includes('/messages'));
		expect(pages.length).toBeLessThanOrEqual(3);
		on.sandbox.changes.removeMessages(talk.id, [ids[3]!]);
		const changed = on.sandbox.world.message(talk.id, ids[120]!)!;
		await on.sandbox.as(IDS.french).edit(changed, 'I never said that');
		const left = await on.channels.forEverybody(kept, talk.id);
		expect(idsIn(left)).toEqual([ids[0], ids[99], ids[249]]);
		expect(left.gone).toBe(2);
		expect(on.forgotten).toEqual([ids[3], ids[120]]);
	});
});
