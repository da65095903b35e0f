import { describe, expect, it } from 'vitest';
import { chatLanguages } from '../../../answers/summary/chat-languages.js';

describe('chatLanguages', () => {
	it('knows a message by its script or its frequent words', async () => {
		const texts = {
			en: 'the pump at the school is broken again',
			fr: "on se retrouve devant la gare à six heures, c'est décidé",
			vi: 'xe chạy lúc sáu giờ sáng, mọi người nhớ mang theo áo mưa',
			lo: 'ລົດເມອອກ 6 ໂມງ',
			th: 'รถออกหกโมงเช้า',
			km: 'ឡានចេញម៉ោងប្រាំមួយ',
			zh: '明天六点发车',
			ja: '明日は六時に出発します',
			es: 'la reunión es mañana a las seis en la escuela',
			de: 'der Bus fährt morgen um sechs Uhr vor der Schule ab',
		};
		expect(await chatLanguages(Object.values(texts))).toEqual(Object.keys(texts));
	});

	it('says nothing of a word or two, or of none', async () => {
		expect(await chatLanguages(['ok', '', '42', 'Savannakhet'])).toEqual(['und', 'und', 'und', 'und']);
	});

	it('believes statistics only where others write in that language beyond doubt', async () => {
		const text = 'brown switches, very quiet keyboard, nice colours';
		const [, doubtful] = await chatLanguages(['the keyboard that I have is loud', text]);
		expect(['en', 'und']).toContain(doubtful);
	});
});
