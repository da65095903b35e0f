import type { State } from './state.js';

/** Holds what the page shows, and draws it again when it changes. */
export interface Store {
	state(): State;
	/** Changes are drawn together, before anything else happens: no key meets what is no longer shown. */
	set(change: Partial<State>): void;
	/** Focuses the first element that matches, once the page is drawn. */
	focus(selector: string): void;
}

export function createStore(initial: State, draw: (state: State) => void): Store {
	let state = initial;
	let wanted: string | null = null;
	let planned = false;
	const plan = (): void => {
		if (planned) return;
		planned = true;
		queueMicrotask(() => {
			planned = false;
			draw(state);
			if (wanted !== null) document.querySelector<HTMLElement>(wanted)?.focus();
			wanted = null;
		});
	};
	return {
		state: () => state,
		set(change) {
			state = { ...state, ...change };
			plan();
		},
		focus(selector) {
			wanted = selector;
			plan();
		},
	};
}
