import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ShownOption } from '../page-server/protocol.js';
import type { Composing } from './composing.js';
import { ApplicationCommandOptionType as Option } from './discord-numbers.js';
import type { CommandDraft } from './draft.js';
import { fieldOf, mustPick, problemOf, remainingOptions } from './draft.js';
import type { Picker } from './picker.js';
import type { State } from './state.js';
import { pickerKeys } from './view-picker.js';

interface CommandView {
	readonly state: State;
	readonly composing: Composing;
	readonly picker: Picker | null;
}

/** A command that is being filled: its name, a pill for each option, and the place to add more. */
export function commandBox(view: CommandView, draft: CommandDraft): TemplateResult {
	const { composing } = view;
	const remaining = remainingOptions(draft).length;
	const problem = draft.command.options.find((one) => {
		return draft.tried && draft.shown.includes(one.name) && problemOf(one, fieldOf(draft, one.name)) !== null;
	});
	return html`<div class="command" role="group" aria-label="/${draft.command.shownName}">
		<button
			type="button"
			class="command-name"
			title="Give up this command"
			aria-label="/${draft.command.shownName}: give up this command"
			@click=${() => {
				composing.cancel();
			}}
		>
			/${draft.command.shownName}
		</button>
		${repeat(
			draft.shown,
			(name) => name,
			(name) => {
				const option = draft.command.options.find((one) => one.name === name);
				return option === undefined ? nothing : pillView(view, draft, option);
			},
		)}
		<input
			id="add-option"
			class="add-option"
			autocomplete="off"
			role="combobox"
			aria-autocomplete="list"
			aria-controls="picker"
			aria-expanded=${remaining > 0}
			aria-activedescendant=${view.state.picked >= 0 ? `picked-${view.state.picked}` : nothing}
			aria-label=${remaining === 0 ? 'Press Enter to send' : 'Add an option, or press Enter to send'}
			placeholder=${remaining === 0 ? '' : `+${remaining} optional`}
			.value=${live('')}
			@focus=${() => {
				composing.activate(null);
			}}
			@keydown=${(event: KeyboardEvent) => {
				if (event.key === 'Enter' && view.state.picked === -1) send(view, event);
				else if (event.key === 'Backspace') back(view, draft, null, event);
				else if (event.key === 'Escape') composing.cancel();
				else if (event.key !== 'Tab' || !event.shiftKey) pickerKeys(view, event);
			}}
		/>
		${
			problem === undefined
				? nothing
				: html`<p class="problem" role="alert">
						${problem.shownName}: ${problemOf(problem, fieldOf(draft, problem.name))}
					</p>`
		}
	</div>`;
}

function pillView(view: CommandView, draft: CommandDraft, option: ShownOption): TemplateResult {
	const { composing, state, picker } = view;
	const field = fieldOf(draft, option.name);
	const isActive = draft.active === option.name;
	const isWrong = draft.tried && problemOf(option, field) !== null;
	return html`<label class="pill ${isActive ? 'active' : ''} ${isWrong ? 'wrong' : ''}">
		<span class="pill-name">${option.shownName}</span>
		${
			option.type === Option.Attachment
				? fileInput(view, draft, option)
				: html`<input
						data-option=${option.name}
						autocomplete="off"
						dir="auto"
						role="combobox"
						aria-autocomplete="list"
						aria-controls="picker"
						aria-expanded=${isActive && picker !== null && picker.items.length > 0}
						aria-activedescendant=${isActive && picker?.items[state.picked] !== undefined ? `picked-${state.picked}` : nothing}
						aria-required=${option.required}
						aria-invalid=${isWrong}
						aria-description=${option.description}
						inputmode=${option.type === Option.Integer || option.type === Option.Number ? 'numeric' : nothing}
						.value=${live(field.text)}
						@focus=${() => {
							composing.activate(option.name);
						}}
						@input=${(event: Event) => {
							composing.typeOption(option.name, (event.currentTarget as HTMLInputElement).value);
						}}
						@keydown=${(event: KeyboardEvent) => {
							optionKey(view, draft, option, event);
						}}
					/>`
		}
	</label>`;
}

function optionKey(view: CommandView, draft: CommandDraft, option: ShownOption, event: KeyboardEvent): void {
	const { composing, picker, state } = view;
	const field = fieldOf(draft, option.name);
	const typed = field.text !== '' && (field.value !== null || !mustPick(option));
	if (event.isComposing) return;
	if (event.key === 'Escape') composing.cancel();
	else if (event.key === 'Backspace' && field.text === '') back(view, draft, option.name, event);
	else if (event.key === 'Enter') {
		// what was picked before, or moved away from, is not picked again
		const item = picker?.items[state.picked];
		if (item !== undefined && field.value === null && !(typed && !option.autocomplete)) pickerKeys(view, event);
		else send(view, event);
	} else if (event.key === 'Tab' && field.value !== null) return;
	else if (!event.shiftKey) pickerKeys(view, event);
}

function fileInput({ composing }: CommandView, draft: CommandDraft, option: ShownOption): TemplateResult {
	const { file } = fieldOf(draft, option.name);
	return html`<span class="pill-file">${file === null ? 'Choose or drop a file' : file.name}</span>
		<input
			type="file"
			class="unseen"
			data-option=${option.name}
			aria-required=${option.required}
			aria-description=${option.description}
			@focus=${() => {
				composing.activate(option.name);
			}}
			@change=${(event: Event) => {
				composing.addFiles([...((event.currentTarget as HTMLInputElement).files ?? [])], option.name);
			}}
			@keydown=${(event: KeyboardEvent) => {
				if (event.key === 'Escape') composing.cancel();
				else if (event.key === 'Backspace') back({ composing }, draft, option.name, event);
			}}
		/>`;
}

function send({ composing }: Pick<CommandView, 'composing'>, event: Event): void {
	event.preventDefault();
	void composing.send();
}

/** Backspace in an empty place: the option before it goes, or the whole command if there is none. */
function back(
	{ composing }: Pick<CommandView, 'composing'>,
	draft: CommandDraft,
	option: string | null,
	event: KeyboardEvent,
): void {
	event.preventDefault();
	const isOptional = draft.command.options.some((one) => one.name === option && !one.required);
	if (option !== null && (isOptional || fieldOf(draft, option).file !== null)) composing.removeOption(option);
	else {
		const before = draft.shown[(option === null ? draft.shown.length : draft.shown.indexOf(option)) - 1];
		if (before === undefined) composing.cancel();
		else document.querySelector<HTMLElement>(`[data-option="${before}"]`)?.focus();
	}
}
