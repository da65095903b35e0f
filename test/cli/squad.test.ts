import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSquadArticles, readSquadFolder } from '../../cli/squad.js';
import { temporaryFolder } from '../support/temporary-folder.js';

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

const english = {
	data: [
		{ title: 'a', paragraphs: [paragraph('The boat.', 'one', 'two'), paragraph('The bridge.', 'three')] },
		{ title: 'b', paragraphs: [paragraph('The boat.', 'four')] },
	],
};

describe('readSquadFolder', () => {
	it('gives each passage once, and every question its passage', async () => {
		const [set] = await readSquadFolder(await folderOf({ 'set.en.json': english }));
		expect(set).toEqual({
			language: 'en',
			passages: ['The boat.', 'The bridge.'],
			questions: [
				{ id: 'one-id', text: 'one', passage: 0 },
				{ id: 'two-id', text: 'two', passage: 0 },
				{ id: 'three-id', text: 'three', passage: 1 },
				{ id: 'four-id', text: 'four', passage: 0 },
			],
		});
	});

	it('takes the languages asked for, in that order, and all by default', async () => {
		const folder = await folderOf({
			'set.zh-hant.json': english,
			'set.en.json': english,
			'notes.txt': 'x',
			'other.json': '{}',
		});
		const languages = async (wanted?: string[]) =>
			(await readSquadFolder(folder, wanted)).map(({ language }) => language);
		expect(await languages()).toEqual(['en', 'zh-hant']);
		expect(await languages(['zh-hant', 'en'])).toEqual(['zh-hant', 'en']);
		await expect(languages(['th'])).rejects.toThrow('No file of language "th"');
	});

	it.each([
		['no JSON', '{', 'cannot be read: expected JSON'],
		['another form', { data: [{ paragraphs: [{ context: 3 }] }] }, "not in SQuAD's format"],
		['a list', [], "not in SQuAD's format"],
	])('refuses %s, and names the file', async (_, content, message) => {
		const folder = await folderOf({ 'set.en.json': content });
		await expect(readSquadFolder(folder)).rejects.toThrow(message);
		await expect(readSquadFolder(folder)).rejects.toThrow('set.en.json');
	});

	it('refuses a compressed file that is damaged, and names it', async () => {
		const folder = await folderOf({ 'set.en.json.zst': 'Dear diary' });
		await expect(readSquadFolder(folder)).rejects.toThrow(
			'set.en.json.zst cannot be read: expected JSON, compressed by zstd',
		);
	});
});

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
		const folder = await folderOf({ 'set.zh-hant.json': file, 'set.json': file });
		const path = join(folder, 'set.zh-hant.json');
		expect(await readSquadArticles(path)).toEqual([{ language: 'zh-hant', articles }]);
		expect(await readSquadArticles(path, ['zh-hant'])).toHaveLength(1);
		await expect(readSquadArticles(path, ['en'])).rejects.toThrow('has "zh-hant": name its folder');
		await expect(readSquadArticles(join(folder, 'set.json'))).rejects.toThrow('Expected a file named NAME.LANG.json');
	});
});
