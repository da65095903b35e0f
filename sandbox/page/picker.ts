import type { Person, ShownCommand, ShownOption } from '../page-server/protocol.js';
import { ApplicationCommandOptionType as Option } from './discord-numbers.js';
import type { CommandDraft, TextDraft } from './draft.js';
import { activeOption, fieldOf, mentionQuery, remainingOptions } from './draft.js';
import type { State } from './state.js';
import { openGuild, parentName, placeTitle } from './state.js';

/** One line of what is suggested while a person types. */
export type PickerItem =
	| { readonly kind: 'command'; readonly title: string; readonly detail: string; readonly command: ShownCommand }
	| { readonly kind: 'option'; readonly title: string; readonly detail: string; readonly option: ShownOption }
	| {
			readonly kind: 'value';
			readonly title: string;
			readonly detail: string;
			readonly value: string | number | boolean;
	  }
	| { readonly kind: 'person'; readonly title: string; readonly detail: string; readonly person: Person };

export interface Picker {
	readonly heading: string;
	/** What the active option is for; empty if there is none. */
	readonly hint: string;
	readonly items: readonly PickerItem[];
}

/** What is suggested now; null for nothing. */
export function pickerOf(state: State): Picker | null {
	const { draft, pickerClosed } = state;
	if (pickerClosed && draft.kind === 'text') return null;
	const picker = draft.kind === 'text' ? textPicker(state, draft) : commandPicker(state, draft);
	return picker !== null && (picker.items.length > 0 || picker.hint !== '') ? picker : null;
}

function textPicker(state: State, draft: TextDraft): Picker | null {
	const slash = /^\/([^\n]*)$/.exec(draft.text)?.[1];
	if (slash !== undefined) {
		const items = matching(
			state.commands.filter((one) => one.kind === 'slash'),
			slash,
			(one) => `${one.shownName} ${one.name}`,
		).map((command): PickerItem => {
			return { kind: 'command', title: `/${command.shownName}`, detail: command.description, command };
		});
		const none = state.commands.length === 0 ? 'The bot has no commands here.' : '';
		return { heading: state.scene?.bot.name ?? '', hint: items.length === 0 ? none : '', items };
	}
	const mention = mentionQuery(draft);
	if (mention === null) return null;
	const items = matching(peopleHere(state), mention, (one) => `${one.name} ${one.username}`).map(personItem);
	return { heading: 'Members', hint: '', items: items.slice(0, 10) };
}

function commandPicker(state: State, draft: CommandDraft): Picker | null {
	const option = activeOption(draft);
	if (option === undefined) {
		const items = remainingOptions(draft).map((one): PickerItem => {
			return { kind: 'option', title: one.shownName, detail: one.description, option: one };
		});
		const hint = items.length === 0 ? draft.command.description : 'Arrow keys choose, Enter sends';
		return { heading: items.length === 0 ? `/${draft.command.shownName}` : 'Optional', hint, items };
	}
	const { text, value } = fieldOf(draft, option.name);
	const values = valuesOf(state, draft, option);
	// what the bot offers it has matched already, and what was picked matches itself only
	const items = option.autocomplete || value !== null ? values : matching(values, text, (one) => one.title);
	return { heading: option.shownName, hint: option.description, items: items.slice(0, 25) };
}

function valuesOf(state: State, draft: CommandDraft, option: ShownOption): readonly PickerItem[] {
	if (option.autocomplete || option.choices.length > 0) {
		const choices = option.autocomplete ? (draft.offered ?? []) : option.choices;
		return choices.map(({ shownName, value }) => ({ kind: 'value', title: shownName, detail: '', value }));
	}
	switch (option.type) {
		case Option.Boolean:
			return [true, false].map((value) => ({ kind: 'value', title: value ? 'True' : 'False', detail: '', value }));
		case Option.User:
			return people(state);
		case Option.Role:
			return roles(state);
		case Option.Mentionable:
			return [...people(state), ...roles(state)];
		case Option.Channel:
			return (openGuild(state)?.places ?? [])
				.filter((one) => option.channelTypes.length === 0 || option.channelTypes.includes(one.type))
				.map((one) => ({ kind: 'value', title: placeTitle(one), detail: parentName(state, one), value: one.id }));
		default:
			return [];
	}
}

function people(state: State): readonly PickerItem[] {
	return peopleHere(state).map(({ id, name, username }) => {
		return { kind: 'value', title: `@${name}`, detail: username, value: id };
	});
}

function roles(state: State): readonly PickerItem[] {
	return (openGuild(state)?.roles ?? []).map(({ id, name }) => ({
		kind: 'value',
		title: `@${name}`,
		detail: '',
		value: id,
	}));
}

/** The members of the open guild, the bot first; in direct messages the two who talk. */
export function peopleHere(state: State): readonly Person[] {
	const { scene } = state;
	if (scene === null) return [];
	const guild = openGuild(state);
	const ids = guild ? guild.memberIds : [scene.bot.id, scene.me.id];
	return scene.people.filter((one) => ids.includes(one.id)).sort((a, b) => Number(b.bot) - Number(a.bot));
}

function personItem(person: Person): PickerItem {
	return { kind: 'person', title: person.name, detail: person.username, person };
}

/** Those that hold what was typed, whatever case and accents it has; first those that begin with it. */
function matching<T>(all: readonly T[], typed: string, words: (one: T) => string): readonly T[] {
	const query = fold(typed.trim());
	const rank = (one: T): number => {
		const at = fold(words(one)).indexOf(query);
		return at === -1 ? 2 : Math.min(at, 1);
	};
	return all.filter((one) => rank(one) < 2).sort((a, b) => rank(a) - rank(b));
}

function fold(text: string): string {
	return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
