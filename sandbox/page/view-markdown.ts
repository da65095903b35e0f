import '@skyra/discord-components-core/discord-mention.js';
import '@skyra/discord-components-core/discord-time.js';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { MarkdownNode } from './markdown-nodes.js';
import { parseMarkdown } from './markdown.js';
import { timeWords } from './time-words.js';

/** Whom and what the ids in a text stand for, and in which language it is read. */
export interface Names {
	readonly locale: string;
	/** Null for those that this person does not know. */
	readonly user: (id: string) => string | null;
	readonly role: (id: string) => string | null;
	readonly channel: (id: string) => { readonly name: string; readonly type: number } | null;
	readonly openChannel: (id: string) => void;
	readonly openMessage: (channelId: string, messageId: string) => void;
	readonly startCommand: (name: string) => void;
}

type Shown = TemplateResult | string | typeof nothing;

/** A text in Discord's Markdown, drawn as Discord draws it. */
export function markdownView(text: string, names: Names): TemplateResult {
	return html`<div class="markdown" dir="auto">${nodesView(parseMarkdown(text), names)}</div>`;
}

function nodesView(nodes: readonly MarkdownNode[], names: Names): Shown[] {
	return nodes.map((node, i) => {
		// a block of code ends its line
		const isAfterBlock = node.kind === 'text' && nodes[i - 1]?.kind === 'codeBlock';
		return isAfterBlock ? node.text.replace(/^\n/, '') : nodeView(node, names);
	});
}

function nodeView(node: MarkdownNode, names: Names): Shown {
	switch (node.kind) {
		case 'text':
			return node.text;
		case 'code':
			return html`<code>${node.text}</code>`;
		case 'codeBlock':
			return html`<pre tabindex="0"><code>${node.text}</code></pre>`;
		case 'bold':
			return html`<strong>${nodesView(node.children, names)}</strong>`;
		case 'italic':
			return html`<em>${nodesView(node.children, names)}</em>`;
		case 'underline':
			return html`<u>${nodesView(node.children, names)}</u>`;
		case 'strike':
			return html`<s>${nodesView(node.children, names)}</s>`;
		case 'spoiler':
			return spoilerView(node.children, names);
		case 'quote':
			return html`<blockquote>${nodesView(node.children, names)}</blockquote>`;
		case 'subtext':
			return html`<small>${nodesView(node.children, names)}</small>`;
		case 'heading': {
			// spaces of the template would show
			const words = nodesView(node.children, names);
			return html`<div role="heading" aria-level=${node.level + 2} class="h${node.level}">${words}</div>`;
		}
		case 'list': {
			const items = node.items.map((item) => html`<li>${nodesView(item, names)}</li>`);
			return node.start === null
				? html`<ul>
						${items}
					</ul>`
				: html`<ol start=${node.start}>
						${items}
					</ol>`;
		}
		case 'link':
			return (
				placeLinkView(node.url, node.masked ? nodesView(node.children, names) : null, names) ??
				linkView(node.url, nodesView(node.children, names), node.masked ? node.url : '')
			);
		case 'mention':
			return mentionView(node, names);
		case 'everyone':
			return html`<discord-mention type="user">${node.text.slice(1)}</discord-mention>`;
		case 'time':
			return html`<discord-time title=${timeWords(node.unix, 'F', names.locale, Date.now())}
				>${timeWords(node.unix, node.style, names.locale, Date.now())}</discord-time
			>`;
		case 'emoji':
		case 'shortcode':
			return html`<span class="emoji" title="An emoji of Discord’s own, which the sandbox does not have"
				>:${node.name}:</span
			>`;
	}
}

/** A link that opens in a tab of its own. What is no web or mail address is shown and leads nowhere. */
export function linkView(url: string, words: unknown, title = ''): TemplateResult {
	if (!/^(?:https?|mailto|tel):/i.test(url)) return html`${words}`;
	return html`<a href=${url} title=${title || nothing} target="_blank" rel="noopener noreferrer">${words}</a>`;
}

/** Discord's own address of a channel, with or without a message in it. */
const PLACE_LINK = /^https:\/\/(?:\w+\.)?discord\.com\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?\/?$/;

/**
 * A link to a channel or message that this person sees, which the page goes to itself; null for all others. Without words
 * of its own it shows as the channel's name.
 */
export function placeLinkView(url: string, words: unknown, names: Names): TemplateResult | null {
	const [, channelId, messageId] = PLACE_LINK.exec(url) ?? [];
	const channel = channelId === undefined ? null : names.channel(channelId);
	if (channelId === undefined || channel === null) return null;
	const go = (event: Event): void => {
		event.preventDefault();
		if (messageId === undefined) names.openChannel(channelId);
		else names.openMessage(channelId, messageId);
	};
	const mention = html`<discord-mention type=${channelKind(channel.type)}>${channel.name}</discord-mention>`;
	const shown =
		words ?? html`${mention}${messageId === undefined ? nothing : html`<span class="at-message"> › 💬</span>`}`;
	return html`<a href=${url} @click=${go}>${shown}</a>`;
}

function spoilerView(children: readonly MarkdownNode[], names: Names): TemplateResult {
	const reveal = (event: Event): void => {
		if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
		const spoiler = event.currentTarget as HTMLElement;
		if (spoiler.classList.contains('open')) return;
		event.preventDefault();
		spoiler.classList.add('open');
		spoiler.removeAttribute('role');
		spoiler.removeAttribute('aria-label');
	};
	return html`<span class="spoiler" role="button" tabindex="0" aria-label="Spoiler" @click=${reveal} @keydown=${reveal}
		><span>${nodesView(children, names)}</span></span
	>`;
}

/** The skyra kinds of channel mentions, by Discord's channel type. */
function channelKind(type: number): 'channel' | 'thread' | 'forum' {
	if (type === 10 || type === 11 || type === 12) return 'thread';
	return type === 15 ? 'forum' : 'channel';
}

function mentionView(node: Extract<MarkdownNode, { kind: 'mention' }>, names: Names): TemplateResult {
	switch (node.target) {
		case 'user':
			return html`<discord-mention type="user">${names.user(node.id) ?? 'unknown-user'}</discord-mention>`;
		case 'role':
			return html`<discord-mention type="user">${names.role(node.id) ?? 'deleted-role'}</discord-mention>`;
		case 'channel': {
			const channel = names.channel(node.id);
			if (channel === null) return html`<discord-mention type="channel">unknown</discord-mention>`;
			return button(
				() => {
					names.openChannel(node.id);
				},
				html`<discord-mention type=${channelKind(channel.type)}>${channel.name}</discord-mention>`,
			);
		}
		case 'command':
			return button(
				() => {
					names.startCommand(node.name);
				},
				html`<discord-mention type="slash">${node.name}</discord-mention>`,
			);
		case 'guide':
			return html`<discord-mention type="channel">${node.id}</discord-mention>`;
	}
}

function button(run: () => void, words: TemplateResult): TemplateResult {
	return html`<button type="button" class="bare" @click=${run}>${words}</button>`;
}
