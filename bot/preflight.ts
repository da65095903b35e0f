import { DiscordAPIError, REST, Routes, type APIApplication, type APIGatewayBotInfo } from 'discord.js';
import { restOptions } from './client.js';
import type { Config } from './config.js';
import { inviteLink } from './permissions.js';
import { isTransportError } from './transport.js';

/** What Discord says of the application, before it logs in. */
export interface Preflight {
	readonly applicationId: string;
	readonly name: string;
	readonly inviteLink: string;
	/** What Discord recommends. */
	readonly shards: number;
}

/** Where applications are made. */
export const PORTAL = 'https://discord.com/developers/applications';

/** @throws {Error} If no token is given; the message says where to get one. */
export function expectToken({ discord }: Config): string {
	if (discord.token !== undefined) return discord.token;
	throw new Error(
		`DISCORD_TOKEN is missing: make an application at ${PORTAL}, copy the token of its page "Bot", and put DISCORD_TOKEN=… into .env. No privileged intent is needed. Without a token, \`quoth sandbox\` shows the bot on this machine alone`,
	);
}

/**
 * Asks Discord about the token and the application.
 *
 * @throws {Error} If Discord refuses the token, cannot be reached, or allows no further start today.
 */
export async function preflight({ discord }: Config, token: string): Promise<Preflight> {
	const rest = new REST(restOptions(discord)).setToken(token);
	try {
		// Discord's documentation of these two routes
		const application = (await rest.get(Routes.currentApplication())) as APIApplication;
		const gateway = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
		const { remaining, total, reset_after: resetAfterMs } = gateway.session_start_limit;
		if (remaining < 1)
			throw new Error(
				`Discord lets a bot start ${total} times a day, and this one has: wait ${Math.ceil(resetAfterMs / 60_000)} minutes, and find out why it starts so often`,
			);
		const { id, name } = application;
		return { applicationId: id, name, inviteLink: inviteLink(id), shards: gateway.shards };
	} catch (error) {
		if (error instanceof DiscordAPIError && error.status === 401)
			throw new Error(
				`Discord refuses DISCORD_TOKEN: copy it again from the page "Bot" of your application at ${PORTAL}, or reset it there`,
				{ cause: error },
			);
		if (isTransportError(error))
			throw new Error(
				`Discord cannot be reached at ${discord.api} (${error.code}): check the network, and DISCORD_API`,
				{
					cause: error,
				},
			);
		throw error;
	}
}
