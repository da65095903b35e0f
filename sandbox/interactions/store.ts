import type { InteractionState } from './state.js';

/** All interactions of a sandbox, by token. */
export class InteractionStore {
	readonly #byToken = new Map<string, InteractionState>();

	add(interaction: InteractionState): void {
		this.#byToken.set(interaction.token, interaction);
	}

	byToken(token: string): InteractionState | undefined {
		return this.#byToken.get(token);
	}

	/** Whether a request's path names an interaction that a fault expired. */
	isExpired(path: string): boolean {
		const token = /^\/(?:interactions|webhooks)\/\d+\/([^/]+)/.exec(path)?.[1];
		return token !== undefined && this.#byToken.get(token)?.expired === true;
	}
}
