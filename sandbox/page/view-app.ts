import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Actions } from './actions.js';
import type { Composing } from './composing.js';
import type { MessageView } from './message-view.js';
import { peopleHere, pickerOf } from './picker.js';
import type { State } from './state.js';
import { allPlaces, openGuild, openPlace, parentName, placeTitle } from './state.js';
import type { Store } from './store.js';
import { headerView, messagesView } from './view-chat.js';
import { composerView } from './view-composer.js';
import type { Names } from './view-markdown.js';
import { menuView } from './view-menu.js';
import { modalView } from './view-modal.js';
import { sidebarView } from './view-sidebar.js';

/** The whole page. */
export function appView(state: State, store: Store, actions: Actions, composing: Composing): TemplateResult {
	const { scene } = state;
	if (scene === null) return html`<p class="wait" role="status">Connecting to the sandbox…</p>`;
	const names = namesOf(state, actions, composing);
	const lists = listsOf(state);
	const threads = allPlaces(state).filter((one) => one.parentId === state.channelId);
	const viewOf = (messageId: string): MessageView => ({
		...lists,
		names,
		thread: threads.find((one) => one.id === messageId) ?? null,
		isTarget: state.target === messageId,
		meId: scene.me.id,
		busy: state.busy.get(messageId) ?? null,
		failure: state.failures.get(messageId) ?? null,
		select: state.select,
		click: (id, customId) => void actions.click(id, customId),
		openSelect: (id, customId, values) => {
			store.set({ select: { messageId: id, customId, values } });
		},
		closeSelect: () => {
			store.set({ select: null });
		},
		sendSelect: (id, customId, values) => void actions.select(id, customId, values),
		dismiss: actions.dismiss,
		reply: actions.reply,
		react: (id, emoji) => void actions.react(id, emoji),
		menu: (id, x, y) => {
			actions.openMenu({ messageId: id, x, y });
		},
	});
	return html`<div
		class="app"
		@keydown=${(event: KeyboardEvent) => {
			if (event.key === 'Escape' && state.sidebarOpen) actions.close();
		}}
	>
		${sidebarView(state, scene, actions)}
		${state.sidebarOpen ? html`<div class="veil dim" @click=${actions.close}></div>` : nothing}
		<main
			class=${state.dragging ? 'dragging' : ''}
			@dragover=${(event: DragEvent) => {
				event.preventDefault();
				if (!state.dragging) store.set({ dragging: true });
			}}
			@dragleave=${(event: DragEvent) => {
				const inside =
					event.relatedTarget instanceof Node && (event.currentTarget as Node).contains(event.relatedTarget);
				if (!inside) store.set({ dragging: false });
			}}
			@drop=${(event: DragEvent) => {
				event.preventDefault();
				store.set({ dragging: false });
				composing.addFiles([...(event.dataTransfer?.files ?? [])]);
			}}
		>
			${headerView(openPlace(state), scene, () => {
				store.set({ sidebarOpen: true });
				store.focus('.sidebar button');
			})}
			<div class="messages" id="messages" role="log" aria-label="Messages" aria-live="polite" tabindex="0">
				${messagesView(state, scene, viewOf, actions)}
			</div>
			${state.connected ? nothing : html`<p class="notice" role="alert">The sandbox does not answer. Trying again…</p>`}
			${
				state.notice === null
					? nothing
					: html`<p class="notice" role="alert">
							${state.notice} <button type="button" class="bare link" @click=${actions.close}>Dismiss</button>
						</p>`
			}
			${composerView({ state, composing, picker: pickerOf(state) })}
			<div class="drop" aria-hidden="true"><p>Drop files to upload</p></div>
		</main>
		${menuView(state, actions)}
		${modalView(state, names, lists, actions, () => {
			store.set({ modal: null });
			store.focus('#message');
		})}
	</div>`;
}

function namesOf(state: State, actions: Actions, composing: Composing): Names {
	const { scene } = state;
	return {
		locale: scene?.locale ?? 'en-US',
		user: (id) => scene?.people.find((one) => one.id === id)?.name ?? null,
		role: (id) => openGuild(state)?.roles.find((one) => one.id === id)?.name ?? null,
		channel: (id) => allPlaces(state).find((one) => one.id === id) ?? null,
		openChannel: (id) => void actions.open(id),
		openMessage: (channelId, messageId) => void actions.jump(channelId, messageId),
		startCommand: (name) => {
			const command = state.commands.find((one) => one.name === name && one.kind === 'slash');
			if (command) composing.startCommand(command);
		},
	};
}

function listsOf(state: State): Pick<MessageView, 'people' | 'roles' | 'channels'> {
	const guild = openGuild(state);
	return {
		people: peopleHere(state).map(({ id, name, username }) => ({ label: name, value: id, description: username })),
		roles: (guild?.roles ?? []).map(({ id, name }) => ({ label: `@${name}`, value: id, description: '' })),
		channels: (guild?.places ?? []).map((one) => {
			return { label: placeTitle(one), value: one.id, description: parentName(state, one), type: one.type };
		}),
	};
}
