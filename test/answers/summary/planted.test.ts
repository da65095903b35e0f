import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summarizeConversation } from '../../../answers/summary/summarize.js';
import type { Summary } from '../../../answers/summary/summary.js';
import { openModels } from '../../../bot/app.js';
import { EMBEDDED_MODEL_FOLDER } from '../../../bot/config.js';
import { plantTalk, type PlantedTalk } from '../../support/planted-talk.js';

const SEEDS = [1, 2, 3];
let models: Awaited<ReturnType<typeof openModels>>;

beforeAll(async () => {
	models = await openModels(EMBEDDED_MODEL_FOLDER, 1);
});
afterAll(() => models.close());

async function sumUp(name: string, seed: number): Promise<{ talk: PlantedTalk; summary: Summary }> {
	const talk = plantTalk(join(import.meta.dirname, 'data', `talk-${name}.txt`), { count: 500, seed });
	const summary = await summarizeConversation(talk.messages, models, {
		length: 'long',
		timeZone: 'Asia/Ho_Chi_Minh',
	});
	return { talk, summary };
}

/** Topics of which most of some topic's lines are, of all planted ones. */
function topicsFound({ topics }: PlantedTalk, summary: Summary): number {
	const found = summary.topics.flatMap(({ lines }) => {
		const names = lines.map(({ messageId }) => topics.get(messageId));
		return names.filter(
			(name) => name !== undefined && names.filter((other) => other === name).length * 2 > lines.length,
		);
	});
	return new Set(found).size;
}

/** Planted ones that one of the lines says, and lines that say none. */
function held(
	planted: ReadonlyMap<string, ReadonlySet<string>>,
	lines: readonly { readonly messageId: string }[],
): { found: number; wrong: number } {
	const says = (ids: ReadonlySet<string>) => lines.some(({ messageId }) => ids.has(messageId));
	const right = new Set([...planted.values()].flatMap((ids) => [...ids]));
	return {
		found: [...planted.values()].filter(says).length,
		wrong: lines.filter(({ messageId }) => !right.has(messageId)).length,
	};
}

describe('summarizeConversation', () => {
	it.each(SEEDS)('finds what is planted in 500 messages in five languages (%i)', async (seed) => {
		const { talk, summary } = await sumUp('harbour', seed);
		expect(topicsFound(talk, summary)).toBeGreaterThanOrEqual(5);
		const decisions = held(talk.decisions, summary.decisions);
		expect(decisions.found).toBeGreaterThanOrEqual(3);
		expect(decisions.wrong).toBeLessThanOrEqual(1);
		const questions = held(talk.questions, summary.questions);
		expect(questions.found).toBeGreaterThanOrEqual(4);
		expect(questions.wrong).toBeLessThanOrEqual(2);
	});

	it('finds most of what is planted in a talk that it was not made by', async () => {
		const results: (readonly [number, number, number])[] = [];
		for (const seed of SEEDS) {
			const { talk, summary } = await sumUp('valley', seed);
			results.push([
				topicsFound(talk, summary),
				held(talk.decisions, summary.decisions).found,
				held(talk.questions, summary.questions).found,
			]);
		}
		const meanOf = (place: 0 | 1 | 2) => results.reduce((sum, result) => sum + result[place], 0) / results.length;
		// of six, four and five
		expect(meanOf(0)).toBeGreaterThanOrEqual(4);
		expect(meanOf(1)).toBeGreaterThanOrEqual(3);
		expect(meanOf(2)).toBeGreaterThanOrEqual(3.5);
	});

	it.each(['harbour', 'valley'])('quotes messages word for word, and none twice (%s)', async (name) => {
		const { talk, summary } = await sumUp(name, 4);
		const texts = new Map(talk.messages.map(({ id, text }) => [id, text]));
		const topical = summary.topics.flatMap(({ lines, further }) => [...lines, ...further]);
		const lines = [...topical, ...summary.decisions, ...summary.questions];
		for (const { messageId, span, quote } of lines)
			expect(texts.get(messageId)?.slice(span.start, span.end)).toBe(quote);
		expect(new Set(lines.map(({ messageId, span }) => `${messageId} ${span.start}`)).size).toBe(lines.length);
		expect(summary.read).toBe(talk.messages.length);
	});
});
