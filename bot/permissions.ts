import { OAuth2Scopes, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';

/** What the bot needs in a server, each with the name that Discord's client shows in English. */
export const PERMISSIONS = {
	ViewChannel: 'View Channels',
	SendMessages: 'Send Messages',
	SendMessagesInThreads: 'Send Messages in Threads',
	EmbedLinks: 'Embed Links',
	AttachFiles: 'Attach Files',
	ReadMessageHistory: 'Read Message History',
} as const satisfies Partial<Record<keyof typeof PermissionFlagsBits, string>>;

// Object.keys() of the object above
const NAMES = Object.keys(PERMISSIONS) as readonly (keyof typeof PERMISSIONS)[];

/** The names of those that are missing. */
export function missingPermissions(held: Readonly<PermissionsBitField> | undefined): string[] {
	return NAMES.filter((name) => held?.has(PermissionFlagsBits[name]) !== true).map((name) => PERMISSIONS[name]);
}

/** The page on which somebody adds the bot to a server, with exactly these permissions. */
export function inviteLink(applicationId: string): string {
	const url = new URL('https://discord.com/oauth2/authorize');
	url.searchParams.set('client_id', applicationId);
	url.searchParams.set('scope', [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '));
	url.searchParams.set('permissions', NAMES.reduce((all, name) => all | PermissionFlagsBits[name], 0n).toString());
	return url.href;
}
