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

adoptStyles();
draw(store.state());

function draw(state: State): void {
	document.documentElement.dataset['theme'] = state.theme;
	document.documentElement.lang = 'en';
	const { scrollTop = 0, scrollHeight = 0, clientHeight = 0 } = document.querySelector('#messages') ?? {};
	const wasAtEnd = scrollHeight - clientHeight - scrollTop < 80;
	render(appView(state, store, actions, composing), document.body);
	if (wasAtEnd) scrollToEnd();
	document.querySelector('[aria-selected=true].suggestion')?.scrollIntoView({ block: 'nearest' });
}

/** Elements of the library draw themselves a moment later, so the end is looked for again. */
function scrollToEnd(): void {
	const toEnd = (): void => {
		document.querySelector('#messages')?.scrollTo({ top: Number.MAX_SAFE_INTEGER });
	};
	toEnd();
	requestAnimationFrame(toEnd);
}
