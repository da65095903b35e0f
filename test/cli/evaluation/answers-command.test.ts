import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePairs } from '../../../cli/evaluation/answers-pairs.js';
import { jsonOf, quoth } from '../../support/quoth.js';
import { suiteFolder, temporaryFolder } from '../../support/temporary-folder.js';

const SENTENCES = {
	en: ['The ferry lands at the salt pier.', 'The mill grinds maize on Fridays.', 'The school lends out tents.'],
	fr: ['Le bac accoste au vieux quai.', 'Le moulin moud le maïs le vendredi.', 'L’école prête des tentes.'],
};
const QUESTIONS = {
	en: ['Where does the ferry land?', 'When does the mill grind maize?', 'What does the school lend?'],
	fr: ['Où accoste le bac ?', 'Quand le moulin moud-il le maïs ?', 'Que prête l’école ?'],
};

async function questionFolder(): Promise<string> {
	const folder = await temporaryFolder();
	for (const language of ['en', 'fr'] as const) {
		const data = SENTENCES[language].map((context, i) => ({
			paragraphs: [
				{
					context,
					qas: [
						{
							id: `q${i}`,
							question: QUESTIONS[language][i],
							answers: [{ text: context.slice(4, -1), answer_start: 4 }],
						},
					],
				},
			],
		}));
		await writeFile(join(folder, `set.${language}.json`), JSON.stringify({ data }));
	}
	return folder;
}

describe('quoth eval --answers', { timeout: 120_000 }, () => {
	const data = suiteFolder();

	it('measures answers within languages and across, and draws diagrams', async () => {
		const folder = await questionFolder();
		const diagrams = join(folder, 'drawn');
		const run = await quoth(['eval', folder, '--answers', '--across', 'fr:en', '--diagrams', diagrams, '--json'], {
			data,
		});
		expect(run).toMatchObject({ code: 0, stderr: '' });
		expect(jsonOf(run)).toMatchObject({
			measured: 'answers',
			questionSet: expect.any(String) as string,
			articles: { en: 3, fr: 3 },
			pairs: [
				{ asked: 'en', articles: 'en', questions: 3 },
				{ asked: 'fr', articles: 'fr', questions: 3 },
				{ asked: 'fr', articles: 'en', questions: 3 },
			],
			within: { questions: 6, rankedFirst: 1, calibration: { questions: { answerable: 6, unanswerable: 6 } } },
			across: { questions: 3 },
			unplaced: 0,
			sample: null,
		});
		expect((await readdir(diagrams)).sort()).toEqual(
			['across-languages', 'en', 'fr', 'same-language']
				.flatMap((name) => [`reliability-${name}.svg`, `risk-coverage-${name}.svg`])
				.sort(),
		);
	});

	it('prints tables, of a sample if one is asked for, and holds figures to floors', async () => {
		const folder = await questionFolder();
		const args = [
			'eval',
			folder,
			'--answers',
			'--languages',
			'en',
			'--questions',
			'2',
			'--floor',
			'within.rankedFirst=1.1',
		];
		const run = await quoth(args, { data });
		expect(run.code).toBe(1);
		expect(run.stdout).toMatch(/^en +2 +.*100\.0 %/m);
		expect(run.stdout).toContain('Confidence, as the probability that the first citation answers');
		expect(run.stdout).toContain('a sample: 2 of 3 questions a language');
		expect(run.stderr).toContain('within.rankedFirst is 1.0000, below its floor of 1.1');
	});

	it('refuses in one line what it cannot measure', async () => {
		const folder = await questionFolder();
		const usage = [
			[['--across', 'fr'], 'Expected pairs of two languages, parted by commas, such as vi:en,en:th.'],
			[['--diagrams', 'x'], '--across and --diagrams are of answers: add --answers'],
			[['--answers', '--pool'], 'cannot be used with'],
		] as const;
		for (const [args, message] of usage) {
			const run = await quoth(['eval', folder, ...args], { data });
			expect(run.code).toBe(2);
			expect(run.stderr).toContain(message);
		}
		const missing = await quoth(['eval', folder, '--answers', '--languages', 'en', '--across', 'th:en'], { data });
		expect(missing.code).toBe(1);
		expect(missing.stderr).toContain('No file of language "th"');
	});
});

describe('parsePairs', () => {
	it('reads the language of the questions, then that of the articles', () => {
		expect(parsePairs('vi:en, en:zh-hant')).toEqual([
			{ asked: 'vi', articles: 'en' },
			{ asked: 'en', articles: 'zh-hant' },
		]);
	});

	it.each(['', 'en', 'en:', ':en', 'en:en', 'en:vi,', 'en:vi:th', 'en vi'])('knows that %j is none', (text) => {
		expect(parsePairs(text)).toBeUndefined();
	});
});
