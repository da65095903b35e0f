import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { ApiError, unknown } from './api-error.js';
import type { UploadedFile } from './uploads.js';

/** What the routes of the API know of a request. */
export interface RestEnv {
	Bindings: HttpBindings;
	Variables: {
		/** The parsed JSON; null for none. */
		json: unknown;
		files: readonly UploadedFile[];
		/** House rules that the request broke. */
		house: string[];
		/** Why the request was refused, for the log. */
		refused: string[];
		injected: boolean;
	};
}

export type RestContext = Context<RestEnv>;

export function createRoutes(): Hono<RestEnv> {
	return new Hono<RestEnv>();
}

/** A part of the path. Routes declare it, so it is there; an id that is none is refused as Discord does. */
export function idIn(c: RestContext, name: string): string {
	const id = c.req.param(name) ?? '';
	if (/^\d{1,20}$/.test(id)) return id;
	throw notSnowflake(name, id);
}

/** The value, or the error if there is none. */
export function found<T>(value: T | undefined | null, error: () => ApiError = unknown.message): T {
	if (value === undefined || value === null) throw error();
	return value;
}

/** An id in the query; undefined if there is none. @throws {ApiError} 50035 */
export function idInQuery(c: RestContext, name: string): string | undefined {
	const id = c.req.query(name);
	if (id === undefined || /^\d{1,20}$/.test(id)) return id;
	throw notSnowflake(name, id);
}

function notSnowflake(name: string, id: string): ApiError {
	const message = `Value "${id}" is not snowflake.`;
	return new ApiError(400, 50035, 'Invalid Form Body', [{ path: [name], code: 'NUMBER_TYPE_COERCE', message }]);
}

/** A whole number in the query. @throws {ApiError} 50035 */
export function numberIn(c: RestContext, name: string, fallback: number, min: number, max: number): number {
	const text = c.req.query(name);
	if (text === undefined) return fallback;
	const value = Number(text);
	if (Number.isInteger(value) && value >= min && value <= max) return value;
	const message = `int value should be between ${min} and ${max}.`;
	throw new ApiError(400, 50035, 'Invalid Form Body', [{ path: [name], code: 'NUMBER_TYPE_MAX', message }]);
}
