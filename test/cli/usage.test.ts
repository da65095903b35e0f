import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectFailure } from '../support/cli-store.js';
import { quoth } from '../support/quoth.js';
import { suiteFolder } from '../support/temporary-folder.js';

describe('quoth', { timeout: 60_000 }, () => {
	const data = join(suiteFolder(), 'data');

	it.each([
		[[]],
		[['frobnicate']],
		[['ask']],
		[['ingest']],
		[['remove']],
		[['summarize']],
		[['show']],
		[['ask', 'one', 'two']],
		[['ask', 'x', '--k', '0']],
		[['ask', 'x', '--k', 'many']],
		[['ask', 'x', '--frobnicate']],
		[['status', 'extra']],
		[['bench', '--passages', '5']],
		[['model']],
		[['model', 'frobnicate']],
	])('ends with 2 on quoth %j, and says so on standard error', async (args) => {
		const { code, stdout, stderr } = await quoth(args, { data });
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toContain('quoth');
	});

	it.each([[['--help']], [['help']], [['ask', '--help']], [['model', '--help']], [['--version']]])(
		'ends with 0 on quoth %j',
		async (args) => {
			const { code, stdout, stderr } = await quoth(args, { data });
			expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
			expect(stdout.length).toBeGreaterThan(4);
		},
	);

	it('shows every command, the exit codes and QUOTH_DATA in its help', async () => {
		const { stdout } = await quoth(['--help']);
		for (const word of [
			'ingest',
			'ask',
			'summarize',
			'status',
			'show',
			'remove',
			'verify',
			'eval',
			'bench',
			'model',
			'demo',
			'QUOTH_DATA',
			'Exit codes',
		]) {
			expect(stdout).toContain(word);
		}
	});

	it('names a malformed variable, and keeps its value to itself', async () => {
		const run = await quoth(['status'], { data, env: { QUOTH_THREADS: 'hunter2' } });
		expectFailure(run, 'QUOTH_THREADS');
		expect(run.stderr).not.toContain('hunter2');
	});
});
