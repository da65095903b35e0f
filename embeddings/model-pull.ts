import { mkdir, readdir, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sumOf } from './file-sum.js';
import type { HubAccess, HubFile } from './hub-access.js';
import { bytesHere, downloadBeside, PART } from './hub-download.js';
import { askForFile } from './hub-request.js';
import { adoptModel } from './model-adopt.js';
import { MODEL_CARD_FILE, RERANKER_CARD_FILE, type ModelCard, type RerankerCard } from './model-card.js';
import { checkModelName, REQUIRED_FILES, weightPieces, WEIGHTS } from './model-files.js';
import { folderNameOf } from './model-registry.js';
import { isReranker, OPTIONAL_TRAIT_FILES } from './model-traits.js';
import { adoptReranker } from './reranker-adopt.js';

export interface PullProgress {
	/** The file that is being downloaded, by its path in the model's folder. */
	readonly file: string;
	/** Bytes here, of all files that were not here before, together. */
	readonly bytes: number;
	/** Of the same files, as far as the hub says. */
	readonly totalBytes: number;
}

/** Making vectors, or reading a question and a text together. */
export type ModelUse = 'encoder' | 'reranker';

export interface PullOptions {
	/** `owner/name`, as on the hub. */
	readonly name: string;
	/** Branch, tag or commit. */
	readonly revision?: string;
	/** Where a file's address begins: `{hub}/{name}/resolve/{revision}/{file}`. */
	readonly hub: string;
	/** The folder of all models; this one gets a folder in it. */
	readonly folder: string;
	/** What the model is to be used for. By default what its config.json says that it was made for. */
	readonly use?: ModelUse | undefined;
	readonly onProgress?: (progress: PullProgress) => void;
	readonly fetch?: typeof fetch | undefined;
	/** Names the proxy that `fetch` uses for a URL, as `host:port`. */
	readonly proxyFor?: ((url: URL) => string | undefined) | undefined;
	/** Shown to the hub alone: for models that are not everyone's. */
	readonly token?: string | undefined;
	/** Before the first retry; each further one waits twice as long. */
	readonly retryDelayMs?: number;
}

export type PulledModel =
	| { readonly use: 'encoder'; readonly folder: string; readonly card: ModelCard }
	| { readonly use: 'reranker'; readonly folder: string; readonly card: RerankerCard };

/**
 * Downloads a model in the layout of Transformers.js, for feature extraction or sequence classification, and writes its card.
 *
 * Files that are here already are kept, downloads that stopped go on. A model that was here stays as it was until all files
 * of the new one are.
 *
 * @throws {Error} If the name or revision is malformed, if the hub cannot be reached or has no such model, if a file does not
 * arrive whole, if the disk is full, or if the model does not load. Says what to do.
 */
export async function pullModel(options: PullOptions): Promise<PulledModel> {
	const { name, revision = 'main', hub, folder: parent, onProgress, retryDelayMs = 1000 } = options;
	checkModelName(name);
	checkRevision(revision);
	const folder = join(parent, folderNameOf(name));
	const access: HubAccess = {
		origin: new URL(hub).origin,
		fetch: options.fetch ?? fetch,
		token: options.token,
		proxyFor: options.proxyFor,
		retryDelayMs,
		otherwise: `or copy the model's files into ${folder} by hand`,
	};
	const found = await findFiles(`${hub.replace(/\/+$/, '')}/${name}/resolve`, { name, revision }, access);

	await mkdir(folder, { recursive: true });
	const absent = new Map<string, HubFile>();
	for (const [file, told] of found) {
		if (!(await isHere(join(folder, file), told))) absent.set(file, told);
	}
	await checkSpace(folder, absent);
	const parts = await downloadAll(folder, absent, access, onProgress);

	// from here on the folder is no model, until it is the new one
	for (const card of [MODEL_CARD_FILE, RERANKER_CARD_FILE]) await rm(join(folder, card), { force: true });
	for (const [file, part] of parts) await rename(part, join(folder, file));
	const known = [...WEIGHTS.flatMap(({ file }) => [file, ...weightPieces(file)]), ...OPTIONAL_TRAIT_FILES];
	for (const file of known.filter((other) => !found.has(other))) await rm(join(folder, file), { force: true });
	const pulled = await adopt(folder, name, options.use);
	await removeParts(folder, [...found.keys()]);
	return pulled;
}

async function adopt(folder: string, name: string, use: ModelUse | undefined): Promise<PulledModel> {
	return (use ?? ((await isReranker(folder)) ? 'reranker' : 'encoder')) === 'reranker'
		? { use: 'reranker', folder, card: await adoptReranker(folder, name) }
		: { use: 'encoder', folder, card: await adoptModel(folder, name) };
}

/** @throws {Error} If it could lead elsewhere on the hub. */
function checkRevision(revision: string): void {
	if (!/^\w[\w./-]*$/.test(revision) || revision.includes('..')) {
		throw new Error(`Expected a branch, tag or commit as revision, such as main; got "${revision}"`);
	}
}

/** What the hub has of a model, all of one commit. */
async function findFiles(
	base: string,
	{ name, revision }: { name: string; revision: string },
	access: HubAccess,
): Promise<Map<string, HubFile>> {
	const addressOf = (file: string, at: string) => `${base}/${encodeURIComponent(at)}/${file}`;
	const first = await askForFile(addressOf(REQUIRED_FILES[0], revision), access);
	if (first === undefined) {
		throw new Error(
			`No model ${name} at ${base.slice(0, -'/resolve'.length)}, or no revision ${revision} of it: check the name`,
		);
	}
	const commit = first.commit ?? revision;
	const found = new Map<string, HubFile>([
		[REQUIRED_FILES[0], { ...first, url: addressOf(REQUIRED_FILES[0], commit) }],
	]);
	const add = async (file: string) => {
		const told = await askForFile(addressOf(file, commit), access);
		if (told !== undefined) found.set(file, told);
		return told !== undefined;
	};
	for (const file of REQUIRED_FILES.slice(1)) {
		if (!(await add(file)))
			throw new Error(`${name} has no ${file}: it is not in the layout of Transformers.js. Choose another model`);
	}
	for (const file of OPTIONAL_TRAIT_FILES) await add(file);
	for (const { file } of WEIGHTS) {
		if (!(await add(file))) continue;
		for (const piece of weightPieces(file)) {
			if (!(await add(piece))) break;
		}
		return found;
	}
	const expected = WEIGHTS.map(({ file }) => file).join(' or ');
	throw new Error(
		`${name} has no ${expected}: choose a model in the layout of Transformers.js, such as those of Xenova`,
	);
}

async function isHere(path: string, { bytes, sha256 }: HubFile): Promise<boolean> {
	if (sha256 === undefined) return false;
	const found = await sumOf(path).catch(() => undefined);
	return found !== undefined && found.sha256 === sha256 && (bytes === undefined || found.bytes === bytes);
}

/** @throws {Error} If the disk has no room for what is yet to come of `files`. */
async function checkSpace(folder: string, files: ReadonlyMap<string, HubFile>): Promise<void> {
	let needed = 0;
	for (const [file, told] of files)
		needed += Math.max(0, (told.bytes ?? 0) - (await bytesHere(join(folder, file), told)));
	const { bavail, bsize } = await statfs(folder);
	if (bavail * bsize >= needed) return;
	const toMegabytes = (bytes: number) => Math.ceil(bytes / 1e6);
	throw new Error(
		`The model needs ${toMegabytes(needed)} MB more in ${folder}, and ${toMegabytes(bavail * bsize)} MB are free: free space, or set QUOTH_DATA to a larger disk`,
	);
}

/** Downloads each file beside its place. Returns the paths of the downloads by the files' paths in the folder. */
async function downloadAll(
	folder: string,
	files: ReadonlyMap<string, HubFile>,
	access: HubAccess,
	onProgress: PullOptions['onProgress'],
): Promise<Map<string, string>> {
	const totalBytes = [...files.values()].reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
	const parts = new Map<string, string>();
	let before = 0;
	for (const [file, told] of files) {
		let here = 0;
		const onBytes = (bytes: number) => {
			here = bytes;
			onProgress?.({ file, bytes: before + bytes, totalBytes });
		};
		parts.set(file, await downloadBeside(join(folder, file), told, access, onBytes));
		before += here;
	}
	return parts;
}

/** Removes what downloads of other versions left. */
async function removeParts(folder: string, files: readonly string[]): Promise<void> {
	for (const within of new Set(files.map((file) => dirname(join(folder, file))))) {
		const left = (await readdir(within)).filter((entry) => entry.endsWith(PART));
		for (const entry of left) await rm(join(within, entry), { force: true });
	}
}
