import { describe, expect, it } from 'vitest';
import { isoDate, statedDate } from '../../articles/date.js';

describe('statedDate', () => {
	it.each([
		['en', 'Hill Town, June 21, 2024 — The road is open.', '2024-06-21'],
		['en', 'On 21st June 2024 the road opened.', '2024-06-21'],
		['en', 'Published 2024-06-21 at noon', '2024-06-21'],
		['en', 'Opened 21/6/2024', '2024-06-21'],
		['fr', 'Le 21 juin 2024, la route a rouvert.', '2024-06-21'],
		['fr', 'Le 1er août 2024', '2024-08-01'],
		['fr', 'Mis à jour le 03/04/2024', '2024-04-03'],
		['vi', 'Ngày 21 tháng 6 năm 2024, đường đã mở.', '2024-06-21'],
		['vi', '(21/6/2024) Đường đã mở.', '2024-06-21'],
		['es', 'El 21 de junio de 2024 se abrió el camino.', '2024-06-21'],
		['pt', '21 de junho de 2024', '2024-06-21'],
		['de', 'Am 21. Juni 2024', '2024-06-21'],
		['ru', '21 июня 2024 г.', '2024-06-21'],
		['zh', '2024年6月21日，公路通车。', '2024-06-21'],
		['ko', '2024년 6월 21일', '2024-06-21'],
		['th', 'เมื่อวันที่ ๒๑ มิถุนายน ๒๕๖๗ ถนนเปิดแล้ว', '2024-06-21'],
		['th', '21 มิ.ย. 2567', '2024-06-21'],
		['lo', 'ວັນທີ 21 ມິຖຸນາ 2024', '2024-06-21'],
		['km', 'ថ្ងៃទី ២១ ខែមិថុនា ឆ្នាំ ២០២៤', '2024-06-21'],
		['en', 'Report 2024-06, second part', '2024-06'],
		['en', 'Sept. 12, 2024: The law of July 4, 2019 was repealed.', '2024-09-12'],
		['id', 'Diperbarui 21 Agt 2024', '2024-08-21'],
		['fr', 'Document of 5 March 2023 cité en français', '2023-03-05'],
	])('reads %s: %s', (language, text, date) => {
		expect(statedDate(text, language)).toBe(date);
	});

	it.each([
		['fr', 'Le matin du 12 mai, bilan des 6 premiers mois de 2024'],
		['vi', 'Ngày 6 tháng 8, hai xã họp.'],
		['en', 'Opened 3/4/2024'],
		['en', 'On 30 February 2024'],
		['en', 'The treaty of 21 June 1784'],
		['en', 'Call 0912-2024-06-21-33'],
		['en', `${'word '.repeat(80)} 21 June 2024`],
		['vi', 'Số 2024-06/QĐ'],
	])('does not guess for %s: %s', (language, text) => {
		expect(statedDate(text, language)).toBeNull();
	});
});

describe('isoDate', () => {
	it.each([
		['2024', '2024'],
		['2024-6', '2024-06'],
		['2024-06-21', '2024-06-21'],
		['2024/6/1', '2024-06-01'],
		['2024-06-21T08:00:00+02:00', '2024-06-21T08:00:00+02:00'],
		['2024-06-21 08:00', '2024-06-21T08:00'],
		['2024-06-21T08:00:00.123Z', '2024-06-21T08:00:00Z'],
		['Fri, 21 Jun 2024 10:00:00 GMT', '2024-06-21T10:00:00Z'],
		['Fri, 21 Jun 2024 06:30:00 +0700', '2024-06-21T06:30:00+07:00'],
		['21 Jun 2024 23:30:00 -0330', '2024-06-21T23:30:00-03:30'],
		['21 juin 2024', '2024-06-21'],
		['2024-02-30', null],
		['2024-13', null],
		['yesterday', null],
		['', null],
	])('brings %j to %j', (stated, date) => {
		expect(isoDate(stated, 'fr')).toBe(date);
	});
});
