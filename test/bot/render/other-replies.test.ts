import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../bot/render/render-reply.js';
import { DEFAULT_SETTINGS } from '../../../commands/settings.js';
import { UserError } from '../../../commands/user-error.js';
import { drawn } from '../../support/drawn.js';
import { LANG_SON, sentences } from '../../support/kept-answer.js';

describe('renderReply', () => {
	it('draws the gaps, and all of them in a file', () => {
		const gap = {
			question: '=HYPERLINK("https://evil.example")',
			questions: ['=1', 'Who "won"?'],
			asked: 4,
			wanted: 2,
			languages: ['en', 'lo'],
			lastAskedAt: 1_710_000_000_000,
		};
		const report = { gaps: [gap], asked: 20, unanswered: 4, right: 3, wrong: 1 };
		const body = renderReply({ kind: 'gaps', report, days: 30 }, 'en', { layout: 'components' });
		expect(drawn(body)).toMatchInlineSnapshot(`
			"flags 32768
			container #e67e22
			### Questions without an answer
			────
			**=HYPERLINK("https\\://evil.example")**
			-# asked 4 times · wanted by 2 · English, Lao · last <t:1710000000:R>
			attachment://gaps.csv
			────
			-# 20 questions in 30 days, 4 without an answer · rated right: 3, wrong: 1
			gaps.csv:
			"question","asked","wanted","languages","last_asked","wordings"
			"'=HYPERLINK(""https://evil.example"")","4","2","en lo","2024-03-09T16:00:00.000Z","'=1 | Who ""won""?"
			"
		`);
	});

	it('draws a page of the library', () => {
		const { title, source, language, publishedAt } = LANG_SON;
		const entry = { documentId: 'd1', title, source, language, publishedAt, passages: 3, library: 'server' } as const;
		const file = { ...entry, title: '', source: 'notes/1. ferry_plan.md', publishedAt: null, language: 'en' };
		const library = { entries: [entry, file], page: 2, pages: 3, total: 18, search: 'sơn' };
		const body = renderReply({ kind: 'library', library, canManage: true }, 'en', { layout: 'components' });
		expect(drawn(body)).toMatchInlineSnapshot(`
			"flags 32768
			### Articles · “sơn”
			────
			**17 · Hợp tác kinh tế cửa khẩu Lạng Sơn – Quảng Tây**
			-# Vietnamese · baolangson.example · <t:1710239400:D>
			[Open → https://www.baolangson.example/kinh-te/cua-khau]
			**18 · 1\\. ferry\\_plan.md**
			-# English · 1\\. ferry\\_plan.md · no date
			────
			-# 18 articles · Page 3 of 3 · Add some with /add, or by right-clicking a message.
			[◀️ Previous → v1:turn:library:1:sơn]
			[3 / 3 → v1:idle:place off]
			[▶️ Next → v1:idle:next off]"
		`);
	});

	it('draws an article with its central sentences, named once', () => {
		const { title, source, language, publishedAt, documentId } = LANG_SON;
		const entry = { documentId, title, source, language, publishedAt, passages: 3, library: 'shared' } as const;
		const context = { start: 0, end: 10, quote: 'Nó dài 9 km.' };
		const second = { ...LANG_SON, ...sentences(['Cầu *mới* mở cửa.']), n: 2, context, contextKind: 'lead' } as const;
		const article = { entry, quotations: [{ ...LANG_SON, n: 1 }, second], sentences: 31 };
		const body = renderReply({ kind: 'article', article }, 'en', { layout: 'components' });
		expect(drawn(body)).toMatchInlineSnapshot(`
			"flags 32768
			**Hợp tác kinh tế cửa khẩu Lạng Sơn – Quảng Tây**
			-# Vietnamese · baolangson.example · <t:1710239400:D> · shared library
			[Open → https://www.baolangson.example/kinh-te/cua-khau]
			**1**
			[Open → https://www.baolangson.example/kinh-te/cua-khau#:~:text=Hai%20t%E1%BB%89nh%20%C4%91%C3%A3%20k%C3%BD%20bi%C3%AAn%20b%E1%BA%A3n%20ghi%20nh%E1%BB%9B%20v%E1%BB%81%20h%E1%BB%A3p%20t%C3%A1c%20kinh%20t%E1%BA%BF%20c%E1%BB%ADa%20kh%E1%BA%A9u.]
			> **Hai tỉnh đã ký biên bản ghi nhớ về hợp tác kinh tế cửa khẩu.**
			**2**
			[Open → https://www.baolangson.example/kinh-te/cua-khau#:~:text=C%E1%BA%A7u%20*m%E1%BB%9Bi*%20m%E1%BB%9F%20c%E1%BB%ADa.]
			> Nó dài 9 km. **Cầu \\*mới\\* mở cửa.**
			────
			-# The 2 sentences that say most of this article, of 31 · verified now"
		`);
		const embed = renderReply({ kind: 'article', article }, 'vi', { layout: 'embed' });
		expect(drawn(embed)).toMatchInlineSnapshot(`
			"flags 0
			embed without colour
			**Hợp tác kinh tế cửa khẩu Lạng Sơn – Quảng Tây**
			Tiếng Việt · baolangson.example · <t:1710239400:D> · thư viện chung

			**1**
			> **Hai tỉnh đã ký biên bản ghi nhớ về hợp tác kinh tế cửa khẩu.**

			**2**
			> Nó dài 9 km. **Cầu \\*mới\\* mở cửa.**
			(Những câu nói lên nhiều nhất về bài viết này: 2/31 câu · vừa kiểm chứng)
			[Mở → https://www.baolangson.example/kinh-te/cua-khau]
			[Mở 1 → https://www.baolangson.example/kinh-te/cua-khau#:~:text=Hai%20t%E1%BB%89nh%20%C4%91%C3%A3%20k%C3%BD%20bi%C3%AAn%20b%E1%BA%A3n%20ghi%20nh%E1%BB%9B%20v%E1%BB%81%20h%E1%BB%A3p%20t%C3%A1c%20kinh%20t%E1%BA%BF%20c%E1%BB%ADa%20kh%E1%BA%A9u.]
			[Mở 2 → https://www.baolangson.example/kinh-te/cua-khau#:~:text=C%E1%BA%A7u%20*m%E1%BB%9Bi*%20m%E1%BB%9F%20c%E1%BB%ADa.]"
		`);
	});

	it('draws what became of articles, with what could not be fetched', () => {
		const { title, source, language } = LANG_SON;
		const body = renderReply(
			{
				kind: 'added',
				outcomes: [
					{ kind: 'added', title, source, language, passages: 3 },
					{ kind: 'failed', source: 'a_b.pdf', reason: 'Expected text, got application/pdf.' },
				],
				refused: [new UserError('error.download.status', { url: 'https://evil.example', status: 404 })],
			},
			'es',
			{ layout: 'components' },
		);
		expect(drawn(body)).toMatchInlineSnapshot(`
			"flags 32768
			container #f1c40f
			Se agregó **Hợp tác kinh tế cửa khẩu Lạng Sơn – Quảng Tây** (vietnamita, pasajes: 3).
			No se agregó: **a\\_b.pdf**. Expected text, got application/pdf.
			https\\://evil.example respondió con 404."
		`);
	});

	it('draws the settings', () => {
		const reply = { kind: 'settings', settings: DEFAULT_SETTINGS, changed: ['layout'] } as const;
		expect(drawn(renderReply(reply, 'en', { layout: 'components' }))).toMatchInlineSnapshot(`
			"flags 32768
			### Settings
			────
			Changed.
			Who sees answers where the member does not say: **Everyone in the channel**
			How many sentences an answer quotes at most: **3**
			How answers are drawn: **Components (recommended)** ✅
			Language of the messages of Quoth: **Each member’s own**
			Whether a mention of the bot is answered: **on**
			Whether questions are kept for the list of gaps: **on**
			Time zone of the days and hours in summaries, such as Asia/Vientiane: **UTC**"
		`);
	});

	it('draws the status', () => {
		const library = {
			server: { documents: 3, passages: 12, languages: { vi: 2, fr: 1 } },
			shared: { documents: 0, passages: 0, languages: {} },
			model: 'quoth-embedding',
			dimension: 256,
			bytesOnDisk: 12_345_678,
		};
		const about = { version: '0.1.0', shard: 0, shards: 1, latencyMs: 41.6, guilds: 2, startedAt: 1_710_000_000_000 };
		const body = renderReply({ kind: 'status', library, about }, 'en', { layout: 'components' });
		expect(drawn(body)).toMatchInlineSnapshot(`
			"flags 32768
			### Status
			────
			**This server**
			articles: 3 · passages: 12 · languages: Vietnamese 2, French 1
			**Shared library**
			no articles
			**Model**
			quoth-embedding · 256
			**On disk**
			12.3 MB
			**Bot**
			version 0.1.0 · shard 1 of 1 · servers: 2 · started <t:1710000000:R>
			**Latency**
			42 ms
			────
			-# Everything runs on the machine of whoever hosts this bot. No text leaves it."
		`);
	});

	it('tells members by their mention, and nothing else by one', () => {
		const notYours = new UserError('error.not-yours', { member: '<@1234>' });
		const noLanguage = new UserError('error.language', { value: '<@1234>' });
		const said = [notYours, noLanguage].map(
			(error) => renderReply({ kind: 'refused', error }, 'en', { layout: 'embed' }).content,
		);
		expect(said[0]).toContain('Only <@1234>,');
		expect(said[1]).toContain('“\\<\\@1234>”');
	});

	it('draws what was typed as it was typed', () => {
		const reply = { kind: 'notice', key: 'error.date', params: { value: '**<@1>** https://evil.example' } } as const;
		expect(drawn(renderReply(reply, 'en', { layout: 'embed' }))).toMatchInlineSnapshot(`
			"flags 4
			Expected a day such as 2024-03-12, got “\\*\\*\\<\\@1>\\*\\* https\\://evil.example”."
		`);
	});
});
