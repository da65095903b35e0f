import fc from 'fast-check';
import type { ChatMessage } from '../../../answers/summary/conversation.js';

const PIECES = [
	'the pump is broken again',
	'on se retrouve à midi ?',
	'vậy chốt ngày 12 tháng 5',
	'ຕົກລົງ',
	'我们决定明天去',
	'สรุปว่าไปวันศุกร์',
	'agreed',
	'who has the key?',
	'مرحبا بالجميع، متى الاجتماع؟',
	'**bold** _and_ ~~gone~~',
	'`code`',
	'```\nx = 1\n```',
	'||spoiler||',
	'> quote\n',
	'>>> rest ',
	'<@123456789012345678>',
	'<:e:123456789012345678>',
	'<t:1790000000:F>',
	'[link](https://example.org/a)',
	'https://example.org/page?x=1',
	'👩‍👩‍👧‍👦',
	'🇱🇦',
	'1️⃣',
	'e\u0301\u0302\u0303',
	'\u0301',
	'\u200d',
	'\ud83d',
	'\udc4d',
	'\u202e',
	'\0',
	'\n',
	'. ',
	', ',
	'?',
	'？',
	' ',
	'a'.repeat(350),
];

/** Text as members write it who want to break something. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
	{ weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')) },
	{ weight: 2, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(' ')) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
);

const START = Date.UTC(2026, 10, 23);

/** Conversations of such text: replies go to any message, or to one that is not there; ids are distinct, times ascend. */
export const conversation: fc.Arbitrary<ChatMessage[]> = fc
	.array(
		fc.record({
			text: hostileText,
			author: fc.integer({ min: 0, max: 4 }),
			gap: fc.oneof(fc.integer({ min: 0, max: 120_000 }), fc.integer({ min: 0, max: 86_400_000 })),
			replyTo: fc.option(fc.nat({ max: 40 })),
			thread: fc.option(fc.nat({ max: 2 }), { freq: 4 }),
			reactions: fc.nat({ max: 9 }),
		}),
		{ maxLength: 40 },
	)
	.map((drafts) => {
		let at = START;
		return drafts.map(({ text, author, gap, replyTo, thread, reactions }, i): ChatMessage => ({
			id: `m${i}`,
			authorId: `a${author}`,
			at: (at += gap),
			text,
			replyTo: replyTo === null ? null : `m${replyTo}`,
			threadId: thread === null ? null : `m${thread}`,
			attachments: text === '' ? 1 : 0,
			reactions,
		}));
	});

/** Messages a minute apart, as `author: text`, or `author >N: text` in answer to the Nth before it. */
export function talkOf(...lines: readonly string[]): ChatMessage[] {
	return lines.map((line, i): ChatMessage => {
		const [, author = '', back, text = ''] = /^(\w+)(?: >(\d+))?: (.*)$/su.exec(line) ?? [];
		return {
			id: `m${i}`,
			authorId: author,
			at: START + i * 60_000,
			text,
			replyTo: back === undefined ? null : `m${i - Number(back)}`,
			threadId: null,
			attachments: 0,
			reactions: 0,
		};
	});
}
