import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCustomId, toCustomId, toIdleId, type ButtonId } from '../../bot/custom-id.js';
import type { Action } from '../../commands/action.js';
import { hostileText } from '../support/hostile-text.js';

const answerId = fc.stringMatching(/^[\w-]{12}$/);
const page = fc.integer({ min: 0, max: 999_999 });
const byAnswer = fc.oneof(
	fc.record({ kind: fc.constant('citations' as const), answerId, at: page }),
	fc.record({ kind: fc.constant('further' as const), answerId, page }),
	fc.record({
		kind: fc.constant('rate' as const),
		answerId,
		verdict: fc.constantFrom('right' as const, 'wrong' as const, 'wanted' as const),
	}),
	fc.record({ kind: fc.constantFrom('share' as const, 'hide' as const), answerId }),
);
const summaryId = answerId;
const ofSummary = fc.oneof(
	fc.record({
		kind: fc.constantFrom(
			'summary-share' as const,
			'summary-hide' as const,
			'summary-file' as const,
			'summary-range' as const,
		),
		summaryId,
	}),
	fc.record({ kind: fc.constant('summary-topic' as const), summaryId, topic: page, page }),
	fc.record({
		kind: fc.constantFrom('reading-cancel' as const, 'reading-continue' as const, 'reading-take' as const),
		callId: fc.stringMatching(/^[1-9]\d{16,19}$/),
	}),
);
const ofDigest = fc.record({
	kind: fc.constantFrom('digest-join' as const, 'digest-leave' as const),
	digestId: answerId,
	mark: fc.oneof(fc.constant(''), fc.stringMatching(/^[\w-]{25}$/)),
});
const library = (search: fc.Arbitrary<string>) => fc.record({ kind: fc.constant('library' as const), search, page });

describe('toCustomId', () => {
	it('is understood by parseCustomId', () => {
		const action = fc.oneof<fc.Arbitrary<Action>[]>(
			byAnswer,
			ofSummary,
			ofDigest,
			library(fc.constantFrom('', 'a: b', 'Kỳ Sơn', ':', '越南')),
		);
		fc.assert(
			fc.property(action, fc.boolean(), (action, turns) => {
				expect(parseCustomId(toCustomId({ action, turns }))).toEqual({ action, turns });
			}),
		);
	});

	it('has at most 100 units whatever is searched for, and keeps the beginning of it', () => {
		fc.assert(
			fc.property(library(hostileText), (action) => {
				const id = toCustomId({ action, turns: true });
				expect(id.length).toBeLessThanOrEqual(100);
				const parsed = parseCustomId(id);
				expect(parsed).toMatchObject({ turns: true, action: { kind: 'library', page: action.page } });
				expect(toCustomId(parsed as ButtonId)).toBe(id);
			}),
			{ numRuns: 500 },
		);
	});

	it('cuts a search that is too long, without an ellipsis', () => {
		const id = toCustomId({ action: { kind: 'library', search: 'é'.repeat(200), page: 3 }, turns: true });
		expect(id).toBe(`v1:turn:library:3:${'é'.repeat(81)}`);
		for (const length of [82, 83, 84]) {
			const action = { kind: 'library', search: 'é'.repeat(length), page: 3 } as const;
			expect(toCustomId({ action, turns: true }).length).toBeLessThanOrEqual(100);
		}
	});
});

describe('parseCustomId', () => {
	it.each([
		'',
		'v1',
		'v0:open:share:abcdefghijkl',
		'v2:open:share:abcdefghijkl',
		'v1:open:share',
		'v1:open:share:short',
		'v1:open:share:abcdefghijkl:more',
		'v1:open:rate:abcdefghijkl:great',
		'v1:open:citations:abcdefghijkl:-1',
		'v1:open:citations:abcdefghijkl:01',
		'v1:open:citations:abcdefghijkl:1e3',
		'v1:open:further:abcdefghijkl',
		'v1:turn:library:0',
		'v1:open:constructor:abcdefghijkl',
		'v1:open:summary-share',
		'v1:open:summary-share:short',
		'v1:open:summary-file:abcdefghijkl:0',
		'v1:open:summary-topic:abcdefghijkl',
		'v1:open:summary-topic:abcdefghijkl:0',
		'v1:open:summary-topic:abcdefghijkl:0:-1',
		'v1:open:summary-topic:abcdefghijkl:00:0',
		'v1:open:summary-topic:abcdefghijkl:0:0:0',
		'v1:open:reading-cancel:abcdefghijkl',
		'v1:open:reading-cancel:12345678901234567890123',
		'v1:open:reading-continue:01234567890123456789',
		'v1:open:reading-take:123456789012345678:0',
		toIdleId('previous'),
	])('does not understand "%s"', (text) => {
		expect(parseCustomId(text)).toBeUndefined();
	});

	it('never throws, and understands only what toCustomId writes', () => {
		const pieces = fc.constantFrom(
			'v1',
			'open',
			'turn',
			'library',
			'citations',
			'rate',
			'summary-topic',
			'summary-file',
			'reading-take',
			'123456789012345678',
			'right',
			'0',
			'7',
			'abcdefghijkl',
			'',
		);
		const garbage = fc.oneof(
			fc.array(pieces, { maxLength: 7 }).map((parts) => parts.join(':')),
			fc.string({ unit: 'binary' }),
			hostileText,
		);
		fc.assert(
			fc.property(garbage, (text) => {
				const parsed = parseCustomId(text);
				if (parsed !== undefined) expect(toCustomId(parsed)).toBe(text);
			}),
			{ numRuns: 2000 },
		);
	});
});
