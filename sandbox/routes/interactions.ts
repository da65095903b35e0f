import type { Hono } from 'hono';
import { refused, unknown } from '../api-error.js';
import { houseProblems } from '../limits/house-rules.js';
import type { Hub } from '../hub.js';
import { respond } from '../interactions/callback.js';
import { edit, followUp, messageOf, removeReply } from '../interactions/messages.js';
import { TOKEN_LIFE_MS, TYPE_OF, type InteractionState } from '../interactions/state.js';
import type { InteractionStore } from '../interactions/store.js';
import { FLAGS, readMessage, type MessageForm } from '../limits/messages.js';
import { found, idIn, type RestContext, type RestEnv } from '../rest-env.js';

/** The interaction of the path's token, which must have been answered. @throws {ApiError} 10015 or 50027 */
function answered(hub: Hub, store: InteractionStore, c: RestContext): InteractionState {
	const interaction = found(store.byToken(c.req.param('token') ?? ''), unknown.webhook);
	if (idIn(c, 'application') !== hub.world.applicationId) throw unknown.webhook();
	if (interaction.acknowledgedAt === null) throw unknown.webhook();
	if (!hub.world.channels.has(interaction.channelId)) throw unknown.channel();
	if (hub.now() - interaction.createdAt > TOKEN_LIFE_MS) throw refused.expiredToken();
	return interaction;
}

/** Responses to interactions, and the messages that follow them. */
export function addInteractionRoutes(app: Hono<RestEnv>, hub: Hub, store: InteractionStore): void {
	app.post('/interactions/:interaction/:token/callback', (c) => {
		const interaction = found(store.byToken(c.req.param('token')), unknown.interaction);
		if (interaction.id !== idIn(c, 'interaction')) throw unknown.interaction();
		if (!hub.world.channels.has(interaction.channelId)) throw unknown.channel();
		const { type, message, form } = respond(hub, interaction, c.get('json'), c.get('files'));
		c.get('house').push(...houseProblems(form));
		if (c.req.query('with_response') !== 'true') return c.body(null, 204);
		const flags = message?.flags ?? 0;
		const about = {
			id: interaction.id,
			type: TYPE_OF[interaction.kind],
			...(message && {
				response_message_id: message.id,
				response_message_loading: (flags & FLAGS.loading) !== 0,
				response_message_ephemeral: (flags & FLAGS.ephemeral) !== 0,
			}),
			channel_id: interaction.channelId,
			...(interaction.guildId !== null && { guild_id: interaction.guildId }),
		};
		// a deferral makes or keeps a message too, and Discord does not show it
		const shown = message && (type === 4 || type === 7) && { resource: { type, message } };
		return c.json({ interaction: about, ...shown });
	});
	const path = '/webhooks/:application/:token';
	app.post(path, (c) => {
		const interaction = answered(hub, store, c);
		const files = c.get('files');
		const names = files.map((file) => file.name);
		const situation = { sending: 'follow-up', flags: 0, attachments: [], files: names, at: [] } as const;
		const form = readMessage(c.get('json'), situation);
		const message = followUp(hub, interaction, form, files);
		c.get('house').push(...houseProblems(form));
		return c.json(message);
	});
	app.get(`${path}/messages/:message`, (c) => c.json(messageOf(answered(hub, store, c), c.req.param('message'))));
	app.patch(`${path}/messages/:message`, (c) => {
		const interaction = answered(hub, store, c);
		const base = messageOf(interaction, c.req.param('message'));
		const files = c.get('files');
		const names = files.map((file) => file.name);
		const { attachments, flags = 0 } = base;
		const form: MessageForm = readMessage(c.get('json'), { sending: 'edit', flags, attachments, files: names, at: [] });
		const message = edit(hub, interaction, base, form, files);
		c.get('house').push(...houseProblems(form));
		return c.json(message);
	});
	app.delete(`${path}/messages/:message`, (c) => {
		const interaction = answered(hub, store, c);
		removeReply(hub, interaction, messageOf(interaction, c.req.param('message')));
		return c.body(null, 204);
	});
}
