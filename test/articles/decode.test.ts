import { describe, expect, it } from 'vitest';
import { decodeAs } from '../../articles/decode-as.js';
import { decodeText, expectArticleSize, MAX_ARTICLE_BYTES } from '../../articles/decode.js';
import { UnreadableArticle } from '../../articles/unreadable-article.js';

const VIETNAMESE =
	'Sáng nay, bà con xóm Đồi họp để bàn việc sửa đường. Trưởng xóm nói rằng mưa lớn đã cuốn trôi một đoạn dài, và mỗi nhà nên góp một ngày công.';
const FRENCH =
	'Ce matin, les voisins se sont réunis près de la mairie où l’on a parlé du chemin abîmé. L’été a été très sec, a rappelé le maire.';
const SPANISH =
	'¿Quién arregló el camino? La señora Peña contestó que fue su compañía, el último año, después de la sequía.';
const PORTUGUESE = 'A reunião não começou às oito horas. Os irmãos João e Conceição chegaram à estação com três cães.';
const THAI = 'เช้านี้ชาวบ้านมาประชุมเรื่องถนน ผู้ใหญ่บ้านบอกว่าฝนตกหนักมาก จึงต้องซ่อมถนนให้เสร็จก่อนสิ้นปี';
const RUSSIAN = 'Сегодня утром жители собрались у школы. Дорогу размыло дождём, сказал староста.';

/** The bytes of `text` in a single-byte encoding, by turning its decoder round. */
function encode(text: string, encoding: string): Uint8Array {
	const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decodeAs(encoding, Uint8Array.of(byte)), byte]));
	return Uint8Array.from(text, (character) => {
		const byte = byteOf.get(character);
		if (byte === undefined) throw new Error(`${encoding} has no ${character}`);
		return byte;
	});
}

/** As Windows wrote Vietnamese: tones as combining marks, other marks within the letter. */
function toWindows1258(text: string): Uint8Array {
	const parted = Array.from(text, (letter) => {
		const marks = letter.normalize('NFD').slice(1);
		const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(marks)?.[0] ?? '';
		return letter.normalize('NFD').replace(tone, '').normalize('NFC') + tone;
	});
	return encode(parted.join(''), 'windows-1258');
}

function utf16(text: string, endian: 'le' | 'be', mark: boolean): Uint8Array {
	const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
	return endian === 'le' ? bytes : bytes.swap16();
}

function refusal(bytes: Uint8Array): string {
	try {
		return `no refusal: ${decodeText(bytes, 'x')}`;
	} catch (error) {
		if (!(error instanceof UnreadableArticle)) throw error;
		return error.message;
	}
}

describe('decodeText', () => {
	it.each([
		['UTF-8', Buffer.from(VIETNAMESE), VIETNAMESE],
		['UTF-8 with a mark', Buffer.from(`\uFEFF${VIETNAMESE}`), VIETNAMESE],
		['UTF-16 LE with a mark', utf16(VIETNAMESE, 'le', true), VIETNAMESE],
		['UTF-16 BE with a mark', utf16(FRENCH, 'be', true), FRENCH],
		['UTF-16 LE', utf16(FRENCH, 'le', false), FRENCH],
		['UTF-16 BE', utf16(THAI, 'be', false), THAI],
		['Vietnamese windows-1258', toWindows1258(VIETNAMESE), VIETNAMESE],
		['French windows-1252', encode(FRENCH, 'windows-1252'), FRENCH],
		['Spanish Latin-1', encode(SPANISH, 'windows-1252'), SPANISH],
		['Portuguese Latin-1', encode(PORTUGUESE, 'windows-1252'), PORTUGUESE],
		['Thai windows-874', encode(THAI, 'windows-874'), THAI],
		['Russian windows-1251', encode(RUSSIAN, 'windows-1251'), RUSSIAN],
	])('reads %s without being told', (_, bytes, text) => {
		expect(decodeText(bytes, 'x').normalize('NFC')).toBe(text);
	});

	it('takes the declared encoding where the bytes alone do not say', () => {
		expect(decodeText(encode('Łódź', 'windows-1250'), 'x', 'windows-1250')).toBe('Łódź');
	});

	it('reads the quotation marks that Windows put beside Latin-1', () => {
		const bytes = Buffer.from('\x93caf\xE9\x94 \x96 l\x92\xE9t\xE9 \x85', 'latin1');
		expect(decodeText(bytes, 'x')).toBe('“café” – l’été …');
	});

	it('takes valid UTF-8 over a wrong declaration', () => {
		expect(decodeText(Buffer.from(FRENCH), 'x', 'windows-1252')).toBe(FRENCH);
	});

	it.each([
		['%PDF-1.7 …', 'a PDF document'],
		['PK\u0003\u0004…', 'a zip archive'],
		['{\\rtf1 …', 'an RTF document'],
		['abc\0\u0001\u0002\0\0def', 'NUL bytes'],
	])('refuses %j and says what it is', (content, kind) => {
		expect(refusal(Buffer.from(content))).toContain(kind);
	});

	it('refuses damaged UTF-8 rather than showing it in another encoding, and names the line', () => {
		const bytes = Buffer.concat([Buffer.from(`Dòng đầu\n${VIETNAMESE}`), Uint8Array.of(0xe1, 0xba, 0x20)]);
		expect(refusal(bytes)).toBe('expected UTF-8, got broken bytes in line 2: save the article again as UTF-8');
	});

	it('refuses bytes that make no words in any encoding', () => {
		expect(refusal(Uint8Array.of(0x81, 0x8d, 0x8f, 0x90, 0x9d))).toContain('expected text in a known encoding');
	});
});

describe('expectArticleSize', () => {
	it('lets an article of 20 MB pass, and refuses a byte more in one line', () => {
		expect(() => {
			expectArticleSize('x', MAX_ARTICLE_BYTES);
		}).not.toThrow();
		expect(() => {
			expectArticleSize('x', 21_500_000);
		}).toThrow('expected at most 20 MB, got 21.5 MB: split it into its articles');
	});
});
