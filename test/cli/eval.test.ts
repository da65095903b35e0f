import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectFailure, FERRY, writeArticles } from '../support/cli-store.js';
import { jsonOf, quoth } from '../support/quoth.js';
import { suiteFolder, temporaryFolder } from '../support/temporary-folder.js';

describe('quoth eval', { timeout: 120_000 }, () => {
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

	it('asks of one pool of all languages, and of all their sentences', async () => {
		const folder = await parallelFolder();
		const pool = jsonOf(await quoth(['eval', folder, '--pool', '--json'], { data }));
		expect(pool).toMatchObject({
			measured: 'pool',
			languages: ['en', 'fr'],
			questions: 2,
			passages: 4,
			first: 1,
			denseFirst: expect.any(Number) as number,
			byLanguage: { en: { first: 1 }, fr: { first: 1 } },
			sample: null,
		});
		const sentences = await quoth(['eval', folder, '--sentences', '--questions', '1'], { data });
		expect(sentences).toMatchObject({ code: 0, stderr: '' });
		expect(sentences.stdout).toContain('a sample: 1 of 2 questions a language, the same ones in every run');
		expect(sentences.stdout).toContain('over all 8 sentences of all the languages');
		expect(sentences.stdout).toMatch(/^all +[01]\.\d{3} +[01]\.\d{3}$/m);
	});

	it('shows every matrix within 100 columns and without colours, and what is left without accents', async () => {
		const folder = await parallelFolder();
		const run = await quoth(['eval', folder, '--without-accents'], { data });
		expect(run).toMatchObject({ code: 0, stderr: '' });
		expect(Math.max(...run.stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
		expect(run.stdout).not.toContain('\u001b');
		for (const measure of ['nDCG@10', 'recall@1', 'recall@10', 'MRR@10']) {
			expect(run.stdout).toContain(`${measure}, whole retriever\n          en    fr\n    en 1.000`);
			expect(run.stdout).toContain(`${measure}, vectors alone\n`);
		}
		expect(run.stdout).toMatch(/^fr +100\.0 % +1\.000 +100\.0 % /m);
	});

	it('compares with an earlier run of the same questions, and refuses one of others', async () => {
		const folder = await parallelFolder();
		const earlier = join(folder, 'earlier.txt');
		const { stdout } = await quoth(['eval', folder, '--json'], { data });
		await writeFile(earlier, stdout.replace(/"within":1,/, '"within":0.75,'));
		const run = await quoth(['eval', folder, '--against', earlier], { data });
		expect(run).toMatchObject({ code: 0, stderr: '' });
		expect(run.stdout).toMatch(/^ {2}within +0\.750 +1\.000 +\+0\.2500$/m);
		expect(jsonOf(await quoth(['eval', folder, '--against', earlier, '--json'], { data }))).toMatchObject({
			against: {
				means: expect.arrayContaining([{ name: 'within', before: 0.75, now: 1, difference: 0.25 }]) as unknown,
			},
		});
		expectFailure(
			await quoth(['eval', folder, '--languages', 'en', '--against', earlier], { data }),
			'on other questions or passages',
		);
	});

	it('fails with a line for each floor that is missed', async () => {
		const folder = await parallelFolder();
		const floors = ['within=1', 'en-fr=0.1', 'denseWithin=1.5', 'fr-fr=1.01'].flatMap((floor) => ['--floor', floor]);
		const run = await quoth(['eval', folder, '--json', ...floors], { data });
		expect(run.code).toBe(1);
		expect(run.stderr).toMatch(
			/^quoth: denseWithin is [01]\.\d{4}, below its floor of 1\.5\nquoth: fr-fr is 1\.0000, below its floor of 1\.01\n$/,
		);
		expect(jsonOf(run)).toMatchObject({ within: 1 });
	});

	it.each([
		[['--floor', 'en-th=1'], /no figure "en-th".*within, across.*en-en/],
		[['--floor', 'within'], /Expected NAME=VALUE/],
		[['--languages', 'en,en'], /Expected languages parted by commas, each once/],
		[['--questions', '0'], /Expected a whole number of at least 1/],
		[['--pool', '--sentences'], /cannot be used with/],
		[['--pool', '--without-accents'], /cannot be used with/],
	])('takes %j for wrong usage', async (options, message) => {
		const run = await quoth(['eval', await parallelFolder(), ...options], { data });
		expect(run).toMatchObject({ code: 2, stdout: '' });
		expect(run.stderr).toMatch(message);
	});

	it('measures answers to the questions of a folder, and asks for the articles that they are about', async () => {
		const folder = await temporaryFolder();
		await writeArticles(join(folder, 'articles'));
		const line = (question: string, answer?: string) => `${JSON.stringify({ question, language: 'en', answer })}\n`;
		await writeFile(join(folder, 'ferry.jsonl'), line(FERRY, 'lands at the old salt pier'));
		await writeFile(join(folder, 'other.jsonl'), line('Who painted the ceiling of the opera house in Manaus?'));
		const run = await quoth(['eval', folder, '--articles', join(folder, 'articles'), '--floor', 'first=1', '--json'], {
			data,
		});
		expect(run).toMatchObject({ code: 0, stderr: '' });
		expect(jsonOf(run)).toMatchObject({ measured: 'answers', questions: 2, answerable: 1, first: 1, sample: null });
		const without = await quoth(['eval', join(folder, 'ferry.jsonl')], { data });
		expect(without).toMatchObject({ code: 2, stdout: '' });
		expect(without.stderr).toContain('name these with --articles');
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

/** Two paragraphs of two sentences in each of two languages. */
async function parallelFolder(): Promise<string> {
	const folder = await temporaryFolder();
	const texts = {
		en: [
			['The ferry lands at the salt pier. Tickets cost four crowns.', 'At which pier does the ferry land?'],
			['Rice grows on terraces above the valley. The harvest is in October.', 'Where does rice grow?'],
		],
		fr: [
			['Le bac accoste au vieux quai du sel. Le billet coûte quatre couronnes.', 'Où accoste le bac ?'],
			['Le riz pousse en terrasses sur la montagne. On le récolte en octobre.', 'À quel étage pousse le riz ?'],
		],
	};
	for (const [language, pairs] of Object.entries(texts)) {
		const paragraphs = pairs.map(([context = '', question = ''], i) => {
			const end = context.indexOf('. ') + 1;
			return {
				context,
				sentences: [context.slice(0, end), context.slice(end + 1)],
				sentence_breaks: [
					[0, end],
					[end, context.length],
				],
				qas: [{ id: `q${i}`, question, answers: [{ text: context.slice(0, 4), answer_start: 0 }] }],
			};
		});
		await writeFile(join(folder, `${language}.json`), JSON.stringify({ data: [{ paragraphs }] }));
	}
	return folder;
}

/** A Zstandard frame of one raw block (RFC 8878), for want of a compressor. */
function zstandardFrame(text: string): Buffer {
	const content = Buffer.from(text);
	const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0, 0, 0, 0]);
	header.writeUInt32LE(content.length, 5);
	header.writeUIntLE((content.length << 3) | 1, 9, 3);
	return Buffer.concat([header, content]);
}
