import type { APIMessage, APISelectMenuComponent } from 'discord-api-types/v10';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ComponentType as Type } from './discord-numbers.js';
import { icons } from './icons.js';
import type { MessageView } from './message-view.js';
import { emojiView } from './view-button.js';

/** What the menus of people, roles and channels list. */
export type Lists = Pick<MessageView, 'people' | 'roles' | 'channels'>;

export interface SelectOption {
	readonly label: string;
	readonly value: string;
	readonly description: string;
	readonly emoji?: { readonly id?: string; readonly name?: string };
}

/** A menu in a message. One value is sent when it is chosen; several when the menu closes. */
export function selectView(view: MessageView, message: APIMessage, menu: APISelectMenuComponent): TemplateResult {
	const { custom_id: customId } = menu;
	const open = view.select?.messageId === message.id && view.select.customId === customId ? view.select : null;
	const options = optionsOf(view, menu);
	const preset = presetOf(menu);
	const chosen = open?.values ?? preset;
	const names = options.filter((one) => chosen.includes(one.value)).map((one) => one.label);
	const list = `list-${message.id}-${customId}`;
	const max = menu.max_values ?? 1;

	const choose = (value: string): void => {
		if (max === 1) view.sendSelect(message.id, customId, [value]);
		else if (chosen.includes(value))
			view.openSelect(
				message.id,
				customId,
				chosen.filter((one) => one !== value),
			);
		else if (chosen.length < max) view.openSelect(message.id, customId, [...chosen, value]);
	};
	const close = (): void => {
		const enough = chosen.length >= (menu.min_values ?? 1);
		if (max > 1 && enough && chosen.join() !== preset.join()) view.sendSelect(message.id, customId, chosen);
		else view.closeSelect();
	};
	return html`<div
		class="select"
		@keydown=${(event: KeyboardEvent) => {
			moveAmong(event, '[role=option]');
			if (event.key !== 'Escape' || open === null) return;
			close();
			(event.currentTarget as HTMLElement).querySelector('button')?.focus();
		}}
		@focusout=${(event: FocusEvent) => {
			const inside = event.relatedTarget instanceof Node && (event.currentTarget as Node).contains(event.relatedTarget);
			if (open !== null && event.relatedTarget !== null && !inside) close();
		}}
	>
		<button
			type="button"
			class="select-button"
			aria-haspopup="listbox"
			aria-expanded=${open !== null}
			aria-controls=${list}
			aria-label=${menu.placeholder ?? 'Make a selection'}
			?disabled=${menu.disabled === true}
			aria-busy=${view.busy === customId}
			@click=${() => {
				if (open === null) view.openSelect(message.id, customId, preset);
				else close();
			}}
		>
			<span class=${names.length === 0 ? 'placeholder' : ''}
				>${names.length === 0 ? (menu.placeholder ?? 'Make a selection') : names.join(', ')}</span
			>
			${icons.chevron()}
		</button>
		<div class="options" role="listbox" id=${list} aria-multiselectable=${max > 1} ?hidden=${open === null}>
			${
				open === null
					? nothing
					: options.map(
							(one) =>
								html`<button
									type="button"
									role="option"
									aria-selected=${chosen.includes(one.value)}
									@click=${() => {
										choose(one.value);
									}}
								>
									${emojiView(one.emoji)}
									<span class="option-words"><span>${one.label}</span><small>${one.description}</small></span>
									${chosen.includes(one.value) ? icons.check() : nothing}
								</button>`,
						)
			}
		</div>
	</div>`;
}

/** Arrow keys go round those elements below `event.currentTarget` that match. */
export function moveAmong(event: KeyboardEvent, selector: string): void {
	if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
	const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(selector)];
	const at = all.findIndex((one) => one === document.activeElement);
	const step = event.key === 'ArrowDown' ? 1 : at === -1 ? 0 : -1;
	all.at((at + step) % all.length)?.focus();
	event.preventDefault();
}

/** What is chosen before anybody chooses. */
export function presetOf(menu: APISelectMenuComponent): readonly string[] {
	return menu.type === Type.StringSelect
		? menu.options.filter((one) => one.default).map((one) => one.value)
		: (menu.default_values ?? []).map((one) => one.id);
}

/** What a menu offers. */
export function optionsOf({ people, roles, channels }: Lists, menu: APISelectMenuComponent): readonly SelectOption[] {
	switch (menu.type) {
		case Type.StringSelect:
			return menu.options.map(({ label, value, description = '', emoji }) => {
				return { label, value, description, ...(emoji && { emoji }) };
			});
		case Type.UserSelect:
			return people;
		case Type.RoleSelect:
			return roles;
		case Type.MentionableSelect:
			return [...people, ...roles];
		case Type.ChannelSelect: {
			const types = menu.channel_types ?? [];
			return channels.filter((one) => types.length === 0 || types.includes(one.type));
		}
		default:
			return [];
	}
}
