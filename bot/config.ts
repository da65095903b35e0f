import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../embeddings/package-root.js';
import type { Proxies } from './download/proxied-fetch.js';

/** Folder of the model whose files stand beside the code. */
export const EMBEDDED_MODEL_FOLDER = join(PACKAGE_ROOT, 'embeddings', 'model');

/** Discord's own REST API, less the version, which discord.js adds. */
const DISCORD_API = 'https://discord.com/api';
/** Where Discord serves what its members upload. */
const ATTACHMENT_HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];

const environment = z.object({
	QUOTH_DATA: z.string().min(1).default('data'),
	QUOTH_THREADS: z.coerce.number().int().min(1).max(256).optional(),
	QUOTH_HUB: z.url({ protocol: /^https?$/ }).default('https://huggingface.co'),
	HF_TOKEN: z.string().trim().min(1).optional(),
	HTTP_PROXY: z.string().min(1).optional(),
	HTTPS_PROXY: z.string().min(1).optional(),
	NO_PROXY: z.string().min(1).optional(),
	QUOTH_RERANKER: z
		.string()
		.regex(/^[^/]+\/[^/]+$/, 'expected owner/name')
		.optional(),
	DISCORD_TOKEN: z.string().min(1).optional(),
	DISCORD_API: z.url({ protocol: /^https?$/ }).default(DISCORD_API),
	QUOTH_PRIVATE_URLS: z.stringbool().default(false),
	QUOTH_DOWNLOAD_MB: z.coerce.number().positive().max(20).default(10),
	QUOTH_DOWNLOAD_SECONDS: z.coerce.number().positive().max(300).default(20),
	QUOTH_MEMBER_QUESTIONS: z.coerce.number().int().positive().default(12),
	QUOTH_SERVER_QUESTIONS: z.coerce.number().int().positive().default(300),
	QUOTH_KEEP_DAYS: z.coerce.number().int().positive().default(90),
});

/** Read in lower case too, as curl does, which wins where both are set. */
const EITHER_CASE = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'] as const;

/** Names of all variables that are read. */
export const VARIABLES: readonly string[] = Object.keys(environment.shape);

export interface Config {
	/** Absolute path of the folder that holds the store, the indexes and pulled models. */
	readonly dataFolder: string;
	/** Encoder threads, where the work is long. */
	readonly threads: number;
	/** Where `quoth model pull` asks for models. */
	readonly hub: string;
	/** Shown to the hub, for models that are not everyone's. */
	readonly hubToken: string | undefined;
	/** By which models are downloaded. What members send the bot for is never asked for by a proxy. */
	readonly proxies: Proxies;
	/** `owner/name` of the model that reads question and sentence together; `undefined` where none does. */
	readonly reranker: string | undefined;
	readonly discord: DiscordConfig;
	readonly downloads: DownloadConfig;
	/** Questions a minute. */
	readonly questions: { readonly ofMember: number; readonly ofServer: number };
	/** Days that questions and answers are kept. */
	readonly keepDays: number;
	/** The environment for a child process that works on the same data folder. */
	readonly childEnvironment: Readonly<Record<string, string | undefined>>;
}

export interface DiscordConfig {
	/** `undefined` where none is given: only what speaks with Discord needs one. */
	readonly token: string | undefined;
	/** Whether this process is one shard of a bot, started by another. */
	readonly isShard: boolean;
	/** REST base, without a slash at the end and without version. */
	readonly api: string;
}

/** How far members may send the bot for articles. */
export interface DownloadConfig {
	/** Whether addresses of private networks are asked. */
	readonly allowPrivate: boolean;
	readonly maxBytes: number;
	readonly timeoutMs: number;
	/** Hosts of what is uploaded to Discord, with the port where it is not the scheme's. */
	readonly attachmentHosts: readonly string[];
}

/**
 * The one reader of the environment and of `.env`. Reports every bad variable at once, by name and never by value.
 *
 * @throws {Error} If a variable is malformed.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
	readDotenv({ quiet: true, processEnv: env });
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	for (const name of EITHER_CASE) given[name] = given[name.toLowerCase()] ?? given[name];
	const parsed = environment.safeParse(given);
	if (!parsed.success) {
		const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
		throw new Error(`The environment is not as expected (see .env.example): ${problems.join('; ')}`);
	}
	const values = parsed.data;
	const api = values.DISCORD_API.replace(/\/+$/, '');
	return {
		dataFolder: resolve(values.QUOTH_DATA),
		threads: values.QUOTH_THREADS ?? availableParallelism(),
		hub: values.QUOTH_HUB,
		hubToken: values.HF_TOKEN,
		proxies: { http: values.HTTP_PROXY, https: values.HTTPS_PROXY, none: values.NO_PROXY },
		reranker: values.QUOTH_RERANKER,
		discord: {
			token: values.DISCORD_TOKEN?.trim().replace(/^Bot\s+/i, ''),
			api,
			// set by discord.js for the processes that it starts
			isShard: given.SHARDING_MANAGER !== undefined,
		},
		downloads: {
			allowPrivate: values.QUOTH_PRIVATE_URLS,
			maxBytes: values.QUOTH_DOWNLOAD_MB * 1e6,
			timeoutMs: values.QUOTH_DOWNLOAD_SECONDS * 1000,
			// another Discord serves its own attachments
			attachmentHosts: api === DISCORD_API ? ATTACHMENT_HOSTS : [new URL(api).host],
		},
		questions: { ofMember: values.QUOTH_MEMBER_QUESTIONS, ofServer: values.QUOTH_SERVER_QUESTIONS },
		keepDays: values.QUOTH_KEEP_DAYS,
		childEnvironment: env,
	};
}

/** Whether the environment asks for colours where no terminal is (https://force-color.org). */
export function isColourForced({ FORCE_COLOR = '' }: NodeJS.ProcessEnv = process.env): boolean {
	return FORCE_COLOR !== '' && FORCE_COLOR !== '0';
}
