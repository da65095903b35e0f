import type { APIAttachment } from 'discord-api-types/v10';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { icons } from './icons.js';
import { sizeWords } from './time-words.js';
import { linkView } from './view-markdown.js';

/** A file as Discord shows it: a picture, or a card with what it is called and how large it is. */
export function fileView(
	file: Pick<APIAttachment, 'url' | 'filename' | 'size' | 'content_type' | 'description'>,
): TemplateResult {
	if (file.content_type?.startsWith('image/') === true) return pictureView(file.url, file.description ?? file.filename);
	return html`<div class="file">
		${icons.file()}
		<div class="file-words">
			<a href=${file.url} download=${file.filename} dir="auto">${file.filename}</a>
			<span>${sizeWords(file.size)}</span>
		</div>
		<a class="icon" href=${file.url} download=${file.filename} aria-label="Download ${file.filename}" title="Download"
			>${icons.download()}</a
		>
	</div>`;
}

/** A picture that the sandbox has. Those of other places are named, since the page loads nothing from the network. */
export function pictureView(url: string, description: string): TemplateResult {
	if (URL.canParse(url) && new URL(url).pathname.startsWith('/attachments/')) {
		return html`<img class="picture" src=${url} alt=${description} loading="lazy" />`;
	}
	return html`<div class="file">
		${icons.file()}
		<div class="file-words">
			<span class="strong">${description || 'Picture'}</span>
			<span>${linkView(url, url)}</span>
		</div>
	</div>`;
}
