import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { summaryMarkdown } from '../../../bot/render/summary-markdown.js';
import { LOCALES } from '../../../commands/messages.js';
import { hostileText } from '../../support/hostile-text.js';
import { KEPT_SUMMARY, lineOf, SUMMARY } from '../../support/afternoon-summary.js';

function nodesOf(node: Nodes): Nodes[] {
	return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
}

describe('summaryMarkdown', () => {
	it('writes all sections, whole lines and their links', () => {
		const { name, text } = summaryMarkdown(KEPT_SUMMARY, 'border-desk', 'en');
		expect(name).toBe('summary-2024-03-12.md');
		expect(text).toMatchInlineSnapshot(`
			"# Summary of #border-desk

			Tue, Mar 12, 2024, 14:00 – Tue, Mar 12, 2024, 18:00
			(Asia/Vientiane, made Tue, Mar 12, 2024, 18:00)

			- Summary · messages: 86 · people: 9 · vi 61 / fr 25
			- of bots, skipped: 4
			- of members who asked not to be read, skipped: 7 (2 members)
			- saying nothing by themselves: 5
			- Every line is quoted word for word; no text leaves the host of this bot.

			## Topic 1

			Tue, Mar 12, 2024, 14:02 – Tue, Mar 12, 2024, 14:31 · messages: 48 · people: 5

			- The railway sent its timetable for May. — <@730000000000000003>, [Tue, Mar 12, 2024, 14:02](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000001)
			- Cửa khẩu mở lại lúc 7 giờ sáng thứ hai. — <@730000000000000004>, [Tue, Mar 12, 2024, 14:20](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000002)
			- We agreed to print the timetable on Monday. — <@730000000000000003>, [Tue, Mar 12, 2024, 14:31](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000003)

			### More of it

			- Ask <@730000000000000004> for the \\*old\\* one. — <@730000000000000003>, [Tue, Mar 12, 2024, 14:25](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000006)

			## Topic 2

			Tue, Mar 12, 2024, 16:10 – Tue, Mar 12, 2024, 17:20 · messages: 30 · people: 4

			- Le formulaire 12 doit être tamponné à Nape, voir https\\://example.org/forms — <@730000000000000003>, [Tue, Mar 12, 2024, 16:20](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000005)

			## Decisions

			- We agreed to print the timetable on Monday. — <@730000000000000003>, [Tue, Mar 12, 2024, 14:31](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000003)

			## Open questions

			- Which customs form is needed for samples? — <@730000000000000004>, [Tue, Mar 12, 2024, 16:10](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000004) (asked by 2)

			## Links

			- https\\://example.org/forms — Le formulaire 12 doit être tamponné à Nape, voir https\\://example.org/forms — <@730000000000000003>, [Tue, Mar 12, 2024, 16:20](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000005)

			## Dates

			- **2024-05-06** — The railway sent its timetable for May. — <@730000000000000003>, [Tue, Mar 12, 2024, 14:02](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000001)
			"
		`);
	});

	it('names no channel that is gone', () => {
		expect(summaryMarkdown(KEPT_SUMMARY, null, 'lo').text).toMatch(/^# ສະຫຼຸບ\n/);
	});

	it('has no markup, link or HTML but its own, whatever members wrote', () => {
		fc.assert(
			fc.property(hostileText, fc.option(hostileText), fc.constantFrom(...LOCALES), (quote, channel, locale) => {
				const line = lineOf(quote, 1);
				const [topic] = SUMMARY.topics;
				if (topic === undefined) throw new Error('It is there');
				const summary = {
					...KEPT_SUMMARY,
					summary: {
						...SUMMARY,
						topics: [{ ...topic, lines: [line], further: [line] }],
						decisions: [line],
						questions: [{ ...line, askedBy: 2, alsoAskedIn: [] }],
						links: [{ url: quote, line }],
						dates: [{ date: quote, line }],
						languages: [{ language: quote, count: 1 }],
					},
				};
				const { text } = summaryMarkdown(summary, channel, locale);
				const nodes = nodesOf(fromMarkdown(text));
				const kinds = new Set(nodes.map(({ type }) => type));
				for (const own of ['root', 'heading', 'paragraph', 'list', 'listItem', 'text', 'strong', 'link'] as const) {
					kinds.delete(own);
				}
				expect([...kinds], text).toEqual([]);
				for (const node of nodes) {
					if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+$/);
				}
				expect(nodes.filter(({ type }) => type === 'link')).toHaveLength(6);
			}),
			{ numRuns: 100, endOnFailure: true },
		);
	});
});
