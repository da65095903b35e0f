import type { APIMessage } from 'discord-api-types/v10';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { MessageType } from './discord-numbers.js';
import { icons } from './icons.js';
import type { MessageView } from './message-view.js';
import { messageTime } from './time-words.js';

/** The kinds of messages that people and bots write; all others are Discord's own. */
const WRITTEN: ReadonlySet<number> = new Set([
	MessageType.Default,
	MessageType.Reply,
	MessageType.ChatInputCommand,
	MessageType.ContextMenuCommand,
]);

/** Whether Discord itself says this. */
export function isSystem({ type }: APIMessage): boolean {
	return !WRITTEN.has(type);
}

/** What Discord itself says: that somebody came, pinned a message, or began a thread. */
export function systemView(view: MessageView, message: APIMessage): TemplateResult {
	const { author, message_reference: reference } = message;
	const name = html`<strong>${view.names.user(author.id) ?? author.username}</strong>`;
	const at = messageTime(new Date(message.timestamp), view.names.locale, new Date());
	const go = (words: string): TemplateResult => {
		const { channel_id: channelId, message_id: messageId } = reference ?? {};
		return html`<button
			type="button"
			class="bare link"
			@click=${() => {
				if (channelId !== undefined && messageId !== undefined) view.names.openMessage(channelId, messageId);
				else if (channelId !== undefined) view.names.openChannel(channelId);
			}}
		>
			${words}
		</button>`;
	};
	const line = (icon: TemplateResult, words: TemplateResult): TemplateResult =>
		html`<article class="message system ${view.isTarget ? 'target' : ''}" data-message=${message.id}>
			${icon}<span>${words} <time>${at}</time></span>
		</article>`;
	switch (message.type) {
		case MessageType.UserJoin:
			return line(icons.join(), html`${name} is here now.`);
		case MessageType.ChannelPinnedMessage:
			return line(icons.pin(), html`${name} pinned ${go('a message')} to this channel.`);
		case MessageType.ThreadCreated:
			return line(icons.thread(), html`${name} started a thread: ${go(message.content)}`);
		case MessageType.ThreadStarterMessage:
			return line(icons.thread(), html`This thread began at ${go('a message')} of ${starterOf(view, message)}.`);
		default:
			return line(icons.app(), html`${name}: a message of Discord’s own, of type ${message.type}.`);
	}
}

function starterOf(view: MessageView, { referenced_message: starter }: APIMessage): string {
	return starter ? (view.names.user(starter.author.id) ?? starter.author.username) : 'somebody';
}

/** Reactions, which are added or taken back by a click. */
export function reactionsView(view: MessageView, message: APIMessage): TemplateResult | typeof nothing {
	const reactions = message.reactions ?? [];
	if (reactions.length === 0) return nothing;
	return html`<div class="reactions" role="group" aria-label="Reactions">
		${reactions.map(({ emoji, count }) => {
			const name = emoji.name ?? '';
			return html`<button
				type="button"
				class="reaction"
				aria-label="${name}: ${count}"
				@click=${() => {
					view.react(message.id, emoji.id === null ? name : `${name}:${emoji.id}`);
				}}
			>
				<span class="emoji">${emoji.id === null ? name : `:${name}:`}</span> ${count}
			</button>`;
		})}
	</div>`;
}

/** The way into the thread that was begun from a message. */
export function threadView({ thread, names }: MessageView): TemplateResult | typeof nothing {
	if (thread === null) return nothing;
	return html`<button
		type="button"
		class="begun"
		@click=${() => {
			names.openChannel(thread.id);
		}}
	>
		${icons.thread()} <strong>${thread.name}</strong> <span>Open the thread</span>
	</button>`;
}
