import type { MessageKey, MessageParams } from './messages.js';

export type ErrorKey = Extract<MessageKey, `error.${string}`>;
/** A key with the parameters of its message. */
type Refusal = { readonly [Key in ErrorKey]: readonly [key: Key, params: MessageParams<Key>] }[ErrorKey];

/**
 * A refusal that the member can act on. It carries a message's key and no sentence: it is thrown where the rule is known, and worded where
 * the language is known. Anything else that is thrown is a bug, or a broken machine.
 */
export class UserError extends Error {
	override readonly name = 'UserError';
	readonly key: ErrorKey;
	/** Not escaped. */
	readonly params: Readonly<Record<string, string | number>>;

	constructor(...[key, params]: Refusal) {
		super(`${key} ${JSON.stringify(params)}`);
		this.key = key;
		this.params = params;
	}
}
