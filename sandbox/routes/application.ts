import type { Hono } from 'hono';
import { unknown } from '../api-error.js';
import type { Hub } from '../hub.js';
import { channelPayload } from '../payloads/channels.js';
import { userPayload } from '../payloads/people.js';
import { guildPermissions } from '../permissions.js';
import { found, idIn, type RestEnv } from '../rest-env.js';

function applicationPayload(hub: Hub): object {
	const { application, applicationFlags: flags } = hub.world;
	return {
		id: application.id,
		name: application.name,
		icon: null,
		description: '',
		type: null,
		bot: userPayload(hub.world.bot),
		bot_public: true,
		bot_require_code_grant: false,
		integration_types_config: { '0': {}, '1': {} },
		verify_key: '0'.repeat(64),
		flags,
		flags_new: String(flags),
		tags: [],
		redirect_uris: [],
		interactions_endpoint_url: null,
		role_connections_verification_url: null,
		owner: userPayload(hub.world.user(application.ownerId)),
		approximate_guild_count: [...hub.world.guilds.values()].filter((guild) => guild.hasBot).length,
		approximate_user_install_count: hub.world.userInstalls.size,
		approximate_user_authorization_count: 0,
		explicit_content_filter: 0,
		team: null,
		eligible_oauth2_scopes: ['applications.commands', 'bot'],
	};
}

/** The gateway's address, the application, its user, and other users. */
export function addApplicationRoutes(
	app: Hono<RestEnv>,
	hub: Hub,
	gateway: { url(): string; readonly shards: number },
): void {
	app.get('/gateway', (c) => c.json({ url: gateway.url() }));
	app.get('/gateway/bot', (c) => {
		const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 };
		return c.json({ url: gateway.url(), shards: gateway.shards, session_start_limit: limit });
	});
	app.on('GET', ['/oauth2/applications/@me', '/applications/@me'], (c) => c.json(applicationPayload(hub)));
	app.get('/applications/:application/entitlements', (c) => c.json([]));
	app.get('/users/@me', (c) => {
		const account = { mfa_enabled: false, locale: 'en-US', premium_type: 0, email: null, verified: true };
		return c.json({ ...userPayload(hub.world.bot), ...account });
	});
	app.get('/users/@me/guilds', (c) => {
		const guilds = [...hub.world.guilds.values()].filter((guild) => guild.hasBot);
		return c.json(
			guilds.map((guild) => ({
				id: guild.id,
				name: guild.name,
				icon: null,
				banner: null,
				owner: false,
				permissions: String(guildPermissions(guild, hub.world.bot.id)),
				features: [],
			})),
		);
	});
	app.post('/users/@me/channels', (c) => {
		const body = c.get('json');
		const id = typeof body === 'object' && body !== null && 'recipient_id' in body ? String(body.recipient_id) : '';
		found(hub.world.users.get(id), unknown.user);
		return c.json(channelPayload(hub.world, hub.world.directMessage(id)));
	});
	app.get('/users/:user', (c) => c.json(userPayload(found(hub.world.users.get(idIn(c, 'user')), unknown.user))));
}
