import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { avatarOf } from './avatar.js';
import type { Composing } from './composing.js';
import { icons } from './icons.js';
import type { Picker, PickerItem } from './picker.js';
import type { State } from './state.js';

interface PickerView {
	readonly state: State;
	readonly composing: Composing;
	readonly picker: Picker | null;
}

/** The suggestions above the message box. */
export function pickerView({ state, composing, picker }: PickerView): TemplateResult {
	const waiting = state.draft.kind === 'command' && isWaiting(state);
	return html`<div class="picker" ?hidden=${picker === null}>
		<div class="picker-head">
			<span class="picker-name">${picker?.heading}</span>
			<span class="picker-hint">${picker?.hint}</span>
		</div>
		<div id="picker" role="listbox" aria-label=${picker?.heading ?? 'Suggestions'}>
			${waiting ? html`<p class="picker-wait">Loading options…</p>` : nothing}
			${picker?.items.map(
				(item, i) =>
					html`<div
						id="picked-${i}"
						role="option"
						aria-selected=${i === state.picked}
						class="suggestion"
						@mousedown=${(event: Event) => {
							// the box keeps the focus
							event.preventDefault();
						}}
						@click=${() => {
							composing.pick(item);
						}}
					>
						${itemView(state, item)}
					</div>`,
			)}
		</div>
	</div>`;
}

/** True while the bot has not said what it offers for the active option. */
function isWaiting({ draft }: State): boolean {
	if (draft.kind !== 'command') return false;
	const option = draft.command.options.find((one) => one.name === draft.active);
	return option?.autocomplete === true && draft.offered === null;
}

function itemView({ scene }: State, item: PickerItem): TemplateResult {
	const words = html`<span class="item-title" dir="auto">${item.title}</span
		><span class="item-detail" dir="auto">${item.detail}</span>`;
	switch (item.kind) {
		case 'command':
			return html`<span class="app-icon">${icons.app()}</span>
				<span class="item-words stacked">${words}</span>
				<span class="item-bot">${scene?.bot.name}</span>`;
		case 'person':
			return html`<img
					src=${avatarOf(item.person.id, item.person.name, item.person.bot)}
					alt=""
					width="24"
					height="24"
				/>
				<span class="item-words">${words}</span>`;
		default:
			return html`<span class="item-words">${words}</span>`;
	}
}

/** Arrow keys, Enter, Tab and Escape while suggestions are shown. True if the key was for them. */
export function pickerKeys({ state, composing, picker }: PickerView, event: KeyboardEvent): boolean {
	if (picker === null) return false;
	const item = picker.items[state.picked];
	switch (event.key) {
		case 'ArrowDown':
		case 'ArrowUp':
			composing.move(event.key === 'ArrowDown' ? 1 : -1);
			break;
		case 'Enter':
		case 'Tab':
			if (item === undefined || event.shiftKey) return false;
			composing.pick(item);
			break;
		case 'Escape':
			composing.closePicker();
			break;
		default:
			return false;
	}
	event.preventDefault();
	return true;
}
