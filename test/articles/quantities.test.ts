import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../../articles/quantities/quantities.js';

/** What is found, each as `text = reading | reading`. */
function found(text: string): string[] {
	return quantitiesIn(text).map(({ start, end, readings }) => `${text.slice(start, end)} = ${readings.join(' | ')}`);
}

describe('quantitiesIn', () => {
	it.each([
		['209,264.5', '209264.5'],
		['209 264,5', '209264.5'],
		['209\u202f264,5', '209264.5'],
		['209.264,5', '209264.5'],
		['209’264.5', '209264.5'],
		['2,09,264', '209264'],
		['1 000 000', '1000000'],
		['٢٠٩٬٢٦٤٫٥', '209264.5'],
		['२,०९,२६४', '209264'],
		['２０９，２６４．５', '209264.5'],
		['๒๐๙', '209'],
		['໒໐໙', '209'],
		['٢٠٩', '209'],
		['𝟐𝟎𝟗', '209'],
		['3,50', '3.5'],
		['007', '7'],
		['0.123', '0.123'],
		['12345678901234567890123', '12345678901234567890123'],
	])('reads %s as one number', (text, number) => {
		expect(quantitiesIn(text)).toEqual([{ kind: 'number', start: 0, end: text.length, readings: [number] }]);
	});

	it.each([
		['1.234', ['1234', '1.234']],
		['1,234', ['1234', '1.234']],
		['5 billion', ['5000000000', '5000000000000']],
		['20 mil', ['20000', '20']],
		['11/12/2026', ['2026-12-11', '2026-11-12']],
		['3/4', ['--04-03', '--03-04']],
		['21/11/26', ['2026-11-21', '2021-11-26']],
		['21/11/69 ครับ', ['2026-11-21', '1969-11-21']],
		['21 listopada 2026', ['2026-11-21', '2026-10-21']],
		['ปี 2569', ['2026', '2569']],
	])('says all that %s can mean, the likeliest first', (text, readings) => {
		expect(quantitiesIn(text).map((quantity) => quantity.readings)).toEqual([readings]);
	});

	it.each([
		['二〇九', '209'],
		['二〇二六', '2026'],
		['三千二百', '3200'],
		['十二', '12'],
		['两百', '200'],
		['一百零五', '105'],
		['三百二', '320'],
		['一万五', '15000'],
		['二十万零三百', '200300'],
		['一亿二千万', '120000000'],
		['五万亿', '5000000000000'],
		['千九百四十五', '1945'],
		['3万', '30000'],
		['1.5亿', '150000000'],
		['3万2千', '32000'],
		['3万5000', '35000'],
		['3만5천', '35000'],
		['1억 5000만', '150000000'],
	])('reads the East Asian %s', (text, number) => {
		expect(found(text)).toEqual([`${text} = ${number}`]);
	});

	it.each(['万象有一些人', '千万不要', '三四百', '统一', '一百万亿万', '二万三万', '一亿万', '十', '一'])(
		'takes no part of a word for a number in %s',
		(text) => {
			expect(found(text)).toEqual([]);
		},
	);

	it.each([
		['1.5 million', '1500000'],
		['1,5 triệu', '1500000'],
		['1,5 trieu', '1500000'],
		['5 tỷ', '5000000000'],
		['5 nghìn tỷ', '5000000000000'],
		['3 triệu 500 nghìn', '3500000'],
		['2 million 300 thousand', '2300000'],
		['5 mil millones', '5000000000'],
		['2 Milliarden', '2000000000'],
		['2,5 Mio.', '2500000'],
		['2 milliards', '2000000000'],
		['3 млн', '3000000'],
		['20 de mii', '20000'],
		['5 ล้าน', '5000000'],
		['5ล้าน', '5000000'],
		['5 ລ້ານ', '5000000'],
		['5 លាន', '5000000'],
		['5 ملايين', '5000000'],
		['5 हज़ार', '5000'],
		['5 हजार', '5000'],
		['12 lakh crore', '12000000000000'],
	])('multiplies %s by its words', (text, number) => {
		expect(found(text)).toEqual([`${text} = ${number}`]);
	});

	it.each([
		['3千克', '3 = 3'],
		['5 พันธุ์', '5 = 5'],
		['5 ล้านช้าง', '5 = 5'],
		['5 millionaires', '5 = 5'],
		['0,5 mm', '0,5 = 0.5'],
	])('does not multiply %s', (text, only) => {
		expect(found(text)).toEqual([only]);
	});

	it.each([
		['192.168.1.1', ['192', '168', '1', '1']],
		['1,2,3', ['1', '2', '3']],
		['1.234.56', ['1', '234', '56']],
		['5 million 3 billion', ['5000000', '3000000000']],
		['v1.2.3', ['1', '2', '3']],
		['năm 2019 209 hộ', ['2019', '209']],
		['8:30', ['8', '30']],
		['2026-2027', ['2026', '2027']],
		['15/20', ['15', '20']],
		['有3，5个', ['3', '5']],
		['5 people, 209,264.5 ha', ['5', '209264.5']],
	])('parts the numbers of %s', (text, numbers) => {
		expect(quantitiesIn(text).map(({ kind, readings }) => [kind, readings[0]])).toEqual(
			numbers.map((number) => ['number', number]),
		);
	});

	it('finds what a sentence states, where it stands', () => {
		expect(found('On 3 May 2026, İstanbul’da 1.5 million people; 48 villages in 2025.')).toEqual([
			'3 May 2026 = 2026-05-03',
			'1.5 million = 1500000',
			'48 = 48',
			'2025 = 2025',
		]);
	});

	it('gives spans that follow each other within the text, whatever the text', () => {
		const piece = fc.oneof(
			fc.constantFrom(...Array.from("0123456789๒٢〇一二十百千万亿.,'’/-– \u00a0\u202f\u200f年月日:")),
			fc.constantFrom(
				' november ',
				' tháng ',
				' năm ',
				' พ.ศ. ',
				'พฤศจิกายน',
				' de ',
				' million ',
				'triệu',
				'İ',
				'2026',
				'𝟐',
			),
			fc.string({ unit: 'binary', maxLength: 3 }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const text = pieces.join('');
				let done = 0;
				for (const { start, end, kind, readings } of quantitiesIn(text)) {
					expect(start).toBeGreaterThanOrEqual(done);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(text.length);
					expect(text.slice(start, end)).toMatch(/[\p{Nd}〇零一二三四五六七八九十两兩]/u);
					expect(readings.length).toBeGreaterThan(0);
					for (const reading of readings) {
						expect(reading).toMatch(
							kind === 'number' ? /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/ : /^(?:\d{4}|-)(?:-\d{2}){0,2}$/,
						);
					}
					done = end;
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it('takes ten times as long for ten times as much, at most', { timeout: 120_000 }, () => {
		const parts = ['9', '1,', '1.', '1 ', '1 000 ', "1'", '1/', '1. ', '21/11/', '2026年', '十', '一万', '〇', '3万'];
		for (const part of [...parts, '0', '00 ', 'tháng 1 ', 'november ', '21 november ', '1 million ', '2026 ', 'İ1']) {
			const time = (times: number) => {
				const text = part.repeat(times);
				const began = process.cpuUsage();
				quantitiesIn(text);
				const { user, system } = process.cpuUsage(began);
				return (user + system) / 1000;
			};
			time(2000);
			expect([part, time(20_000)]).toEqual([part, expect.toSatisfy((ms: number) => ms < 30 * (time(2000) + 5))]);
		}
	});
});
