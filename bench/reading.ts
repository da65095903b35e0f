import { parseArgs } from 'node:util';
import { readArticles } from '../articles/read.js';
import { toDocument } from '../articles/to-document.js';
import { machine } from '../cli/machine.js';

/**
 * Shows that reading takes time and memory in proportion to what is read, on shapes that people or programs make too large: each is read at
 * a size and at four times that size, in turns.
 *
 *     node dist/bench/reading.js [--runs N]
 */
interface Shape {
	readonly name: string;
	readonly source: string;
	readonly size: number;
	readonly write: (size: number) => string;
}

const repeated = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i)).join('');

const SHAPES: readonly Shape[] = [
	{
		name: 'Markdown table, rows',
		source: 'a.md',
		size: 25_000,
		write: (size) => `| Plan | Price |\n|---|---|\n${repeated(size, (i) => `| plan ${i} | ${i} crowns |\n`)}`,
	},
	{
		name: 'HTML table, rows',
		source: 'a.html',
		size: 25_000,
		write: (size) =>
			`<table><tr><th>Plan<th>Price</tr>${repeated(size, (i) => `<tr><td>plan ${i}<td>${i} crowns</tr>`)}</table>`,
	},
	{
		name: 'HTML list, nested levels',
		source: 'a.html',
		size: 50,
		write: (size) => `${repeated(size, (i) => `<ul><li>level ${i}`)}${'</li></ul>'.repeat(size)}`,
	},
	{
		name: 'Markdown list, nested levels',
		source: 'a.md',
		size: 50,
		write: (size) => repeated(size, (i) => `${'  '.repeat(i)}- level ${i}\n`),
	},
	{
		name: 'one paragraph, bytes',
		source: 'a.md',
		size: 1_250_000,
		write: (size) => 'The ferry leaves at nine on all days but Sundays. '.repeat(size / 50),
	},
	{
		name: 'plain text, lines',
		source: 'a.txt',
		size: 50_000,
		write: (size) => repeated(size, (i) => `${i % 7 === 0 ? '- ' : ''}Line ${i} says that it rained.\n`),
	},
	{
		name: 'unclosed fence, lines',
		source: 'a.md',
		size: 50_000,
		write: (size) => `\`\`\`sh\n${repeated(size, (i) => `run ${i}\n`)}`,
	},
	{
		name: 'ragged and overlapping cells, rows',
		source: 'a.html',
		size: 5000,
		write: (size) =>
			`<table>${repeated(size, (i) => `<tr>${repeated(1 + (i % 5), (j) => `<td rowspan=${i % 9} colspan=${j % 4}>${i}.${j}`)}`)}</table>`,
	},
	{
		name: 'right-to-left table, rows',
		source: 'a.md',
		size: 10_000,
		write: (size) => `| الخطة | السعر |\n|---|---|\n${repeated(size, (i) => `| خطة ${i} | ${i} |\n`)}`,
	},
	{
		name: 'Markdown in HTML in Markdown, blocks',
		source: 'a.md',
		size: 2000,
		write: (size) => repeated(size, (i) => `<div>\n\n**bold ${i}** <b>text ${i}</b>\n\n- item\n\n</div>\n\n`),
	},
];

const GROWTH = 4;

function read({ source }: Shape, bytes: Uint8Array): { milliseconds: number; megabytes: number; blocks: number } {
	globalThis.gc?.();
	const before = process.memoryUsage().heapUsed;
	const began = performance.now();
	const documents = readArticles(bytes, source).articles.map(toDocument);
	const milliseconds = performance.now() - began;
	const megabytes = (process.memoryUsage().heapUsed - before) / 1e6;
	return { milliseconds, megabytes, blocks: documents.reduce((sum, { blocks }) => sum + blocks.length, 0) };
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const runs = Number(values.runs);
process.stdout.write(`${machine()}\n`);
for (const shape of SHAPES) {
	const small = Buffer.from(shape.write(shape.size));
	const large = Buffer.from(shape.write(GROWTH * shape.size));
	const measured = Array.from({ length: runs }, () => [read(shape, small), read(shape, large)] as const);
	const of = (pick: (of: ReturnType<typeof read>) => number, which: 0 | 1) =>
		median(measured.map((pair) => pick(pair[which])));
	const [fast, slow] = [of(({ milliseconds }) => milliseconds, 0), of(({ milliseconds }) => milliseconds, 1)];
	process.stdout.write(
		[
			shape.name.padEnd(40),
			`${GROWTH * shape.size}`.padStart(9),
			`${of(({ blocks }) => blocks, 1)} blocks`.padStart(15),
			`${slow.toFixed(0)} ms`.padStart(9),
			`${(slow / fast).toFixed(1)} × the time`.padStart(16),
			`${of(({ megabytes }) => megabytes, 1).toFixed(0)} MB`.padStart(8),
		].join(' ') + '\n',
	);
}
