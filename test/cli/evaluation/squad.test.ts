import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSquadArticles } from '../../../cli/evaluation/squad.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const paragraph = (context: string, ...questions: string[]) => ({
	context,
	qas: questions.map((question) => ({ id: `${question}-id`, question, answers: [] })),
});

async function folderOf(files: Readonly<Record<string, unknown>>): Promise<string> {
	const folder = await temporaryFolder();
	for (const [name, content] of Object.entries(files)) {
		await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
	}
	return folder;
}

describe('readSquadArticles', () => {
	const answered = {
		id: 'who',
		question: 'Who rows?',
		answers: [{ text: 'Ana', answer_start: 0 }],
		is_impossible: false,
	};
	const file = {
		version: '2.0',
		data: [
			{
				title: 'Boats',
				paragraphs: [
					{
						context: 'Ana rows.',
						qas: [answered, { id: 'why', question: 'Why?', is_impossible: true, plausible_answers: [] }],
					},
				],
			},
			{ title: 'Bridges', paragraphs: [{ context: 'A bridge.', qas: [] }] },
		],
	};
	const articles = [
		{
			paragraphs: [
				{
					context: 'Ana rows.',
					qas: [answered, { id: 'why', question: 'Why?', answers: [], is_impossible: true }],
				},
			],
		},
		{ paragraphs: [{ context: 'A bridge.', qas: [] }] },
	];

	it('keeps articles, paragraphs and answers as they are in the file', async () => {
		expect(await readSquadArticles(await folderOf({ 'set.en.json': file }))).toEqual([{ language: 'en', articles }]);
	});

	it('reads one file as well, in the language that its name says', async () => {
		const folder = await folderOf({ 'set.zh-hant.json': file });
		const path = join(folder, 'set.zh-hant.json');
		expect(await readSquadArticles(path)).toEqual([{ language: 'zh-hant', articles }]);
		expect(await readSquadArticles(path, ['zh-hant'])).toHaveLength(1);
		await expect(readSquadArticles(path, ['en'])).rejects.toThrow('has "zh-hant": name its folder');
	});

	it('takes the languages asked for, in that order, and all by default', async () => {
		const folder = await folderOf({ 'set.zh-hant.json': file, 'en.json': file, 'notes.txt': 'x', 'dev.json': '{}' });
		const languages = async (wanted?: string[]) =>
			(await readSquadArticles(folder, wanted)).map(({ language }) => language);
		expect(await languages()).toEqual(['en', 'zh-hant']);
		expect(await languages(['zh-hant', 'en'])).toEqual(['zh-hant', 'en']);
		await expect(languages(['th'])).rejects.toThrow('No file of language "th"');
	});

	it('refuses two questions with one id, and names them', async () => {
		const folder = await folderOf({
			'en.json': { data: [{ paragraphs: [paragraph('Ana rows.', 'who'), paragraph('Bo rows.', 'who')] }] },
		});
		await expect(readSquadArticles(folder)).rejects.toThrow('two questions with the id "who-id"');
	});

	it('takes no part of a name for a language that is none, and leaves out articles without text', async () => {
		const folder = await folderOf({
			'set.dev.json': { data: [] },
			'set.vi.json': { data: [{ paragraphs: [] }, { paragraphs: [paragraph('Ana.', 'who')] }] },
		});
		const [set, ...others] = await readSquadArticles(folder);
		expect(others).toEqual([]);
		expect(set).toMatchObject({ language: 'vi', articles: [{ paragraphs: [{ context: 'Ana.' }] }] });
	});

	it('refuses two files of one language, and names both', async () => {
		const folder = await folderOf({ 'set.en.json': file, 'en.json': file });
		await expect(readSquadArticles(folder)).rejects.toThrow('en.json and set.en.json');
	});

	it('tells the language of a file whose name does not, or is told', async () => {
		const text = 'Tàu thuyền cập bến cảng vào buổi sáng, và người dân trong làng ra chợ mua cá tươi.';
		const folder = await folderOf({
			'dev-v2.0.json': { data: [{ paragraphs: [paragraph(text, 'one')] }] },
			'dev.json': { data: [{ paragraphs: [paragraph('7 8', 'one')] }] },
		});
		expect(await readSquadArticles(join(folder, 'dev-v2.0.json'))).toMatchObject([{ language: 'vi' }]);
		expect(await readSquadArticles(join(folder, 'dev.json'), ['fr'])).toMatchObject([{ language: 'fr' }]);
		await expect(readSquadArticles(join(folder, 'dev.json'))).rejects.toThrow('Cannot tell the language');
		await expect(readSquadArticles(join(folder, 'dev.json'), ['fr', 'en'])).rejects.toThrow('is of one language');
	});

	it('keeps the sentences that come with a paragraph', async () => {
		const sentences = { sentences: ['Ana rows.'], sentence_breaks: [[0, 9]] };
		const path = await folderOf({
			'en.json': { data: [{ paragraphs: [{ ...paragraph('Ana rows.', 'who'), ...sentences }] }] },
		});
		expect((await readSquadArticles(path))[0]?.articles[0]?.paragraphs[0]).toMatchObject(sentences);
	});

	it.each([
		['no JSON', '{', 'cannot be read: expected JSON'],
		['another form', { data: [{ paragraphs: [{ context: 3 }] }] }, "not in SQuAD's format"],
		['a list', [], "not in SQuAD's format"],
	])('refuses %s, and names the file', async (_, content, message) => {
		const folder = await folderOf({ 'set.en.json': content });
		await expect(readSquadArticles(folder)).rejects.toThrow(message);
		await expect(readSquadArticles(folder)).rejects.toThrow('set.en.json');
	});

	it('refuses a compressed file that is damaged, a folder without questions and a path to nothing', async () => {
		const folder = await folderOf({ 'set.en.json.zst': 'Dear diary' });
		await expect(readSquadArticles(folder)).rejects.toThrow(
			'set.en.json.zst cannot be read: expected JSON, compressed by zstd',
		);
		await expect(readSquadArticles(await folderOf({ 'dev.json': file }))).rejects.toThrow('No question files');
		await expect(readSquadArticles(join(folder, 'nowhere'))).rejects.toThrow('There is no file or folder');
	});
});
