import { render } from 'lit';
import { createActions } from './actions.js';
import { createComposing } from './composing.js';
import { openConnection } from './connection.js';
import type { State } from './state.js';
import { initialState, receive } from './state.js';
import { createStore } from './store.js';
import { adoptStyles } from './styles.js';
import { appView } from './view-app.js';

const token = document.querySelector<HTMLMetaElement>('meta[name=page-token]')?.content ?? '';
const url = new URL('/page', location.href);
url.protocol = 'ws:';

const store = createStore(initialState(localStorage.getItem('theme') === 'light' ? 'light' : 'dark'), draw);
const connection = openConnection(url.href, token, {
	opened() {
		store.set({ connected: true });
		const { scene } = store.state();
		void actions.be(scene?.me.id ?? null, scene?.locale ?? null);
	},
	closed() {
		store.set({ connected: false });
	},
	news(news) {
		store.set(receive(store.state(), news));
	},
});
const actions = createActions(store, connection);
const composing = createComposing(store, connection, actions);

/** What was shown last, by which the page knows what is new. */
let drawn = store.state();

adoptStyles();
draw(store.state());

function draw(state: State): void {
	document.documentElement.dataset['theme'] = state.theme;
	document.documentElement.lang = 'en';
	const { scrollTop = 0, scrollHeight = 0, clientHeight = 0 } = document.querySelector('#messages') ?? {};
	const wasAtEnd = scrollHeight - clientHeight - scrollTop < 80;
	render(appView(state, store, actions, composing), document.body);
	const isOther = state.channelId !== drawn.channelId;
	if (state.target !== null) {
		if (state.target !== drawn.target || isOther) scrollToMessage(state.target);
	} else if (isOther || wasAtEnd) {
		if (!state.hasNewer || isOther) scrollToEnd();
	} else if (state.messages[0] !== drawn.messages[0] && state.messages.length > drawn.messages.length) {
		keepPlace(scrollTop, scrollHeight);
	}
	drawn = state;
	document.querySelector('[aria-selected=true].suggestion')?.scrollIntoView({ block: 'nearest' });
}

/** What was seen before messages were put above it stays where it is. */
function keepPlace(top: number, height: number): void {
	requestAnimationFrame(() => {
		const box = document.querySelector('#messages');
		box?.scrollTo({ top: top + box.scrollHeight - height });
	});
}

function scrollToMessage(id: string): void {
	requestAnimationFrame(() => {
		document.querySelector(`[data-message="${id}"]`)?.scrollIntoView({ block: 'center' });
	});
}

/** Elements of the library draw themselves a moment later, so the end is looked for again. */
function scrollToEnd(): void {
	const toEnd = (): void => {
		document.querySelector('#messages')?.scrollTo({ top: Number.MAX_SAFE_INTEGER });
	};
	toEnd();
	requestAnimationFrame(toEnd);
}
