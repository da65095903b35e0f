import type {
	APIModalInteractionResponseCallbackComponent,
	APISelectMenuComponent,
	APITextInputComponent,
} from 'discord-api-types/v10';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Actions } from './actions.js';
import { avatarOf } from './avatar.js';
import { ComponentType as Type, TextInputStyle } from './discord-numbers.js';
import { icons } from './icons.js';
import type { State } from './state.js';
import type { Names } from './view-markdown.js';
import { markdownView } from './view-markdown.js';
import type { Lists } from './view-select.js';
import { optionsOf, presetOf } from './view-select.js';

/** The dialogue that the bot opened. */
export function modalView(
	{ modal: open, scene }: State,
	names: Names,
	lists: Lists,
	actions: Actions,
	close: () => void,
): unknown {
	if (open === null || scene === null) return nothing;
	const { modal } = open;
	return html`<dialog class="modal" aria-labelledby="modal-title" @close=${close} ${ref(show)}>
		<form
			@submit=${(event: Event) => {
				event.preventDefault();
				void actions.submitModal(valuesOf(event.currentTarget as HTMLFormElement));
			}}
		>
			<div class="modal-head">
				<img src=${avatarOf(scene.bot.id, scene.bot.name, true)} alt="" width="24" height="24" />
				<h2 id="modal-title">${modal.title}</h2>
				<button type="button" class="icon" aria-label="Close" @click=${close}>${icons.close()}</button>
			</div>
			<div class="modal-body">${modal.components.map((one) => partView(one, names, lists))}</div>
			${open.failure === null ? nothing : html`<p class="failure" role="alert">${open.failure}</p>`}
			<div class="modal-foot">
				<button type="button" class="button" @click=${close}>Cancel</button>
				<button type="submit" class="button primary" ?disabled=${open.sending}>Submit</button>
			</div>
		</form>
	</dialog>`;
}

/** Shows the dialogue once it stands in the page, which is after it was drawn. */
function show(element: Element | undefined): void {
	queueMicrotask(() => {
		if (!(element instanceof HTMLDialogElement) || !element.isConnected || element.open) return;
		element.showModal();
		element.querySelector<HTMLElement>('.modal-field :is(input, textarea, select)')?.focus();
	});
}

/** What was filled in, by `custom_id`: menus give lists. */
function valuesOf(form: HTMLFormElement): Record<string, string | readonly string[]> {
	const values: Record<string, string | readonly string[]> = {};
	for (const field of form.elements) {
		if (field instanceof HTMLSelectElement) {
			const chosen = [...field.selectedOptions].map((one) => one.value);
			values[field.name] = chosen.filter((one) => one !== '');
		} else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
			values[field.name] = field.value;
	}
	return values;
}

function partView(part: APIModalInteractionResponseCallbackComponent, names: Names, lists: Lists): unknown {
	switch (part.type) {
		case Type.TextDisplay:
			return markdownView(part.content, names);
		case Type.ActionRow:
			// a row's inputs have labels of their own, which Discord deprecated but still shows
			return part.components.map((one) => {
				const { label = '' } = one as { readonly label?: string };
				return fieldView(label, '', one, lists);
			});
		case Type.Label: {
			const { label, description = '', component } = part;
			return isField(component)
				? fieldView(label, description, component, lists)
				: html`<p class="failure">The sandbox cannot show “${label}”.</p>`;
		}
		default:
			return nothing;
	}
}

type Field = APITextInputComponent | APISelectMenuComponent;

const FIELDS: ReadonlySet<number> = new Set([
	...[Type.TextInput, Type.StringSelect, Type.UserSelect, Type.RoleSelect, Type.MentionableSelect, Type.ChannelSelect],
]);

function isField(component: { readonly type: number }): component is Field {
	return FIELDS.has(component.type);
}

function fieldView(label: string, description: string, field: Field, lists: Lists): TemplateResult {
	const required = field.required !== false;
	return html`<label class="modal-field">
		<span class="modal-label">${label}${required ? html`<b aria-hidden="true"> *</b>` : nothing}</span>
		${description === '' ? nothing : html`<small>${description}</small>`}
		${field.type === Type.TextInput ? textView(field, required) : chooseView(field, required, lists)}
	</label>`;
}

function textView(field: APITextInputComponent, required: boolean): TemplateResult {
	const { custom_id: name, placeholder = '', value = '', min_length: min, max_length: max = 4000 } = field;
	return field.style === TextInputStyle.Paragraph
		? html`<textarea
				name=${name}
				rows="4"
				dir="auto"
				placeholder=${placeholder}
				minlength=${min ?? nothing}
				maxlength=${max}
				?required=${required}
				.defaultValue=${value}
			></textarea>`
		: html`<input
				name=${name}
				dir="auto"
				autocomplete="off"
				placeholder=${placeholder}
				minlength=${min ?? nothing}
				maxlength=${max}
				?required=${required}
				.defaultValue=${value}
			/>`;
}

function chooseView(field: APISelectMenuComponent, required: boolean, lists: Lists): TemplateResult {
	const many = (field.max_values ?? 1) > 1;
	const preset = presetOf(field);
	return html`<select name=${field.custom_id} ?multiple=${many} ?required=${required}>
		${many ? nothing : html`<option value="" ?hidden=${required}>${field.placeholder ?? 'Make a selection'}</option>`}
		${optionsOf(lists, field).map(({ label, value, description }) => {
			const words = description === '' ? label : `${label} (${description})`;
			return html`<option value=${value} ?selected=${preset.includes(value)}>${words}</option>`;
		})}
	</select>`;
}
