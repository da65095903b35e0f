import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { beforeAll, expect } from 'vitest';
import { quoth, type Outcome } from './quoth.js';
import { suiteFolder, temporaryFolder } from './temporary-folder.js';

/** Three short articles, by file name. */
export const ARTICLES = {
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

/** Answered by a sentence of ferry.md whose words it says. */
export const FERRY = 'In winter the Ormond ferry lands at which pier, the old salt pier?';
export async function writeArticles(
	folder: string,
	articles: Readonly<Record<string, string | Buffer>> = ARTICLES,
): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const [name, content] of Object.entries(articles)) await writeFile(join(folder, name), content);
}

export interface CliStore {
	/** Folder of the three articles. */
	readonly articles: string;
	/** The data folder that the program stored them in. To be left as it is. */
	readonly data: string;
	/** What the program said when it stored them. */
	readonly ingested: () => Outcome;
	/** A copy of the data folder, to be changed by one test. */
	readonly copiedData: () => Promise<string>;
}

/** Has the built program store three articles before the tests of a suite; to be called in the suite's own body. */
export function cliStore(): CliStore {
	const suite = suiteFolder();
	const articles = join(suite, 'articles');
	const data = join(suite, 'data');
	let outcome: Outcome | undefined;
	beforeAll(async () => {
		await writeArticles(articles);
		outcome = await quoth(['ingest', articles, '--json'], { data });
	}, 60_000);
	return {
		articles,
		data,
		ingested: () => outcome!,
		async copiedData() {
			const copy = join(await temporaryFolder(), 'data');
			await cp(data, copy, { recursive: true });
			return copy;
		},
	};
}

/** One line on standard error that starts with the program's name, and nothing on standard output. */
export function expectFailure({ code, stdout, stderr }: Outcome, message: string): void {
	expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
	expect(stderr).toMatch(/^quoth: .+\n$/);
	expect(stderr).toContain(message);
}

export interface StoredText {
	readonly source: string;
	readonly title: string;
	readonly language: string;
	readonly text: string;
}

/** The documents as they are stored, by source. */
export function storedTexts(data: string): StoredText[] {
	const database = new BetterSqlite3(join(data, 'quoth.db'), { readonly: true });
	try {
		return database.prepare<[], StoredText>('select source, title, language, text from document order by source').all();
	} finally {
		database.close();
	}
}
