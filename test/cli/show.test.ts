import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Draft, LeftOut } from '../../articles/draft.js';
import { toDocument } from '../../articles/to-document.js';
import { describeDocument, type DescribedDocument } from '../../cli/describe-document.js';
import { renderDocument } from '../../cli/render-document.js';
import { columnsOf } from '../../cli/wrap.js';
import { cliStore, expectFailure, storedTexts } from '../support/cli-store.js';
import { jsonOf, quoth } from '../support/quoth.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const LEFT_OUT: readonly LeftOut[] = [
	{ what: 'navigation', words: 3, sample: 'Home Fares Contact' },
	{ what: 'image', words: 0, sample: '' },
];
const row = (isHead: boolean, ...cells: string[]): Draft => ({
	kind: 'row',
	isHead,
	cells: cells.map((text) => ({ text })),
});
const BLOCKS: readonly Draft[] = [
	{ kind: 'paragraph', text: `The relay tells the pier who comes. ${'It listens day and night. '.repeat(10)}` },
	{ kind: 'heading', level: 2, text: 'Restart', anchor: 'restart' },
	{ kind: 'paragraph', text: 'It is quick. Run this:' },
	{ kind: 'code', language: 'bash', text: 'relay stop\nrelay start\nrelay status' },
	{ kind: 'heading', level: 3, text: 'Before' },
	{ kind: 'paragraph', text: 'Have with you:' },
	{ kind: 'open', what: 'list' },
	{ kind: 'item', number: 3, text: 'The key' },
	{ kind: 'open', what: 'list' },
	{ kind: 'item', number: null, text: 'And its copy' },
	{ kind: 'close', what: 'list' },
	{ kind: 'close', what: 'list' },
	{ kind: 'question', text: 'Who has the key?', anchor: 'key' },
	{ kind: 'quotation', text: 'The harbor master has it.' },
	{ kind: 'open', what: 'table' },
	{ kind: 'caption', text: 'Stations' },
	row(true, 'Plan', 'Stations'),
	row(false, 'Ridge', '12'),
	{ kind: 'close', what: 'table' },
];
const relay = toDocument({
	source: 'notes/relay.md',
	title: 'The relay',
	publishedAt: '2024-11-02',
	language: 'en',
	blocks: BLOCKS,
	leftOut: LEFT_OUT,
});
const stored = { document: relay, passages: 4, isUnblocked: false };

describe('renderDocument', () => {
	it('shows each block on a line of its own under its headings, then what was left out', () => {
		const shown = renderDocument(stored, 80).replace(/[0-9a-f]{16}/g, 'HASH');
		expect(shown).toMatchInlineSnapshot(`
			"The relay
			notes/relay.md
			en · 2024-11-02 · id HASH · revision HASH
			13 blocks (paragraph 3, heading 2, code 1, item 2, question 1, quotation 1, caption 1, row 2) · 4 passages · 480 characters

			paragraph The relay tells the pier who comes. It listens d … 247 more characters
			heading   ## Restart #restart
			paragraph   It is quick. Run this:
			code        \`\`\`bash relay stop … 2 more lines
			heading     ### Before
			paragraph     Have with you:
			item          3. The key
			item            - And its copy
			question      ? Who has the key? #key
			quotation       > The harbor master has it.
			caption         Stations
			row             | head: Plan | Stations
			row             | Ridge | 12

			left out
			  navigation: 3 words, “Home Fares Contact”
			  image: no words"
		`);
	});

	it.each([40, 80, 100])('keeps to a terminal of %d columns', (columns) => {
		const lines = renderDocument(stored, columns).split('\n').slice(5, -4);
		expect(lines).toHaveLength(relay.blocks.length);
		for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
	});

	it('sets in what stands within an item of a list, after its first paragraph', () => {
		const blocks: readonly Draft[] = [
			{ kind: 'open', what: 'list' },
			{ kind: 'item', number: 1, text: 'Stop it' },
			{ kind: 'code', language: null, text: 'relay stop' },
			{ kind: 'close', what: 'list' },
			{ kind: 'paragraph', text: 'It is done.' },
		];
		const document = toDocument({
			source: 'stop.md',
			title: 'Stop',
			publishedAt: null,
			language: 'en',
			blocks,
			leftOut: [],
		});
		expect(
			renderDocument({ ...stored, document }, 80)
				.split('\n')
				.slice(5, 8),
		).toEqual(['item      1. Stop it', 'code        ``` relay stop', 'paragraph It is done.']);
	});

	it('keeps a dozen columns for words where the terminal is narrower', () => {
		expect(renderDocument(stored, 20)).toContain('heading   ## Restart #restart');
		expect(renderDocument(stored, 20)).toContain('```bash relay stop … +2');
	});

	it('says that nothing was left out', () => {
		const shown = renderDocument({ ...stored, document: { ...relay, leftOut: [] } }, 80);
		expect(shown.split('\n').at(-1)).toBe('nothing was left out');
	});

	it('says of what an earlier version stored that its blocks are told from its text, and what reads it again', () => {
		const shown = renderDocument({ ...stored, document: { ...relay, leftOut: [] }, isUnblocked: true }, 80);
		expect(shown).toContain('earlier version');
		expect(shown).toContain('`quoth ingest`');
		expect(shown).not.toContain('nothing was left out');
	});

	it('passes nothing to the terminal that it would obey', () => {
		const evil = '\u001b[31m\u0007\u202e';
		const document = {
			...relay,
			title: evil,
			source: evil,
			language: evil,
			text: relay.text.replace(/[rR]elay/g, 'rel\u001by'),
			blocks: relay.blocks.map((block) =>
				block.kind === 'code' ? { ...block, anchor: evil, language: evil } : { ...block, anchor: evil },
			),
			leftOut: [{ what: evil, words: 1, sample: evil }],
		};
		expect(renderDocument({ ...stored, document }, 80)).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
	});
});

describe('describeDocument', () => {
	const { blocks, ...about } = describeDocument(relay);
	const find = (text: string) => blocks.find((block) => block.text === text)!;

	it('names the document, and what was left out', () => {
		expect(about).toEqual({
			documentId: relay.id,
			revision: relay.revision,
			title: 'The relay',
			source: 'notes/relay.md',
			language: 'en',
			publishedAt: '2024-11-02',
			leftOut: LEFT_OUT,
		});
	});

	it('gives each block with its place, its headings and what its kind has', () => {
		for (const { start, end, text } of blocks) expect(relay.text.slice(start, end)).toBe(text);
		const { start, end } = find('Restart');
		expect(find('Restart')).toEqual({
			kind: 'heading',
			start,
			end,
			text: 'Restart',
			path: [],
			anchor: 'restart',
			level: 2,
		});
		expect(find('relay stop\nrelay start\nrelay status')).toMatchObject({
			kind: 'code',
			language: 'bash',
			path: ['Restart'],
			introduction: 'Run this:',
		});
		expect(find('The key')).toMatchObject({
			number: 3,
			depth: 0,
			introduction: 'Have with you:',
			path: ['Restart', 'Before'],
		});
		expect(find('And its copy')).toMatchObject({ number: null, depth: 1, introduction: 'The key' });
		expect(find('The harbor master has it.')).toMatchObject({
			path: ['Restart', 'Before', 'Who has the key?'],
			anchor: null,
		});
	});

	it('gives each cell of a row with what names it', () => {
		expect(find('Plan\tStations')).toMatchObject({ isHead: true, cells: [{ heads: [] }, { heads: [] }] });
		const { start, cells } = find('Ridge\t12');
		expect(cells).toEqual([
			{ text: 'Ridge', start, end: start + 5, heads: ['Plan'] },
			{ text: '12', start: start + 6, end: start + 8, heads: ['Stations'] },
		]);
	});
});

describe('quoth show', { timeout: 60_000 }, () => {
	const { articles, copiedData, data } = cliStore();
	const source = join(articles, 'ferry.md');

	it('shows a document by its source and by its id', async () => {
		const run = await quoth(['show', source, '--json'], { data });
		expect(run).toMatchObject({ code: 0, stderr: '' });
		const described = jsonOf(run) as DescribedDocument;
		const { text } = storedTexts(data).find((stored) => stored.source === source)!;
		expect(described).toMatchObject({
			source,
			title: 'The Ormond ferry in winter',
			leftOut: expect.any(Array) as unknown,
		});
		expect(described.blocks.length).toBeGreaterThan(0);
		for (const block of described.blocks) expect(text.slice(block.start, block.end)).toBe(block.text);
		expect(jsonOf(await quoth(['show', described.documentId, '--json'], { data }))).toEqual(described);
		const shown = await quoth(['show', described.documentId], { data });
		expect(shown).toMatchObject({ code: 0, stderr: '' });
		expect(shown.stdout).toMatch(/^The Ormond ferry in winter\n.*ferry\.md\nen · 2024-11-02 · /);
		expect(shown.stdout).toContain('1 passages');
		expect(shown.stdout).toContain('paragraph The council of Ormond has published');
	});

	it('fails where there is no such document, no such collection or no store', async () => {
		expectFailure(await quoth(['show', 'nowhere.txt'], { data }), '"nowhere.txt"');
		expectFailure(await quoth(['show', source, '-c', 'other', '--json'], { data }), '"other"');
		expectFailure(await quoth(['show', 'x'], { data: join(await temporaryFolder(), 'data') }), '"x"');
	});

	it('tells a document that an earlier version stored from one that has its blocks', async () => {
		const copy = await copiedData();
		const database = new BetterSqlite3(join(copy, 'quoth.db'));
		database.prepare('update document set blocks = null where source = ?').run(source);
		database.close();
		expect((await quoth(['show', source], { data: copy })).stdout).toContain('earlier version');
		const run = await quoth(['show', source, '--json'], { data: copy });
		expect((jsonOf(run) as DescribedDocument).blocks.length).toBeGreaterThan(0);
		expect(run.stderr).toContain('earlier version');
		expect((await quoth(['show', join(articles, 'bees.txt')], { data: copy })).stdout).not.toContain('earlier version');
	});

	it('shows each block of an article with a list, a table, code and a question', async () => {
		const folder = await temporaryFolder();
		const [path, target] = [join(folder, 'relay.md'), join(folder, 'data')];
		const lines = [
			'# Relay',
			'',
			'Do this:',
			'',
			'1. Stop',
			'2. Start',
			'',
			'```sh',
			'relay',
			'```',
			'',
			'| A | B |',
			'| - | - |',
			'| c | d |',
		];
		await writeFile(path, lines.join('\n'));
		await quoth(['ingest', path], { data: target });
		const { blocks } = jsonOf(await quoth(['show', path, '--json'], { data: target })) as DescribedDocument;
		expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'item', 'item', 'code', 'row', 'row']);
	});
});
