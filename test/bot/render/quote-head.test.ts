import { describe, expect, it } from 'vitest';
import { drawQuotations } from '../../../bot/render/quotation.js';
import type { Quotation } from '../../../commands/services.js';
import { PLAIN } from '../../support/drawn-quote.js';
import { quoted } from '../../support/kept-answer.js';
import { said } from '../../support/quoted-parts.js';

describe('the headings above a quote', () => {
	const under = (...headings: string[]) => ({
		...PLAIN,
		...quoted([said('Yes.', true)]),
		breadcrumb: headings.map((quote) => ({ start: 0, end: 1, quote })),
	});
	const heads = (...quotations: Quotation[]) =>
		drawQuotations(
			quotations.map((quotation) => ({ quotation })),
			'en',
			{ room: 3000, contextRoom: 0 },
		).map(({ text }) => text);

	it('are shown in small print, but for the title and what is the same as above', () => {
		const [one, other] = [under('T', 'Harbor', '# Moor_ing'), under('T', 'Harbor')];
		expect(heads(one, one, other, under())).toEqual([
			'**T**\n-# English · s · no date\n-# Harbor › \\# Moor\\_ing',
			'**T**',
			'**T**\n-# Harbor',
			'**T**',
		]);
	});

	it('lose the outermost where they are long', () => {
		expect(heads(under('a'.repeat(40), 'b'.repeat(30), 'c'.repeat(30)))).toEqual([
			`**T**\n-# English · s · no date\n-# … › ${'b'.repeat(30)} › ${'c'.repeat(30)}`,
		]);
		expect(heads(under('a', 'b'.repeat(100)))[0]).toMatch(/\n-# b+…$/);
	});
});
