import '@skyra/discord-components-core/discord-command.js';
import '@skyra/discord-components-core/discord-message.js';
import '@skyra/discord-components-core/discord-reply.js';
import type { APIMessage } from 'discord-api-types/v10';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { avatarOf } from './avatar.js';
import { MessageFlags, MessageType } from './discord-numbers.js';
import { icons } from './icons.js';
import { visibleText } from './markdown-nodes.js';
import { parseMarkdown } from './markdown.js';
import type { MessageView } from './message-view.js';
import { isSystem, reactionsView, systemView, threadView } from './view-around-message.js';
import type { ShownMessage } from './state.js';
import { hasFlag } from './state.js';
import { messageTime } from './time-words.js';
import { DOTS } from './view-button.js';
import { componentsView } from './view-components.js';
import { embedView } from './view-embed.js';
import { fileView } from './view-files.js';
import { markdownView } from './view-markdown.js';

/** One message; `follows`: right after another of the same author, so that name and picture are left out. */
export function messageView(view: MessageView, { message, ephemeral }: ShownMessage, follows: boolean): TemplateResult {
	if (isSystem(message)) return systemView(view, message);
	const { author } = message;
	const name = view.names.user(author.id) ?? author.global_name ?? author.username;
	const at = new Date(message.timestamp);
	const isForMe = message.mentions.some((one) => one.id === view.meId) || message.mention_everyone;
	const edited = message.edited_timestamp !== null && !hasFlag(message, MessageFlags.Loading);
	const openMenu = (event: MouseEvent): void => {
		// links keep the browser's own menu
		if ((event.target as Element).closest('a') !== null) return;
		event.preventDefault();
		view.menu(message.id, event.clientX, event.clientY);
	};
	return html`<article
		class="message ${ephemeral ? 'ephemeral' : ''} ${follows ? 'follows' : ''} ${view.isTarget ? 'target' : ''}"
		data-message=${message.id}
		aria-label="${name}, ${messageTime(at, view.names.locale, new Date())}"
		@contextmenu=${openMenu}
	>
		<discord-message
			author=${name}
			avatar=${avatarOf(author.id, name, author.bot === true)}
			?bot=${author.bot === true}
			?highlight=${isForMe && !ephemeral}
			?message-body-only=${follows}
			timestamp=${messageTime(at, view.names.locale, new Date())}
		>
			${headView(view, message)} ${bodyView(view, message)}
			${edited && !ephemeral ? html`<span class="edited">(edited)</span>` : nothing}
			${
				message.attachments.length > 0 && !hasFlag(message, MessageFlags.IsComponentsV2)
					? html`<div slot="attachments" class="files">${message.attachments.map((one) => fileView(one))}</div>`
					: nothing
			}
			${message.embeds.map((one) => embedView(one, view.names))}
			<div slot="components" class="components">
				${componentsView(view, message)} ${reactionsView(view, message)} ${threadView(view)}
				${view.failure === null ? nothing : html`<p class="failure" role="alert">${view.failure}</p>`}
				${
					ephemeral
						? ephemeralView(() => {
								view.dismiss(message.id);
							})
						: nothing
				}
			</div>
		</discord-message>
		${hasFlag(message, MessageFlags.Loading) ? nothing : toolbarView(view, message, name)}
	</article>`;
}

export function ephemeralView(dismiss: () => void): TemplateResult {
	return html`<p class="only-you">
		${icons.eye()} Only you can see this •
		<button type="button" class="bare link" @click=${dismiss}>Dismiss message</button>
	</p>`;
}

function bodyView(view: MessageView, message: APIMessage): unknown {
	if (hasFlag(message, MessageFlags.Loading)) {
		return html`<span class="thinking">${DOTS} ${view.names.user(message.author.id) ?? 'Bot'} is thinking…</span>`;
	}
	return message.content === '' ? nothing : markdownView(message.content, view.names);
}

/** Above the message: the command that it answers, or the message. */
function headView(view: MessageView, message: APIMessage): unknown {
	const user = message.interaction_metadata?.user;
	// the newer field has no name of the command, and Discord sends both
	const { interaction } = message as { readonly interaction?: { readonly name: string } };
	if (interaction && user) {
		const who = view.names.user(user.id) ?? user.username;
		return commandHead(interaction.name, user.id, who);
	}
	const replied = message.referenced_message;
	if (!replied) {
		return message.type === MessageType.Reply && message.interaction_metadata === undefined
			? html`<discord-reply slot="reply" deleted></discord-reply>`
			: nothing;
	}
	const name = view.names.user(replied.author.id) ?? replied.author.username;
	const words = visibleText(parseMarkdown(replied.content)).replaceAll('\n', ' ');
	return html`<discord-reply
		slot="reply"
		author=${name}
		avatar=${avatarOf(replied.author.id, name, replied.author.bot === true)}
		?bot=${replied.author.bot === true}
		>${words === '' ? html`<em>Click to see attachment</em>` : words.slice(0, 150)}</discord-reply
	>`;
}

/** The kind for slash commands is taken for all: the other one asks for pictures of the network. */
export function commandHead(name: string, userId: string, userName: string): TemplateResult {
	return html`<discord-command
		slot="reply"
		author=${userName}
		avatar=${avatarOf(userId, userName, false)}
		command=${name.replace(/^\//, '')}
		type="slash_command"
	></discord-command>`;
}

function toolbarView(view: MessageView, message: APIMessage, name: string): TemplateResult {
	return html`<div class="toolbar" role="toolbar" aria-label="Message of ${name}">
		<button
			type="button"
			class="icon"
			title="Reply"
			aria-label="Reply to ${name}"
			@click=${() => {
				view.reply(message.id);
			}}
		>
			${icons.reply()}
		</button>
		<button
			type="button"
			class="icon"
			title="More"
			aria-label="More for the message of ${name}"
			aria-haspopup="menu"
			@click=${(event: MouseEvent) => {
				const { left, bottom } = (event.currentTarget as Element).getBoundingClientRect();
				view.menu(message.id, left, bottom);
			}}
		>
			${icons.more()}
		</button>
	</div>`;
}
