import { describe, expect, it } from 'vitest';
import { identifyLanguage } from '../../articles/language.js';

describe('identifyLanguage', () => {
	it.each([
		['th', 'ฝนตกหนัก'],
		['lo', 'ຝົນຕົກໜັກ'],
		['km', 'ភ្លៀងខ្លាំង'],
		['my', 'မိုးရွာသည်'],
		['ko', '비가 온다'],
		['ja', '雨が降る東京'],
		['zh', '昨天下雨'],
		['zh', '他喜欢カラオケ，每个星期都去唱很多歌，也常常带朋友一起去那家有名的店里吃饭喝茶聊天'],
		['he', 'גשם'],
		['el', 'Βροχή'],
		['ta', 'மழை'],
		['bn', 'বৃষ্টি'],
		['ka', 'წვიმა'],
		['hy', 'անձրև'],
	])('knows %s by its script: %s', (language, text) => {
		expect(identifyLanguage(text)).toEqual({ language, confident: true });
	});

	it.each([
		['en', 'The farmers sold their rice at the market last week.'],
		['fr', 'Les paysans ont vendu leur riz au marché la semaine dernière.'],
		['vi', 'Tuần trước nông dân đã bán lúa ở chợ.'],
		['es', 'Los campesinos vendieron su arroz en el mercado la semana pasada.'],
		['de', 'Die Bauern haben ihren Reis letzte Woche auf dem Markt verkauft.'],
		['it', 'I contadini hanno venduto il loro riso al mercato la settimana scorsa.'],
		['pt', 'Os camponeses venderam o seu arroz no mercado na semana passada.'],
		['nl', 'De boeren hebben hun rijst vorige week op de markt verkocht.'],
		['id', 'Para petani menjual beras mereka di pasar minggu lalu.'],
		['sw', 'Wakulima waliuza mchele wao sokoni wiki iliyopita kwa bei nzuri.'],
		['tr', 'Çiftçiler geçen hafta pirinçlerini pazarda sattılar.'],
		['ru', 'Крестьяне продали рис на рынке на прошлой неделе.'],
		['uk', 'Селяни продали рис на ринку ще минулого тижня, і він подешевшав.'],
		['ar', 'باع المزارعون الأرز في السوق الأسبوع الماضي.'],
		['fa', 'کشاورزان هفته گذشته برنج خود را در بازار فروختند.'],
		['hi', 'किसानों ने पिछले हफ्ते बाज़ार में अपना चावल बेचा।'],
	])('knows %s by a sentence: %s', (language, text) => {
		expect(identifyLanguage(text).language).toBe(language);
	});

	it.each([
		['vi', 'Khi nào họp?'],
		['vi', 'Ai ký?'],
		['es', '¿Cuándo?'],
		['en', 'who signed?'],
		['fr', 'qui a signé ?'],
		['de', 'Wer hat das bezahlt?'],
		['uk', 'Хто це підписав?'],
	])('knows %s by a short question: %s', (language, text) => {
		expect(identifyLanguage(text).language).toBe(language);
	});

	it.each(['', '12 345', '🎉', 'OK', 'Kon Tum', '!?'])('does not pretend to know %j', (text) => {
		expect(identifyLanguage(text).confident).toBe(false);
	});

	it('goes by the main script of a mixed text', () => {
		expect(identifyLanguage('ฝนตกหนักในหมู่บ้าน (Kon Tum, Việt Nam)').language).toBe('th');
		expect(identifyLanguage('The word ฝน means rain in the language of Thailand.').language).toBe('en');
	});

	it('knows a question that asks for names in Latin letters', () => {
		expect(identifyLanguage('Ποιος ίδρυσε το Mekong Coffee Cooperative;').language).toBe('el');
		expect(identifyLanguage('ใครก่อตั้ง Mekong Coffee Cooperative').language).toBe('th');
		expect(identifyLanguage('Mekong Coffee 是谁创立的').language).toBe('zh');
	});

	it('takes an article for one in the language of most of it', () => {
		const mostly =
			'Sáng 15 tháng 3, hợp tác xã cà phê đã tiễn chuyến hàng xuất khẩu đầu tiên rời kho ở xã Nậm Khoai.\n';
		const besides = 'ສະຫະກອນມີສະມາຊິກ 143 ຄອບຄົວ.\n';
		expect(identifyLanguage((besides + besides + mostly).repeat(5)).language).toBe('vi');
	});

	it('takes a doubtful text for one of the languages that are expected', () => {
		for (const [text, language] of [
			['Ресторан недалеко отсюда?', 'ru'],
			['Hai sbagliato numero?', 'it'],
		] as const) {
			expect(identifyLanguage(text)).toEqual({ language: 'und', confident: false });
			expect(identifyLanguage(text, new Set(['th', language]))).toEqual({ language, confident: false });
			expect(identifyLanguage(text, new Set(['th', 'lo'])).language).toBe('und');
		}
	});

	it('takes no text for an expected language that it is not like', () => {
		expect(identifyLanguage('Les paysans ont vendu leur riz au marché.', new Set(['es', 'vi'])).language).toBe('fr');
		expect(identifyLanguage('ฝนตกหนัก', new Set(['lo'])).language).toBe('th');
	});
});
