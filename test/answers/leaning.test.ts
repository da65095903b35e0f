import { describe, expect, it } from 'vitest';
import { leansOnBefore } from '../../answers/leaning.js';

const BEFORE = 'The old bridge over the river was closed in the spring.';

describe('leansOnBefore', () => {
	it.each([
		['en', 'It will be rebuilt by the province within three years.'],
		['en', '“They will come back,” said the mayor of the town yesterday.'],
		['en', 'This figure is higher than that of the year before.'],
		['en', 'In addition, the village will be given a second school.'],
		['fr', 'Elle sera reconstruite par la province en trois ans.'],
		['fr', 'Ces travaux coûteront trois millions à la commune.'],
		['fr', 'C’est la première fois que le village reçoit un médecin.'],
		['vi', 'Nó sẽ được tỉnh xây dựng lại trong vòng ba năm.'],
		['vi', 'Điều này giúp người dân đi lại dễ dàng hơn trước.'],
		['vi', 'Con số này cao hơn so với năm trước đó nhiều.'],
		['vi', 'Hai bên nhất trí tăng cường hợp tác kinh tế.'],
		['es', 'Este proyecto costará tres millones al municipio.'],
		['de', 'Sie wird von der Provinz in drei Jahren neu gebaut.'],
		['de', 'Außerdem bekommt das Dorf eine zweite Schule im Herbst.'],
		['zh', '这座桥将由省政府在三年内重建完成。'],
		['zh', '它将在三年内由省政府重新建成并开放。'],
		['ja', 'この橋は三年以内に県によって再建される予定です。'],
		['ja', 'それは三年以内に県によって再建される予定です。'],
		['th', 'มันจะถูกสร้างขึ้นใหม่โดยจังหวัดภายในสามปี'],
		['th', 'ทั้งนี้ จังหวัดจะสร้างสะพานใหม่ภายในสามปี'],
		['th', 'สะพานแห่งนี้จะสร้างขึ้นใหม่ภายในสามปีข้างหน้า'],
		['lo', 'ມັນຈະຖືກສ້າງຂຶ້ນໃໝ່ໂດຍແຂວງພາຍໃນສາມປີ.'],
		['lo', 'ສະພານແຫ່ງນີ້ຈະຖືກສ້າງຂຶ້ນໃໝ່ພາຍໃນສາມປີ.'],
		['lo', 'ພວກເຂົາຈະສ້າງສະພານຂຶ້ນໃໝ່ພາຍໃນສາມປີ.'],
		['km', 'ពួកគេនឹងសាងសង់ស្ពានឡើងវិញក្នុងរយៈពេលបីឆ្នាំ។'],
		['km', 'ស្ពាននេះនឹងត្រូវសាងសង់ឡើងវិញក្នុងរយៈពេលបីឆ្នាំ។'],
		['pt', 'Isso ajudará os moradores a chegar mais depressa.'],
		['it', 'Questo progetto costerà tre milioni al comune.'],
		['ru', 'Он будет построен заново областью за три года.'],
		['ar', 'هذا الجسر سيعاد بناؤه من قبل المحافظة خلال ثلاث سنوات.'],
		['hi', 'यह पुल तीन साल में राज्य द्वारा फिर से बनाया जाएगा।'],
		['tr', 'Bu köprü üç yıl içinde il tarafından yeniden yapılacak.'],
		['el', 'Αυτό θα βοηθήσει τους κατοίκους να φτάνουν πιο γρήγορα.'],
		['ro', 'Acesta va fi reconstruit de județ în trei ani.'],
		['ko', '그는 마을 주민들과 함께 새 다리를 지었다고 말했다.'],
		['id', 'Jembatan itu akan dibangun kembali oleh provinsi dalam tiga tahun.'],
		['en', 'Admission is free.'],
		['zh', '门票免费。'],
		['und', 'and the school beside it will be given a new roof.'],
	])('is so in %s for: %s', (language, sentence) => {
		expect(leansOnBefore(sentence, BEFORE, language)).toBe(true);
	});

	it.each([
		['en', 'The province will rebuild the bridge within three years.'],
		['en', 'This year the village will be given a second school.'],
		['en', 'Itineraries for the valley are printed by the tourist office.'],
		['fr', 'La province reconstruira le pont en trois ans.'],
		['fr', 'Cette année, le village aura une deuxième école.'],
		['fr', 'Il y a quarante élèves dans la nouvelle école du village.'],
		['vi', 'Tỉnh sẽ xây dựng lại cây cầu trong vòng ba năm.'],
		['es', 'La provincia reconstruirá el puente en tres años.'],
		['de', 'Die Provinz wird die Brücke in drei Jahren neu bauen.'],
		['de', 'Dieses Jahr bekommt das Dorf eine zweite Schule.'],
		['zh', '省政府将在三年内重建这座古老的桥梁。'],
		['ja', '県は三年以内に古い橋を再建する予定です。'],
		['th', 'มันสำปะหลังเป็นสินค้าที่นำเข้ามากที่สุดของจังหวัด'],
		['th', 'ปีนี้จังหวัดจะสร้างโรงเรียนแห่งใหม่ในหมู่บ้าน'],
		['lo', 'ມັນຕົ້ນເປັນສິນຄ້າທີ່ແຂວງສົ່ງອອກຫຼາຍທີ່ສຸດໃນປີກາຍ.'],
		['lo', 'ດຽວນີ້ ການຂ້າມແມ່ນ້ຳດ້ວຍລົດໃຊ້ເວລາພຽງສາມນາທີ.'],
		['km', 'ឥឡូវនេះ គ្រួសារមួយអាចចាប់ត្រីបានប្រហែល ៤ គីឡូក្រាមក្នុងមួយថ្ងៃ។'],
		['id', 'Tahun ini desa akan mendapat sekolah kedua di lembah.'],
		['und', 'La provinsa will bua den bron igen inom tri jaroj.'],
	])('is not so in %s for: %s', (language, sentence) => {
		expect(leansOnBefore(sentence, BEFORE, language)).toBe(false);
	});

	it('is so for what an announcement is followed by, in any language', () => {
		const sentence = 'Boats leave the island every day at six in the evening.';
		expect(leansOnBefore(sentence, 'The timetable was changed:', 'xx')).toBe(true);
		expect(leansOnBefore(sentence, 'The timetable was changed.', 'xx')).toBe(false);
	});

	it.each(['', '…', '42', 'x'.repeat(20_000), 'ທີ່'.repeat(7000), '\ud83d'])(
		'says one or the other of anything',
		(text) => {
			expect(typeof leansOnBefore(text, text, 'lo')).toBe('boolean');
		},
	);
});
