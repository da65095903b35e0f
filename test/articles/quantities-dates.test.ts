import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../../articles/quantities/quantities.js';

/** What is found, each as `text = reading | reading`. */
function found(text: string): string[] {
	return quantitiesIn(text).map(({ start, end, readings }) => `${text.slice(start, end)} = ${readings.join(' | ')}`);
}

describe('quantitiesIn', () => {
	it.each([
		'2026-11-21',
		'2026/11/21',
		'21.11.2026',
		'11/21/2026',
		'21-Nov-2026',
		'21 November 2026',
		'November 21, 2026',
		'November 21st, 2026',
		'21st of November 2026',
		'21 tháng 11 năm 2026',
		'21 thang 11 nam 2026',
		'21 tháng mười một năm 2026',
		'21/11/2569',
		'21 พฤศจิกายน 2569',
		'21 พฤศจิกายน พ.ศ. 2569',
		'๒๑ พ.ย. ๒๕๖๙',
		'21 พฤศจิกายน 2026',
		'21 ພະຈິກ 2026',
		'21 ខែវិច្ឆិកា ឆ្នាំ២០២៦',
		'2026年11月21日',
		'二〇二六年十一月二十一日',
		'2026년 11월 21일',
		'21 de noviembre del 2026',
		'21 NOVEMBRE 2026',
		'21 ноября 2026',
		'٢١ نوفمبر ٢٠٢٦',
		'21 تشرين الثاني/ نوفمبر 2026',
		'21 تشرين الثاني (نوفمبر) 2026',
		'21ης Νοεμβρίου 2026',
		'21-го ноября 2026',
		'2026 Kasım 21',
	])('reads %s as a day', (text) => {
		expect(quantitiesIn(text)).toEqual([{ kind: 'date', start: 0, end: text.length, readings: ['2026-11-21'] }]);
	});

	it.each(['这座城市有2500年的历史', '2600年の歴史がある'])('takes years that are counted for no year: %s', (text) => {
		expect(quantitiesIn(text).filter(({ kind }) => kind === 'date')).toEqual([]);
	});

	it.each([
		['ngày 21 tháng 11', '21 tháng 11 = --11-21'],
		['ngày 21/11', '21/11 = --11-21'],
		['le 1er août', '1er août = --08-01'],
		['3 May', '3 May = --05-03'],
		['11月21日', '11月21日 = --11-21'],
		['tháng 11/2026', '11/2026 = 2026-11'],
		['tháng 11 năm 2026', '11 năm 2026 = 2026-11'],
		['tháng 11', '11 = --11'],
		['November 2026', 'November 2026 = 2026-11'],
		['2026-11', '2026-11 = 2026-11'],
		['2026年11月', '2026年11月 = 2026-11'],
		['2026年', '2026年 = 2026'],
		['令和8年', '8年 = 2026'],
		['民國115年', '115年 = 2026'],
		['พ.ศ. 2569', '2569 = 2026 | 2569'],
		['10-12/11/2026', '10 = 10;12/11/2026 = 2026-11-12 | 2026-12-11'],
	])('reads as much of a date as %s gives', (text, dates) => {
		expect(found(text).join(';')).toBe(dates);
	});

	it.each([
		['31 February 2026', ['31 = 31', 'February 2026 = 2026-02']],
		['30年', ['30 = 30']],
		['11 tháng', ['11 = 11']],
		['des 3 villages', ['3 = 3']],
		['3 des 5 villages', ['3 = 3', '5 = 5']],
		['1700 mai mult', ['1700 = 1700']],
		['5 mai/juin 2026', ['5 mai = --05-05', 'juin 2026 = 2026-06']],
		['0912-2024-06-21-33', ['0912 = 912', '2024 = 2024', '06 = 6', '21 = 21', '33 = 33']],
		['50/2026', ['50 = 50', '2026 = 2026']],
	])('makes no date of what is none: %s', (text, others) => {
		expect(found(text)).toEqual(others);
	});
});
