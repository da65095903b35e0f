import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	lead,
	leadThree,
	longestThree,
	measuredTalk,
	oracle,
	random,
	rougeOfSelection,
	textRank,
} from '../../../cli/evaluation/summaries-selections.js';
import { readKnownTalks } from '../../../cli/evaluation/summaries-talks.js';
import { expectFailure } from '../../support/cli-store.js';
import { jsonOf, quoth } from '../../support/quoth.js';
import { suiteFolder, temporaryFolder } from '../../support/temporary-folder.js';

const TALK = [
	'#Person1#: Hello, how are you?',
	'#Person2#: I would like to book the salt pier for a wedding in June.',
	'#Person1#: The salt pier is free on the second Saturday of June.',
	'Then I take it.',
	'#Person2#: Good bye.',
].join('\n');
const SUMMARY = '#Person2# wants to book the salt pier for a wedding.';

async function fileOf(...lines: unknown[]): Promise<string> {
	const path = join(await temporaryFolder(), 'talks.jsonl');
	await writeFile(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
	return path;
}

const talkOf = async (summary = SUMMARY) => {
	const [talk] = await readKnownTalks(await fileOf({ dialogue: TALK, summary }));
	return measuredTalk(talk!, 'one');
};

describe('readKnownTalks', () => {
	it('tells who speaks from what is said, and takes all references', async () => {
		const [one, two] = await readKnownTalks(
			await fileOf({ id: '1', dialogue: TALK, summary: SUMMARY }, '', {
				dialogue: 'Amanda: I baked: cookies\r\n\r\nsee 10:30',
				summary1: 'A',
				summary2: 'B',
				topic: 'x',
			}),
		);
		expect(one?.references).toEqual([SUMMARY]);
		expect(one?.utterances[1]).toEqual({
			line: '#Person2#: I would like to book the salt pier for a wedding in June.',
			voice: '#Person2#',
			text: 'I would like to book the salt pier for a wedding in June.',
		});
		expect(one?.utterances[3]).toEqual({ line: 'Then I take it.', voice: '', text: 'Then I take it.' });
		expect(two).toEqual({
			references: ['A', 'B'],
			utterances: [
				{ line: 'Amanda: I baked: cookies', voice: 'Amanda', text: 'I baked: cookies' },
				{ line: 'see 10:30', voice: '', text: 'see 10:30' },
			],
		});
	});

	it.each([
		['not JSON', 'Line 2 of '],
		[{ dialogue: TALK }, 'no "summary" was found'],
		[{ dialogue: ' ', summary: 'x' }, 'is not a talk'],
		[{ dialogue: TALK, summary: '…' }, '"summary" is no text with words'],
		[{ dialogue: TALK, summary: 3 }, '"summary" is no text with words'],
	])('refuses %j, and names the line', async (line, message) => {
		const path = await fileOf({ dialogue: TALK, summary: SUMMARY }, line);
		await expect(readKnownTalks(path)).rejects.toThrow(message);
	});
});

describe('ways of choosing', () => {
	it('takes three from the beginning, the three longest, or what fits', async () => {
		const talk = await talkOf();
		expect(talk.lengths).toEqual([5, 14, 12, 4, 3]);
		expect(talk.budget).toBe(10);
		expect(leadThree(talk)).toEqual([0, 1, 2]);
		expect(longestThree(talk)).toEqual([1, 2, 0]);
		expect(lead(talk)).toEqual([0, 3]);
		expect(lead(await talkOf('Bye'))).toEqual([4]);
	});

	it('takes the same at random in every run, and other draws otherwise', async () => {
		const talk = await talkOf();
		const draws = Array.from({ length: 12 }, (_, draw) => random(talk, draw));
		expect(Array.from({ length: 12 }, (_, draw) => random(talk, draw))).toEqual(draws);
		expect(new Set(draws.map((draw) => draw.join())).size).toBeGreaterThan(2);
	});

	it('ranks by shared words as TextRank does', async () => {
		expect(textRank(await talkOf())[0]).toBe(1);
	});

	it('finds nearly the best that there is', async () => {
		const talk = await talkOf();
		expect(oracle(talk)).toEqual([1]);
		const best = rougeOfSelection(talk, oracle(talk));
		for (const other of [leadThree(talk), longestThree(talk), lead(talk), textRank(talk)]) {
			expect(rougeOfSelection(talk, other).rouge1).toBeLessThanOrEqual(best.rouge1);
		}
	});

	it('compares in the order of the talk, with the mean over references', async () => {
		const talk = await talkOf();
		expect(rougeOfSelection(talk, [2, 1])).toEqual(rougeOfSelection(talk, [1, 2]));
		const two = measuredTalk({ ...talk, references: [SUMMARY, 'Nothing alike'] }, 'two');
		expect(rougeOfSelection(two, [1]).rouge1).toBeCloseTo(rougeOfSelection(talk, [1]).rouge1 / 2);
		expect(two.budget).toBe(6);
	});
});

describe('quoth eval --summaries', { timeout: 120_000 }, () => {
	const data = suiteFolder();

	it('prints a table, or one JSON value, and holds figures to floors', async () => {
		const path = await fileOf(
			{ dialogue: TALK, summary: SUMMARY },
			{ dialogue: TALK, summary1: 'A pier.', summary2: 'B' },
		);
		const run = await quoth(['eval', '--summaries', path, '--json'], { data });
		expect(run).toMatchObject({ code: 0, stderr: '' });
		const figures = {
			rouge1: expect.any(Number) as number,
			rouge2: expect.any(Number) as number,
			rougeL: expect.any(Number) as number,
			words: expect.any(Number) as number,
		};
		expect(jsonOf(run)).toEqual({
			model: expect.stringContaining('quoth/') as string,
			dialogues: 2,
			referenceWords: 5.75,
			ours: figures,
			lead3: figures,
			longest3: figures,
			lead: figures,
			random: figures,
			textRank: figures,
			oracle: figures,
			seconds: expect.any(Number) as number,
			measured: 'summaries',
			questionSet: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
		});
		const floored = await quoth(['eval', path, '--summaries', '--floor', 'ours.rouge1=1.5'], { data });
		expect(floored.code).toBe(1);
		expect(floored.stderr).toContain('below its floor of 1.5');
		expect(floored.stdout).toMatch(/^LEAD-3 +\d+\.\d % +\d+\.\d % +\d+\.\d % +31\.0$/m);
		expect(floored.stdout).toContain('2 talks, references of 5.8 words');
	});

	it('refuses in one line what it cannot measure', async () => {
		expectFailure(await quoth(['eval', '--summaries', 'nowhere.jsonl'], { data }), 'nowhere.jsonl cannot be read');
		expectFailure(await quoth(['eval', '--summaries', await fileOf('')], { data }), 'holds no talks');
		const both = await quoth(['eval', '--summaries', 'x.jsonl', '--questions', '3'], { data });
		expect(both.code).toBe(2);
		expect(both.stderr).toContain('cannot be used with');
	});
});
