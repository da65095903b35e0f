import { Client, Events, GatewayIntentBits, type ClientOptions, type Message } from 'discord.js';
import { onTestFinished } from 'vitest';
import { openSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox.js';
import { loadOpenApiCheck } from '../support/openapi.js';

const check = loadOpenApiCheck();

/** A sandbox that Discord's own document watches, closed when the test ends. */
export async function openWatched(options: SandboxOptions = {}): Promise<Sandbox> {
	const sandbox = await openSandbox({ check, ...options });
	onTestFinished(async () => {
		await sandbox.close();
	});
	return sandbox;
}

export const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** discord.js as it is, logged in. */
export async function login(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
	const client = new Client({
		intents: INTENTS,
		rest: { api: sandbox.restUrl, globalRequestsPerSecond: Infinity },
		...options,
	});
	onTestFinished(async () => {
		await client.destroy();
	});
	const ready = new Promise<Client<true>>((resolve) => {
		client.once(Events.ClientReady, resolve);
	});
	await client.login(sandbox.token);
	return ready;
}

export interface Answer {
	readonly status: number;
	readonly body: unknown;
}

/** A request of the application, without discord.js, so that it can be wrong. */
export async function request(sandbox: Sandbox, method: string, path: string, body?: unknown): Promise<Answer> {
	const response = await fetch(`${sandbox.restUrl}/v10${path}`, {
		method,
		headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

/** The same, with files. */
export async function upload(sandbox: Sandbox, path: string, body: unknown, files: readonly File[]): Promise<Answer> {
	const form = new FormData();
	form.set('payload_json', JSON.stringify(body));
	files.forEach((file, i) => {
		form.set(`files[${i}]`, file, file.name);
	});
	const headers = { authorization: `Bot ${sandbox.token}` };
	const response = await fetch(`${sandbox.restUrl}/v10${path}`, { method: 'POST', headers, body: form });
	const text = await response.text();
	return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

/** The next message that the client is told of. */
export function nextMessage(client: Client): Promise<Message> {
	return new Promise((resolve) => {
		client.once(Events.MessageCreate, resolve);
	});
}
