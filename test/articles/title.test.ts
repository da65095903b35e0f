import { describe, expect, it } from 'vitest';
import { splitTitle } from '../../articles/title.js';

const BODY = 'The pump was repaired on Monday. Water flows again.';

describe('splitTitle', () => {
	it.each([
		['underlined with dashes', null, `\n  The pump \n-----------\n${BODY}`, 'The pump', BODY],
		['underlined, though it ends like a sentence', null, `The pump.\r\n===\r\n${BODY}`, 'The pump.', BODY],
		['a short first line', null, `The pump runs again\n${BODY}`, 'The pump runs again', BODY],
		[
			'a question before an empty line',
			null,
			`Who repaired the pump?\n\n${BODY}`,
			'Who repaired the pump?',
			`\n${BODY}`,
		],
		['a line in a script without full stops', null, `ซ่อมปั๊มน้ำแล้ว\nชาวบ้านดีใจ`, 'ซ่อมปั๊มน้ำแล้ว', 'ชาวบ้านดีใจ'],
		['after image remains', null, `.jpg)\n\nThe pump\n${BODY}`, 'The pump', BODY],
		['stated, and the first line again', 'The  pump', `The pump\n-----\n${BODY}`, 'The pump', BODY],
		['stated with the name of the site', 'The pump | Valley Post', `The pump\n${BODY}`, 'The pump | Valley Post', BODY],
		['stated', 'The pump', BODY, 'The pump', BODY],
		['only a title', null, 'The pump\n', 'The pump', 'The pump\n'],
		['a first sentence', null, BODY, 'The pump was repaired on Monday.', BODY],
		['a question without an empty line', null, `Who? Me.\n${BODY}`, 'Who?', `Who? Me.\n${BODY}`],
		['a list', null, `- pump\n- well`, '- pump', `- pump\n- well`],
	])('%s', (_, stated, text, title, body) => {
		expect(splitTitle({ title: stated, text })).toEqual({ title, body });
	});

	it('shortens a first sentence between words', () => {
		const text = `${'The long road to the village '.repeat(8)}was repaired.`;
		const { title, body } = splitTitle({ title: null, text });
		expect(title).toMatch(/^The long road .* (?:The|long|road|to|the|village)…$/);
		expect(title.length).toBeLessThanOrEqual(81);
		expect(body).toBe(text);
	});

	it('never cuts a grapheme', () => {
		const { title } = splitTitle({ title: null, text: `${'👩‍👩‍👧'.repeat(200)}.` });
		expect(title.replaceAll('👩‍👩‍👧', '')).toBe('…');
	});

	it('gives an empty title to an empty text', () => {
		expect(splitTitle({ title: null, text: ' \n\n' }).title).toBe('');
	});
});
