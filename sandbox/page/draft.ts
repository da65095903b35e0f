import { ApplicationCommandOptionType as Option } from './discord-numbers.js';
import type { ShownChoice, ShownCommand, ShownOption } from '../page-server/protocol.js';

/** What stands in the message box: words, or a command with its options. */
export type Draft = TextDraft | CommandDraft;

export interface TextDraft {
	readonly kind: 'text';
	readonly text: string;
	/** Where the caret stands in the text. */
	readonly caret: number;
	readonly files: readonly File[];
	/** Id of the message that this one answers. */
	readonly replyTo: string | null;
	/** Whom the picked names in the text stand for: `@Quoth` to an id. */
	readonly mentions: ReadonlyMap<string, string>;
}

export interface CommandDraft {
	readonly kind: 'command';
	readonly command: ShownCommand;
	/** The options that are shown, in their order: the required ones, then those that were added. */
	readonly shown: readonly string[];
	readonly fields: ReadonlyMap<string, Field>;
	/** The option that is being filled; null when it is the place to add one. */
	readonly active: string | null;
	/** What the bot offers for the active option; null until it has answered. */
	readonly offered: readonly ShownChoice[] | null;
	/** True once sending was tried while something was missing. */
	readonly tried: boolean;
}

export interface Field {
	readonly text: string;
	/** What was picked from a list; null while the text is the person's own. */
	readonly value: string | number | boolean | null;
	readonly file: File | null;
}

export const EMPTY_FIELD: Field = { text: '', value: null, file: null };

export function emptyDraft(): TextDraft {
	return { kind: 'text', text: '', caret: 0, files: [], replyTo: null, mentions: new Map() };
}

export function draftOf(command: ShownCommand): CommandDraft {
	const shown = command.options.filter((one) => one.required).map((one) => one.name);
	const active = shown[0] ?? null;
	return { kind: 'command', command, shown, fields: new Map(), active, offered: null, tried: false };
}

export function fieldOf(draft: CommandDraft, option: string): Field {
	return draft.fields.get(option) ?? EMPTY_FIELD;
}

export function withField(draft: CommandDraft, option: string, field: Field): CommandDraft {
	return { ...draft, fields: new Map([...draft.fields, [option, field]]) };
}

/** The options that are neither required nor added. */
export function remainingOptions({ command, shown }: CommandDraft): readonly ShownOption[] {
	return command.options.filter((one) => !shown.includes(one.name));
}

export function activeOption({ command, active }: CommandDraft): ShownOption | undefined {
	return command.options.find((one) => one.name === active);
}

/** True if a value of this option can only be picked. */
export function mustPick(option: ShownOption): boolean {
	return option.choices.length > 0 || PICKED_TYPES.has(option.type);
}

const PICKED_TYPES: ReadonlySet<number> = new Set([
	Option.Boolean,
	Option.User,
	Option.Channel,
	Option.Role,
	Option.Mentionable,
]);

/** What is sent for an option; null if nothing, or nothing that it takes, was given. */
export function valueOf(option: ShownOption, field: Field): string | number | boolean | File | null {
	if (option.type === Option.Attachment) return field.file;
	if (field.value !== null) return field.value;
	const text = field.text.trim();
	if (text === '') return null;
	if (option.choices.length > 0) return option.choices.find((one) => one.shownName === text)?.value ?? null;
	if (mustPick(option)) return null;
	if (option.type !== Option.Integer && option.type !== Option.Number) return text;
	const number = Number(text);
	return Number.isNaN(number) || (option.type === Option.Integer && !Number.isInteger(number)) ? null : number;
}

/** Why an option cannot be sent as it is; null if it can. */
export function problemOf(option: ShownOption, field: Field): string | null {
	if (valueOf(option, field) !== null) return null;
	const given = field.text.trim() !== '';
	if (!given) return option.required ? 'This option is required. Specify a value.' : null;
	if (mustPick(option)) return 'Choose one of the options.';
	return 'Enter a number.';
}

/** The values of all options that were given. */
export function givenValues(draft: CommandDraft): ReadonlyMap<string, string | number | boolean | File> {
	const values = new Map<string, string | number | boolean | File>();
	for (const option of draft.command.options) {
		const value = draft.shown.includes(option.name) ? valueOf(option, fieldOf(draft, option.name)) : null;
		if (value !== null) values.set(option.name, value);
	}
	return values;
}

/** The word with an `@` before the caret, without it; null if there is none. */
export function mentionQuery({ text, caret }: TextDraft): string | null {
	return /(?:^|\s)@([^\s@]*)$/.exec(text.slice(0, caret))?.[1] ?? null;
}

/** The words as they are sent: picked names become mentions. */
export function sentText({ text, mentions }: TextDraft): string {
	let sent = text;
	const longestFirst = [...mentions].sort(([a], [b]) => b.length - a.length);
	for (const [name, id] of longestFirst) sent = sent.replaceAll(name, `<@${id}>`);
	return sent.trim();
}
