import type { Exchange, ExchangeCheck, Violation } from './exchanges.js';

const MAX_EXCHANGES = 1000;

export type Recorded =
	| { readonly kind: 'exchange'; readonly exchange: Exchange }
	| { readonly kind: 'violation'; readonly violation: Violation };

/** What was asked and answered, and which rules that broke. */
export class ExchangeLog {
	readonly exchanges: Exchange[] = [];
	readonly violations: Violation[] = [];
	readonly #check: ExchangeCheck | undefined;
	readonly #emit: (recorded: Recorded) => void;

	constructor(check: ExchangeCheck | undefined, emit: (recorded: Recorded) => void) {
		this.#check = check;
		this.#emit = emit;
	}

	/** `refused`: why the sandbox refused the request; empty if it did not, or for no fault of the application. */
	record(exchange: Exchange, refused: readonly string[], house: readonly string[]): void {
		this.exchanges.push(exchange);
		if (this.exchanges.length > MAX_EXCHANGES) this.exchanges.shift();
		this.#emit({ kind: 'exchange', exchange });
		this.#report('request', exchange, refused);
		this.#report('house', exchange, house);
		if (!this.#check || exchange.injected) return;
		const found = this.#check(exchange);
		if (exchange.status < 400) this.#report('request', exchange, found.request);
		this.#report('response', exchange, found.response);
	}

	#report(kind: Violation['kind'], exchange: Exchange, problems: readonly string[]): void {
		if (problems.length === 0) return;
		const body = kind === 'response' ? exchange.response : exchange.body;
		const violation = { kind, method: exchange.method, path: exchange.path, problems, body };
		this.violations.push(violation);
		this.#emit({ kind: 'violation', violation });
	}
}
