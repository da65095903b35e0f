import fc from 'fast-check';
import type {
	Excerpt,
	Omission,
	QuotedCell,
	QuotedCode,
	QuotedItem,
	QuotedPart,
	QuotedRow,
	QuotedSentence,
} from '../../answers/quote-parts.js';
import { hostileText } from './hostile-text.js';

const place = fc.nat({ max: 5000 });
const excerptOf = (quote: fc.Arbitrary<string>) => ({ start: place, end: place, quote });
const excerpt: fc.Arbitrary<Excerpt> = fc.record(excerptOf(hostileText));
const marked = { ...excerptOf(hostileText), isHighlight: fc.boolean() };

const sentence: fc.Arbitrary<QuotedSentence> = fc.record({
	...marked,
	kind: fc.constant('sentence'),
	joint: fc.constantFrom('' as const, ' ' as const, ' … ' as const, '\n' as const),
});

/** What makes a list only together with the sentence beside it. */
const halfNumber: fc.Arbitrary<QuotedSentence> = fc.record({
	...marked,
	...excerptOf(fc.constantFrom('1', '23', '. x', '.', '-', '# x', '*', '`', '``')),
	kind: fc.constant('sentence'),
	joint: fc.constant(''),
});

const item: fc.Arbitrary<QuotedItem> = fc.record({
	...marked,
	kind: fc.constant('item'),
	number: fc.option(fc.integer({ min: -3, max: 2000 })),
	depth: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 40 })),
});

const cell: fc.Arbitrary<QuotedCell> = fc.record({
	...excerptOf(hostileText),
	heads: fc.oneof(fc.constant([]), fc.array(excerpt, { maxLength: 2 })),
});

const row: fc.Arbitrary<QuotedRow> = fc.record({
	...marked,
	kind: fc.constant('row'),
	cells: fc.array(cell, { maxLength: 6 }),
});

const codeLine = fc.oneof(
	hostileText,
	fc.constantFrom('', '   ', '\tdone', '-# small', '> quoted', '# heading', '**bold**', '<@1>', 'js', '\u200B'),
	fc.integer({ min: 1, max: 40 }).map((length) => '`'.repeat(length)),
);

const code: fc.Arbitrary<QuotedCode> = fc.record({
	...marked,
	...excerptOf(fc.array(codeLine, { maxLength: 12 }).map((lines) => lines.join('\n'))),
	kind: fc.constant('code'),
	language: fc.option(fc.oneof(fc.constantFrom('js', 'C++', 'c#', 'objective-c', 'a b', '`', '\n```'), hostileText)),
});

const omission: fc.Arbitrary<Omission> = fc.record({
	kind: fc.constant('omission'),
	count: fc.integer({ min: 1, max: 1e6 }),
});

const part: fc.Arbitrary<QuotedPart> = fc.oneof(sentence, halfNumber, item, row, code, omission);

const prose = fc.array(fc.oneof({ weight: 4, arbitrary: sentence }, halfNumber), { minLength: 1, maxLength: 4 });
const list = fc.array(fc.oneof({ weight: 8, arbitrary: item }, sentence, omission), { minLength: 1, maxLength: 20 });

/** What a quote shows of an article, of all kinds, alone and mixed, with whatever an article can hold. */
export const hostileQuote = {
	parts: fc.oneof(
		prose,
		list,
		fc.array(row, { maxLength: 6 }),
		fc.array(code, { maxLength: 2 }),
		fc.array(part, { maxLength: 12 }),
	),
	highlights: fc.array(fc.record({ start: place, end: place }), { maxLength: 2 }),
	context: fc.option(excerpt),
	contextKind: fc.constantFrom('question' as const, 'lead' as const),
	breadcrumb: fc.oneof(fc.constant([]), fc.array(excerpt, { maxLength: 5 })),
	anchor: fc.option(hostileText),
};
