import type { APIButtonComponent, APIMessage } from 'discord-api-types/v10';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ButtonStyle } from './discord-numbers.js';
import { icons } from './icons.js';
import type { MessageView } from './message-view.js';
import { linkView, placeLinkView } from './view-markdown.js';

const BUTTON_CLASSES: Readonly<Record<number, string>> = {
	[ButtonStyle.Primary]: 'primary',
	[ButtonStyle.Success]: 'success',
	[ButtonStyle.Danger]: 'danger',
};

export function buttonView(view: MessageView, message: APIMessage, button: APIButtonComponent): TemplateResult {
	if (button.style === ButtonStyle.Premium) return html`<button class="button" disabled>Premium</button>`;
	const label = html`${emojiView(button.emoji)}${button.label === undefined ? nothing : html`<span>${button.label}</span>`}`;
	if (button.style === ButtonStyle.Link) {
		const words = html`<span class="button">${label}${icons.launch()}</span>`;
		const link = placeLinkView(button.url, words, view.names) ?? linkView(button.url, words);
		return html`<span class="button-link">${button.disabled === true ? words : link}</span>`;
	}
	const { custom_id: customId } = button;
	const isBusy = view.busy === customId;
	return html`<button
		type="button"
		class="button ${BUTTON_CLASSES[button.style] ?? ''} ${isBusy ? 'busy' : ''}"
		?disabled=${button.disabled === true}
		aria-busy=${isBusy}
		aria-label=${button.label === undefined ? (button.emoji?.name ?? 'Button') : nothing}
		@click=${() => {
			if (view.busy === null) view.click(message.id, customId);
		}}
	>
		${label}${isBusy ? DOTS : nothing}
	</button>`;
}

export const DOTS = html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;

/** An emoji of Unicode; those of servers by their name, since the sandbox has no pictures of them. */
export function emojiView(emoji: { readonly id?: string | null; readonly name?: string | null } | undefined): unknown {
	if (emoji?.name === undefined || emoji.name === null) return nothing;
	return html`<span class="emoji" aria-hidden="true">${emoji.id ? `:${emoji.name}:` : emoji.name}</span>`;
}
