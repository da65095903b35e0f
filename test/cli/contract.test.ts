import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cp, mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';
import { jsonOf, quoth, type Outcome } from '../support/quoth.js';
import { suiteFolder, temporaryFolder } from '../support/temporary-folder.js';

const ARTICLES = {
	'ferry.md': [
		'---',
		'title: The Ormond ferry in winter',
		'date: 2024-11-02',
		'---',
		'The council of Ormond has published the winter timetable.',
		'In winter the Ormond ferry lands at the old salt pier. Tickets cost four crowns.',
		'The cafe on board stays open.',
	].join('\n'),
	'bees.txt': [
		'Beekeepers of the Lindenau valley',
		'',
		'Forty beekeepers of the Lindenau valley founded an association in spring.',
		'The association sells its honey at the Saturday market in front of the town hall.',
	].join('\n'),
	'huyen.txt': [
		'Trạm y tế xã Mường Lống',
		'',
		'Trạm y tế xã Mường Lống, huyện Kỳ Sơn, mới nhận một máy siêu âm.',
		'Mỗi tuần có 35 người dân đến khám bệnh tại trạm.',
	].join('\n'),
} as const;

const FERRY = 'In winter the Ormond ferry lands at which pier, the old salt pier?';
const ESCAPE = String.fromCharCode(27);

async function writeArticles(
	folder: string,
	articles: Readonly<Record<string, string | Buffer>> = ARTICLES,
): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const [name, content] of Object.entries(articles)) await writeFile(join(folder, name), content);
}

/** One line on standard error that starts with the program's name, and nothing on standard output. */
function expectFailure({ code, stdout, stderr }: Outcome, message: string): void {
	expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
	expect(stderr).toMatch(/^quoth: .+\n$/);
	expect(stderr).toContain(message);
}

interface StoredText {
	readonly source: string;
	readonly title: string;
	readonly language: string;
	readonly text: string;
}

function storedTexts(data: string): StoredText[] {
	const database = new BetterSqlite3(join(data, 'quoth.db'), { readonly: true });
	try {
		return database.prepare<[], StoredText>('select source, title, language, text from document order by source').all();
	} finally {
		database.close();
	}
}

describe('the command line', { timeout: 60_000 }, () => {
	const suite = suiteFolder();
	const articles = join(suite, 'articles');
	const data = join(suite, 'data');
	let first: Outcome;
	beforeAll(async () => {
		await writeArticles(articles);
		first = await quoth(['ingest', articles, '--json'], { data });
	}, 60_000);

	/** A copy of the suite's store, to be changed. */
	const copiedData = async () => {
		const copy = join(await temporaryFolder(), 'data');
		await cp(data, copy, { recursive: true });
		return copy;
	};

	describe('ingest', () => {
		it('says what it did in one JSON value, and nothing else', async () => {
			expect(first).toMatchObject({ code: 0, stderr: '' });
			expect(jsonOf(first)).toEqual({
				added: 3,
				updated: 0,
				unchanged: 0,
				failed: [],
				passages: 3,
				seconds: expect.any(Number) as number,
			});
		});

		it('tells what is unchanged, changed and new', async () => {
			const [copy, folder] = [await copiedData(), join(await temporaryFolder(), 'articles')];
			const changed = { ...ARTICLES, 'bees.txt': 'The bees are asleep now.', 'new.txt': 'A new article on rain.' };
			// the same sources are paths as they were given
			await writeArticles(folder);
			const before = await quoth(['ingest', '.', '--json'], { data: copy, cwd: folder });
			expect(jsonOf(before)).toMatchObject({ added: 3 });
			await writeArticles(folder, changed);
			const after = await quoth(['ingest', '.', '--json'], { data: copy, cwd: folder });
			expect(jsonOf(after)).toMatchObject({ added: 1, updated: 1, unchanged: 2, failed: [] });
		});

		it('reads what it can, and names in order what it cannot', async () => {
			const folder = join(await temporaryFolder(), 'mixed');
			await writeArticles(folder, {
				'a-good.txt': 'The mill at Trea turns again.',
				'binary.txt': Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 37) % 256)),
				'empty.txt': '',
				'huge.txt': 'x',
				'z-good.txt': 'The harbour at Bua is full.',
			});
			await truncate(join(folder, 'huge.txt'), 60_000_000);
			await symlink(join(folder, 'nowhere'), join(folder, 'dangling.txt'));
			await symlink(folder, join(folder, 'loop'));
			await mkdir(join(folder, 'folder.txt'));
			await writeFile(join(folder, 'folder.txt', 'inside.txt'), 'The orchard at Menoua blooms.');
			const target = join(await temporaryFolder(), 'data');
			const run = await quoth(['ingest', folder, join(folder, 'missing.txt'), '--json'], { data: target });
			expect(run.code).toBe(1);
			const report = jsonOf(run) as { added: number; failed: { source: string; error: string }[] };
			expect(report.added).toBe(3);
			const failed = new Map(report.failed.map(({ source, error }) => [source.slice(folder.length + 1), error]));
			expect([...failed.keys()].sort()).toEqual(['binary.txt', 'dangling.txt', 'empty.txt', 'huge.txt', 'missing.txt']);
			for (const error of failed.values()) expect(error).toMatch(/^.*expected .+, got .+$/i);

			const text = await quoth(['ingest', folder], { data: target });
			expect(text).toMatchObject({
				code: 1,
				stdout: expect.stringMatching(/^0 added, 0 updated, 3 unchanged, 4 failed;/) as string,
			});
			const lines = text.stderr.trimEnd().split('\n');
			expect(lines).toHaveLength(4);
			for (const name of ['binary.txt', 'dangling.txt', 'empty.txt', 'huge.txt']) {
				expect(lines.filter((line) => line.startsWith('quoth: ') && line.includes(name))).toHaveLength(1);
			}
		});

		it('reads old and wide encodings', async () => {
			const folder = join(await temporaryFolder(), 'encodings');
			const vietnamese =
				'Huyện Kỳ Sơn mới xây một cây cầu qua sông. Người dân trong xã rất vui mừng vì trẻ em đi học an toàn hơn.';
			const french =
				'Le marché d’été à Menoua a été déplacé près de la forêt. Les élèves y vont à pied dès la rentrée.';
			await writeArticles(folder, {
				'latin1.txt': Buffer.from(french.replaceAll('’', "'"), 'latin1'),
				'utf16be.txt': Buffer.from(`\ufeff${vietnamese}`, 'utf16le').swap16(),
				'utf16le.txt': Buffer.from(`\ufeff${vietnamese}`, 'utf16le'),
				'utf8bom.txt': `\ufeff${vietnamese}`,
				'windows1258.txt': toWindows1258(vietnamese),
			});
			const target = join(await temporaryFolder(), 'data');
			expect(jsonOf(await quoth(['ingest', folder, '--json'], { data: target }))).toMatchObject({
				added: 5,
				failed: [],
			});
			const texts = storedTexts(target);
			expect(texts.map(({ text }) => text)).toEqual([
				french.replaceAll('’', "'"),
				vietnamese,
				vietnamese,
				vietnamese,
				vietnamese,
			]);
			expect(texts.map(({ language }) => language)).toEqual(['fr', 'vi', 'vi', 'vi', 'vi']);
		});

		it('reads pages of a server, by the encoding that it states, and reports those that are not there', async () => {
			const server = createServer((request, response) => {
				if (request.url !== '/page') {
					response.writeHead(404).end();
					return;
				}
				response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' });
				response.end(
					Buffer.from(
						'<html lang="fr"><title>Le pré</title><body><article><p>Le pré de Menoua est inondé.</p></article>',
						'latin1',
					),
				);
			});
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
			onTestFinished(() => void server.close());
			const { port } = server.address() as AddressInfo;
			const url = `http://127.0.0.1:${port}`;
			const target = join(await temporaryFolder(), 'data');
			const run = await quoth(['ingest', `${url}/page`, `${url}/gone`, 'http://127.0.0.1:1/', '--json'], {
				data: target,
			});
			expect(run.code).toBe(1);
			const { added, failed } = jsonOf(run) as { added: number; failed: { source: string; error: string }[] };
			expect(added).toBe(1);
			expect(failed.map(({ source }) => source)).toEqual([`${url}/gone`, 'http://127.0.0.1:1/']);
			expect(failed[0]?.error).toContain('404');
			expect(storedTexts(target)).toMatchObject([
				{ source: `${url}/page`, title: 'Le pré', text: 'Le pré de Menoua est inondé.' },
			]);
		});

		it('refuses a data folder that it cannot use', async () => {
			const folder = await temporaryFolder();
			await writeFile(join(folder, 'quoth.db'), 'Dear diary, '.repeat(1000));
			expectFailure(await quoth(['ingest', articles], { data: folder }), 'quoth.db is not a database: move it away');
			expectFailure(await quoth(['ingest', articles], { data: join(folder, 'quoth.db') }), 'quoth.db');
		});
	});

	describe('ask', () => {
		it('answers in one JSON value whose quotes stand where they say', async () => {
			const run = await quoth(['ask', FERRY, '--json'], { data });
			expect(run).toMatchObject({ code: 0, stderr: '' });
			const answer = jsonOf(run) as Record<string, unknown> & { citations: Record<string, unknown>[] };
			expect(Object.keys(answer)).toEqual([
				'question',
				'language',
				'answered',
				'confidence',
				'reason',
				'citations',
				'nearest',
				'milliseconds',
			]);
			expect(answer).toMatchObject({ question: FERRY, language: 'en', answered: true, reason: null, nearest: [] });
			expect(Object.keys(answer['milliseconds'] as object)).toEqual([
				'encode',
				'retrieve',
				'rerank',
				'answer',
				'total',
			]);
			expect(answer['confidence']).toBeGreaterThan(0);
			expect(answer['confidence']).toBeLessThanOrEqual(1);
			expect(answer.citations.length).toBeGreaterThan(0);
			expect(answer.citations.length).toBeLessThanOrEqual(3);
			expect(answer.citations[0]).toEqual({
				n: 1,
				documentId: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
				revision: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
				title: 'The Ormond ferry in winter',
				source: join(articles, 'ferry.md'),
				language: 'en',
				publishedAt: '2024-11-02',
				start: expect.any(Number) as number,
				end: expect.any(Number) as number,
				quote: 'In winter the Ormond ferry lands at the old salt pier.',
				passage: { start: expect.any(Number) as number, end: expect.any(Number) as number },
				score: expect.any(Number) as number,
			});
			const texts = new Map(storedTexts(data).map(({ source, text }) => [source, text]));
			for (const { source, start, end, quote, passage } of answer.citations) {
				const text = texts.get(source as string) ?? '';
				expect(text.slice(start as number, end as number)).toBe(quote);
				const around = passage as { start: number; end: number };
				expect(around.start <= (start as number) && (end as number) <= around.end).toBe(true);
			}
		});

		it('gives at most k citations', async () => {
			const { citations } = jsonOf(await quoth(['ask', FERRY, '--k', '1', '--json'], { data })) as {
				citations: unknown[];
			};
			expect(citations).toHaveLength(1);
		});

		it('answers one question a line, one JSON value a line, in order, whatever ends a line', async () => {
			const questions = [FERRY, 'Where is the honey sold?', '🦄', 'what costs four\u2028crowns', 'Trạm y tế ở đâu?'];
			const input = `${questions[0]!}\r\n${questions[1]!}\n\n${questions.slice(2).join('\n')}`;
			const { code, stdout, stderr } = await quoth(['ask', '-'], { data, input });
			expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
			const lines = stdout.trimEnd().split('\n');
			expect(lines.map((line) => (JSON.parse(line) as { question: string }).question)).toEqual(questions);
			expect(JSON.parse(lines[2]!)).toMatchObject({ answered: false, reason: 'empty-question', citations: [] });
		});

		it('says nothing to nothing', async () => {
			expect(await quoth(['ask', '-'], { data, input: '' })).toEqual({ code: 0, stdout: '', stderr: '' });
		});

		it('abstains where nothing is stored, where nothing is asked and where nothing answers', async () => {
			const empty = await temporaryFolder();
			const reasonOf = async (question: string, folder: string) => {
				const run = await quoth(['ask', question, '--json'], { data: folder });
				expect(run.code).toBe(0);
				return (jsonOf(run) as { reason: string }).reason;
			};
			expect(await reasonOf(FERRY, join(empty, 'data'))).toBe('nothing-indexed');
			expect(await reasonOf('', data)).toBe('empty-question');
			expect(await reasonOf('Which volcano erupted on Jupiter yesterday?', data)).toBe('nothing-relevant');
		});

		it('takes a question of twenty thousand characters', async () => {
			const long = 'Where does the ferry land and who sells honey there? '.repeat(400);
			const { code, stdout } = await quoth(['ask', '-'], { data, input: long });
			expect(code).toBe(0);
			expect(JSON.parse(stdout)).toMatchObject({ question: long.trim() });
		});

		it('shows the sentence, its article and its date to a person, without colour in a pipe', async () => {
			const { code, stdout, stderr } = await quoth(['ask', FERRY], { data });
			expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
			for (const part of [
				'[1]',
				'In winter the Ormond ferry lands at the old salt pier.',
				'The Ormond ferry in winter',
				'2024-11-02',
				join(articles, 'ferry.md'),
			]) {
				// a quote may run over the end of a line
				expect(stdout.replace(/\s+/g, ' ')).toContain(part);
			}
			expect(stdout).not.toContain(ESCAPE);
		});

		it('colours when told to, and not when NO_COLOR is set', async () => {
			const coloured = await quoth(['ask', FERRY], { data, env: { FORCE_COLOR: '1' } });
			expect(coloured.stdout).toContain(ESCAPE);
			const plain = await quoth(['ask', FERRY], { data, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
			expect(plain.stdout).not.toContain(ESCAPE);
		});

		it('passes no control characters of an article to the terminal', async () => {
			const folder = await temporaryFolder();
			const evil = `${ESCAPE}]0;owned\u0007${ESCAPE}[31m`;
			const record = {
				title: `Red ${evil}`,
				source: `https://example.org/${evil}`,
				text: `The red door of Khoang ${evil} opens at dawn.`,
			};
			await writeFile(join(folder, 'evil.json'), JSON.stringify(record));
			const target = join(folder, 'data');
			await quoth(['ingest', join(folder, 'evil.json')], { data: target });
			const { stdout, stderr } = await quoth(['ask', 'When does the red door of Khoang open at dawn?'], {
				data: target,
			});
			expect(stdout).toContain('The red door of Khoang');
			expect(stdout + stderr).not.toContain(ESCAPE);
			expect(stdout + stderr).not.toContain('\u0007');
		});

		it('ends quietly when its reader has seen enough', () => {
			const main = join(PACKAGE_ROOT, 'dist', 'cli', 'main.js');
			const pipe = 'set -o pipefail; "$0" "$1" ask - | head -1';
			const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', pipe, process.execPath, main], {
				env: { PATH: process.env['PATH'], QUOTH_DATA: data },
				encoding: 'utf8',
				input: 'Where does the ferry land?\n'.repeat(200),
			});
			expect(stdout.trimEnd().split('\n')).toHaveLength(1);
			expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		});

		it('searches one collection only', async () => {
			const copy = await copiedData();
			await writeFile(join(copy, 'secret.txt'), 'In winter the Ormond ferry lands at the secret pier.');
			await quoth(['ingest', join(copy, 'secret.txt'), '--collection', 'other'], { data: copy });
			const ask = async (...more: string[]) => (await quoth(['ask', FERRY, '--json', ...more], { data: copy })).stdout;
			expect(await ask()).not.toContain('secret');
			const other = await ask('--collection', 'other');
			expect(other).toContain('secret');
			expect(other).not.toContain('ferry.md');
		});
	});

	describe('status', () => {
		it('says what is stored, by which model, and that the indexes are complete', async () => {
			const run = await quoth(['status', '--json'], { data });
			expect(run).toMatchObject({ code: 0, stderr: '' });
			const status = jsonOf(run) as { model: { id: string; dimension: number }; bytes: number };
			expect(status).toMatchObject({
				data,
				documents: 3,
				passages: 3,
				languages: { en: 2, vi: 1 },
				model: { id: expect.stringContaining('@') as string, dimension: expect.any(Number) as number },
				collections: [
					{ name: 'shared', documents: 3, generation: 3, indexes: { vectors: 3, lexical: 3 }, fresh: true },
				],
			});
			expect(status.bytes).toBeGreaterThan(10_000);
			expect((await quoth(['status'], { data })).stdout).toContain('3 documents');
		});

		it('says that nothing is stored yet, and stores nothing itself', async () => {
			const folder = join(await temporaryFolder(), 'data');
			expect(jsonOf(await quoth(['status', '--json'], { data: folder }))).toMatchObject({
				documents: 0,
				passages: 0,
				model: null,
			});
			const { code, stdout } = await quoth(['status'], { data: folder });
			expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('quoth ingest') as string });
			await expect(readFile(join(folder, 'quoth.db'))).rejects.toThrow('ENOENT');
		});

		it('looks for the data folder in QUOTH_DATA, then in .env, then in ./data', async () => {
			const cwd = await temporaryFolder();
			const folderOf = async (env: Record<string, string> = {}) =>
				(jsonOf(await quoth(['status', '--json'], { cwd, env })) as { data: string }).data;
			expect(await folderOf()).toBe(join(cwd, 'data'));
			await writeFile(join(cwd, '.env'), 'QUOTH_DATA=./elsewhere\n');
			expect(await folderOf()).toBe(join(cwd, 'elsewhere'));
			expect(await folderOf({ QUOTH_DATA: join(cwd, 'here') })).toBe(join(cwd, 'here'));
		});
	});

	describe('remove', () => {
		it('removes by source and by id, and the answers know it no longer', async () => {
			const copy = await copiedData();
			const source = join(articles, 'ferry.md');
			const { citations } = jsonOf(await quoth(['ask', FERRY, '--json'], { data: copy })) as {
				citations: { documentId: string }[];
			};
			const run = await quoth(['remove', source, '--json'], { data: copy });
			expect(run).toMatchObject({ code: 0, stderr: '' });
			expect(jsonOf(run)).toEqual({ removed: source, passages: 1 });
			expect((await quoth(['ask', FERRY, '--json'], { data: copy })).stdout).not.toContain('ferry.md');
			expect(jsonOf(await quoth(['verify', '--json'], { data: copy }))).toMatchObject({ documents: 2, faults: [] });

			await quoth(['ingest', source], { data: copy });
			expect(await quoth(['remove', citations[0]!.documentId], { data: copy })).toMatchObject({ code: 0 });
		});

		it('fails where there is no such document or no store', async () => {
			expectFailure(await quoth(['remove', 'nowhere.txt', '--json'], { data }), '"nowhere.txt"');
			expectFailure(await quoth(['remove', join(articles, 'ferry.md'), '--collection', 'other'], { data }), '"other"');
			expectFailure(await quoth(['remove', 'x'], { data: join(await temporaryFolder(), 'data') }), '"x"');
		});
	});

	describe('verify', () => {
		it('finds nothing amiss in a sound store', async () => {
			const run = await quoth(['verify', '--json'], { data });
			expect(run).toMatchObject({ code: 0, stderr: '' });
			expect(jsonOf(run)).toMatchObject({ documents: 3, passages: 3, faults: [], mended: [] });
			expect((await quoth(['verify'], { data })).stdout).toContain('all sound');
		});

		it('names the article of which a sentence was moved', async () => {
			const copy = await copiedData();
			const database = new BetterSqlite3(join(copy, 'quoth.db'));
			const { id, sentences } = database
				.prepare<[], { id: number; sentences: Buffer }>(
					"select passage.id, sentences from passage join document on row = document where source like '%ferry.md'",
				)
				.get()!;
			sentences.writeUInt32LE(sentences.readUInt32LE(0) + 4, 0);
			database.prepare('update passage set sentences = ? where id = ?').run(sentences, id);
			database.close();

			const run = await quoth(['verify'], { data: copy });
			expect(run.code).toBe(1);
			expect(run.stderr).toContain('ferry.md');
			expect(
				run.stderr
					.trimEnd()
					.split('\n')
					.every((line) => line.startsWith('quoth: ')),
			).toBe(true);
			const json = await quoth(['verify', '--json'], { data: copy });
			expect(json.code).toBe(1);
			expect((jsonOf(json) as { faults: string[] }).faults.join()).toContain('ferry.md');
		});

		it('makes damaged index files again, and says so', async () => {
			const copy = await copiedData();
			const label = JSON.parse(await readFile(join(copy, 'indexes', '1.hnsw.json'), 'utf8')) as { file: string };
			await truncate(join(copy, 'indexes', label.file), 100);
			const run = await quoth(['verify', '--json'], { data: copy });
			expect(run.code).toBe(0);
			expect(run.stderr).toContain('rebuilt from the store');
			expect(jsonOf(run)).toMatchObject({ faults: [], mended: [expect.stringContaining('truncated or damaged')] });
			expect(jsonOf(await quoth(['verify', '--json'], { data: copy }))).toMatchObject({ mended: [] });
		});
	});

	describe('eval', () => {
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
				await quoth(['eval', articles, '--model', 'nobody/nothing'], { data }),
				'`quoth model pull nobody/nothing`',
			);
			expectFailure(await quoth(['model', 'use', 'nobody/nothing'], { data }), '`quoth model pull nobody/nothing`');
		});
	});

	describe('model', () => {
		it('lists the embedded model, which is the one in use', async () => {
			const run = await quoth(['model', 'list', '--json'], { data });
			expect(run).toMatchObject({ code: 0, stderr: '' });
			expect(jsonOf(run)).toMatchObject([{ embedded: true, used: true }]);
		});
	});

	describe('usage', () => {
		it.each([
			[[]],
			[['frobnicate']],
			[['ask']],
			[['ingest']],
			[['remove']],
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
				'status',
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
});

/** Vietnamese in Windows-1258: letters with their shape, tones as marks after them. */
function toWindows1258(text: string): Buffer {
	const letters = new Map(
		[...'ăâđêôơưĂÂĐÊÔƠƯ'].map((letter, i) => [
			letter,
			[0xe3, 0xe2, 0xf0, 0xea, 0xf4, 0xf5, 0xfd, 0xc3, 0xc2, 0xd0, 0xca, 0xd4, 0xd5, 0xdd][i]!,
		]),
	);
	const tones = new Map([
		['\u0300', 0xcc],
		['\u0309', 0xd2],
		['\u0303', 0xde],
		['\u0301', 0xec],
		['\u0323', 0xf2],
	]);
	const bytes: number[] = [];
	for (const letter of text.normalize('NFC')) {
		const marks = [...letter.normalize('NFD')];
		const tone = marks.find((mark) => tones.has(mark));
		const shape = marks
			.filter((mark) => mark !== tone)
			.join('')
			.normalize('NFC');
		bytes.push(letters.get(shape) ?? shape.charCodeAt(0));
		if (tone !== undefined) bytes.push(tones.get(tone)!);
	}
	return Buffer.from(bytes);
}

/** A Zstandard frame of one raw block (RFC 8878), for want of a compressor. */
function zstandardFrame(text: string): Buffer {
	const content = Buffer.from(text);
	const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0, 0, 0, 0]);
	header.writeUInt32LE(content.length, 5);
	header.writeUIntLE((content.length << 3) | 1, 9, 3);
	return Buffer.concat([header, content]);
}
