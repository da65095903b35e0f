import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../embeddings/package-root.js';

/** Folder of the model whose files stand beside the code. */
export const EMBEDDED_MODEL_FOLDER = join(PACKAGE_ROOT, 'embeddings', 'model');

const environment = z.object({
	QUOTH_DATA: z.string().min(1).default('data'),
	QUOTH_THREADS: z.coerce.number().int().min(1).max(256).optional(),
	QUOTH_HUB: z.url({ protocol: /^https?$/ }).default('https://huggingface.co'),
});

export interface Config {
	/** Absolute path of the folder that holds the store, the indexes and pulled models. */
	readonly dataFolder: string;
	/** Encoder threads, where the work is long. */
	readonly threads: number;
	/** Where `quoth model pull` asks for models. */
	readonly hub: string;
	/** The environment for a child process that works on the same data folder. */
	readonly childEnvironment: Readonly<Record<string, string | undefined>>;
}

/**
 * The one reader of the environment and of `.env`. Reports every bad variable at once, by name and never by value.
 *
 * @throws {Error} If a variable is malformed.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
	readDotenv({ quiet: true, processEnv: env });
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const parsed = environment.safeParse(given);
	if (!parsed.success) {
		const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
		throw new Error(`The environment is not as expected (see .env.example): ${problems.join('; ')}`);
	}
	const { QUOTH_DATA, QUOTH_THREADS, QUOTH_HUB } = parsed.data;
	return {
		dataFolder: resolve(QUOTH_DATA),
		threads: QUOTH_THREADS ?? availableParallelism(),
		hub: QUOTH_HUB,
		childEnvironment: env,
	};
}

/** Whether the environment asks for colours where no terminal is (https://force-color.org). */
export function isColourForced({ FORCE_COLOR = '' }: NodeJS.ProcessEnv = process.env): boolean {
	return FORCE_COLOR !== '' && FORCE_COLOR !== '0';
}
