import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relationOf, unitsOf } from '../../answers/same-fact.js';

const relation = (a: string, b: string, language = 'en') => relationOf(unitsOf(a, language), unitsOf(b, language));

const FAIR = 'The border fair of Lao Bao brought together 12 provinces of three countries in the spring.';
const VI = 'Hội chợ biên giới Lao Bảo đã quy tụ 12 tỉnh của ba nước trong mùa xuân.';
const LO = 'ໃນໄລຍະການກໍ່ສ້າງ ມີກຳມະກອນລາວ 215 ຄົນໄດ້ວຽກເຮັດ.';
const ZH = '合作社成立于2011年，最初只有19户茶农。';

describe('relationOf', () => {
	it.each([
		['itself', FAIR, FAIR],
		['a dateline', FAIR, `VIENTIANE (KPL) – ${FAIR}`],
		['quotation marks and capitals', FAIR, `“${FAIR.toUpperCase()}”`],
		['an attribution', FAIR, FAIR.replace('.', ', officials said on Monday.')],
		['another spelling', FAIR, FAIR.replace('Lao Bao', 'Laobao')],
		['another way to write a number', 'They picked 2,400 tonnes of tea.', 'They picked 2.400 tonnes of tea.'],
		['digits of another script', LO, LO.replace('215', '໒໑໕')],
		['a word less', VI, VI.replace('đã ', '')],
	])('is the same but for %s', (_, a, b) => {
		expect(relation(a, b)).toBe('same');
		expect(relation(b, a)).toBe('same');
	});

	it.each([
		['en', FAIR, FAIR.replace('12', '13')],
		['vi', VI, VI.replace('12', '13')],
		['lo', LO, LO.replace('215', '251')],
		['zh', ZH, ZH.replace('19', '29')],
		['fr', 'Le pont mesure 286 mètres de long.', 'Le pont mesure 268 mètres de long.'],
		['en', 'The bridge will open on 12 May 2027 to all.', 'The bridge will open on 15 May 2027 to all.'],
	])('tells figures that differ, in %s: %s', (language, a, b) => {
		expect(relation(a, b, language)).toBe('disagreeing');
		expect(relation(b, a, language)).toBe('disagreeing');
	});

	it.each([
		['another name', FAIR, FAIR.replace('Lao Bao', 'Cau Treo')],
		[
			'another day',
			'The ferry leaves at 8 on Tuesday from the pier.',
			'The ferry leaves at 8 on Thursday from the pier.',
		],
		['another season', 'In winter the ferry lands at the old pier.', 'In summer the ferry lands at the old pier.'],
		['a negation', 'The old pier is open to ships.', 'The old pier is not open to ships.'],
		['a negation', 'Cầu cũ được mở cho xe tải qua.', 'Cầu cũ không được mở cho xe tải qua.'],
		['its opposite', 'The unemployed of the valley were counted.', 'The employed of the valley were counted.'],
		['another year', 'In 2021 the village had 120 households.', 'In 2022 the village had 135 households.'],
		['another road', 'The old Route 9 was closed to lorries.', 'The old Route 13 was closed to lorries.'],
		['too few words to tell', 'It costs 12.', 'It costs 12.'],
	])('is different where one has %s', (_, a, b) => {
		expect(relation(a, b)).toBe('different');
	});

	it('takes runs of letters that are no words for different ones, at once', () => {
		const [a, b] = ['a', 'b'].map(
			(end) => `The ferry leaves the old pier of the town at ${'x'.repeat(100_000)}${end}.`,
		);
		expect(relation(a!, b!)).toBe('different');
	});

	it('is the same of any sentence and itself, and does not depend on the order', () => {
		const word = fc.constantFrom(
			'ferry',
			'pier',
			'đò',
			'12',
			'13',
			'2024',
			'ສະພານ',
			'桥',
			'not',
			'Route',
			',',
			'.',
			'lands',
			'old',
		);
		const sentence = fc.array(word, { minLength: 0, maxLength: 14 }).map((words) => words.join(' '));
		fc.assert(
			fc.property(sentence, sentence, (a, b) => {
				const [one, other] = [unitsOf(a, 'en'), unitsOf(b, 'en')];
				expect(relationOf(one, other) === 'same').toBe(relationOf(other, one) === 'same');
				const own = relationOf(one, one);
				if (one.all.length >= 4 && !a.includes('not')) expect(own).toBe('same');
			}),
			{ numRuns: 300 },
		);
	});
});
