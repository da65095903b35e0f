import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EMBEDDED_MODEL_FOLDER, readConfig, VARIABLES } from '../../bot/config.js';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';

describe('readConfig', () => {
	it('has a default for everything', () => {
		expect(readConfig({})).toMatchObject({
			dataFolder: resolve('data'),
			threads: availableParallelism(),
			hub: 'https://huggingface.co',
		});
	});

	it('reads what is set, and takes an empty variable for one that is not', () => {
		const env = { QUOTH_DATA: 'here', QUOTH_THREADS: '3', QUOTH_HUB: 'http://localhost:1' };
		expect(readConfig(env)).toMatchObject({ dataFolder: resolve('here'), threads: 3, hub: 'http://localhost:1' });
		expect(readConfig({ QUOTH_DATA: '', QUOTH_THREADS: '', QUOTH_HUB: '' })).toMatchObject({
			dataFolder: resolve('data'),
		});
	});

	it('reports every malformed variable at once, by name and never by value', () => {
		const read = () => readConfig({ QUOTH_THREADS: 'hunter2', QUOTH_HUB: 'ftp://hunter2' });
		expect(read).toThrow(/QUOTH_THREADS: .*; QUOTH_HUB: /);
		expect(read).not.toThrow('hunter2');
	});

	it.each(['0', '-1', '1.5', '257', 'NaN'])('refuses %s threads', (QUOTH_THREADS) => {
		expect(() => readConfig({ QUOTH_THREADS })).toThrow('QUOTH_THREADS');
	});

	it('takes the token alone, and as the portal shows it in examples', () => {
		expect(readConfig({ DISCORD_TOKEN: ' abc.def \n' }).discord.token).toBe('abc.def');
		expect(readConfig({ DISCORD_TOKEN: 'Bot abc.def' }).discord.token).toBe('abc.def');
		expect(readConfig({ DISCORD_TOKEN: '' }).discord.token).toBeUndefined();
	});

	it("takes attachments from Discord's hosts, and from another Discord's own", () => {
		expect(readConfig({}).downloads.attachmentHosts).toEqual(['cdn.discordapp.com', 'media.discordapp.net']);
		const { discord, downloads } = readConfig({ DISCORD_API: 'http://127.0.0.1:8423/api/' });
		expect(discord.api).toBe('http://127.0.0.1:8423/api');
		expect(downloads.attachmentHosts).toEqual(['127.0.0.1:8423']);
	});

	it('lets no member reach private addresses unless the operator says so', () => {
		expect(readConfig({}).downloads.allowPrivate).toBe(false);
		expect(readConfig({ QUOTH_PRIVATE_URLS: 'yes' }).downloads.allowPrivate).toBe(true);
		expect(() => readConfig({ QUOTH_PRIVATE_URLS: 'perhaps' })).toThrow('QUOTH_PRIVATE_URLS');
	});

	it('reads proxies in either case, and lets the lower one win', () => {
		const env = { HTTP_PROXY: 'http://a:1', http_proxy: 'http://b:2', HTTPS_PROXY: 'c:3', no_proxy: 'd', NO_PROXY: '' };
		expect(readConfig(env).proxies).toEqual({ http: 'http://b:2', https: 'c:3', none: 'd' });
		expect(readConfig({}).proxies).toEqual({ http: undefined, https: undefined, none: undefined });
	});

	it('takes the name of a reranker, and none by default', () => {
		expect(readConfig({}).reranker).toBeUndefined();
		expect(readConfig({ QUOTH_RERANKER: 'owner/name' }).reranker).toBe('owner/name');
		expect(() => readConfig({ QUOTH_RERANKER: 'name' })).toThrow('QUOTH_RERANKER: expected owner/name');
	});

	it('reads every variable of .env.example, and no other, with the defaults that stand there', () => {
		const lines = readFileSync(join(PACKAGE_ROOT, '.env.example'), 'utf8').split('\n');
		const example = Object.fromEntries(
			lines.filter((line) => /^\w+=/.test(line)).map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
		);
		expect(Object.keys(example).sort()).toEqual([...VARIABLES].sort());
		// what a child is given is what was read
		const given = { ...readConfig(example), childEnvironment: null };
		expect(given).toEqual({ ...readConfig({}), childEnvironment: null });
	});

	it('finds the embedded model', () => {
		expect(existsSync(join(EMBEDDED_MODEL_FOLDER, 'tokenizer.json'))).toBe(true);
	});
});
