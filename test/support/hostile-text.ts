import fc from 'fast-check';

const PIECES = [
	...[
		'@everyone',
		'@here',
		'<@1>',
		'<@&1>',
		'<#1>',
		'</ask:1>',
		'<t:1:R>',
		'<:a:1>',
		'<a:b:1>',
		'<id:browse>',
		':smile:',
	],
	...[
		'[click](https://evil.example)',
		'[a](<https://evil.example>)',
		'https://evil.example/x',
		'steam://run',
		'<https://a.example>',
	],
	...[
		'<mailto:a@a.example>',
		'](',
		'```',
		'```js\n',
		'`',
		'**',
		'*',
		'__',
		'_',
		'~~',
		'||',
		'\\',
		'\\\\',
		'¯\\_(ツ)_/¯',
	],
	...['# ', '## ', '#', '-# ', '- ', '+ ', '1. ', '23.', '> ', '>>> ', '\n', '\r\n', '\u2028', '\t', ' ', '  '],
	...['\u202E', '\u2066', '\u200F', '\u200B', '\u0000', '\u001B[31m', '\uD83D', '\uDE00', '\u0301'.repeat(40)],
	...[
		'👩‍👩‍👧‍👦',
		'🇻🇳',
		'🏴󠁧󠁢󠁥󠁮󠁧󠁿',
		'❤️',
		'e\u0301',
		'ế',
		'đ',
		'ສະບາຍດີ',
		'ກໍ່',
		'越南',
		'مرحبا',
		'word',
		'A',
		'9',
		'=1+1',
		'{title}',
		'$&',
	],
];

/** Markup of Discord and the signs it is made of, scripts, emoji, broken Unicode; a few thousand signs at times. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc
			.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 24 })
			.map((parts) => parts.join('')),
	},
	{
		weight: 1,
		arbitrary: fc
			.tuple(fc.constantFrom(...PIECES, 'a', ' '), fc.integer({ min: 100, max: 10_000 }))
			.map(([piece, length]) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom('', ' ', '\u0000', `a${'\u0301'.repeat(4000)}`, '👩‍'.repeat(3000), '🇻'.repeat(501)),
	},
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);
