import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import { madeUpText } from '../support/articles.js';
import { jsonOf, outcomeOf, quoth, startQuoth } from '../support/quoth.js';
import { stage, textIn } from '../support/stage.js';
import { suiteFolder } from '../support/temporary-folder.js';
import { tinyModel, writeFiles } from '../support/tiny-model.js';

const ARTICLES = 60;
const QUESTION = 'Which register counts 1007 households this year?';
const ANSWER = 'counts 1007 households';

/** Made-up articles in a folder. */
async function writeArticles(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (let seed = 0; seed < ARTICLES; seed++) await writeFile(join(folder, `${seed}.txt`), madeUpText(seed, 40));
}

/** Puts a model beside the store whose vectors are of three numbers. */
async function copyTinyModel(data: string): Promise<void> {
	await mkdir(join(data, 'models', 'owner--tiny'), { recursive: true });
	await writeFiles(join(data, 'models', 'owner--tiny'), tinyModel());
}

function withStore<T>(data: string, work: (database: BetterSqlite3.Database) => T): T {
	const database = new BetterSqlite3(join(data, 'quoth.db'), { timeout: 30_000 });
	try {
		return work(database);
	} finally {
		database.close();
	}
}

/** How many documents have passages in the space of a model. */
function embedded(data: string, model: string): number {
	return withStore(data, (database) => {
		const row = database
			.prepare<[string], { documents: number }>(
				`select count(*) as documents from encoding join space on space.id = encoding.space where encoder like ? || '@%'`,
			)
			.get(model);
		return row?.documents ?? 0;
	});
}

/** Makes the store one of an earlier version of Quoth: its model is gone, its vectors and tokens say nothing to this version's. */
function makeOld(data: string): void {
	withStore(data, (database) => {
		database
			.prepare(`update space set encoder = 'quoth/once@0#q8+graph', dimension = 2, vocabulary = 'of before'`)
			.run();
		database.prepare('update passage set embedding = ?').run(Buffer.from(Float32Array.of(0.6, 0.8).buffer));
	});
}

const status = async (data: string) => jsonOf(await quoth(['status', '--json'], { data }));
const sound = async (data: string) => jsonOf(await quoth(['verify', '--json'], { data }));

describe('quoth model use', { timeout: 240_000 }, () => {
	const suite = suiteFolder();
	const filled = join(suite, 'filled');
	beforeAll(async () => {
		await writeArticles(join(suite, 'articles'));
		expect(await quoth(['ingest', join(suite, 'articles')], { data: filled })).toMatchObject({ code: 0 });
		await copyTinyModel(filled);
	}, 120_000);
	const copy = async (name: string) => {
		const data = join(suite, name);
		await cp(filled, data, { recursive: true });
		return data;
	};

	it.each([
		{ instant: 'when it has embedded a few', least: 3 },
		{ instant: 'when it has embedded half', least: ARTICLES / 2 },
		{ instant: 'when all are embedded', least: ARTICLES },
	])('changes nothing when it is killed $instant, and goes on from there', async ({ least }) => {
		const data = await copy(`killed ${least}`);
		const child = startQuoth(['model', 'use', 'owner/tiny'], { data, env: { QUOTH_THREADS: '1' } });
		const ended = outcomeOf(child);
		while (embedded(data, 'owner/tiny') < least && child.exitCode === null)
			await new Promise((resolve) => setTimeout(resolve, 2));
		child.kill('SIGKILL');
		await ended;
		const done = embedded(data, 'owner/tiny');
		expect(done).toBeGreaterThanOrEqual(least);
		const { model } = (await status(data)) as { model: { id: string } };
		if (least < ARTICLES) {
			expect(model.id).toMatch(/^quoth\//);
			expect(await status(data)).toMatchObject({ embedding: { documents: done } });
			expect((await quoth(['ask', QUESTION], { data })).stdout).toContain(ANSWER);
			expect(await sound(data)).toMatchObject({ documents: ARTICLES, faults: [] });
		}
		const again = await quoth(['model', 'use', 'owner/tiny', '--json'], { data });
		expect(again).toMatchObject({ code: 0, stderr: '' });
		expect(jsonOf(again)).toMatchObject({ dimension: 3, documents: ARTICLES - done });
		expect(await status(data)).toMatchObject({ documents: ARTICLES, model: { dimension: 3 }, embedding: null });
		expect(await sound(data)).toMatchObject({ documents: ARTICLES, mended: [], faults: [] });
		expect(withStore(data, (database) => database.prepare('select state from space').all())).toEqual([
			{ state: 'used' },
		]);
	});

	it('lets another process store and remove meanwhile', async () => {
		const data = await copy('meanwhile');
		await writeFile(join(suite, 'late.txt'), 'In winter the boat on the river leaves at noon.');
		const child = startQuoth(['model', 'use', 'owner/tiny', '--json'], { data, env: { QUOTH_THREADS: '1' } });
		const ended = outcomeOf(child);
		while (embedded(data, 'owner/tiny') < 2) await new Promise((resolve) => setTimeout(resolve, 2));
		child.kill('SIGSTOP');
		expect(await quoth(['ingest', join(suite, 'late.txt')], { data })).toMatchObject({ code: 0 });
		expect(await quoth(['remove', join(suite, 'articles', '7.txt')], { data })).toMatchObject({ code: 0 });
		child.kill('SIGCONT');
		expect(await ended).toMatchObject({ code: 0, stderr: '' });
		expect(await sound(data)).toMatchObject({ documents: ARTICLES, mended: [], faults: [] });
		const { stdout } = await quoth(['ask', 'When does the boat on the river leave, at noon?', '--json'], { data });
		expect(stdout).toContain('the boat on the river leaves at noon.');
	});
});

describe('a store that another version of Quoth has written', { timeout: 240_000 }, () => {
	const suite = suiteFolder();

	it('is embedded anew by the first command that needs it, which says so', async () => {
		const data = join(suite, 'data');
		await writeArticles(join(suite, 'articles'));
		expect(await quoth(['ingest', join(suite, 'articles')], { data })).toMatchObject({ code: 0 });
		makeOld(data);
		const { code, stdout, stderr } = await quoth(['ask', QUESTION], { data });
		expect({ code, stderr }).toEqual({
			code: 0,
			stderr: `The store was written with another version's model: its ${ARTICLES} articles are embedded anew, once.\nAll articles are embedded anew.\n`,
		});
		expect(stdout).toContain(ANSWER);
		expect(await quoth(['ask', QUESTION], { data })).toMatchObject({ code: 0, stderr: '' });
		expect(await sound(data)).toMatchObject({ documents: ARTICLES, mended: [], faults: [] });
	});

	it('is refused where its model was pulled and is gone, with the command that gets it', async () => {
		const data = join(suite, 'pulled');
		await copyTinyModel(data);
		expect(await quoth(['model', 'use', 'owner/tiny'], { data })).toMatchObject({ code: 0 });
		expect(await quoth(['ingest', join(suite, 'articles', '1.txt')], { data })).toMatchObject({ code: 0 });
		const card = join(data, 'models', 'owner--tiny', 'quoth-model.json');
		const other = (await readFile(card, 'utf8')).replace(/"revision":\s*"[^"]*"/, '"revision": "other"');
		await writeFile(card, other);
		const { code, stderr } = await quoth(['ask', QUESTION], { data });
		expect(code).toBe(1);
		expect(stderr).toMatch(/^quoth: The store was written with the model owner\/tiny@.*`quoth model use owner\/tiny`/);
	});
});

describe('the bot', { timeout: 300_000 }, () => {
	const suite = suiteFolder();
	const on = stage({ articles: [], environment: { QUOTH_THREADS: '1' } });
	const here = { channelId: IDS.general };
	const ask = async (locale: 'en-US' | 'fr' = 'en-US'): Promise<string> => {
		const asked = await on.sandbox.as(IDS.english, { locale }).command(here, 'ask', { question: QUESTION });
		await asked.settled();
		return textIn(asked.messages()[0]);
	};
	const add = async (text: string): Promise<string> => {
		const added = await on.sandbox.as(IDS.manager).command(here, 'add', { text });
		await added.settled();
		return textIn(added.messages()[0]);
	};

	it('goes over to another model by itself, and answers and adds all the while', async () => {
		const { data } = on;
		await writeArticles(join(suite, 'articles'));
		expect(await quoth(['ingest', join(suite, 'articles')], { data })).toMatchObject({ code: 0 });
		await copyTinyModel(data);
		expect(await ask()).toContain(ANSWER);
		const changing = startQuoth(['model', 'use', 'owner/tiny', '--json'], { data, env: { QUOTH_THREADS: '1' } });
		const used = outcomeOf(changing);
		let asked = 0;
		do {
			expect(await ask()).toContain('1007 households');
			expect(await add(`The boat number ${asked}\n\nOn the river it leaves at noon.`)).toContain(`number ${asked}`);
			asked++;
		} while (changing.exitCode === null);
		expect(await used).toMatchObject({ code: 0, stderr: '' });
		expect(await ask()).toContain('1007 households');
		expect(on.log).not.toMatch(/ error /);
		expect(await sound(data)).toMatchObject({ documents: ARTICLES + asked, faults: [] });
		const own = await on.sandbox.as(IDS.english).command(here, 'status');
		await own.settled();
		expect(textIn(own.messages()[0])).toContain('owner/tiny');
	});

	it('says that it reads everything anew after an update, adds meanwhile, and answers when it has', async () => {
		const { data } = on;
		await on.stop();
		const [{ name }] = jsonOf(await quoth(['model', 'list', '--json'], { data })) as [{ name: string }];
		expect(await quoth(['model', 'use', name], { data })).toMatchObject({ code: 0 });
		await mkdir(join(suite, 'books'));
		for (const book of [1, 2, 3]) await writeFile(join(suite, 'books', `${book}.txt`), madeUpText(900 + book, 12_000));
		expect(await quoth(['ingest', join(suite, 'books')], { data })).toMatchObject({ code: 0 });
		makeOld(data);
		await on.start();
		expect(await ask()).toMatch(/I am reading all articles anew after an update: \d+ % are done/);
		expect(await ask('fr')).toContain('Je relis tous les articles');
		expect(await add('The raft\n\nOn the river it leaves at noon.')).toContain('The raft');
		await on.says(/are embedded anew, once/);
		await on.says(/All articles are embedded anew/, 120_000);
		expect(await ask()).toContain(ANSWER);
		expect(on.log).not.toMatch(/ error /);
		expect(await on.stop()).toBe(0);
		expect(await sound(data)).toMatchObject({ faults: [] });
	});
});
