import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { emptyResolved, resolveUser, trimResolved, type Resolved } from './command-options.js';
import { walk, type AnyComponent } from './limits/component-tree.js';
import type { Hub } from './hub.js';
import { chosenChannel } from './interactions/payload.js';
import { rolesPayload } from './payloads/guilds.js';
import type { Channel, Message } from './world.js';

/** What a component of a message may have, beside its place in the tree. */
interface Shown extends AnyComponent {
	readonly label?: string;
	readonly placeholder?: string;
	readonly url?: string;
	readonly disabled?: boolean;
	readonly min_values?: number;
	readonly max_values?: number;
	readonly options?: readonly { readonly value: string }[];
	readonly channel_types?: readonly number[];
	readonly min_length?: number;
	readonly max_length?: number;
	readonly required?: boolean;
	readonly value?: string;
}

function shownIn(components: unknown): readonly Shown[] {
	// components of messages and modals are drawn from what the schemas have read
	return walk((components ?? []) as AnyComponent[]).map(({ component }) => component as Shown);
}

function usable(all: readonly Shown[], wanted: string, what: string): Shown & { readonly custom_id: string } {
	const names = (one: Shown) => [one.custom_id, one.label, one.placeholder];
	const found = all.find((one) => names(one).includes(wanted));
	if (!found) {
		const there = all.map((one) => one.label ?? one.custom_id ?? '').join(', ');
		throw new Error(`The message has no ${what} "${wanted}", only: ${there || 'none'}.`);
	}
	if (found.disabled) throw new Error(`The ${what} "${wanted}" is disabled.`);
	if (!found.custom_id)
		throw new Error(`The ${what} "${wanted}" opens ${found.url ?? 'nothing'}; it does not reach the application.`);
	return { ...found, custom_id: found.custom_id };
}

/** The button with this `custom_id` or label. @throws {Error} If there is none that can be pressed. */
export function findButton(message: Message, wanted: string): Shown & { readonly custom_id: string } {
	return usable(
		shownIn(message.components).filter((one) => one.type === 2),
		wanted,
		'button',
	);
}

/** The select menu with this `custom_id` or placeholder. @throws {Error} If there is none that can be used. */
export function findMenu(message: Message, wanted: string): Shown & { readonly custom_id: string } {
	return usable(
		shownIn(message.components).filter((one) => [3, 5, 6, 7, 8].includes(one.type)),
		wanted,
		'menu',
	);
}

/** Puts what was chosen in a menu of users (5), roles (6), both (7) or channels (8) into `resolved`. @throws {Error} */
function resolveChosen(
	hub: Hub,
	userId: string,
	channel: Channel,
	menu: Shown,
	values: readonly string[],
	resolved: Resolved,
): void {
	const guild = channel.guildId === null ? null : hub.world.guild(channel.guildId);
	for (const id of menu.type >= 5 && menu.type <= 8 ? values : []) {
		const refuse = () => new Error(`Nothing that the menu takes has the id ${id}.`);
		const role = guild && rolesPayload(guild, hub.world.applicationId).find((one) => one.id === id);
		if (menu.type === 8) {
			const target = hub.world.channels.get(id);
			const types = menu.channel_types ?? [];
			const fits = target && (types.length === 0 || types.includes(target.data.type));
			if (!fits || target.guildId !== channel.guildId || !hub.world.sees(userId, id)) throw refuse();
			resolved.channels[id] = chosenChannel(hub, userId, target);
		} else if (role && menu.type !== 5) resolved.roles[id] = role;
		else if (menu.type === 6 || !resolveUser(hub, channel, id, resolved)) throw refuse();
	}
}

/** What choosing `values` sends. @throws {Error} For values that the menu does not offer, too few or too many. */
export function menuData(
	hub: Hub,
	userId: string,
	channel: Channel,
	menu: Shown & { readonly custom_id: string },
	values: readonly string[],
): object {
	checkValues(menu, values);
	const resolved = emptyResolved();
	resolveChosen(hub, userId, channel, menu, values, resolved);
	return {
		component_type: menu.type,
		custom_id: menu.custom_id,
		id: menu.id,
		values: [...values],
		...trimResolved(resolved),
	};
}

function checkValues(menu: Shown, values: readonly string[]): void {
	const { min_values: min = 1, max_values: max = 1, options } = menu;
	if (values.length < min || values.length > max) {
		throw new Error(`The menu takes ${min} to ${max} values, got ${values.length}.`);
	}
	const stray = options && values.find((value) => !options.some((one) => one.value === value));
	if (stray !== undefined) throw new Error(`The menu does not offer "${stray}".`);
}

/**
 * What submitting a modal sends, in the shape of its components.
 * @throws {Error} For unknown inputs, missing ones, texts of the wrong length, and what a menu does not offer.
 */
export function modalData(
	hub: Hub,
	userId: string,
	channel: Channel,
	modal: APIModalInteractionResponseCallbackData,
	values: Readonly<Record<string, string | readonly string[]>>,
): object {
	const resolved = emptyResolved();
	const inputs = shownIn(modal.components).filter((one) => one.custom_id);
	const stray = Object.keys(values).find((name) => !inputs.some((one) => one.custom_id === name));
	if (stray !== undefined) throw new Error(`The modal has no input "${stray}".`);
	let id = 0;
	const fill = (component: Shown): object => {
		const common = { type: component.type, id: component.id ?? ++id };
		if (component.components) return { ...common, components: component.components.map(fill) };
		if (component.component) return { ...common, component: fill(component.component) };
		if (!component.custom_id) return common;
		const given = values[component.custom_id] ?? (component.type === 4 ? (component.value ?? '') : []);
		const required = component.required ?? true;
		if (given.length === 0 && required) throw new Error(`The input "${component.custom_id}" is required.`);
		if (component.type !== 4) {
			const chosen = typeof given === 'string' ? [given] : given;
			if (chosen.length > 0) checkValues(component, chosen);
			resolveChosen(hub, userId, channel, component, chosen, resolved);
			return { ...common, custom_id: component.custom_id, values: chosen };
		}
		if (typeof given !== 'string') throw new Error(`The input "${component.custom_id}" takes a text.`);
		const { min_length: min = 0, max_length: max = 4000 } = component;
		if (given.length > 0 && (given.length < min || given.length > max)) {
			throw new Error(`The input "${component.custom_id}" takes ${min} to ${max} characters, got ${given.length}.`);
		}
		return { ...common, custom_id: component.custom_id, value: given };
	};
	// the same promise as in shownIn
	const components = (modal.components as unknown as Shown[]).map(fill);
	return { custom_id: modal.custom_id, components, ...trimResolved(resolved) };
}
