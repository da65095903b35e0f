import { InteractionWebhook, type Client } from 'discord.js';
import { sumUp } from '../commands/sum-up.js';
import type { BegunReading } from '../commands/services.js';
import type { Parts } from './parts.js';
import { workAndShow } from './work.js';

/**
 * Takes up the summaries that the program before this one had begun, of the servers that this one is told of, and shows them where they were
 * asked for. Gives one promise for each, none of which rejects.
 */
export async function resumeReadings(client: Client<true>, parts: Parts): Promise<Promise<void>[]> {
	const begun = await parts.services.library.openReadings();
	return begun
		.filter(({ plan }) => client.guilds.cache.has(plan.place.guildId ?? ''))
		.map((reading) => resume(client, parts, reading));
}

async function resume(
	client: Client<true>,
	parts: Parts,
	{ callId, plan, token, begunAt }: BegunReading,
): Promise<void> {
	const { place, locale } = plan;
	const fields = { interaction: callId, guild: place.guildId };
	parts.log.info('takes up a summary that was begun before', fields);
	const webhook = new InteractionWebhook(client, client.application.id, token ?? '');
	try {
		await workAndShow(
			parts,
			{
				callId,
				token: token ?? '',
				begunAt,
				isTakenUp: true,
				wording: { locale, settings: parts.services.settings.of(place.guildId) },
				send: (payload) => webhook.editMessage('@original', payload),
				fields,
			},
			(ongoing) => sumUp(parts.services, plan, ongoing),
		);
	} catch (error) {
		parts.log.error('a summary could not be shown', error, fields);
	}
}
