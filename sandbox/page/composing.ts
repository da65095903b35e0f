import type { Actions } from './actions.js';
import type { Connection } from './connection.js';
import { ApplicationCommandOptionType as Option } from './discord-numbers.js';
import type { CommandDraft, Field, TextDraft } from './draft.js';
import {
	activeOption,
	draftOf,
	EMPTY_FIELD,
	emptyDraft,
	fieldOf,
	givenValues,
	problemOf,
	sentText,
	withField,
} from './draft.js';
import { problemWithFiles, readPageFile } from './files.js';
import type { PickerItem } from './picker.js';
import { pickerOf } from './picker.js';
import type { ShownCommand } from '../page-server/protocol.js';
import type { Store } from './store.js';

/** What a person does in the message box. */
export interface Composing {
	type(text: string, caret: number): void;
	typeOption(option: string, text: string): void;
	/** The caret went to an option, or, with null, to the place where one is added. */
	activate(option: string | null): void;
	startCommand(command: ShownCommand): void;
	pick(item: PickerItem): void;
	/** Moves the chosen line of the suggestions. */
	move(step: 1 | -1): void;
	/** Adds files: to the option that takes one, or to the message. */
	addFiles(files: readonly File[], option?: string): void;
	removeFile(index: number): void;
	removeOption(option: string): void;
	/** Sends the message away unsent; what was typed is lost. */
	cancel(): void;
	closePicker(): void;
	send(): Promise<void>;
}

/** How long no sign is typed before the bot is asked for suggestions. */
const PAUSE_MS = 150;

export function createComposing(store: Store, connection: Connection, actions: Actions): Composing {
	let timer = 0;

	const text = (): TextDraft => {
		const { draft } = store.state();
		return draft.kind === 'text' ? draft : emptyDraft();
	};
	const setCommand = (change: (draft: CommandDraft) => CommandDraft): void => {
		const { draft } = store.state();
		if (draft.kind !== 'command') return;
		const changed = change(draft);
		// where an option may be added, none is chosen: Enter sends
		store.set({ draft: changed, picked: changed.active === null ? -1 : 0, pickerClosed: false });
	};

	/** Asks the bot what it offers for the active option. An answer to what is no longer typed is dropped. */
	const askForChoices = async (): Promise<void> => {
		const { draft, channelId } = store.state();
		const option = draft.kind === 'command' ? activeOption(draft) : undefined;
		if (draft.kind !== 'command' || !option?.autocomplete) return;
		const typed = fieldOf(draft, option.name).text;
		const others = [...givenValues(draft)].filter(([name]) => name !== option.name);
		const options: Record<string, string | number | boolean> = {};
		for (const [name, value] of others) if (!(value instanceof File)) options[name] = value;
		const { name } = draft.command;
		const choices = await connection
			.ask({ kind: 'autocomplete', channelId, name, option: option.name, typed, options })
			.catch(() => []);
		const { draft: now } = store.state();
		const isCurrent = now.kind === 'command' && now.active === option.name && fieldOf(now, option.name).text === typed;
		if (isCurrent) store.set({ draft: { ...now, offered: choices } });
	};

	const activate = (option: string | null): void => {
		const { draft } = store.state();
		if (draft.kind !== 'command' || draft.active === option) return;
		setCommand((one) => ({ ...one, active: option, offered: null }));
		void askForChoices();
	};

	/** Puts the caret into an option, or into the place after the last one. */
	const go = (option: string | null): void => {
		activate(option);
		store.focus(option === null ? '#add-option' : `[data-option="${option}"]`);
	};

	const next = (draft: CommandDraft): string | null => {
		const after = draft.shown.slice(draft.shown.indexOf(draft.active ?? '') + 1);
		return after.find((name) => !givenValues(draft).has(name)) ?? null;
	};

	const fill = (option: string, field: Field): void => {
		setCommand((draft) => withField(draft, option, field));
		const { draft } = store.state();
		if (draft.kind === 'command') go(next(draft));
	};

	const add = (option: string): void => {
		setCommand((draft) => ({ ...draft, shown: [...draft.shown, option] }));
		go(option);
	};

	const start = (command: ShownCommand): void => {
		const draft = draftOf(command);
		store.set({ draft: { ...draft, active: null }, picked: -1 });
		go(draft.active);
	};

	const sendCommand = async (draft: CommandDraft): Promise<void> => {
		const wrong = draft.command.options.find((one) => {
			return draft.shown.includes(one.name) && problemOf(one, fieldOf(draft, one.name)) !== null;
		});
		if (wrong) {
			setCommand((one) => ({ ...one, tried: true }));
			go(wrong.name);
			return;
		}
		const { channelId } = store.state();
		const options: Record<string, string | number | boolean | { file: number }> = {};
		const given: File[] = [];
		for (const [name, value] of givenValues(draft)) {
			if (value instanceof File) options[name] = { file: given.push(value) - 1 };
			else options[name] = value;
		}
		store.set({ draft: emptyDraft(), picked: 0 });
		store.focus('#message');
		await actions.runCommand(`/${draft.command.shownName}`, async () => {
			const files = await Promise.all(given.map(readPageFile));
			return connection.ask({ kind: 'command', channelId, name: draft.command.name, options, files });
		});
	};

	const sendText = async (draft: TextDraft): Promise<void> => {
		const words = sentText(draft);
		if (words === '' && draft.files.length === 0) return;
		const { channelId } = store.state();
		store.set({ draft: emptyDraft() });
		store.focus('#message');
		try {
			const files = await Promise.all(draft.files.map(readPageFile));
			await connection.ask({ kind: 'send', channelId, text: words, replyTo: draft.replyTo, files });
		} catch (error) {
			// nothing that a person wrote is lost
			store.set({ draft, notice: error instanceof Error ? error.message : String(error) });
		}
	};

	return {
		activate,
		startCommand: start,
		type(words, caret) {
			store.set({ draft: { ...text(), text: words, caret }, picked: 0, pickerClosed: false });
		},
		typeOption(option, words) {
			// what was offered for other words cannot be picked any more
			setCommand((draft) => ({ ...withField(draft, option, { ...EMPTY_FIELD, text: words }), offered: null }));
			clearTimeout(timer);
			timer = setTimeout(() => void askForChoices(), PAUSE_MS);
		},
		pick(item) {
			const { draft } = store.state();
			switch (item.kind) {
				case 'command':
					start(item.command);
					return;
				case 'option':
					add(item.option.name);
					return;
				case 'value':
					if (draft.kind === 'command' && draft.active !== null) {
						fill(draft.active, { text: item.title, value: item.value, file: null });
					}
					return;
				case 'person': {
					const one = text();
					const name = `@${item.person.name}`;
					const before = one.text.slice(0, one.caret).replace(/@[^\s@]*$/, `${name} `);
					const words = before + one.text.slice(one.caret);
					const mentions = new Map([...one.mentions, [name, item.person.id]]);
					store.set({ draft: { ...one, text: words, caret: before.length, mentions }, picked: 0 });
					store.focus('#message');
				}
			}
		},
		move(step) {
			const count = pickerOf(store.state())?.items.length ?? 0;
			const { picked } = store.state();
			// from nowhere up is the last one
			const from = picked === -1 && step === -1 ? 0 : picked;
			if (count > 0) store.set({ picked: (from + step + count) % count });
		},
		addFiles(files, option) {
			const { draft } = store.state();
			const problem = problemWithFiles(files);
			const [first] = files;
			if (problem !== null || !first) {
				store.set({ notice: problem });
				return;
			}
			if (draft.kind === 'text') {
				store.set({ draft: { ...draft, files: [...draft.files, ...files].slice(0, 10) } });
				store.focus('#message');
				return;
			}
			const takes = draft.command.options.filter((one) => one.type === Option.Attachment);
			const target = takes.find((one) => one.name === option) ?? takes.find((one) => !givenValues(draft).has(one.name));
			if (target === undefined) store.set({ notice: 'This command takes no file.' });
			else {
				if (!draft.shown.includes(target.name)) add(target.name);
				activate(target.name);
				fill(target.name, { text: first.name, value: null, file: first });
			}
		},
		removeFile(index) {
			const draft = text();
			store.set({ draft: { ...draft, files: draft.files.filter((_, i) => i !== index) } });
		},
		removeOption(option) {
			setCommand((draft) => {
				const required = draft.command.options.find((one) => one.name === option)?.required === true;
				const shown = required ? draft.shown : draft.shown.filter((one) => one !== option);
				return withField({ ...draft, shown }, option, EMPTY_FIELD);
			});
			const { draft } = store.state();
			if (draft.kind === 'command') go(draft.shown.includes(option) ? option : null);
		},
		cancel() {
			store.set({ draft: emptyDraft(), picked: 0 });
			store.focus('#message');
		},
		closePicker() {
			store.set({ pickerClosed: true });
		},
		async send() {
			const { draft } = store.state();
			await (draft.kind === 'command' ? sendCommand(draft) : sendText(draft));
		},
	};
}
