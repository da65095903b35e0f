import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../bot/render/render-reply.js';
import type { KeptAnswer } from '../../../commands/services.js';
import { drawn } from '../../support/drawn.js';
import { ANSWER, COURRIER, LANG_SON, sentences } from '../../support/kept-answer.js';

describe('renderReply', () => {
	it('draws an answer', () => {
		const body = renderReply({ kind: 'answer', answer: ANSWER, isPrivate: false, sharedBy: null }, 'en', {
			layout: 'components',
		});
		expect(drawn(body)).toMatchInlineSnapshot(`
			"flags 32768
			container #2ecc71
			### What was agreed on border trade?
			────
			**1 · Hợp tác kinh tế cửa khẩu Lạng Sơn – Quảng Tây**
			-# Vietnamese · baolangson.example · <t:1710239400:D> · this server
			[Open → https://www.baolangson.example/kinh-te/cua-khau#:~:text=Hai%20t%E1%BB%89nh%20%C4%91%C3%A3%20k%C3%BD%20bi%C3%AAn%20b%E1%BA%A3n%20ghi%20nh%E1%BB%9B%20v%E1%BB%81%20h%E1%BB%A3p%20t%C3%A1c%20kinh%20t%E1%BA%BF%20c%E1%BB%ADa%20kh%E1%BA%A9u.]
			> Hội nghị diễn ra tại Lạng Sơn. **Hai tỉnh đã ký biên bản ghi nhớ về hợp tác kinh tế cửa khẩu.** Lãnh đạo hai bên nhấn mạnh vai trò của thương mại biên giới.
			**2 · Le rail \\[reprend\\] en \\*mai\\***
			-# French · courrier.example · 2024-04 · shared library
			[Open → https://courrier.example/rail_2024#:~:text=Le%20fret%20ferroviaire%20reprendra%20en%20mai.]
			> **Le fret ferroviaire reprendra en mai.** \\@everyone: https\\://evil.example
			────
			-# 2 of 2 quotes verified · 214 articles searched · strong match (83 %)
			[📚 Sources → v1:open:citations:AbCdEfGhIjKl:0]
			[➕ More → v1:open:further:AbCdEfGhIjKl:0]
			[👍 Right → v1:open:rate:AbCdEfGhIjKl:right]
			[👎 Wrong → v1:open:rate:AbCdEfGhIjKl:wrong]
			[🗑️ Hide → v1:open:hide:AbCdEfGhIjKl]"
		`);
	});

	it('draws an answer as an embed, one of whose articles is gone', () => {
		const reply = {
			kind: 'answer',
			answer: { ...ANSWER, gone: 1, confidence: 0.4 },
			isPrivate: true,
			sharedBy: null,
		} as const;
		expect(drawn(renderReply(reply, 'vi', { layout: 'embed' }))).toMatchInlineSnapshot(`
			"flags 0
			embed #e67e22
			What was agreed on border trade?
			**1 · Hợp tác kinh tế cửa khẩu Lạng Sơn – Quảng Tây**
			Tiếng Việt · baolangson.example · <t:1710239400:D> · máy chủ này
			> Hội nghị diễn ra tại Lạng Sơn. **Hai tỉnh đã ký biên bản ghi nhớ về hợp tác kinh tế cửa khẩu.** Lãnh đạo hai bên nhấn mạnh vai trò của thương mại biên giới.

			**2 · Le rail \\[reprend\\] en \\*mai\\***
			Tiếng Pháp · courrier.example · 2024-04 · thư viện chung
			> **Le fret ferroviaire reprendra en mai.** \\@everyone: https\\://evil.example

			Có bài viết đã bị sửa hoặc xóa sau khi câu trả lời này được đưa ra: 1 trích dẫn không còn hiển thị được.
			(Đã kiểm chứng 2/3 trích dẫn · đã tìm trong 214 bài viết · độ khớp thấp, nên đọc kỹ (40%))
			[Mở 1 → https://www.baolangson.example/kinh-te/cua-khau#:~:text=Hai%20t%E1%BB%89nh%20%C4%91%C3%A3%20k%C3%BD%20bi%C3%AAn%20b%E1%BA%A3n%20ghi%20nh%E1%BB%9B%20v%E1%BB%81%20h%E1%BB%A3p%20t%C3%A1c%20kinh%20t%E1%BA%BF%20c%E1%BB%ADa%20kh%E1%BA%A9u.]
			[Mở 2 → https://courrier.example/rail_2024#:~:text=Le%20fret%20ferroviaire%20reprendra%20en%20mai.]
			[📚 Nguồn → v1:open:citations:AbCdEfGhIjKl:0]
			[➕ Xem thêm → v1:open:further:AbCdEfGhIjKl:0]
			[👍 Đúng → v1:open:rate:AbCdEfGhIjKl:right]
			[👎 Sai → v1:open:rate:AbCdEfGhIjKl:wrong]
			[📣 Chia sẻ → v1:open:share:AbCdEfGhIjKl]"
		`);
	});

	it('draws that there is no answer, with what came nearest', () => {
		const answer: KeptAnswer = {
			...ANSWER,
			answered: false,
			confidence: 0.12,
			reason: 'nothing-relevant',
			citations: [],
			further: [LANG_SON, COURRIER],
		};
		const body = renderReply({ kind: 'answer', answer, isPrivate: false, sharedBy: null }, 'lo', {
			layout: 'components',
		});
		expect(drawn(body)).toMatchInlineSnapshot(`
			"flags 32768
			container #95a5a6
			### What was agreed on border trade?
			────
			ບົດຄວາມບໍ່ໄດ້ເວົ້າເຖິງເລື່ອງນີ້.
			-# ໃກ້ຄຽງທີ່ສຸດ ແຕ່ອາດບໍ່ແມ່ນຄຳຕອບ:
			**1 · Hợp tác kinh tế cửa khẩu Lạng Sơn – Quảng Tây**
			-# ຫວຽດນາມ · baolangson.example · <t:1710239400:D> · ເຊີບເວີນີ້
			[ເປີດ → https://www.baolangson.example/kinh-te/cua-khau#:~:text=Hai%20t%E1%BB%89nh%20%C4%91%C3%A3%20k%C3%BD%20bi%C3%AAn%20b%E1%BA%A3n%20ghi%20nh%E1%BB%9B%20v%E1%BB%81%20h%E1%BB%A3p%20t%C3%A1c%20kinh%20t%E1%BA%BF%20c%E1%BB%ADa%20kh%E1%BA%A9u.]
			> **Hai tỉnh đã ký biên bản ghi nhớ về hợp tác kinh tế cửa khẩu.**
			**2 · Le rail \\[reprend\\] en \\*mai\\***
			-# ຝຣັ່ງ · courrier.example · 2024-04 · ຄັງບົດຄວາມລວມ
			[ເປີດ → https://courrier.example/rail_2024#:~:text=Le%20fret%20ferroviaire%20reprendra%20en%20mai.]
			> **Le fret ferroviaire reprendra en mai.**
			────
			-# ບໍ່ມີປະໂຫຍກໃດໃກ້ຄຽງພໍທີ່ຈະອ້າງອີງເປັນຄຳຕອບ (12%). ບັນທຶກເປັນຄຳຖາມຄ້າງແລ້ວ.
			[🔎 ຄົ້ນຫາຕໍ່ໄປ → v1:open:further:AbCdEfGhIjKl:0]
			[📣 ແຈ້ງບັນນາທິການ → v1:open:rate:AbCdEfGhIjKl:wanted]
			[🗑️ ເຊື່ອງ → v1:open:hide:AbCdEfGhIjKl]"
		`);
	});

	it('says that articles disagree, where the same stands, and in which languages more is said', () => {
		const { documentId, revision, title, source, language, publishedAt, start, end, quote } = COURRIER;
		const place = { documentId, revision, title, source, language, publishedAt, start, end, quote };
		const answer: KeptAnswer = {
			...ANSWER,
			citations: [
				{ ...LANG_SON, disagreesWith: [2], alsoAt: [place] },
				{ ...COURRIER, n: 2, disagreesWith: [1] },
			],
			alsoIn: [
				{ language: 'lo', count: 2 },
				{ language: 'km', count: 1 },
			],
		};
		const reply = { kind: 'answer', answer, isPrivate: false, sharedBy: null } as const;
		const lines = (locale: 'en' | 'lo' | 'km') =>
			drawn(renderReply(reply, locale, { layout: 'components' })).split('\n');
		expect(lines('en')).toEqual(
			expect.arrayContaining([
				'The articles give different figures; the newest comes first.',
				'-# Also at: courrier.example (2024-04)',
				'-# Also in: Lao (2), Khmer (1)',
			]),
		);
		expect(lines('lo')).toContain('-# ມີໃນພາສາອື່ນນຳ: ລາວ (2), ຂະເໝນ (1)');
		expect(lines('km')).toContain('-# មានជាភាសាផ្សេងទៀត៖ ឡាវ (2), ខ្មែរ (1)');
		const sources = drawn(renderReply({ kind: 'citations', answer, at: 0 }, 'en', { layout: 'components' }));
		expect(sources).toContain(
			'[courrier.example → https://courrier.example/rail_2024#:~:text=Le%20fret%20ferroviaire%20reprendra%20en%20mai.]',
		);
	});

	it('draws a citation with its proof', () => {
		const body = renderReply({ kind: 'citations', answer: ANSWER, at: 0 }, 'en', { layout: 'components' });
		expect(drawn(body)).toMatchInlineSnapshot(`
			"flags 32768
			### Citation 1 of 2
			────
			**1 · Hợp tác kinh tế cửa khẩu Lạng Sơn – Quảng Tây**
			-# Vietnamese · baolangson.example · <t:1710239400:D>
			> Hội nghị diễn ra tại Lạng Sơn. **Hai tỉnh đã ký biên bản ghi nhớ về hợp tác kinh tế cửa khẩu.** Lãnh đạo hai bên nhấn mạnh vai trò của thương mại biên giới.
			-# Characters 1,204–1,264 of revision 3f9c2a1b7d5e · SHA-256 9d1e5b7c3a2f · verified now
			[◀️ Previous → v1:idle:previous off]
			[1 / 2 → v1:idle:place off]
			[▶️ Next → v1:turn:citations:AbCdEfGhIjKl:1]
			[Open → https://www.baolangson.example/kinh-te/cua-khau#:~:text=Hai%20t%E1%BB%89nh%20%C4%91%C3%A3%20k%C3%BD%20bi%C3%AAn%20b%E1%BA%A3n%20ghi%20nh%E1%BB%9B%20v%E1%BB%81%20h%E1%BB%A3p%20t%C3%A1c%20kinh%20t%E1%BA%BF%20c%E1%BB%ADa%20kh%E1%BA%A9u.]
			[👎 Report wrong → v1:open:rate:AbCdEfGhIjKl:wrong]"
		`);
	});

	it('turns the pages of further sentences, three on each, and leads nowhere at the ends', () => {
		const further = Array.from({ length: 7 }, (_, i) => ({ ...COURRIER, ...sentences([`Sentence ${i}.`]) }));
		const pages = [0, 1, 2, 9].map((page) =>
			drawn(renderReply({ kind: 'further', answer: { ...ANSWER, further }, page }, 'en', { layout: 'components' })),
		);
		expect(pages.map((page) => page.match(/Sentence \d/g)?.join())).toEqual([
			'Sentence 0,Sentence 1,Sentence 2',
			'Sentence 3,Sentence 4,Sentence 5',
			'Sentence 6',
			'Sentence 6',
		]);
		expect(pages.map((page) => page.match(/(?:previous off|next off|turn:further:\w+:\d)/g)?.join())).toEqual([
			'previous off,turn:further:AbCdEfGhIjKl:1',
			'turn:further:AbCdEfGhIjKl:0,turn:further:AbCdEfGhIjKl:2',
			'turn:further:AbCdEfGhIjKl:1,next off',
			'turn:further:AbCdEfGhIjKl:1,next off',
		]);
		// numbers go on after the two citations
		expect(pages[1]).toContain('**6 · ');
	});

	it('says so where no citation is left', () => {
		const answer = { ...ANSWER, citations: [], gone: 2 };
		const body = renderReply({ kind: 'citations', answer, at: 1 }, 'en', { layout: 'components' });
		expect(drawn(body)).toContain('2 of its quotes can no longer be shown');
	});

	it('offers nothing to an empty question', () => {
		const answer: KeptAnswer = { ...ANSWER, answered: false, reason: 'empty-question', citations: [] };
		const body = renderReply({ kind: 'answer', answer, isPrivate: true, sharedBy: null }, 'en', {
			layout: 'components',
		});
		expect(drawn(body)).not.toContain('→');
	});

	it('leaves a heading its last #', () => {
		const answer = { ...ANSWER, question: 'What is C#' };
		const body = renderReply({ kind: 'answer', answer, isPrivate: true, sharedBy: null }, 'en', {
			layout: 'components',
		});
		expect(drawn(body)).toContain('### **What is C#**\n');
	});

	it('makes no link of an article that has no address', () => {
		const citations = [{ ...LANG_SON, source: 'notes/ferry.md' }];
		for (const layout of ['components', 'embed'] as const) {
			const body = renderReply(
				{ kind: 'answer', answer: { ...ANSWER, citations }, isPrivate: true, sharedBy: null },
				'en',
				{ layout },
			);
			expect(drawn(body)).not.toContain('Open');
		}
	});

	it('names an article once, and shows a passage once, however many of its sentences are cited', () => {
		const again = {
			...LANG_SON,
			n: 2,
			...sentences(['Câu khác.']),
			before: 'Hội nghị diễn ra. ',
			after: '',
		};
		const answer = { ...ANSWER, citations: [LANG_SON, again] };
		const text = drawn(
			renderReply({ kind: 'answer', answer, isPrivate: true, sharedBy: null }, 'en', { layout: 'components' }),
		);
		expect(text.match(/baolangson\.example ·/g)).toHaveLength(1);
		expect(text).toMatch(
			/\*\*2 · Hợp tác kinh tế cửa khẩu Lạng Sơn – Quảng Tây\*\*\n\[Open .*\]\n> \*\*Câu khác\.\*\*/,
		);
	});

	it('says who shared an answer, without pinging them', () => {
		const body = renderReply({ kind: 'answer', answer: ANSWER, isPrivate: false, sharedBy: '12345' }, 'en', {
			layout: 'components',
		});
		expect(drawn(body)).toContain('Shared by <@12345>');
		expect(body.allowed_mentions).toEqual({ parse: [] });
	});

	it('speaks of gaps only where they are kept', () => {
		const answer: KeptAnswer = {
			...ANSWER,
			answered: false,
			reason: 'nothing-relevant',
			citations: [],
			forGaps: false,
		};
		const text = drawn(
			renderReply({ kind: 'answer', answer, isPrivate: false, sharedBy: null }, 'en', { layout: 'components' }),
		);
		expect(text).not.toContain('Kept as a gap');
		expect(text).not.toContain('Tell the editors');
	});
});
