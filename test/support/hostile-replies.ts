import fc from 'fast-check';
import type { DocumentId } from '../../articles/document.js';
import { en, type MessageKey } from '../../commands/locales/en.js';
import type { Notice, Reply } from '../../commands/reply.js';
import type { AddOutcome, KeptAnswer, LibraryCounts, LibraryEntry, Quotation } from '../../commands/services.js';
import type { Settings } from '../../commands/settings.js';
import { UserError, type Refusal } from '../../commands/user-error.js';
import { digestReply, digestsReply } from './hostile-digests.js';
import { callId, keptSummary } from './hostile-summaries.js';
import { hostileQuote as quote } from './hostile-quotes.js';
import { hostileText } from './hostile-text.js';

const count = fc.oneof(fc.nat({ max: 5 }), fc.nat());
const time = fc.integer({ min: 0, max: 4e12 });
const source = fc.oneof(
	hostileText,
	hostileText.map((text) => `https://example.org/${text}`),
	fc.constantFrom('https://discord.com/channels/1/2/3', `https://example.org/${'a'.repeat(470)}`, 'notes/ferry.md'),
);
const language = fc.oneof(fc.constantFrom('en', 'vi', 'fr', 'lo', 'zh-TW', 'und', 'x', ''), hostileText);
const library = fc.constantFrom('server' as const, 'shared' as const);
const publishedAt = fc.oneof(
	fc.constantFrom(null, '2024', '2024-03', '2024-03-12', '2024-02-31', '2024-03-12T10:00:00+07:00', '0000-00-00'),
	hostileText,
);
const article = { title: hostileText, source, language, publishedAt, library };

// only ids that the store makes are DocumentIds
const documentId = fc.constant('d' as DocumentId);

const place = { documentId, start: count, end: count, quote: hostileText };
const otherPlace = fc.record({
	...place,
	revision: fc.constant(''),
	title: fc.constant(''),
	source,
	language: fc.constant(''),
	publishedAt,
});

export const quotation: fc.Arbitrary<Quotation> = fc.record({
	...article,
	...place,
	...quote,
	text: fc.constant(''),
	revision: hostileText,
	n: count,
	passage: fc.constant({ start: 0, end: 1 }),
	score: fc.double({ noNaN: true }),
	// most sentences stand in one article alone
	alsoAt: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(otherPlace, { maxLength: 6 })),
	disagreesWith: fc.uniqueArray(count, { maxLength: 3 }),
	before: hostileText,
	after: hostileText,
	sha256: hostileText,
});

const id = fc.stringMatching(/^[\w-]{12}$/);

export const keptAnswer: fc.Arbitrary<KeptAnswer> = fc.record({
	id,
	question: hostileText,
	language,
	memberId: fc.constantFrom(null, '1'),
	guildId: fc.constantFrom(null, '2'),
	askedAt: time,
	answered: fc.boolean(),
	confidence: fc.double({ min: 0, max: 1, noNaN: true }),
	reason: fc.constantFrom(null, 'empty-question', 'nothing-indexed', 'nothing-relevant'),
	citations: fc.array(quotation, { maxLength: 6 }),
	further: fc.array(quotation, { maxLength: 8 }),
	alsoIn: fc.array(fc.record({ language, count }), { maxLength: 12 }),
	gone: fc.nat({ max: 3 }),
	searched: count,
	forGaps: fc.boolean(),
});

const entry: fc.Arbitrary<LibraryEntry> = fc.record({ ...article, documentId: fc.constant('d'), passages: count });

const outcome: fc.Arbitrary<AddOutcome> = fc.oneof(
	fc.record({
		kind: fc.constantFrom('added' as const, 'updated' as const),
		title: hostileText,
		source,
		language,
		passages: count,
	}),
	fc.record({ kind: fc.constant('unchanged' as const), title: hostileText, source }),
	fc.record({ kind: fc.constant('failed' as const), source, reason: hostileText }),
);

const counts: fc.Arbitrary<LibraryCounts> = fc.record({
	documents: count,
	passages: count,
	languages: fc.dictionary(language, count, { maxKeys: 12 }),
});

const settings: fc.Arbitrary<Settings> = fc.record({
	answers: fc.constantFrom('public', 'private'),
	citations: fc.integer({ min: 1, max: 5 }),
	layout: fc.constantFrom('components', 'embed'),
	language: fc.constantFrom('member', 'vi', 'lo'),
	mentions: fc.boolean(),
	gaps: fc.boolean(),
	timezone: fc.constantFrom('UTC', 'Asia/Vientiane', 'America/Argentina/ComodRivadavia'),
});

const gap = fc.record({
	question: hostileText,
	questions: fc.array(hostileText, { maxLength: 4 }),
	asked: count,
	wanted: count,
	languages: fc.array(language, { maxLength: 20 }),
	lastAskedAt: time,
});

// Object.keys() of the messages
const keys = Object.keys(en.messages) as MessageKey[];

function paramsOf(key: MessageKey): fc.Arbitrary<Record<string, string | number>> {
	const names = Array.from(en.messages[key].matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
	return fc.record(Object.fromEntries(names.map((name) => [name, fc.oneof(hostileText, fc.nat())])));
}

// the parameters of both are those that the message has
const notice = fc
	.constantFrom(...keys)
	.chain((key) => paramsOf(key).map((params) => ({ kind: 'notice', key, params }) as unknown as Notice));

const userError = fc
	.constantFrom(...keys.filter((key): key is UserError['key'] => key.startsWith('error.')))
	.chain((key) => paramsOf(key).map((params) => new UserError(...([key, params] as unknown as Refusal))));

const REPLIES: { readonly [Kind in Reply['kind']]: fc.Arbitrary<Extract<Reply, { kind: Kind }>> } = {
	answer: fc.record({
		kind: fc.constant('answer'),
		answer: keptAnswer,
		isPrivate: fc.boolean(),
		sharedBy: fc.constant(null),
	}),
	citations: fc.record({ kind: fc.constant('citations'), answer: keptAnswer, at: count }),
	further: fc.record({ kind: fc.constant('further'), answer: keptAnswer, page: count }),
	summary: fc.record({
		kind: fc.constant('summary'),
		summary: keptSummary,
		isPrivate: fc.boolean(),
		sharedBy: fc.option(callId),
	}),
	'summary-topic': fc.record({
		kind: fc.constant('summary-topic'),
		summary: keptSummary,
		topic: fc.nat({ max: 12 }),
		page: fc.nat({ max: 4 }),
	}),
	'summary-file': fc.record({
		kind: fc.constant('summary-file'),
		summary: keptSummary,
		channelName: fc.option(hostileText),
	}),
	'summary-progress': fc.record({
		kind: fc.constant('summary-progress'),
		callId,
		state: fc.constantFrom('reading', 'stopped', 'waiting'),
		progress: fc.record({ read: count, most: count }),
	}),
	digest: digestReply,
	digests: digestsReply,
	passage: fc.record({ kind: fc.constant('passage'), quotation }),
	library: fc.record({
		kind: fc.constant('library'),
		library: fc.record({
			entries: fc.array(entry, { maxLength: 8 }),
			page: fc.nat({ max: 3 }),
			pages: fc.integer({ min: 1, max: 4 }),
			total: count,
			search: hostileText,
		}),
		canManage: fc.boolean(),
	}),
	article: fc.record({
		kind: fc.constant('article'),
		article: fc.record({ entry, quotations: fc.array(quotation, { maxLength: 6 }), sentences: count }),
	}),
	added: fc.record({
		kind: fc.constant('added'),
		outcomes: fc.array(outcome, { maxLength: 30 }),
		refused: fc.array(userError, { maxLength: 10 }),
	}),
	removed: fc.record({ kind: fc.constant('removed'), entry }),
	status: fc.record({
		kind: fc.constant('status'),
		library: fc.record({
			server: fc.option(counts),
			shared: counts,
			model: hostileText,
			dimension: count,
			bytesOnDisk: count,
		}),
		about: fc.record({
			version: hostileText,
			shard: count,
			shards: count,
			latencyMs: fc.option(count),
			guilds: count,
			startedAt: time,
		}),
	}),
	settings: fc.record({
		kind: fc.constant('settings'),
		settings,
		changed: fc.subarray(['answers', 'citations', 'layout', 'language', 'mentions', 'gaps', 'timezone'] as const),
	}),
	gaps: fc.record({
		kind: fc.constant('gaps'),
		report: fc.record({
			gaps: fc.array(gap, { maxLength: 20 }),
			asked: count,
			unanswered: count,
			right: count,
			wrong: count,
		}),
		days: count,
	}),
	forgotten: fc.record({
		kind: fc.constant('forgotten'),
		questions: count,
		verdicts: count,
		summaries: count,
		digests: count,
		keepsFromNowOn: fc.boolean(),
	}),
	refused: fc.record({ kind: fc.constant('refused'), error: userError }),
	help: fc.record({
		kind: fc.constant('help'),
		commands: fc.array(fc.record({ name: hostileText, description: hostileText }), { maxLength: 20 }),
	}),
	notice,
};

/** Replies of one kind that hold whatever articles and members can write. */
export function hostileReply(kind: Reply['kind']): fc.Arbitrary<Reply> {
	return REPLIES[kind];
}

// Object.keys() of the table above, which has every kind
export const REPLY_KINDS = Object.keys(REPLIES) as readonly Reply['kind'][];
