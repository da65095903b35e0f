import type { Hono } from 'hono';
import { ApiError, isCircumstance, type Problem } from './api-error.js';
import type { ExchangeLog } from './exchange-log.js';
import type { FaultPlan } from './fault-plan.js';
import type { RestFault } from './faults.js';
import type { Quota, RateLimiter } from './rate-limits.js';
import { readBody } from './request-body.js';
import { createRoutes, type RestContext, type RestEnv } from './rest-env.js';

export interface RestOptions {
	readonly token: string;
	readonly log: ExchangeLog;
	readonly faults: FaultPlan;
	readonly limiter: RateLimiter;
	now(): number;
	/** Whether an error is no fault of the application, though it looks like one. */
	excuses(path: string): boolean;
	/** Adds the routes, whose paths start after `/api/v10`. */
	routes(app: Hono<RestEnv>): void;
}

/** Discord's REST API: log, faults, authorisation, bodies, rate limit headers and errors, around the routes. */
export function createRest(options: RestOptions): Hono<RestEnv> {
	const app = createRoutes();
	app.use(async (c, next) => {
		const at = options.now();
		const path = pathOf(c);
		Object.entries({ json: null, files: [], house: [], refused: [], injected: false }).forEach(([key, value]) => {
			c.set(key as 'json', value);
		});
		const fault = options.faults.take(c.req.method, path);
		if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));
		const injected = fault ? inject(c, fault) : null;
		const quota = injected ? null : options.limiter.take(c.req.method, path, performance.now());
		if (injected) {
			c.set('injected', true);
			await keepBody(c);
			c.res = injected;
		} else if (quota?.exceeded) {
			await keepBody(c);
			c.res = tooMany(c, quota.resetAfterMs / 1000, false);
		} else {
			await next();
			if (fault?.kind === 'cut-after') {
				c.set('injected', true);
				c.env.incoming.socket.destroy();
			}
		}
		addHeaders(c, path, quota);
		const text = await c.res.clone().text();
		const exchange = {
			method: c.req.method,
			path,
			query: c.req.query(),
			body: c.get('json'),
			files: c.get('files').map((file) => file.name),
			status: c.res.status,
			response: text === '' ? null : (JSON.parse(text) as unknown),
			at,
			injected: c.get('injected'),
		};
		const excused = options.excuses(path);
		options.log.record(exchange, excused ? [] : c.get('refused'), c.get('house'));
	});
	app.use(async (c, next) => {
		const path = pathOf(c);
		const hasOwnToken = path.startsWith('/interactions/') || path.startsWith('/webhooks/');
		if (!hasOwnToken && c.req.header('authorization') !== `Bot ${options.token}`) {
			throw new ApiError(401, 0, '401: Unauthorized');
		}
		const body = await readBody(c);
		c.set('json', body.json);
		c.set('files', body.files);
		await next();
	});
	options.routes(app);
	// an app that is mounted in another has no notFound of its own
	app.all('*', (c) => {
		c.get('refused').push(`The sandbox knows no ${c.req.method} ${pathOf(c)}.`);
		return c.json({ message: '404: Not Found', code: 0 }, 404);
	});
	app.onError((error, c) => {
		if (!(error instanceof ApiError)) {
			c.get('refused').push(`The sandbox failed: ${error.stack ?? error.message}`);
			return c.json({ message: '500: Internal Server Error', code: 0 }, 500);
		}
		if (!isCircumstance(error.code)) c.get('refused').push(...worded(error));
		return c.json(error.body(), error.status);
	});
	return app;
}

function worded(error: ApiError): string[] {
	if (error.problems.length === 0) return [`${error.code} ${error.message}`];
	return error.problems.map(({ path, code, message }: Problem) => `${path.join('.')}: ${code} ${message}`);
}

/** The decoded path after `/api/v10`. */
function pathOf(c: RestContext): string {
	return decodeURIComponent(new URL(c.req.url).pathname).replace(/^\/api\/v10/, '');
}

/** The answer of a fault; null where the request is carried out. */
function inject(c: RestContext, fault: RestFault): Response | null {
	switch (fault.kind) {
		case 'rate-limit':
			return tooMany(c, fault.retryAfterSeconds, fault.global ?? false);
		case 'status':
			return c.json({ message: `${fault.status}: injected`, code: 0 }, fault.status);
		case 'error':
			return c.json({ message: fault.message, code: fault.code }, fault.status);
		case 'cut':
			c.env.incoming.socket.destroy();
			return c.body(null, 204);
		case 'cut-after':
		case 'delay':
			return null;
	}
}

/** Keeps the body of a request that is not carried out, for the log. */
async function keepBody(c: RestContext): Promise<void> {
	const body = await readBody(c).catch(() => null);
	if (body) c.set('json', body.json);
}

function tooMany(c: RestContext, retryAfterSeconds: number, global: boolean): Response {
	const body = { message: 'You are being rate limited.', retry_after: retryAfterSeconds, global, code: 0 };
	return c.json(body, 429, {
		'retry-after': String(Math.ceil(retryAfterSeconds)),
		'x-ratelimit-scope': global ? 'global' : 'user',
		...(global && { 'x-ratelimit-global': 'true' }),
	});
}

/** What limits there are. Without a quota, one that is never reached; responses to interactions have none. */
function addHeaders(c: RestContext, path: string, quota: Quota | null): void {
	if (path.startsWith('/interactions/')) return;
	const limited = c.res.status === 429;
	const retryAfter = limited ? Number(c.res.headers.get('retry-after') ?? 1) : 1;
	const shown = quota && (quota.announced || quota.exceeded) ? quota : null;
	const resetAfter = shown ? shown.resetAfterMs / 1000 : retryAfter;
	const headers = {
		'x-ratelimit-limit': String(shown?.limit ?? 1000),
		'x-ratelimit-remaining': String(limited ? 0 : (shown?.remaining ?? 999)),
		'x-ratelimit-reset': String(Date.now() / 1000 + resetAfter),
		'x-ratelimit-reset-after': String(resetAfter),
		'x-ratelimit-bucket': `sandbox${c.req.method.toLowerCase()}${path.replaceAll(/[^a-z]/g, '').slice(0, 24)}`,
	};
	for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
}
