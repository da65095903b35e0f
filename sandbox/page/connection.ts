import type { PageAction, PageNews, ShownChoice } from '../page-server/protocol.js';

/** The page's line to its server. */
export interface Connection {
	/**
	 * Carries out an action.
	 * @throws {Error} With words for the person, if it was refused or not answered.
	 */
	ask(action: PageAction): Promise<readonly ShownChoice[]>;
}

interface Waiting {
	readonly resolve: (choices: readonly ShownChoice[]) => void;
	readonly reject: (error: Error) => void;
}

export interface Listeners {
	/** Told whenever the line is there, the first time too. */
	readonly opened: () => void;
	readonly closed: () => void;
	readonly news: (news: PageNews) => void;
}

const RETRY_MS = 1000;

/** Opens the line, and opens it again whenever it breaks. Listeners are first told after this has returned. */
export function openConnection(url: string, token: string, listeners: Listeners): Connection {
	const waiting = new Map<number, Waiting>();
	let last = 0;
	let socket = open();

	function open(): WebSocket {
		const line = new WebSocket(url);
		line.addEventListener('open', () => {
			listeners.opened();
		});
		line.addEventListener('message', ({ data }: MessageEvent<string>) => {
			// the server sends nothing else
			take(JSON.parse(data) as PageNews);
		});
		line.addEventListener('close', () => {
			for (const one of waiting.values()) one.reject(new Error('The sandbox does not answer.'));
			waiting.clear();
			listeners.closed();
			setTimeout(() => (socket = open()), RETRY_MS);
		});
		return line;
	}

	function take(news: PageNews): void {
		if (news.kind !== 'done' && news.kind !== 'failed') {
			listeners.news(news);
			return;
		}
		const one = waiting.get(news.request);
		waiting.delete(news.request);
		if (news.kind === 'done') one?.resolve(news.choices);
		else one?.reject(new Error(news.reason));
	}

	return {
		async ask(action) {
			if (socket.readyState !== WebSocket.OPEN) throw new Error('The sandbox does not answer.');
			const request = ++last;
			socket.send(JSON.stringify({ request, token, action }));
			return new Promise((resolve, reject) => waiting.set(request, { resolve, reject }));
		},
	};
}
