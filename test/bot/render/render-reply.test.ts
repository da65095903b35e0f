import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCustomId } from '../../../bot/custom-id.js';
import type { MessageBody } from '../../../bot/render/layout.js';
import { renderReply } from '../../../bot/render/render-reply.js';
import { LOCALES } from '../../../commands/messages.js';
import { walk, type AnyComponent } from '../../../sandbox/limits/component-tree.js';
import { readMessage } from '../../../sandbox/limits/messages.js';
import { childrenOf, kindsOf, type MarkdownNode } from '../../../sandbox/page/markdown-nodes.js';
import { parseMarkdown } from '../../../sandbox/page/markdown.js';
import { hostileReply, REPLY_KINDS } from '../../support/hostile-replies.js';

const LAYOUTS = ['components', 'embed'] as const;
/** What Quoth itself writes. */
const OWN_MARKUP = ['text', 'bold', 'quote', 'heading', 'subtext', 'time'];
/** And in what tells of channels. */
const CHANNEL_MARKUP = [...OWN_MARKUP, 'list', 'link', 'mention'];
/** And in what quotes articles: questions and what is left out are in italics. */
const QUOTE_MARKUP = [...OWN_MARKUP, 'italic', 'codeBlock'];

function ownMarkup(kind: string): readonly string[] {
	if (/^(?:summary|digest)/.test(kind)) return CHANNEL_MARKUP;
	return /^(?:answer|citations|further|passage|article)$/.test(kind) ? QUOTE_MARKUP : OWN_MARKUP;
}

/** Links lead to messages in Discord, and mentions name members and channels. */
function checkNodes(nodes: readonly MarkdownNode[]): void {
	for (const node of nodes) {
		if (node.kind === 'link') expect(node.url).toMatch(/^https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+$/);
		if (node.kind === 'mention') expect(['user', 'channel']).toContain(node.target);
		checkNodes(childrenOf(node));
	}
}

function componentsOf(body: MessageBody): AnyComponent[] {
	// components as JSON are such a tree
	return walk(body.components as unknown as AnyComponent[]).map(({ component }) => component);
}

function markdownOf(body: MessageBody): string[] {
	const embeds = body.embeds ?? [];
	return [
		...componentsOf(body).map(({ content }) => content),
		...embeds.flatMap(({ title, description }) => [title, description]),
		body.content,
	].filter((text) => text !== undefined && text !== '') as string[];
}

describe('renderReply', () => {
	it.each(REPLY_KINDS.flatMap((kind) => LAYOUTS.map((layout) => [kind, layout] as const)))(
		'makes a message that Discord takes of any %s as %s, in any language, without markup of others',
		(kind, layout) => {
			fc.assert(
				fc.property(hostileReply(kind), fc.constantFrom(...LOCALES), (reply, locale) => {
					const body = renderReply(reply, locale, { layout });
					const { files = [], ...json } = body;
					const names = files.map(({ name }) => name);
					readMessage(JSON.parse(JSON.stringify(json)), {
						sending: 'follow-up',
						flags: 0,
						attachments: [],
						files: names,
						at: [],
					});
					expect(body.allowed_mentions).toEqual({ parse: [] });
					expect(markdownOf(body).length).toBeGreaterThan(0);
					for (const text of markdownOf(body)) {
						const nodes = parseMarkdown(text);
						const kinds = [...kindsOf(nodes)];
						expect(
							kinds.filter((one) => !ownMarkup(kind).includes(one)),
							text,
						).toEqual([]);
						checkNodes(nodes);
					}
					checkComponents(componentsOf(body));
				}),
				// shrinking texts of 10,000 units takes longer than reading one
				{ numRuns: 40, endOnFailure: true },
			);
		},
	);
});

/** The validator's limits once more, by hand: two readers of one table make fewer mistakes. */
function checkComponents(
	components: readonly (AnyComponent & { readonly url?: string; readonly label?: string })[],
): void {
	expect(components.length).toBeLessThanOrEqual(40);
	expect(components.reduce((sum, { content = '' }) => sum + content.length, 0)).toBeLessThanOrEqual(4000);
	const ids = components.flatMap(({ custom_id: id }) => id ?? []);
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids) {
		expect(id.length).toBeLessThanOrEqual(100);
		if (!id.startsWith('v1:idle:')) expect(parseCustomId(id), id).toBeDefined();
	}
	for (const { type, label, url } of components) {
		if (type !== 2) continue;
		expect(label?.trim()).toMatch(/^.{1,80}$/su);
		if (url !== undefined) expect(url).toMatch(/^https?:\/\/\S{1,505}$/);
	}
}
