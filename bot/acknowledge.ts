import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { persistently } from './transport.js';

/** What discord.js keeps of an interaction's state. */
interface Acknowledgeable {
	deferred: boolean;
}

/**
 * Tells Discord that a reply will come. Where the connection was cut after Discord had heard it, the second try is refused as one too many:
 * then it was heard.
 */
export async function acknowledge(interaction: Acknowledgeable, defer: () => Promise<unknown>): Promise<void> {
	let tries = 0;
	await persistently(async () => {
		tries++;
		try {
			await defer();
		} catch (error) {
			if (tries === 1 || !isRepeated(error)) throw error;
			interaction.deferred = true;
		}
	});
}

function isRepeated(error: unknown): boolean {
	return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}
