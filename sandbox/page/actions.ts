import type { Connection } from './connection.js';
import { emptyDraft } from './draft.js';
import type { OpenMenu, State } from './state.js';
import { allPlaces } from './state.js';
import type { Store } from './store.js';

/** What a person does outside of the message box. */
export interface Actions {
	/** Plays another person, or the same one in another language; with null, whom and what the server chooses. */
	be(userId: string | null, locale: string | null): Promise<void>;
	open(channelId: string): Promise<void>;
	/** Goes to a message, in whatever place it is. */
	jump(channelId: string, messageId: string): Promise<void>;
	/** Shows messages before or after those that are shown. */
	more(side: 'older' | 'newer'): Promise<void>;
	/** Adds a reaction, or takes it back. */
	react(messageId: string, emoji: string): Promise<void>;
	click(messageId: string, customId: string): Promise<void>;
	select(messageId: string, customId: string, values: readonly string[]): Promise<void>;
	messageCommand(messageId: string, name: string, shownName: string): Promise<void>;
	submitModal(values: Readonly<Record<string, string | readonly string[]>>): Promise<void>;
	remove(messageId: string): Promise<void>;
	readonly reply: (messageId: string) => void;
	/** Forgets a message that only this person sees. */
	readonly dismiss: (messageId: string) => void;
	dismissPending(key: number): void;
	setTheme(theme: State['theme']): void;
	openMenu(menu: OpenMenu): void;
	/** Closes menus, drawers and the notice. */
	readonly close: () => void;
	/** Runs a command that answers with a message: shows that it was sent, and what went wrong. */
	runCommand(name: string, run: () => Promise<unknown>): Promise<void>;
}

export function createActions(store: Store, connection: Connection): Actions {
	let lastKey = 0;

	/** What is refused is shown. */
	const attempt = async (run: () => Promise<unknown>): Promise<void> => {
		try {
			await run();
		} catch (error) {
			store.set({ notice: messageOf(error) });
		}
	};

	const component = async (messageId: string, customId: string, run: () => Promise<unknown>): Promise<void> => {
		const { busy, failures } = store.state();
		store.set({ busy: new Map([...busy, [messageId, customId]]), failures: without(failures, messageId) });
		try {
			await run();
		} catch (error) {
			const reason = messageOf(error) === NO_RESPONSE ? 'This interaction failed' : messageOf(error);
			store.set({ failures: new Map([...store.state().failures, [messageId, reason]]) });
		} finally {
			store.set({ busy: without(store.state().busy, messageId) });
		}
	};

	const actions: Actions = {
		async be(userId, locale) {
			await attempt(async () => {
				await connection.ask({ kind: 'be', userId, locale });
				const state = store.state();
				const places = allPlaces(state);
				const place = places.find((one) => one.id === state.channelId) ?? places.find((one) => one.canSend);
				if (place) await connection.ask({ kind: 'open', channelId: place.id, messageId: null });
			});
		},
		async open(channelId) {
			store.set({ sidebarOpen: false, draft: emptyDraft() });
			await attempt(() => connection.ask({ kind: 'open', channelId, messageId: null }));
			store.focus('#message');
		},
		async jump(channelId, messageId) {
			const state = store.state();
			const isShown = state.channelId === channelId && state.messages.some((one) => one.message.id === messageId);
			// gone to again, it is shown again
			store.set({ sidebarOpen: false, target: null });
			if (isShown)
				queueMicrotask(() => {
					store.set({ target: messageId });
				});
			else await attempt(() => connection.ask({ kind: 'open', channelId, messageId }));
		},
		async more(side) {
			const { channelId, messages } = store.state();
			const edge = side === 'older' ? messages[0] : messages.at(-1);
			if (!edge) return;
			await attempt(() => connection.ask({ kind: 'more', channelId, messageId: edge.message.id, side }));
		},
		async react(messageId, emoji) {
			const { channelId } = store.state();
			await attempt(() => connection.ask({ kind: 'react', channelId, messageId, emoji }));
		},
		async click(messageId, customId) {
			const { channelId } = store.state();
			await component(messageId, customId, () => connection.ask({ kind: 'click', channelId, messageId, customId }));
		},
		async select(messageId, customId, values) {
			const { channelId } = store.state();
			store.set({ select: null });
			await component(messageId, customId, () => {
				return connection.ask({ kind: 'select', channelId, messageId, customId, values: [...values] });
			});
		},
		async messageCommand(messageId, name, shownName) {
			const { channelId } = store.state();
			store.set({ menu: null });
			await actions.runCommand(shownName, () =>
				connection.ask({ kind: 'message-command', channelId, messageId, name }),
			);
		},
		async submitModal(values) {
			const { modal } = store.state();
			if (modal === null) return;
			store.set({ modal: { ...modal, sending: true, failure: null } });
			try {
				const copied = Object.fromEntries(
					Object.entries(values).map(([id, one]) => [id, typeof one === 'string' ? one : [...one]]),
				);
				await connection.ask({ kind: 'submit', interactionId: modal.interactionId, values: copied });
				store.set({ modal: null });
				store.focus('#message');
			} catch (error) {
				const reason = messageOf(error) === NO_RESPONSE ? 'Something went wrong. Try again.' : messageOf(error);
				store.set({ modal: { ...modal, sending: false, failure: reason } });
			}
		},
		async remove(messageId) {
			store.set({ menu: null });
			const { channelId } = store.state();
			await attempt(() => connection.ask({ kind: 'remove', channelId, messageId }));
		},
		reply(messageId) {
			const { draft } = store.state();
			const text = draft.kind === 'text' ? draft : emptyDraft();
			store.set({ draft: { ...text, replyTo: messageId }, menu: null });
			store.focus('#message');
		},
		dismiss(messageId) {
			store.set({ messages: store.state().messages.filter((one) => one.message.id !== messageId) });
			store.focus('#message');
		},
		dismissPending(key) {
			store.set({ pending: store.state().pending.filter((one) => one.key !== key) });
			store.focus('#message');
		},
		setTheme(theme) {
			localStorage.setItem('theme', theme);
			store.set({ theme });
		},
		openMenu(menu) {
			store.set({ menu });
			store.focus('[role=menu] [role=menuitem]');
		},
		close() {
			store.set({ menu: null, select: null, sidebarOpen: false, notice: null });
		},
		async runCommand(name, run) {
			const key = ++lastKey;
			store.set({ pending: [...store.state().pending, { key, name, failure: null }] });
			try {
				await run();
				store.set({ pending: store.state().pending.filter((one) => one.key !== key) });
			} catch (error) {
				const failure = messageOf(error);
				store.set({
					pending: store.state().pending.map((one) => (one.key === key ? { ...one, failure } : one)),
				});
			}
		},
	};
	return actions;
}

/** What the server says when the bot gave no first response in time. */
const NO_RESPONSE = 'The application did not respond';

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
	return new Map([...map].filter(([one]) => one !== key));
}
