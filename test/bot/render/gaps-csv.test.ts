import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsAsCsv } from '../../../bot/render/gaps-csv.js';
import type { Gap } from '../../../commands/services.js';
import { hostileText } from '../../support/hostile-text.js';

const gapOf = (question: string): Gap => ({
	question,
	questions: [question],
	asked: 1,
	wanted: 0,
	languages: ['en'],
	lastAskedAt: 0,
});

describe('gapsAsCsv', () => {
	it('begins with a byte order mark, by which spreadsheets know UTF-8', () => {
		expect(gapsAsCsv([])).toBe('\uFEFF"question","asked","wanted","languages","last_asked","wordings"\r\n');
	});

	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '\t=1', '\r\n=1', ' =1', '\u202E=1', '\u0000=1'])(
		'makes no formula of %j',
		(question) => {
			expect(gapsAsCsv([gapOf(question)]).split('\r\n')[1]).toMatch(/^"'[=+@＝-]/);
		},
	);

	it('has one line for each gap, six cells each, none of them a formula', () => {
		fc.assert(
			fc.property(fc.array(hostileText, { maxLength: 5 }), (questions) => {
				const lines = gapsAsCsv(questions.map(gapOf)).split('\r\n');
				expect(lines.length).toBe(questions.length + 2);
				for (const line of lines.slice(1, -1)) {
					const cells = Array.from(line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g), ([, cell = '']) => cell);
					expect(cells.length).toBe(6);
					for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]/);
				}
			}),
			{ numRuns: 200 },
		);
	});
});
