import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
/** What threads run, and what tests of threads need. */
const WORKER = join(ROOT, 'dist', 'embeddings', 'encoder-worker.js');

/**
 * Builds `dist/` once before the tests: threads run the built code. Errors of types are `npm run typecheck`'s to report;
 * they are shown, and the tests run all the same.
 *
 * @throws {Error} If nothing was built.
 */
export function setup(): void {
	// the build leaves alone what it believes to be there
	if (!existsSync(WORKER)) rmSync(join(ROOT, 'dist', '.tsbuildinfo'), { force: true });
	const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
	for (const project of ['tsconfig.build.json', 'sandbox/page']) {
		const { stdout } = spawnSync(process.execPath, [tsc, '-p', project], { cwd: ROOT, encoding: 'utf8' });
		if (stdout !== '') process.stderr.write(stdout);
	}
	if (!existsSync(WORKER)) throw new Error(`Expected the build to write ${WORKER}: run \`npm run build\``);
}
