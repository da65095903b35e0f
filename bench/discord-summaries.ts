import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChannelType } from 'discord-api-types/v10';
import { PACKAGE_ROOT } from '../embeddings/package-root.js';
import { IDS } from '../sandbox/default-world.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { snowflake } from '../sandbox/snowflake.js';
import type { ChannelData } from '../sandbox/world-data.js';

/** What one may ask for. */
const MESSAGES = 5000;
const RUNS = 3;
const MINUTE_MS = 60_000;
const AUTHORS = [IDS.manager, IDS.english, IDS.french, IDS.vietnamese, IDS.lao, IDS.thai, IDS.chinese];
const CHANNEL_ID = snowflake(Date.UTC(2024, 0, 2), 1);

/** How long a summary of {@link MESSAGES} messages took. */
export interface SummaryTimes {
	readonly fetchedMs: number;
	/** From the last page to the summary in the channel. */
	readonly summedUpMs: number;
}

/** A channel full of talk in several languages: sentences of the sample articles, two and two. */
export function busyChannel(now: number): ChannelData {
	const sentences = sampleSentences();
	const messages = Array.from({ length: MESSAGES }, (_, i) => {
		const [one = '', two = ''] = [sentences[i % sentences.length], sentences[(i * 31 + 7) % sentences.length]];
		const authorId = AUTHORS[i % AUTHORS.length] ?? IDS.english;
		return { authorId, content: `${one} ${two}`, at: now - (MESSAGES - i) * MINUTE_MS };
	});
	return { id: CHANNEL_ID, name: 'busy', type: ChannelType.GuildText, messages };
}

/** Sums the channel up, once to warm up and then as often as is measured. */
export async function measureSummaries(
	sandbox: Sandbox,
	beforeMeasuring: () => Promise<unknown>,
): Promise<SummaryTimes[]> {
	await sumUp(sandbox);
	await beforeMeasuring();
	const times: SummaryTimes[] = [];
	for (let run = 0; run < RUNS; run++) times.push(await sumUp(sandbox));
	return times;
}

async function sumUp(sandbox: Sandbox): Promise<SummaryTimes> {
	const began = performance.now();
	let fetchedAt = began;
	const stop = sandbox.on((event) => {
		if (event.kind === 'exchange' && event.exchange.path === `/channels/${CHANNEL_ID}/messages`)
			fetchedAt = performance.now();
	});
	const options = { channel: CHANNEL_ID, messages: MESSAGES, since: '30 days', length: 'long' };
	const called = await sandbox.as(IDS.english).command({ channelId: IDS.general }, 'summarize', options);
	await called.until((interaction) => JSON.stringify(interaction.messages()).includes('↗'), 120_000);
	stop();
	return { fetchedMs: fetchedAt - began, summedUpMs: performance.now() - fetchedAt };
}

function sampleSentences(): string[] {
	const folder = join(PACKAGE_ROOT, 'samples', 'articles');
	const files = readdirSync(folder).filter((name) => /\.(md|txt)$/.test(name));
	const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n\n');
	const sentences = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)];
	return sentences.map(({ segment }) => segment.trim()).filter(({ length }) => length >= 30 && length <= 300);
}
