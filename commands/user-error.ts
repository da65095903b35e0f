import type { MessageKey, MessageParams } from './messages.js';

export type ErrorKey = Extract<MessageKey, `error.${string}`>;
/** A key with the parameters of its message. */
export type Refusal = { readonly [Key in ErrorKey]: readonly [key: Key, params: MessageParams<Key>] }[ErrorKey];

/**
 * A refusal that the member can act on. It carries a message's key and no sentence: it is thrown where the rule is known, and worded where
 * the language is known. Anything else that is thrown is a bug, or a broken machine.
 */
export class UserError extends Error {
	override readonly name = 'UserError';
	readonly key: ErrorKey;
	/** Not escaped. */
	readonly params: Readonly<Record<string, string | number>>;

	/** All of it, as data. */
	readonly refusal: Refusal;

	constructor(...refusal: Refusal) {
		const [key, params] = refusal;
		super(`${key} ${JSON.stringify(params)}`);
		this.refusal = refusal;
		this.key = key;
		this.params = params;
	}
}
