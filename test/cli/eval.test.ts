import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectFailure } from '../support/cli-store.js';
import { jsonOf, quoth } from '../support/quoth.js';
import { suiteFolder, temporaryFolder } from '../support/temporary-folder.js';

describe('quoth eval', { timeout: 60_000 }, () => {
	const data = suiteFolder();
	const squad = (context: string, question: string) =>
		JSON.stringify({ data: [{ paragraphs: [{ context, qas: [{ id: 'q1', question }] }] }] });

	it('measures a folder of question files, compressed ones among them', async () => {
		const folder = await temporaryFolder();
		await writeFile(
			join(folder, 'set.en.json'),
			squad('The ferry lands at the salt pier.', 'Where does the ferry land?'),
		);
		await writeFile(
			join(folder, 'set.fr.json.zst'),
			zstandardFrame(squad('Le bac accoste au vieux quai.', 'Où accoste le bac ?')),
		);
		const run = await quoth(['eval', folder, '--json'], { data });
		expect(run).toMatchObject({ code: 0, stderr: '' });
		expect(jsonOf(run)).toMatchObject({
			languages: ['en', 'fr'],
			questions: 1,
			model: expect.any(String) as string,
			'ndcg@10': { en: { en: 1, fr: 1 }, fr: { en: 1, fr: 1 } },
			dense: { en: { en: 1, fr: 1 }, fr: { en: 1, fr: 1 } },
			within: 1,
			across: 1,
			denseWithin: 1,
			denseAcross: 1,
			seconds: expect.any(Number) as number,
		});
		const english = jsonOf(await quoth(['eval', folder, '--languages', 'en', '--json'], { data }));
		expect(english).toMatchObject({ languages: ['en'], 'ndcg@10': { en: { en: 1 } } });
	});

	it('fails in one line on a folder without questions, a missing language and a file that is none', async () => {
		const folder = await temporaryFolder();
		expectFailure(await quoth(['eval', folder, '--json'], { data }), 'No question files');
		expectFailure(await quoth(['eval', join(folder, 'nowhere'), '--json'], { data }), 'nowhere');
		await writeFile(join(folder, 'set.en.json'), '{"data":[{}]}');
		expectFailure(await quoth(['eval', folder, '--json'], { data }), "not in SQuAD's format");
		expectFailure(await quoth(['eval', folder, '--languages', 'th', '--json'], { data }), '"th"');
	});

	it('names a model that is not here, and how to get it', async () => {
		expectFailure(
			await quoth(['eval', data, '--model', 'nobody/nothing'], { data }),
			'`quoth model pull nobody/nothing`',
		);
		expectFailure(await quoth(['model', 'use', 'nobody/nothing'], { data }), '`quoth model pull nobody/nothing`');
	});
});

/** A Zstandard frame of one raw block (RFC 8878), for want of a compressor. */
function zstandardFrame(text: string): Buffer {
	const content = Buffer.from(text);
	const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0, 0, 0, 0]);
	header.writeUInt32LE(content.length, 5);
	header.writeUIntLE((content.length << 3) | 1, 9, 3);
	return Buffer.concat([header, content]);
}
