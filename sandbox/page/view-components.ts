import type {
	APIComponentInContainer,
	APIMessage,
	APIMessageTopLevelComponent,
	APISectionComponent,
	APIUnfurledMediaItem,
} from 'discord-api-types/v10';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ComponentType as Type, SeparatorSpacingSize } from './discord-numbers.js';
import type { MessageView } from './message-view.js';
import { fileView, pictureView } from './view-files.js';
import { markdownView } from './view-markdown.js';
import { buttonView } from './view-button.js';
import { selectView } from './view-select.js';

/** Everything below a message's text: rows of buttons and menus, and the components of version 2. */
export function componentsView(view: MessageView, message: APIMessage): TemplateResult {
	return html`${(message.components ?? []).map((one) => componentView(view, message, one))}`;
}

function componentView(
	view: MessageView,
	message: APIMessage,
	component: APIMessageTopLevelComponent | APIComponentInContainer,
): TemplateResult | typeof nothing {
	switch (component.type) {
		case Type.ActionRow:
			return html`<div class="row" role="group" aria-label="Actions">
				${component.components.map((one) =>
					one.type === Type.Button ? buttonView(view, message, one) : selectView(view, message, one),
				)}
			</div>`;
		case Type.TextDisplay:
			return markdownView(component.content, view.names);
		case Type.Section:
			return sectionView(view, message, component);
		case Type.Separator:
			return html`<div
				class="separator ${component.divider === false ? 'bare' : ''} ${component.spacing === SeparatorSpacingSize.Large ? 'wide' : ''}"
				role=${component.divider === false ? 'presentation' : 'separator'}
			></div>`;
		case Type.MediaGallery:
			return html`<div class="gallery">
				${component.items.map((item) =>
					hidden(item.spoiler, pictureView(urlOf(message, item.media), item.description ?? '')),
				)}
			</div>`;
		case Type.File:
			return hidden(component.spoiler, attachedFile(message, component.file, component));
		case Type.Container: {
			const colour = component.accent_color;
			const style = typeof colour === 'number' ? `--accent: #${colour.toString(16).padStart(6, '0')}` : nothing;
			const inner = component.components.map((one) => componentView(view, message, one));
			return hidden(component.spoiler, html`<div class="container" style=${style}>${inner}</div>`);
		}
		default:
			return nothing;
	}
}

function sectionView(view: MessageView, message: APIMessage, section: APISectionComponent): TemplateResult {
	const { accessory } = section;
	return html`<div class="section">
		<div class="section-text">${section.components.map((one) => markdownView(one.content, view.names))}</div>
		<div class="accessory">
			${
				accessory.type === Type.Button
					? buttonView(view, message, accessory)
					: hidden(
							accessory.spoiler,
							html`<div class="thumbnail">
								${pictureView(urlOf(message, accessory.media), accessory.description ?? '')}
							</div>`,
						)
			}
		</div>
	</div>`;
}

function hidden(spoiler: boolean | undefined, inner: TemplateResult): TemplateResult {
	return spoiler === true
		? html`<details class="hidden">
				<summary>Spoiler</summary>
				${inner}
			</details>`
		: inner;
}

/** `attachment://name` names a file of the message itself. */
function urlOf(message: APIMessage, { url }: Pick<APIUnfurledMediaItem, 'url'>): string {
	const name = /^attachment:\/\/(.*)$/.exec(url)?.[1];
	return name === undefined ? url : (message.attachments.find((one) => one.filename === name)?.url ?? url);
}

function attachedFile(
	message: APIMessage,
	file: APIUnfurledMediaItem,
	{ name, size }: { readonly name?: string; readonly size?: number },
): TemplateResult {
	const url = urlOf(message, file);
	const attached = message.attachments.find((one) => one.url === url);
	if (attached) return fileView(attached);
	return fileView({ url, filename: name ?? url.slice(url.lastIndexOf('/') + 1), size: size ?? 0 });
}
