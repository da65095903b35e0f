import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonOf, quoth } from '../support/quoth.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { tinyModel, writeFiles } from '../support/tiny-model.js';

describe('quoth model', { timeout: 60_000 }, () => {
	it('embeds the store anew with a model whose folder was copied, and with the embedded one again', async () => {
		const folder = await temporaryFolder();
		const data = join(folder, 'data');
		await writeFile(join(folder, 'ferry.txt'), 'In winter the boat on the river leaves at noon. Bring a coat.');
		await writeFile(join(folder, 'bees.txt'), 'Forty beekeepers founded an association in the valley.');
		await quoth(['ingest', folder], { data });
		await mkdir(join(data, 'models', 'owner--tiny'), { recursive: true });
		await writeFiles(join(data, 'models', 'owner--tiny'), tinyModel());

		const used = await quoth(['model', 'use', 'owner/tiny', '--json'], { data });
		expect(used).toMatchObject({ code: 0, stderr: '' });
		expect(jsonOf(used)).toMatchObject({
			model: expect.stringMatching(/^owner\/tiny@/) as string,
			dimension: 3,
			documents: 2,
		});
		const status = jsonOf(await quoth(['status', '--json'], { data })) as { model: unknown };
		expect(status).toMatchObject({ documents: 2, model: { dimension: 3 } });
		expect(jsonOf(await quoth(['model', 'list', '--json'], { data }))).toMatchObject([
			{ embedded: true, used: false },
			{ name: 'owner/tiny', embedded: false, used: true },
		]);
		const verified = await quoth(['verify', '--json'], { data });
		expect(jsonOf(verified)).toMatchObject({ documents: 2, faults: [] });
		const question = 'In winter the boat on the river leaves when, at noon?';
		expect((await quoth(['ask', question, '--json'], { data })).stdout).toContain(
			'the boat on the river leaves at noon.',
		);

		// what comes later is embedded with the model of the store
		await writeFile(join(folder, 'mill.txt'), 'The mill at Trea turns again.');
		expect(jsonOf(await quoth(['ingest', join(folder, 'mill.txt'), '--json'], { data }))).toMatchObject({ added: 1 });
		const [{ name }] = jsonOf(await quoth(['model', 'list', '--json'], { data })) as [{ name: string }];
		expect(await quoth(['model', 'use', name], { data })).toMatchObject({ code: 0 });
		expect(jsonOf(await quoth(['verify', '--json'], { data }))).toMatchObject({ documents: 3, faults: [] });
		expect(jsonOf(await quoth(['model', 'list', '--json'], { data }))).toMatchObject([{ used: true }, { used: false }]);
	});

	it('says what to do when the model of the store is gone', async () => {
		const folder = await temporaryFolder();
		const data = join(folder, 'data');
		await mkdir(join(data, 'models', 'owner--tiny'), { recursive: true });
		await writeFiles(join(data, 'models', 'owner--tiny'), tinyModel());
		await writeFile(join(folder, 'mill.txt'), 'The mill at Trea turns again.');
		expect(await quoth(['model', 'use', 'owner/tiny'], { data })).toMatchObject({ code: 0 });
		await quoth(['ingest', join(folder, 'mill.txt')], { data });
		await writeFile(join(data, 'models', 'owner--tiny', 'quoth-model.json'), '{');
		const { code, stdout, stderr } = await quoth(['ask', 'Where does the mill turn?'], { data });
		expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
		expect(stderr).toMatch(/^quoth: .*owner\/tiny.*quoth model pull owner\/tiny.*\n$/);
	});

	it('lists the embedded model, which is the one in use', async () => {
		const run = await quoth(['model', 'list', '--json'], { data: join(await temporaryFolder(), 'data') });
		expect(run).toMatchObject({ code: 0, stderr: '' });
		expect(jsonOf(run)).toMatchObject([{ embedded: true, used: true }]);
	});
});
