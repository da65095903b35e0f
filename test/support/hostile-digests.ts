import fc from 'fast-check';
import type { Digest, ShownDigest } from '../../commands/digests.js';
import type { DigestReply, Reply } from '../../commands/reply.js';
import type { Refusal } from '../../commands/user-error.js';
import { keptSummary } from './hostile-summaries.js';
import { hostileText } from './hostile-text.js';

const id = fc.stringMatching(/^[\w-]{12}$/);
const time = fc.integer({ min: 0, max: 4e12 });
const channelId = fc.oneof(fc.stringMatching(/^[1-9]\d{16,19}$/), hostileText);

export const digestReply: fc.Arbitrary<DigestReply> = fc.record({
	kind: fc.constant('digest'),
	digestId: id,
	mark: fc.stringMatching(/^[\w-]{25}$/),
	isWeekly: fc.boolean(),
	since: time,
	until: time,
	isLate: fc.boolean(),
	isDirect: fc.boolean(),
	summary: fc.option(keptSummary),
	channelName: fc.option(hostileText),
	silent: fc.array(channelId, { maxLength: 5 }),
});

const problem: fc.Arbitrary<Refusal | null> = fc.oneof(
	fc.constant(null),
	hostileText.map((channel): Refusal => ['error.digest.audience', { channel }]),
	hostileText.map((channel): Refusal => ['error.bot-cannot-read-history', { channel }]),
	hostileText.map((page): Refusal => ['error.no-message-content', { page }]),
);

const digest: fc.Arbitrary<Digest> = fc.record({
	id,
	guildId: fc.constant('1'),
	channelIds: fc.array(channelId, { minLength: 1, maxLength: 5 }),
	schedule: fc.record({ weekday: fc.option(fc.nat({ max: 6 })), hour: fc.nat({ max: 23 }) }),
	length: fc.constantFrom('short', 'medium', 'long'),
	targetId: fc.option(channelId),
	isQuiet: fc.boolean(),
	madeAt: time,
	problem,
	subscribers: fc.constant([]),
});

const shown: fc.Arbitrary<ShownDigest> = fc.record({
	digest,
	next: time,
	last: fc.option(fc.record({ at: time, outcome: fc.constantFrom('sent', 'nothing', 'refused', 'doubtful') })),
	timeZone: fc.oneof(hostileText, fc.constant('America/Argentina/ComodRivadavia')),
	joined: fc.constantFrom('yes', 'no', 'off'),
});

export const digestsReply: fc.Arbitrary<Extract<Reply, { kind: 'digests' }>> = fc.record({
	kind: fc.constant('digests'),
	// two of them with one id would have buttons of one id
	digests: fc.uniqueArray(shown, { maxLength: 10, selector: ({ digest }) => digest.id }),
	canManage: fc.boolean(),
	done: fc.constantFrom(null, 'added', 'joined'),
});
