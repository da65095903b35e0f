import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { madeUpText } from '../support/articles.js';
import { jsonOf, outcomeOf, quoth, startQuoth } from '../support/quoth.js';
import { seededRandom } from '../support/random.js';
import { suiteFolder, temporaryFolder } from '../support/temporary-folder.js';

const ARTICLES = 60;
const QUESTIONS = [
	'Which register counts 1007 households this year?',
	'Which register counts 1052 households this year?',
];

interface Held {
	readonly documents: number;
	readonly passages: number;
	readonly languages: Readonly<Record<string, number>>;
}

async function writeArticles(folder: string): Promise<void> {
	await mkdir(folder);
	for (let seed = 0; seed < ARTICLES; seed++) await writeFile(join(folder, `${seed}.txt`), madeUpText(seed, 40));
}

async function held(data: string): Promise<Held> {
	const { documents, passages, languages } = jsonOf(await quoth(['status', '--json'], { data })) as Held;
	return { documents, passages, languages };
}

/** The sentence that each question is answered with. */
async function answers(data: string): Promise<unknown[]> {
	const { stdout } = await quoth(['ask', '-'], { data, input: QUESTIONS.join('\n') });
	const lines = stdout.trim().split('\n');
	return lines.map((line) => {
		const { citations, nearest } = JSON.parse(line) as Record<
			'citations' | 'nearest',
			{ source: string; quote: string }[]
		>;
		const [first] = [...citations, ...nearest];
		return { source: first?.source, quote: first?.quote };
	});
}

/** Documents committed so far, as another process sees them. */
function committed(data: string): number {
	try {
		const database = new BetterSqlite3(join(data, 'quoth.db'), { readonly: true, fileMustExist: true });
		try {
			return (database.prepare('select count(*) as documents from document').get() as { documents: number }).documents;
		} finally {
			database.close();
		}
	} catch {
		return 0; // not made yet
	}
}

async function untilCommitted(data: string, documents: number): Promise<void> {
	while (committed(data) < documents) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe('quoth ingest', { timeout: 180_000 }, () => {
	const suite = suiteFolder();
	const folder = join(suite, 'articles');
	let whole: Held;
	let wholeAnswers: unknown[];
	beforeAll(async () => {
		await writeArticles(folder);
		const data = join(suite, 'data');
		expect(await quoth(['ingest', folder], { data })).toMatchObject({ code: 0 });
		whole = await held(data);
		wholeAnswers = await answers(data);
		expect(whole.documents).toBe(ARTICLES);
		expect(wholeAnswers).toMatchObject(
			[{ quote: /1007/ }, { quote: /1052/ }].map(({ quote }) => ({ quote: expect.stringMatching(quote) as string })),
		);
	}, 120_000);

	const random = seededRandom(2024);
	const instants = [
		{ instant: 'as soon as it starts', wait: () => Promise.resolve(), least: 0 },
		{ instant: 'after the first commit', wait: (data: string) => untilCommitted(data, 1), least: 1 },
		{
			instant: 'after some commits',
			wait: (data: string) => untilCommitted(data, 2 + Math.floor(random() * 30)),
			least: 2,
		},
		{
			instant: 'after the last commit, when indexes are written',
			wait: (data: string) => untilCommitted(data, ARTICLES),
			least: ARTICLES,
		},
	];
	it.each(instants)(
		'loses nothing that was stored when it is killed $instant, and goes on from there',
		async ({ wait, least }) => {
			const data = await temporaryFolder();
			const child = startQuoth(['ingest', folder], { data, env: { QUOTH_THREADS: '1' } });
			const ended = outcomeOf(child);
			await wait(data);
			child.kill('SIGKILL');
			await ended;
			const stored = committed(data);
			expect(stored).toBeGreaterThanOrEqual(least);

			const verified = await quoth(['verify', '--json'], { data });
			expect(verified).toMatchObject({ code: 0, stderr: '' });
			expect(jsonOf(verified)).toMatchObject({ documents: stored, faults: [] });

			const again = await quoth(['ingest', folder, '--json'], { data });
			expect(again.code).toBe(0);
			expect(jsonOf(again)).toMatchObject({ added: ARTICLES - stored, updated: 0, unchanged: stored, failed: [] });
			expect(await held(data)).toEqual(whole);
			expect(await answers(data)).toEqual(wholeAnswers);
			expect(jsonOf(await quoth(['verify', '--json'], { data }))).toMatchObject({ mended: [], faults: [] });
		},
	);

	it('gives what one run gives when two run at once', async () => {
		const data = await temporaryFolder();
		const runs = await Promise.all(
			[1, 2].map(() => quoth(['ingest', folder, '--json'], { data, env: { QUOTH_THREADS: '1' } })),
		);
		expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
			{ code: 0, stderr: '' },
			{ code: 0, stderr: '' },
		]);
		for (const run of runs) expect(jsonOf(run)).toMatchObject({ failed: [] });
		expect(await held(data)).toEqual(whole);
		const verified = await quoth(['verify', '--json'], { data });
		expect(jsonOf(verified)).toMatchObject({ documents: ARTICLES, mended: [], faults: [] });
		expect(await answers(data)).toEqual(wholeAnswers);
		expect(jsonOf(await quoth(['status', '--json'], { data }))).toMatchObject({ collections: [{ fresh: true }] });
	});
});
