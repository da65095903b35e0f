import { describe, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';
import { quoth } from '../support/quoth.js';
import { suiteFolder } from '../support/temporary-folder.js';

describe('quoth demo', () => {
	const data = suiteFolder();

	it('answers one example question for each language of the samples where standard input is no terminal', async () => {
		const lines = (await readFile(join(PACKAGE_ROOT, 'samples', 'questions.jsonl'), 'utf8')).trim().split('\n');
		const examples = lines
			.map((line) => JSON.parse(line) as { language: string; question: string; demo?: boolean })
			.filter(({ demo }) => demo === true);
		expect(new Set(examples.map(({ language }) => language)).size).toBeGreaterThanOrEqual(7);

		const { code, stdout } = await quoth(['demo'], { data });
		expect(code).toBe(0);
		for (const { question } of examples) expect(stdout).toContain(question);
		expect(stdout.match(/^\[1\] /gm)?.length).toBe(examples.length);
	});
});
