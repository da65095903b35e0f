import type { MessageForm } from './messages.js';

/** What the house asks of every message beyond Discord's rules: that it can mention nobody. */
export function houseProblems(form: MessageForm | null): string[] {
	if (!form || (!form.content && !form.embeds?.length && !form.components?.length)) return [];
	const allowed = form.allowed_mentions;
	if (!allowed) return ['Expected allowed_mentions with an empty parse, got none.'];
	const parse = allowed.parse;
	if (parse?.length !== 0 || allowed.users?.length || allowed.roles?.length) {
		return [`Expected allowed_mentions with an empty parse and no ids, got ${JSON.stringify(allowed)}.`];
	}
	return [];
}
