import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { ACKNOWLEDGE_WITHIN_MS, persistently } from './transport.js';

/** What discord.js keeps of an interaction's state. */
interface Acknowledgeable {
	deferred: boolean;
}

/**
 * Tells Discord that a reply will come. Where the connection was cut after Discord had heard it, a further try, of ours or of discord.js, is
 * refused as one too many: then it was heard.
 */
export async function acknowledge(interaction: Acknowledgeable, defer: () => Promise<unknown>): Promise<void> {
	try {
		await persistently(defer, ACKNOWLEDGE_WITHIN_MS);
	} catch (error) {
		if (!isRepeated(error)) throw error;
		interaction.deferred = true;
	}
}

function isRepeated(error: unknown): boolean {
	return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}
