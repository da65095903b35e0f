import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../bot/render/render-reply.js';
import { scheduleText } from '../../../commands/digest-words.js';
import type { Digest, ShownDigest } from '../../../commands/digests.js';
import { LOCALES } from '../../../commands/messages.js';
import type { DigestReply } from '../../../commands/reply.js';
import { drawn } from '../../support/drawn.js';

const AT = Date.UTC(2026, 10, 22, 8);

const digest: Digest = {
	id: 'daily-------',
	guildId: '1',
	channelIds: ['10', '11'],
	schedule: { weekday: null, hour: 8 },
	length: 'medium',
	targetId: '12',
	isQuiet: false,
	madeAt: AT,
	problem: null,
	subscribers: [],
};
const ann = { memberId: 'ann', locale: 'en', joinedAt: AT, failures: 0, isOff: false };
const shown: ShownDigest = { digest, next: AT, last: null, timeZone: 'Asia/Vientiane', joined: 'no' };
const weekly: ShownDigest = {
	digest: {
		...digest,
		id: 'weekly------',
		schedule: { weekday: 1, hour: 23 },
		targetId: null,
		subscribers: [ann],
		problem: ['error.digest.audience', { channel: '<#10>' }],
	},
	next: AT,
	last: { at: AT, outcome: 'doubtful' },
	timeZone: 'UTC',
	joined: 'off',
};

const draw = (digests: readonly ShownDigest[], canManage: boolean, done: 'added' | null = null) =>
	drawn(renderReply({ kind: 'digests', digests, canManage, done }, 'en', { layout: 'components' }));

describe('the list of digests', () => {
	it('says when each comes, of what, where to, why it does not, and whether the member is sent it', () => {
		expect(draw([shown, weekly], false)).toMatchInlineSnapshot(`
			"flags 32768
			container #f1c40f
			### Digests
			────
			**1 · every day at 08\\:00** (Asia/Vientiane) · Medium
			<#10> <#11> → <#12>
			next <t:1795334400:R>
			**2 · every Monday at 23\\:00** (UTC) · Medium
			<#10> <#11> → by direct message: 1
			next <t:1795334400:R> · last <t:1795334400:R>; a message of it may be missing
			Paused. Not everybody who sees the channel that the digest goes to may read <#10>. Name another, or none: then members who join get it by direct message. I try again each time; /digest now tries at once.
			It comes to you no more: Discord let no direct message of mine through. Allow them for this server, then join again.
			[Join 1 → v1:open:digest-join:daily-------]
			[Join 2 → v1:open:digest-join:weekly------]"
		`);
	});

	it('shows the one that was added', () => {
		expect(draw([shown], true, 'added')).toMatchInlineSnapshot(`
			"flags 32768
			### Digests
			────
			Added. The time is that of this server; /settings can change its time zone.
			**every day at 08\\:00** (Asia/Vientiane) · Medium
			<#10> <#11> → <#12>
			next <t:1795334400:R>
			[Get it by direct message → v1:open:digest-join:daily-------]"
		`);
	});

	it('says how to add one to those who can', () => {
		expect(draw([], false)).not.toContain('/digest add');
		expect(draw([], true)).toContain('Add one with /digest add.');
	});

	it('leaves none out where there is no room for all that is known of each', () => {
		const long = {
			...weekly,
			digest: { ...weekly.digest, channelIds: Array.from({ length: 5 }, () => '1'.repeat(19)) },
		};
		const text = draw(
			Array.from({ length: 10 }, (_, i) => ({ ...long, digest: { ...long.digest, id: `digest-----${i}` } })),
			true,
		);
		for (let n = 1; n <= 10; n++) expect(text).toContain(`**${n} · every Monday at 23\\:00** (UTC)`);
	});
});

describe('a digest', () => {
	const nothing: DigestReply = {
		kind: 'digest',
		digestId: digest.id,
		mark: 'm'.repeat(25),
		isWeekly: true,
		since: AT - 7 * 86_400_000,
		until: AT,
		isLate: true,
		isDirect: false,
		summary: null,
		channelName: null,
		silent: ['10', '11'],
	};

	it('in which nothing was said is a line', () => {
		expect(drawn(renderReply(nothing, 'en', { layout: 'components' }))).toMatchInlineSnapshot(`
			"flags 32768
			container #95a5a6
			### Weekly digest
			────
			From <t:1794729600:f> to <t:1795334400:f>
			It comes late: it was due <t:1795334400:R>.
			Nothing was said in <#10> <#11>.
			[Get it by direct message → v1:open:digest-join:daily-------:mmmmmmmmmmmmmmmmmmmmmmmmm]"
		`);
	});

	it('can be left where it comes by direct message', () => {
		const direct = { ...nothing, isDirect: true, isLate: false, silent: [] };
		expect(drawn(renderReply(direct, 'fr', { layout: 'embed' }))).toMatchInlineSnapshot(`
			"flags 0
			embed #95a5a6
			Bulletin de la semaine
			Du <t:1794729600:f> au <t:1795334400:f>
			Rien n’a été dit.
			[Ne plus le recevoir → v1:open:digest-leave:daily-------:mmmmmmmmmmmmmmmmmmmmmmmmm]"
		`);
	});
});

describe('scheduleText', () => {
	it.each([
		['en', 'every Sunday at 08:00', 'every day at 23:00'],
		['fr', 'chaque dimanche à 08:00', 'chaque jour à 23:00'],
		['zh', '每个星期日 08:00', '每天 23:00'],
		['km', 'រៀងរាល់ថ្ងៃអាទិត្យ ម៉ោង 08:00', 'រៀងរាល់ថ្ងៃ ម៉ោង 23:00'],
	] as const)('names the weekday and the hour in %s', (locale, week, day) => {
		expect(scheduleText(locale, { weekday: 0, hour: 8 })).toBe(week);
		expect(scheduleText(locale, { weekday: null, hour: 23 })).toBe(day);
	});

	it('tells all seven days from one another in every language', () => {
		for (const locale of LOCALES) {
			const texts = [0, 1, 2, 3, 4, 5, 6].map((weekday) => scheduleText(locale, { weekday, hour: 8 }));
			expect(new Set(texts).size, locale).toBe(7);
		}
	});
});
