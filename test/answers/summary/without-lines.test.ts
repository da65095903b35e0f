import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutLines } from '../../../answers/summary/without-lines.js';
import { lineOf, summaryOf, topicOf } from '../../support/plain-summary.js';

const ids = (lines: readonly { readonly messageId: string }[]) => lines.map(({ messageId }) => messageId);
const without = (...gone: string[]) => withoutLines(summaryOf(), ({ messageId }) => gone.includes(messageId));

describe('withoutLines', () => {
	it('says nothing of a message anywhere, whichever messages these are', () => {
		fc.assert(
			fc.property(fc.subarray(['1', '2', '3', '4', '5', '6', '7', '8', '9']), (gone) => {
				const { summary } = without(...gone);
				for (const id of gone) expect(JSON.stringify(summary)).not.toContain(`"${id}"`);
				for (const id of gone) expect(JSON.stringify(summary)).not.toContain(`said in ${id}`);
				for (const { lines } of summary.topics) expect(lines.length).toBeGreaterThan(0);
				for (const bucket of summary.activity.counts) {
					expect(bucket).toHaveLength(summary.topics.length + 1);
					expect(bucket.reduce((a, b) => a + b)).toBe(9);
				}
			}),
		);
	});

	it('puts the next lines of a topic into the place of those that are gone, in the order of time', () => {
		const [topic] = without('1').summary.topics;
		expect(ids(topic!.lines)).toEqual(['2', '3']);
		expect(ids(topic!.further)).toEqual(['4']);
	});

	it('drops a topic that has no line left, and counts its messages with those of none', () => {
		const { summary } = without('5');
		expect(summary.topics).toHaveLength(1);
		expect(summary.activity.counts).toEqual([[4, 5]]);
		expect(summary.links).toEqual([]);
	});

	it('counts messages that are no longer quoted, each once', () => {
		expect(without('2', '5').gone).toBe(2);
		expect(without('7').gone).toBe(0);
		expect(without().gone).toBe(0);
	});

	it('leaves a summary as it was where nothing of it is gone', () => {
		expect(without('77')).toEqual({ summary: summaryOf(), gone: 0 });
	});

	it('tells the lines of threads from others', () => {
		const summary = summaryOf({ topics: [topicOf([lineOf('1'), lineOf('2', 'secret', { threadId: '50' })])] });
		const left = withoutLines(summary, ({ threadId }) => threadId === '50');
		expect(ids(left.summary.topics[0]!.lines)).toEqual(['1']);
	});
});
