import { ApplicationFlagsBitField, type Client } from 'discord.js';
import { UserError } from '../../commands/user-error.js';
import { PORTAL } from '../preflight.js';

/**
 * Discord gives the words of messages to those alone who have switched on the privileged intent in the developer portal; others are given
 * messages without words. It is looked up each time, so that it counts from the moment at which somebody switches it.
 *
 * @throws {UserError} Where it is off; with the page to switch it on.
 */
export async function expectMessageContent(client: Client<true>): Promise<void> {
	const { flags } = await client.application.fetch();
	const { GatewayMessageContent: verified, GatewayMessageContentLimited: unverified } = ApplicationFlagsBitField.Flags;
	if (!flags.any([verified, unverified])) throw new UserError('error.no-message-content', { page: PORTAL });
}
