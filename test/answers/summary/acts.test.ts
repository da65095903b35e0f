import { describe, expect, it } from 'vitest';
import { actsOf } from '../../../answers/summary/acts/acts.js';

describe('actsOf', () => {
	it.each([
		['en', 'who has the key?', 'who'],
		['en', 'does anyone know a good carpenter', 'who'],
		['en', 'when does the bus leave?', 'time'],
		['en', 'how many chairs do we need', 'number'],
		['en', 'can we move the meeting?', 'yes-or-no'],
		['en', 'what colour do you want?', 'anything'],
		['fr', 'On part à quelle heure ?', 'time'],
		['fr', 'Combien de places reste-t-il ?', 'number'],
		['fr', "est-ce qu'il reste du café ?", 'yes-or-no'],
		['vi', 'có ai biết chìa khoá ở đâu không', 'who'],
		['vi', 'xe chạy lúc mấy giờ?', 'time'],
		['vi', 'mai có họp không', 'yes-or-no'],
		['lo', 'ໃຜມີກະແຈ', 'who'],
		['lo', 'ລົດຈະອອກເວລາໃດ', 'time'],
		['lo', 'ມື້ອື່ນມີປະຊຸມບໍ່', 'yes-or-no'],
		['th', 'ใครมีกุญแจบ้าง', 'who'],
		['th', 'พรุ่งนี้มีประชุมไหมครับ', 'yes-or-no'],
		['km', 'តើឡានចេញម៉ោងប៉ុន្មាន', 'time'],
		['zh', '谁有钥匙', 'who'],
		['zh', '明天几点出发？', 'time'],
		['zh', '明天开会吗', 'yes-or-no'],
		['ja', 'バスは何時に出ますか', 'time'],
		['es', '¿Quién tiene la llave?', 'who'],
		['de', 'Wann fährt der Bus ab?', 'time'],
	] as const)('knows a question in %s: %s', (language, sentence, asks) => {
		expect(actsOf(sentence, language).asks).toBe(asks);
	});

	it.each([
		['en', 'How are you?'],
		['en', 'who would have thought it would rain?'],
		['fr', 'Ça va tout le monde ?'],
		['fr', "Qui aurait cru qu'il pleuvrait ?"],
		['vi', 'Ai mà ngờ được?'],
		['lo', 'ສະບາຍດີບໍ່?'],
		['th', 'สบายดีไหมครับ'],
		['zh', '最近怎么样？'],
		['de', "Wie geht's?"],
		['es', '¿Qué tal?'],
	])('knows that nobody is to answer in %s: %s', (language, sentence) => {
		expect(actsOf(sentence, language)).toMatchObject({ isQuestion: true, asks: null });
	});

	it.each([
		['en', 'the bus leaves at six'],
		['fr', 'Le car part à six heures.'],
		['vi', 'xe chạy lúc sáu giờ'],
		['lo', 'ບໍ່ເປັນຫຍັງ ຂ້ອຍໄປເອງ'],
		['th', 'รถออกหกโมงเช้า'],
		['zh', '六点发车'],
		['ja', '六時に出発します'],
	])('takes no statement for a question in %s: %s', (language, sentence) => {
		expect(actsOf(sentence, language).isQuestion).toBe(false);
	});

	it.each([
		['en', "so we're going with the blue tent for the market"],
		['en', "Let's go with the second offer"],
		['en', 'we decided to postpone the opening'],
		['en', 'Decision: the hall stays closed in May'],
		['fr', "C'est décidé : le car part à six heures"],
		['fr', 'bon, on part sur la tente bleue'],
		['fr', 'On a décidé de reporter le vernissage'],
		['vi', 'Vậy chốt phương án thuê xe 29 chỗ'],
		['vi', 'thống nhất in ảnh ở Đà Nẵng'],
		['vi', 'cả nhóm quyết định hoãn khai mạc'],
		['lo', 'ພວກເຮົາຕົກລົງເອົາຜ້າໃບສີຟ້າ'],
		['lo', 'ຕັດສິນໃຈແລ້ວວ່າຈະເລື່ອນງານ'],
		['th', 'สรุปว่าใช้เต็นท์สีฟ้า'],
		['th', 'ตกลงกันว่าประชุมวันศุกร์'],
		['km', 'យើងសម្រេចថាទិញតង់ពណ៌ខៀវ'],
		['zh', '我们决定用蓝色的帐篷'],
		['zh', '那就用蓝色的帐篷吧'],
		['ja', '青いテントに決まりました'],
		['es', 'quedamos en usar la carpa azul'],
		['de', 'wir nehmen das blaue Zelt für den Markt'],
	])('knows that something is decided in %s: %s', (language, sentence) => {
		expect(actsOf(sentence, language).decides).toBe('content');
	});

	it.each([
		['en', 'we have not decided yet'],
		['en', 'have we decided on the tent?'],
		['en', 'we need to decide by Friday'],
		['fr', "on n'a pas encore décidé"],
		['fr', 'il faut décider avant vendredi'],
		['vi', 'chưa chốt được ngày'],
		['zh', '还没决定'],
		['th', 'ยังไม่ได้ตัดสินใจ'],
		['lo', 'ຍັງບໍ່ທັນຕັດສິນໃຈ'],
	])('takes no doubt for a decision in %s: %s', (language, sentence) => {
		expect(actsOf(sentence, language).decides).toBeNull();
	});

	it.each([
		['en', 'ok, agreed', 'agrees'],
		['en', 'sounds good to me', 'agrees'],
		['en', 'deal!', 'settles'],
		['fr', "d'accord avec Chloé", 'agrees'],
		['fr', 'Parfait, on fait ça.', 'settles'],
		['vi', 'đồng ý nha', 'agrees'],
		['vi', 'ok chốt', 'settles'],
		['lo', 'ເຫັນດີ', 'agrees'],
		['th', 'เห็นด้วยครับ', 'agrees'],
		['th', 'ตามนั้น', 'settles'],
		['zh', '同意', 'agrees'],
		['zh', '就这么定了', 'settles'],
		['ja', '賛成です', 'agrees'],
		['es', 'de acuerdo', 'agrees'],
		['de', 'abgemacht', 'settles'],
	] as const)('knows an agreement in %s: %s', (language, sentence, agrees) => {
		expect(actsOf(sentence, language).agrees).toBe(agrees);
	});

	it('knows refusals, and what takes something back', () => {
		expect(actsOf('no, too expensive', 'en').rejects).toBe(true);
		expect(actsOf('mauvaise idée', 'fr').rejects).toBe(true);
		expect(actsOf('不行，太贵了', 'zh').rejects).toBe(true);
		expect(actsOf('change of plans, scrap that', 'en').reverses).toBe(true);
		expect(actsOf('finalement on annule', 'fr').reverses).toBe(true);
		expect(actsOf('huỷ chuyến xe đi', 'vi').reverses).toBe(true);
	});
});
