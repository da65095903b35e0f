import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSquadFolder } from '../../cli/squad.js';
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
