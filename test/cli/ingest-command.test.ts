import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ARTICLES, cliStore, expectFailure, storedTexts, writeArticles } from '../support/cli-store.js';
import { jsonOf, quoth } from '../support/quoth.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('quoth ingest', { timeout: 60_000 }, () => {
	const { articles, copiedData, ingested } = cliStore();

	it('says what it did in one JSON value, and nothing else', async () => {
		expect(ingested()).toMatchObject({ code: 0, stderr: '' });
		expect(jsonOf(ingested())).toEqual({
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
		const french = 'Le marché d’été à Menoua a été déplacé près de la forêt. Les élèves y vont à pied dès la rentrée.';
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

/** Vietnamese in Windows-1258: letters with their shape, tones as marks after them. */
function toWindows1258(text: string): Buffer {
	const letters = new Map(
		Array.from('ăâđêôơưĂÂĐÊÔƠƯ', (letter, i) => [
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
		const marks = Array.from(letter.normalize('NFD'));
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
