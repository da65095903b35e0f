import '@skyra/discord-components-core/discord-embed.js';
import type { APIEmbed } from 'discord-api-types/v10';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { messageTime } from './time-words.js';
import { pictureView } from './view-files.js';
import type { Names } from './view-markdown.js';
import { linkView, markdownView } from './view-markdown.js';

/**
 * An embed. The frame is the library's; the texts stand in its slot, since it shows titles and fields without Markdown
 * and takes every long number in them for an emoji.
 */
export function embedView(embed: APIEmbed, names: Names): TemplateResult {
	const colour = embed.color === undefined ? nothing : `#${embed.color.toString(16).padStart(6, '0')}`;
	return html`<discord-embed slot="embeds" color=${colour}>
		<div slot="description" class="embed">
			${embed.thumbnail ? html`<div class="thumbnail">${pictureView(embed.thumbnail.url, '')}</div>` : nothing}
			${
				embed.author
					? html`<div class="embed-author">
							${embed.author.url ? linkView(embed.author.url, embed.author.name) : embed.author.name}
						</div>`
					: nothing
			}
			${embed.title === undefined ? nothing : titleView(embed.title, embed.url, names)}
			${embed.description === undefined ? nothing : markdownView(embed.description, names)}
			${
				embed.fields && embed.fields.length > 0
					? html`<div class="fields">
							${embed.fields.map(
								(field) =>
									html`<div class="field ${field.inline === true ? 'inline' : ''}">
										<div class="field-name">${markdownView(field.name, names)}</div>
										${markdownView(field.value, names)}
									</div>`,
							)}
						</div>`
					: nothing
			}
			${embed.image ? pictureView(embed.image.url, '') : nothing} ${footerView(embed, names)}
		</div>
	</discord-embed>`;
}

function titleView(title: string, url: string | undefined, names: Names): TemplateResult {
	const words = markdownView(title, names);
	return html`<div class="embed-title">${url === undefined ? words : linkView(url, words)}</div>`;
}

function footerView({ footer, timestamp }: APIEmbed, names: Names): TemplateResult | typeof nothing {
	const at = timestamp === undefined ? '' : messageTime(new Date(timestamp), names.locale, new Date());
	const words = [footer?.text ?? '', at].filter((one) => one !== '');
	return words.length === 0 ? nothing : html`<div class="embed-footer">${words.join(' • ')}</div>`;
}
