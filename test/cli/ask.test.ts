import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliStore, FERRY, storedTexts } from '../support/cli-store.js';
import { jsonOf, MAIN, PLAIN_ENVIRONMENT, quoth } from '../support/quoth.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const ESCAPE = String.fromCharCode(27);

describe('quoth ask', { timeout: 60_000 }, () => {
	const { articles, copiedData, data } = cliStore();

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
			'disagree',
			'alsoIn',
			'milliseconds',
		]);
		expect(answer).toMatchObject({ question: FERRY, language: 'en', answered: true, reason: null, nearest: [] });
		expect(Object.keys(answer['milliseconds'] as object)).toEqual(['encode', 'retrieve', 'rerank', 'answer', 'total']);
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
			text: 'In winter the Ormond ferry lands at the old salt pier.',
			parts: [expect.objectContaining({ kind: 'sentence', isHighlight: true, joint: '\n' })],
			highlights: [{ start: expect.any(Number) as number, end: expect.any(Number) as number }],
			context: null,
			contextKind: null,
			breadcrumb: [],
			anchor: null,
			alsoAt: [],
			disagreesWith: [],
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
		const pipe = 'set -o pipefail; "$0" "$1" ask - | head -1';
		const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', pipe, process.execPath, MAIN], {
			env: { ...PLAIN_ENVIRONMENT, QUOTH_DATA: data },
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
