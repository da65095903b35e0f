import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CLAUSE_RUN_UNITS, MAX_SENTENCE_UNITS } from '../../articles/long-sentences.js';
import { splitSentences } from '../../articles/sentences.js';

function split(text: string, language: string): string[] {
	return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

/** Sentences are written apart by `|`; joined by `glue` they must be found again. */
function expectSentences(language: string, parted: string, glue = ' '): void {
	const sentences = parted.split('|');
	expect(split(sentences.join(glue), language)).toEqual(sentences);
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

const mixedText = fc
	.array(
		fc.oneof(
			fc.constantFrom(' ', '\n', '\u00A0', '. ', '? ', '!', '…', '。', '।', '។', '» ', ' «', '"', ')', '(', '」', 'と'),
			fc.constantFrom(
				'Dr.',
				'TP.',
				'no.',
				'21.',
				'A.',
				'1) ',
				'Mưa rơi',
				'ฝนตก',
				'ຝົນ',
				'ភ្លៀង',
				'雨が',
				'дождь',
				'é',
				'e\u0301',
			),
			fc.constantFrom('👩‍👩‍👧', '🇻🇳🇱🇦', '👍🏽', '\u0301', '\u200D', 'क्षि', 'ي'),
			fc.string({ unit: 'grapheme', maxLength: 5 }),
		),
		{ maxLength: 60 },
	)
	.map((parts) => parts.join(''));

const language = fc.constantFrom('und', 'en', 'fr', 'vi', 'de', 'ru', 'ja', 'th', 'lo', 'km', 'zh');

describe('splitSentences', () => {
	it.each([
		['en', 'Dr. Li met Mrs. Wong at 5 p.m. on Friday.|They left.'],
		['en', 'J. K. Rowling and George W. Bush read No. 5 and art. 6.|He said no.|Then it rained.'],
		['en', 'The pump costs 3.5 dollars, e.g. at the market.|“Is it cheap?” she asked.|It is.'],
		['en', 'The bridge opened in 2023.|20 boats came.|They waited… Nobody left.'.replace('… ', '…|')],
		['en', 'He said "go."|Then he left (by boat).|(It was late.)|Nobody saw him!|🎉'.replace('|🎉', ' 🎉')],
		['en', '1. Open the valve.|Close it.'],
		['fr', 'M. Dupont et Mme. Roy ont vu 209 264,5 hectares, 3.5 % de plus, etc. pour le maire.|Ils sont repartis.'],
		['fr', 'Il y avait du riz, du maïs, etc.|Les prix montent.|Voir n° 5 et art. 12.'],
		['fr', '« Il part. »|Elle reste.|« Pourquoi ? » dit-il.|Rien.'],
		['fr', 'Il hésite…|Puis il signe.|20 personnes attendent.'],
		[
			'vi',
			'Ông đến TP. Huế cùng PGS.TS. Lê Văn A và ThS. Trần Bình.|Họ trồng lúa, ngô, vv, vv.|Bên cạnh đó có chè, v.v.|Mưa to.',
		],
		['vi', 'Xem tr. 12 và đ. 5.|Giá là 3.500 đồng.'],
		['es', 'El Sr. Gómez y la Sra. Ruiz leen el núm. 7.|¿Cuándo vienen?|¡Hoy!'],
		['pt', 'O Sr. Silva falou.|A Dra. Costa ouviu.'],
		['de', 'Am 21. Juni kam Dr. Weber, z.B. mit Nr. 4.|Das war 2024.|Danach ging er.'],
		['ru', 'Он живёт на ул. Ленина, в г. Томске.|Это было в 2024 г.|Потом он уехал.'],
		['it', 'Il sig. Rossi è qui.|È tardi.'],
		['hi', 'वह गया।|वह आया।'],
		['my', 'မိုးရွာသည်။|သူလာသည်။'],
		['km', 'គាត់មក។|គាត់ទៅ។'],
		['el', 'Πότε ήρθε;|Χθες.'],
		['ar', 'متى جاء؟|جاء أمس.'],
	])('splits %s: %s', (tag, parted) => {
		expectSentences(tag, parted);
	});

	it.each([
		['zh', '他说：“来吧。”|大家走了。|（很好！）|再见'],
		['ja', '「行こう。」と彼は言った。|雨だ！|本当？|はい。'],
		['hi', 'वह गया।|वह आया।'],
		['km', 'គាត់មក។|គាត់ទៅ។'],
		['zh', '“来吧。”他说。|大家走了。|价格为3.5元。'],
		['zh', '「走吧！」他喊道。|没人动。'],
		['zh', '他说：“好。”|然后走了。'],
		['ja', '彼は「はい。」と言った。|価格は3.5円。'],
		['km', 'គាត់លក់អង្ករ ពោត ។ល។|នាងទៅ។'],
	])('splits %s without spaces: %s', (tag, parted) => {
		expectSentences(tag, parted, '');
	});

	it('ends a sentence at a line feed, full stop or not', () => {
		expect(split('A heading\nA sentence that\nBreaks', 'en')).toEqual(['A heading', 'A sentence that', 'Breaks']);
	});

	it.each(['th', 'lo'])('parts a long run of %s clauses at its spaces', (tag) => {
		const clause = tag === 'th' ? 'ฝนตกหนักในหมู่บ้านเมื่อคืนนี้' : 'ຝົນຕົກໜັກຢູ່ໃນບ້ານເມື່ອຄືນນີ້';
		const sentences = split(Array.from({ length: 24 }, () => clause).join(' '), tag);
		expect(sentences.length).toBeGreaterThan(2);
		for (const sentence of sentences) {
			expect(sentence.length).toBeLessThanOrEqual(MAX_CLAUSE_RUN_UNITS);
			expect(sentence.split(' ').every((part) => part === clause)).toBe(true);
		}
	});

	it('finds the same sentences in a long line as in short ones', () => {
		const sentence = 'Dr. Li met J. K. Wong (at 5 p.m.) by the river.';
		expect(split(Array.from({ length: 500 }, () => sentence).join(' '), 'en')).toEqual(Array(500).fill(sentence));
	});

	it('leaves a short Thai run whole', () => {
		expect(split('ฝนตกหนัก เขาจึงกลับบ้าน', 'th')).toHaveLength(1);
	});

	it('parts a very long sentence at clauses first, then at spaces, and never inside a word', () => {
		const clause = 'the council of the upper valley repaired the old bridge over the river before the rains came, ';
		const sentences = split(`${clause.repeat(14)}and that was all.`, 'en');
		expect(sentences.length).toBeGreaterThan(1);
		for (const sentence of sentences) expect(sentence.length).toBeLessThanOrEqual(MAX_SENTENCE_UNITS);
		expect(sentences.slice(0, -1).every((sentence) => sentence.endsWith(','))).toBe(true);
		expect(split('x'.repeat(3000), 'en')).toHaveLength(1);
	});

	it('parts a long Chinese text without punctuation between words', () => {
		const sentences = split('我们明天去学校开会'.repeat(120), 'zh');
		expect(sentences.length).toBeGreaterThan(1);
		expect(sentences.every((sentence) => sentence.length <= MAX_SENTENCE_UNITS)).toBe(true);
	});

	it('gives sorted, disjoint, non-empty spans; only white space stands outside', () => {
		fc.assert(
			fc.property(mixedText, language, (text, tag) => {
				let last = 0;
				for (const { start, end } of splitSentences(text, tag)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					expect(text.slice(last, start).trim()).toBe('');
					expect(text.slice(start, end)).not.toContain('\n');
					last = end;
				}
				expect(text.slice(last).trim()).toBe('');
			}),
		);
	});

	it('cuts no grapheme, and trims white space that carries no mark', () => {
		fc.assert(
			fc.property(mixedText, language, (text, tag) => {
				const boundaries = new Set([...Array.from(graphemes.segment(text), ({ index }) => index), text.length]);
				for (const { start, end } of splitSentences(text, tag)) {
					expect(boundaries.has(start) && boundaries.has(end)).toBe(true);
					const inside = Array.from(graphemes.segment(text.slice(start, end)), ({ segment }) => segment);
					expect(inside[0]?.trim()).not.toBe('');
					expect(inside.at(-1)?.trim()).not.toBe('');
				}
			}),
		);
	});
});
