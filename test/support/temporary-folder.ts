import { mkdtempSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** An empty folder that is gone when the test is finished. */
export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'quoth-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** An empty folder that is gone when all tests of a suite are finished; to be asked for in the suite's own body. */
export function suiteFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'quoth-'));
	afterAll(() => rm(folder, { recursive: true, force: true }));
	return folder;
}
