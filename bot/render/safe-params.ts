import { escapeWithin } from '../text.js';

const PARAM_ROOM = 250;
/** Bold signs around no text would be read as other markup. */
const NOTHING = '—';

/** Parameters of a message, escaped, but for the mention of a member: whatever was typed, fetched or read shows as itself. */
export function safeParams(params: Readonly<Record<string, string | number>>): Record<string, string | number> {
	return Object.fromEntries(
		Object.entries(params).map(([name, value]) => {
			const isMention = name === 'member' && /^<@\d{1,20}>$/.test(String(value));
			return [name, typeof value === 'number' || isMention ? value : escapeWithin(value, PARAM_ROOM) || NOTHING];
		}),
	);
}
