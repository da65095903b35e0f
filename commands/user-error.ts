import type { MessageKey, MessageParams } from './messages.js';

export type ErrorKey = Extract<MessageKey, `error.${string}`>;

/**
 * A refusal that the member can act on. It carries a message's key and no sentence: it is thrown where the rule is known, and worded where
 * the language is known. Anything else that is thrown is a bug, or a broken machine.
 */
export class UserError<Key extends ErrorKey = ErrorKey> extends Error {
	override readonly name = 'UserError';
	readonly key: Key;
	readonly params: MessageParams<Key>;

	constructor(key: Key, params: MessageParams<Key>, options?: ErrorOptions) {
		super(`${key} ${JSON.stringify(params)}`, options);
		this.key = key;
		this.params = params;
	}
}
