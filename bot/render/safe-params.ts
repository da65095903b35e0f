import { escapeWithin } from '../text.js';

const PARAM_ROOM = 250;
/** Bold signs around no text would be read as other markup. */
const NOTHING = '—';

/** What is a mention where it stands under one of these names. */
const MENTIONS: ReadonlyMap<string, RegExp> = new Map([
	['member', /^<@\d{1,20}>$/],
	['channel', /^<#\d{1,20}>$/],
]);

/** Parameters of a message, escaped, but for the mention of a member or channel: whatever was typed, fetched or read shows as itself. */
export function safeParams(params: Readonly<Record<string, string | number>>): Record<string, string | number> {
	return Object.fromEntries(
		Object.entries(params).map(([name, value]) => {
			const isMention = MENTIONS.get(name)?.test(String(value)) === true;
			return [name, typeof value === 'number' || isMention ? value : escapeWithin(value, PARAM_ROOM) || NOTHING];
		}),
	);
}
