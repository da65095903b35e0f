import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The packages that the page's code imports, and under each those which it imports itself. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
	lit: ['lit-html', 'lit-element', '@lit/reactive-element'],
	'@skyra/discord-components-core': ['@lit/context'],
};

/** What stands below never changes. */
export const KEPT_MODULES = '/page/modules/';

/** What the browser may load. Nothing is looked up by a path from outside: what is not a key here is not there. */
export interface PageFiles {
	/** Path of the URL to the file that is served there. All are JavaScript modules. */
	readonly modules: ReadonlyMap<string, string>;
	/** JSON that tells the browser which URL a bare import stands for. */
	readonly importMap: string;
	/** For the content security policy: `sha256-…` of the import map. */
	readonly importMapHash: string;
}

/** @throws {Error} If the page's code was not compiled, or a package is not installed. */
export async function findPageFiles(): Promise<PageFiles> {
	const modules = new Map<string, string>();
	const imports: Record<string, string> = {};
	await addScripts(modules, '/page/code/', await compiledPage());
	const add = async (name: string, root: string): Promise<void> => {
		const manifest = Manifest.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
		// the version is in the URL, so that browsers may keep what they have
		const folder = `${KEPT_MODULES}${name}@${manifest.version}/`;
		await addScripts(modules, folder, root);
		for (const [subpath, file] of entriesOf(manifest)) {
			if (modules.has(folder + file)) imports[name + subpath] = folder + file;
		}
	};
	for (const [name, inner] of Object.entries(PACKAGES)) {
		const root = packageRoot(name, fileURLToPath(import.meta.url));
		await add(name, root);
		for (const one of inner) await add(one, packageRoot(one, join(root, 'package.json')));
	}
	const importMap = JSON.stringify({ imports });
	const importMapHash = `sha256-${createHash('sha256').update(importMap).digest('base64')}`;
	return { modules, importMap, importMapHash };
}

/** The folder of the page's JavaScript: beside this folder when that is compiled too, else where the build writes it. */
async function compiledPage(): Promise<string> {
	const here = dirname(fileURLToPath(import.meta.url));
	const folders = [join(here, '..', 'page'), join(here, '..', '..', 'dist', 'sandbox', 'page')];
	for (const folder of folders) {
		if (await stat(join(folder, 'main.js')).catch(() => null)) return folder;
	}
	throw new Error(`Expected the page's code in ${folders.join(' or ')}: run \`npm run build\`.`);
}

/** Where the package lies that `file` gets when it imports `name`. */
function packageRoot(name: string, file: string): string {
	let folder = dirname(createRequire(file).resolve(name));
	while (!folder.endsWith(join('node_modules', ...name.split('/')))) {
		if (folder === dirname(folder)) throw new Error(`Expected the package ${name} in a folder of its name, got none.`);
		folder = dirname(folder);
	}
	return folder;
}

/** Builds for Node and for developers are not for the browser. */
const OTHER_BUILDS = new Set(['node', 'development', 'node_modules']);

async function addScripts(modules: Map<string, string>, url: string, root: string): Promise<void> {
	for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || !entry.name.endsWith('.js')) continue;
		const path = relative(root, join(entry.parentPath, entry.name)).split(sep);
		if (!path.some((part) => OTHER_BUILDS.has(part))) modules.set(url + path.join('/'), join(root, ...path));
	}
}

const Target = z.union([z.string(), z.looseObject({ default: z.string() })]);
const Manifest = z.looseObject({ version: z.string(), exports: z.record(z.string(), z.unknown()) });

/** Subpath (empty, or with its slash) and file, for each entry of the package's `exports` that names one. */
function entriesOf(manifest: z.infer<typeof Manifest>): [subpath: string, file: string][] {
	return Object.entries(manifest.exports).flatMap(([subpath, entry]) => {
		const target = Target.safeParse(entry);
		if (!target.success) return [];
		const file = typeof target.data === 'string' ? target.data : target.data.default;
		return [[subpath.slice(1), file.replace(/^\.\//, '')]];
	});
}
