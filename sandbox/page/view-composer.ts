import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Composing } from './composing.js';
import type { TextDraft } from './draft.js';
import { ChannelType } from './discord-numbers.js';
import { icons } from './icons.js';
import type { Picker } from './picker.js';
import type { State } from './state.js';
import { openPlace, placeTitle } from './state.js';
import { sizeWords } from './time-words.js';
import { commandBox } from './view-command.js';
import { pickerKeys, pickerView } from './view-picker.js';

export interface ComposerView {
	readonly state: State;
	readonly composing: Composing;
	readonly picker: Picker | null;
}

/** The message box, with what is suggested above it. */
export function composerView(view: ComposerView): TemplateResult {
	const { state, composing } = view;
	const { draft } = state;
	const place = openPlace(state);
	return html`<form
		class="composer"
		aria-label="Message"
		@submit=${(event: Event) => {
			event.preventDefault();
			void composing.send();
		}}
	>
		${pickerView(view)} ${draft.kind === 'text' ? aboveView(view, draft) : nothing}
		<div class="box ${place?.canSend === true || draft.kind === 'command' ? '' : 'closed'}">
			${draft.kind === 'command' ? commandBox(view, draft) : textBox(view, draft)}
			<button type="submit" class="icon" aria-label="Send" title="Send">${icons.send()}</button>
		</div>
	</form>`;
}

function textBox(view: ComposerView, draft: TextDraft): TemplateResult {
	const { state, composing, picker } = view;
	const place = openPlace(state);
	const where = place === undefined ? '' : place.type === ChannelType.DM ? `@${place.name}` : placeTitle(place);
	const words = place?.canSend === true ? `Message ${where}` : 'You cannot write here.';
	const typed = (event: Event): void => {
		const box = event.currentTarget as HTMLTextAreaElement;
		composing.type(box.value, box.selectionStart);
	};
	return html`<label class="icon" title="Upload files">
			${icons.plus()}
			<input
				type="file"
				class="unseen"
				multiple
				aria-label="Upload files"
				@change=${(event: Event) => {
					const input = event.currentTarget as HTMLInputElement;
					composing.addFiles([...(input.files ?? [])]);
					input.value = '';
				}}
			/>
		</label>
		<textarea
			id="message"
			rows="1"
			dir="auto"
			maxlength="4000"
			placeholder=${words}
			aria-label=${words}
			role="combobox"
			aria-autocomplete="list"
			aria-controls="picker"
			aria-expanded=${picker !== null}
			aria-activedescendant=${picker === null ? nothing : `picked-${state.picked}`}
			.value=${live(draft.text)}
			@input=${typed}
			@click=${typed}
			@paste=${(event: ClipboardEvent) => {
				const files = [...(event.clipboardData?.files ?? [])];
				if (files.length === 0) return;
				event.preventDefault();
				composing.addFiles(files);
			}}
			@keydown=${(event: KeyboardEvent) => {
				if (event.isComposing || pickerKeys(view, event)) return;
				if (event.key === 'Enter' && !event.shiftKey) {
					event.preventDefault();
					void composing.send();
				} else if (event.key === 'Escape' && draft.replyTo !== null) composing.cancel();
			}}
		></textarea>`;
}

/** Above the box: whom it answers, and the files that go along. */
function aboveView({ state, composing }: ComposerView, draft: TextDraft): TemplateResult {
	const target = state.messages.find((one) => one.message.id === draft.replyTo)?.message.author;
	const name = target ? (target.global_name ?? target.username) : '';
	return html`${
		target === undefined
			? nothing
			: html`<div class="replying">
					<span>Replying to <strong>${name}</strong></span>
					<button
						type="button"
						class="icon"
						aria-label="Stop replying"
						@click=${() => {
							composing.cancel();
						}}
					>
						${icons.close()}
					</button>
				</div>`
	}
	${
		draft.files.length === 0
			? nothing
			: html`<ul class="uploads" aria-label="Files to upload">
					${repeat(
						draft.files,
						(file, i) => `${i} ${file.name}`,
						(file, i) =>
							html`<li>
								${icons.file()}
								<span class="upload-name">${file.name}</span><small>${sizeWords(file.size)}</small>
								<button
									type="button"
									class="icon"
									aria-label="Remove ${file.name}"
									@click=${() => {
										composing.removeFile(i);
									}}
								>
									${icons.close()}
								</button>
							</li>`,
					)}
				</ul>`
	}`;
}
