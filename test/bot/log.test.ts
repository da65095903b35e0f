import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../bot/log.js';

function logged(): { lines: string[]; log: ReturnType<typeof createLog> } {
	const lines: string[] = [];
	return {
		lines,
		log: createLog(
			(line) => lines.push(line),
			() => new Date(0),
		),
	};
}

describe('createLog', () => {
	it('writes one line an event, with its facts', () => {
		const { lines, log } = logged();
		log.info('ready', { bot: 'quoth#1', servers: 2, shard: undefined, note: 'two words' });
		expect(lines).toEqual(['1970-01-01T00:00:00.000Z info ready bot="quoth#1" servers=2 note="two words"\n']);
	});

	it('writes an error with its stack', () => {
		const { lines, log } = logged();
		log.error('a call failed', new Error('no such table'), { reference: 'ab12' });
		expect(lines[0]).toBe('1970-01-01T00:00:00.000Z error a call failed reference=ab12 error="no such table"\n');
		expect(lines[1]).toMatch(/^ {4}at /);
	});

	it('lets nothing that is logged pass for a line of its own', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (message, value) => {
				const { lines, log } = logged();
				log.warn(message, { value });
				log.error(message, new Error(value));
				for (const line of lines) expect(line.slice(0, -1)).not.toMatch(/[\n\r\u2028\u0085\u001b]/);
			}),
		);
	});
});
