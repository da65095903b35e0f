import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Collection } from '../../index/collection.js';
import { ingestDocument } from '../../index/ingest.js';
import { suggest } from '../../index/suggest.js';
import { readTyped } from '../../index/typed.js';
import { fold, foldedWords } from '../../index/words.js';
import { madeUpText } from '../support/articles.js';
import { collectionOf, documentOf, storeFor } from '../support/collections.js';
import { hashingModels } from '../support/hashing-encoder.js';

const models = hashingModels();

async function collectionWith(articles: readonly (readonly [title: string, text: string, language: string])[]) {
	const collection = await collectionOf(models, storeFor(models));
	for (const [i, [title, text, language]] of articles.entries()) {
		await ingestDocument(collection, models, { ...documentOf(`${i}.txt`, text, language), title, language });
	}
	return collection;
}

function found(collection: Collection, typed: string, limit = 10): string[] {
	return suggest(collection, readTyped(typed), limit).map(({ document, span, byTitle }) =>
		byTitle ? `# ${document.title}` : document.text.slice(span.start, span.end),
	);
}

const FERRY = 'The ferry leaves at noon. Tickets cost four crowns. The tram waits for the ferry.';
const MARKET = 'Bà con hai bên biên giới đã gùi hàng về. Đường lên bản Liên đã sửa xong. Đương nhiên là đông.';

describe('suggest', () => {
	it.each([
		['bien gioi', MARKET, 'vi', 'Bà con hai bên biên giới đã gùi hàng về.'],
		['BIÊN GIỚI', MARKET, 'vi', 'Bà con hai bên biên giới đã gùi hàng về.'],
		['biên giới'.normalize('NFD'), MARKET, 'vi', 'Bà con hai bên biên giới đã gùi hàng về.'],
		['duong len', MARKET, 'vi', 'Đường lên bản Liên đã sửa xong.'],
		['đuong le', MARKET, 'vi', 'Đường lên bản Liên đã sửa xong.'],
		['tick', FERRY, 'en', 'Tickets cost four crowns.'],
		['crowns tick', FERRY, 'en', 'Tickets cost four crowns.'],
		['ສະພານ', 'ລົດໄຟອອກແຕ່ເຊົ້າ.\nສະພານມີຄວາມຍາວ 286 ແມັດ.', 'lo', 'ສະພານມີຄວາມຍາວ 286 ແມັດ.'],
		['น้ำแก้ว', 'รถไฟออกตอนเช้า\nสะพานน้ำแก้วเปิดแล้ว', 'th', 'สะพานน้ำแก้วเปิดแล้ว'],
		['ប្រជា', 'ទឹកហូរ។ ប្រជាជនរស់នៅទីនេះ។', 'km', 'ប្រជាជនរស់នៅទីនេះ។'],
		['春茶', '天气很好。今年春茶总产量是56吨。', 'zh', '今年春茶总产量是56吨。'],
		['春茶 56', '天气很好。今年春茶总产量是56吨。春茶很香。', 'zh', '今年春茶总产量是56吨。'],
		['フェリー', '天気がいい。フェリーは正午に出ます。', 'ja', 'フェリーは正午に出ます。'],
	])('finds by "%s" in "%s" (%s) "%s" first', async (typed, text, language, expected) => {
		const collection = await collectionWith([['Notes', text, language]]);
		expect(found(collection, typed)[0]).toBe(expected);
	});

	it('wants every word but the last as it is typed, and takes the last for a beginning', async () => {
		const collection = await collectionWith([['Notes', FERRY, 'en']]);
		expect(found(collection, 'fer')).toHaveLength(2);
		expect(found(collection, 'fer ')).toEqual([]);
		expect(found(collection, 'fer leaves')).toEqual([]);
		expect(found(collection, 'ferry zebra')).toEqual([]);
	});

	it('puts titles first, then all words in one sentence, then some of them', async () => {
		const collection = await collectionWith([
			['Notes', FERRY, 'en'],
			['The ferry and the tram', 'A cafe is on board.', 'en'],
		]);
		expect(found(collection, 'ferry tram')).toEqual([
			'# The ferry and the tram',
			'The tram waits for the ferry.',
			'The ferry leaves at noon.',
		]);
	});

	it('puts the word as it is typed before words that only begin so, and accents as typed before others', async () => {
		const collection = await collectionWith([
			['a', 'Làng này có trạm y tế.', 'vi'],
			['b', 'The tramway is long.', 'en'],
			['c', 'The tram is late.', 'en'],
		]);
		expect(found(collection, 'tram')).toEqual(['The tram is late.', 'Làng này có trạm y tế.', 'The tramway is long.']);
		expect(found(collection, 'trạm')[0]).toBe('Làng này có trạm y tế.');
	});

	it('gives the newest titles before anything is typed', async () => {
		const collection = await collectionWith([
			['First', FERRY, 'en'],
			['Second', MARKET, 'vi'],
		]);
		expect(found(collection, '')).toEqual(['# Second', '# First']);
		expect(found(collection, ' ', 1)).toEqual(['# Second']);
	});

	it('gives no sentence twice, and nothing that was removed', async () => {
		const collection = await collectionWith([
			[
				'Long',
				Array.from({ length: 60 }, (_, i) => `The ferry number ${i} leaves the pier at noon on days of wind.`).join(
					' ',
				),
				'en',
			],
			['Other', FERRY, 'en'],
		]);
		const all = found(collection, 'ferry', 100);
		expect(new Set(all).size).toBe(all.length);
		collection.remove('0.txt');
		expect(found(collection, 'ferry', 100).sort()).toEqual([
			'The ferry leaves at noon.',
			'The tram waits for the ferry.',
		]);
		collection.remove('1.txt');
		expect(found(collection, 'ferry', 100)).toEqual([]);
	});

	it('finds any sentence by the beginning of its words, and gives only what holds a word of it', async () => {
		const collection = await collectionWith(
			Array.from({ length: 12 }, (_, i) => [`Notes`, madeUpText(i), 'en'] as const),
		);
		const sentences = Array.from(collection.store.passages(collection.id)).flatMap(({ passage, text }) =>
			passage.sentences.map(({ start, end }) => text.slice(start, end)),
		);
		fc.assert(
			fc.property(fc.constantFrom(...sentences), fc.nat({ max: 60 }), (sentence, cut) => {
				const typed = sentence.slice(0, 12 + cut);
				const texts = found(collection, typed, 100);
				const words = foldedWords(typed);
				expect(texts.some((text) => fold(text).includes(fold(typed).trim()))).toBe(true);
				for (const text of texts) expect(words.some((word) => fold(text).includes(word))).toBe(true);
			}),
		);
	});

	it('takes anything', async () => {
		const collection = await collectionWith([['Notes', FERRY, 'en']]);
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
				expect(() => suggest(collection, readTyped(typed), 10)).not.toThrow();
			}),
		);
		expect(found(collection, '%')).toEqual(['# Notes']);
		expect(found(collection, '春%')).toEqual([]);
	});
});
