import { describe, expect, it } from 'vitest';
import type { Article } from '../../articles/article.js';
import type { Draft } from '../../articles/draft.js';
import { documentIdOf, toDocument } from '../../articles/to-document.js';
import { UnreadableArticle } from '../../articles/unreadable-article.js';

const ARTICLE: Article = {
	source: 'news/duong.txt',
	title: null,
	publishedAt: null,
	language: null,
	blocks: [
		{ kind: 'heading', level: 1, text: 'Xóm Đồi sửa đường' },
		{ kind: 'paragraph', text: 'Ngày 21 tháng 6 năm 2024, bà con họp .' },
		{ kind: 'paragraph', text: '.jpg)' },
		{ kind: 'paragraph', text: 'Mỗi nhà góp một ngày công.' },
	],
	leftOut: [{ what: 'image', words: 0, sample: '' }],
};

const paragraph = (text: string): Draft => ({ kind: 'paragraph', text });

describe('toDocument', () => {
	it('cleans, and finds title, language and date', () => {
		expect(toDocument(ARTICLE)).toMatchObject({
			id: documentIdOf('news/duong.txt'),
			source: 'news/duong.txt',
			title: 'Xóm Đồi sửa đường',
			language: 'vi',
			publishedAt: '2024-06-21',
			text: 'Ngày 21 tháng 6 năm 2024, bà con họp.\nMỗi nhà góp một ngày công.',
			blocks: [
				{ kind: 'paragraph', start: 0, end: 37 },
				{ kind: 'paragraph', start: 38, end: 64 },
			],
			leftOut: [{ what: 'image' }],
		});
	});

	it('names the source by its id and the wording by its revision', () => {
		const { id, revision } = toDocument(ARTICLE);
		expect(id).toMatch(/^[0-9a-f]{16}$/);
		expect(revision).toMatch(/^[0-9a-f]{16}$/);
		expect(toDocument({ ...ARTICLE })).toEqual(toDocument(ARTICLE));
		expect(toDocument({ ...ARTICLE, source: 'b' })).toMatchObject({ revision });
		expect(toDocument({ ...ARTICLE, source: 'b' }).id).not.toBe(id);
		for (const change of [
			{ title: 'Khác' },
			{ publishedAt: '2024-06-22' },
			{ language: 'vi-VN' },
			{ blocks: [paragraph('Khác.')] },
			{
				blocks: ARTICLE.blocks.map((draft) =>
					draft.kind === 'paragraph' ? { ...draft, kind: 'quotation' as const } : draft,
				),
			},
		]) {
			expect(toDocument({ ...ARTICLE, ...change }).revision).not.toBe(revision);
		}
	});

	it('keeps what the format states, unless the text is plainly in another language', () => {
		expect(toDocument({ ...ARTICLE, language: 'vi_VN', publishedAt: '2023' })).toMatchObject({
			language: 'vi-VN',
			publishedAt: '2023',
		});
		expect(toDocument({ ...ARTICLE, language: 'en' }).language).toBe('vi');
		expect(toDocument({ ...ARTICLE, language: '!', publishedAt: 'soon' })).toMatchObject({
			language: 'vi',
			publishedAt: '2024-06-21',
		});
	});

	it('takes the day that ends or begins a title for its date, where nothing else states one', () => {
		const dated = (title: string) => toDocument({ ...ARTICLE, title, blocks: [paragraph('Bà con họp.')] }).publishedAt;
		expect(dated('Biên bản 2024-06-21')).toBe('2024-06-21');
		expect(dated('2024-06-21 Biên bản')).toBe('2024-06-21');
		expect(dated('Trước 2024-06-21 thì sao')).toBeNull();
	});

	it('refuses an article of which nothing is left', () => {
		const blocks = [paragraph('.jpg)'), paragraph('-----')];
		expect(() => toDocument({ ...ARTICLE, blocks })).toThrow(UnreadableArticle);
	});
});
