import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readKnownQuestions } from '../../../cli/evaluation/question-lines.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

it('reads questions behind a byte order mark, with answers composed as the text of articles is', async () => {
	const path = join(await temporaryFolder(), 'questions.jsonl');
	const question = { question: 'Ở đâu?', language: 'vi', answer: 'Kỳ Sơn'.normalize('NFD') };
	await writeFile(path, `\uFEFF${JSON.stringify(question)}\r\n`);
	expect(await readKnownQuestions(path)).toEqual([{ ...question, answer: 'Kỳ Sơn'.normalize('NFC') }]);
});
