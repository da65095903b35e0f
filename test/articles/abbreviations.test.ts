import { describe, expect, it } from 'vitest';
import { endsInAbbreviation } from '../../articles/abbreviations.js';
import { splitSentences } from '../../articles/sentences.js';

/** Sentences are written apart by `|`; joined by spaces they must be found again. */
function expectSentences(language: string, parted: string): void {
	const sentences = parted.split('|');
	const text = sentences.join(' ');
	expect(splitSentences(text, language).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
}

describe('endsInAbbreviation', () => {
	it.each([
		['en', 'He met Gen. Stone and Sen. Paz in Washington, D.C. on Friday.|They spoke.'],
		['en', 'Ask Mr. He or Dr. An.|They know.'],
		['en', 'The U.S. Army came.|The U.S. is large.'],
		['en', 'The firm Acme Inc. was sold.|It moved to Bolt Ltd. London in May.'],
		['fr', 'M. Le Goff et Mme. Roy viennent.|Le Dr. An aussi.'],
		[
			'es',
			'Ud. debe pagar.|La Dra. Paz y D. Luis llegan a las 9 a. m. al banco.|El banco cierra a las 5 p. m.|Traiga su carné.',
		],
		['es', 'El gobierno de EE. UU. y la UE firmaron.|Vive en EE. UU.|La casa es grande.'],
		['fr', 'Voir chap. 3, fig. 2 et éd. 2020.|La suite vient.'],
		['de', 'Er liest z. B. Bücher, d. h. Romane, bzw. Hefte.|Es gibt Obst usw.|Brot fehlt.'],
		['de', 'Prof. Dr. Ing. Weber wohnt in der Hauptstr. 5.|Er ist Arzt.'],
		['de', 'Geöffnet Mo. bis Fr. 9 Uhr.|Siehe S. 5, Abs. 2 und Nr. 7.'],
		['it', "La dott.ssa Neri e l'ing. Blu, art. 3, pag. 5.|Il sig. Rossi no."],
		['pt', 'O Sr. Lima mora na Av. Central, n. 5.|O Prof. Reis também.'],
		['nl', 'Dhr. Jansen en mevr. de Wit wonen op nr. 5.|Zij zijn blij.'],
		['tr', 'Dr. Ayşe ve Av. Demir geldi.|2. Dünya Savaşı bitti.|Elma, armut vb.|Sonra gitti.'],
		['pl', 'Prof. Nowak mieszka przy ul. Długiej 5.|To daleko.|Kupił chleb, sól itd.|Potem wyszedł.'],
		['ru', 'А. С. Иванов живёт на ул. Мира, д. 5, кв. 7.|Он врач.'],
		['ru', 'Это, т. е. Москва, далеко.|См. рис. 3 и стр. 5.|Всё.'],
		['uk', 'Він живе на вул. Шевченка в м. Київ.|Ціна 5 грн.|Потім пішов.'],
		['id', 'Tn. Budi tinggal di Jl. Melati No. 5, Kec. Menteng.|Ia guru.'],
		['id', 'Ir. H. Joko dan Dra. Hj. Siti, S.H. datang.|Mereka pulang.|Harganya Rp. 20.000.|Murah.'],
		['vi', 'TS. An và ThS. Bình ở TP. Vinh.|Giá 5 kg.|Họ bán gạo, ngô, v.v.|Sau đó về.'],
		['en', 'Lt. Col. Stone and Sgt. Low came.|Rev. Hill did not.'],
		['en', 'See No. 5 and Vol. 3, p. 12, and pp. 3-4.|Then stop.'],
		['en', 'In Sec. IV and Fig. B2 it is shown.|See Ch. 4.'],
		['en', 'Opened Jan. 5 and closed Mon. June 3.|That was all.'],
		['en', 'Smith et al. 2020 found it.|Jones et al. (2021) did not.'],
		['fr', 'On lit le livre de J. Le Tallec.|Il est bon.'],
	])('leaves an abbreviation before a name within its sentence in %s: %s', (tag, parted) => {
		expectSentences(tag, parted);
	});

	it.each([
		['en', 'The plant is called Nest B.|It opened in May.'],
		['en', 'We live in Washington, D.C.|The river is near.'],
		['en', 'She holds a Ph.D. in botany.|He holds an M.A. from Leeds.'],
		['en', 'He works for Acme Inc.|They pay well.'],
		['en', 'The shop is on Main St.|It was shut.'],
		['en', 'It shuts at 5 p.m.|Visitors must leave.'],
		['en', 'Doors open at 7 p.m. EST and close at 9 p.m. Saturdays.|Visitors must leave.'],
		['en', 'It has 16 Gb.|The other has 8.'],
		['en', 'The wall is 6 ft. high.|It fell.'],
		['en', 'They sell pens, paper, etc.|Prices vary.'],
		['en', 'This is plan B.|It works.|It is Plan A.|A new one comes.'],
		['fr', 'Prenez de la vitamine C.|Elle aide.'],
		['fr', 'Ouvert à 9 h.|Fermé à 17 h.|Apportez votre carte.'],
		['es', 'Nació en el 200 a. C.|Murió en Roma.'],
		['de', 'Um 300 v. Chr. entstand die Stadt.|Das war 50 n. Chr.|Danach verfiel sie.'],
		['de', 'Es kostet 3 Mio. Euro.|Das Werk kostet 4 Mrd.|Die Stadt zahlt.'],
		['ru', 'Цена 5 тыс. руб. за штуку.|Цена 5 млн.|Завод стоит.'],
		['ru', 'В 2024 г. завод закрыли.|Это было в 1990 гг.|Потом его открыли.'],
		['ru', 'Купили хлеб, соль и т. д.|Потом ушли.'],
		['ru', 'Рим основан в 753 г. до н. э.|Потом он рос.'],
		['uk', 'Він живе на вул. Шевченка в м. Київ.|Ціна 5 грн.|Потім пішов.'],
		['id', 'Kami jual beras, gula, dll.|Harga murah.'],
		['pt', 'Comprou arroz, feijão, etc.|Depois saiu.'],
		['it', 'Mele, pere, ecc.|Poi basta.'],
		['nl', 'Brood, melk, enz.|Daarna thee.'],
		['tr', 'Dr. Ayşe ve Av. Demir geldi.|2. Dünya Savaşı bitti.|Elma, armut vb.|Sonra gitti.'],
		['pl', 'Prof. Nowak mieszka przy ul. Długiej 5.|To daleko.|Kupił chleb, sól itd.|Potem wyszedł.'],
		['pl', 'Powstał w 1990 r.|Potem zamknięto go o godz. 9.|To tyle.'],
		['vi', 'TS. An và ThS. Bình ở TP. Vinh.|Giá 5 kg.|Họ bán gạo, ngô, v.v.|Sau đó về.'],
		['en', 'Each phone has 16 Gb.|Users like it.'],
	])(
		'ends a sentence with an abbreviation, a unit or a letter before a word that begins one, in %s: %s',
		(tag, parted) => {
			expectSentences(tag, parted);
		},
	);

	it.each([
		['de', 'Am 3. Mai kam Dr. Weber.|Der 2. Weltkrieg endete 1945.|Die 3. Klasse singt.'],
		['de', 'Wir treffen uns im Raum 12.|Danach gehen wir.'],
		['tr', 'Kitap 2. Dünya Savaşı üzerine.|Bu iyi.'],
		['de', 'Im späten 17. Jahrhundert war sie arm (7. Rang im Land).|Das ging vorbei.'],
		['de', 'Siehe die Seite 3.|Kinder malen dort.'],
		['de', 'Er wohnt in Haus 4.|Kinder spielen dort.'],
		['de', 'Es kostet 5.|Kinder zahlen 3.'],
		['de', 'Sie kam am 3. Tag.|Das war im 19. Jahrhundert.'],
		['de', 'Am 21. 6. 2024 war Schluss.|Am 1.–3. Tag regnete es.'],
		['de', 'Der Zug fährt um 5.|Dann kommt keiner.'],
		['tr', 'Fiyatı 5.|Sonra 3 oldu.|Prof. Dr. Kaya geldi.|Cad. 5, No. 3.'],
		['tr', '21. yüzyılda No. 5 açıldı.|Bu iyi.'],
		['ko', '김 씨는 2024. 6. 21. 서울에 왔다.|Dr. 박도 왔다.|값은 3.5만 원이다.'],
		['en', 'Install v2.3.|Then restart.'],
		['en', 'Version 2.3.1 is out.|It fixes e.g. Windows bugs.'],
		['en', 'Open example.com.|Then sign in.'],
		['en', 'Use Node.js.|It is free.'],
		['en', 'The price is 3.50 dollars.|The fee is 2.|Then add tax.'],
		['en', 'The fee is $5.|Children pay $2.|20 people came.'],
		['en', 'The temperature fell to -3.5.|Snow came.'],
		['id', 'Ir. H. Joko dan Dra. Hj. Siti, S.H. datang.|Mereka pulang.|Harganya Rp. 20.000.|Murah.'],
		['nl', 'Het is nr. 3.|Daarna kwam niemand.'],
	])('tells a number at the end of a sentence from an ordinal, a date or a version, in %s: %s', (tag, parted) => {
		expectSentences(tag, parted);
	});

	it.each([
		['en', '“Go!” Ann said.|“Why?” Bob Stone asked.|Nobody spoke.'],
		['en', 'He said, “Go home.”|She left.'],
		['en', '"Is it open?" he asked.|"Yes."|"Good."'],
		['en', '[...] Then he left.|(...) It ended.'],
		['de', '„Komm!“|Er ging.'],
		['de', 'Er sagte: „Komm.“|Dann ging er.'],
		['fr', '« Venez ! »|Il partit.'],
		['fr', 'Il a dit « oui ».|Elle a dit « non. »|Puis rien.'],
		['es', '¿Quién viene?|—Nadie —dijo él.|¡Vaya!'],
		['es', '¿Quién viene? —dijo él.|Nadie.'],
		['ar', 'قال: «تعال.»|ثم ذهب.'],
		['vi', 'Ông hỏi: “Ai đó?”|Không ai trả lời.'],
	])('keeps quotations and ellipses whole in %s: %s', (tag, parted) => {
		expectSentences(tag, parted);
	});

	it.each([
		['hi', 'श्री. वर्मा और प्रो. सिंह आए।|बी. आर. गुप्ता भी आए।|शुल्क रु. 500 है।'],
		['hi', 'डॉ. ए. पी. राव आए।|कीमत 3.5 रु. है।|क्या वह आया?|हाँ।'],
		['ar', 'جاء د. سامي وأ. ليلى.|ثم انصرفا.'],
		['ar', 'التقى أ.د. عمر بالطلاب.|انتهى اللقاء.'],
		['ar', 'الرسوم ٥٠ ر.س. لكل شخص.|هل تدفع؟|نعم.'],
		['ar', 'السعر ٣.٥ د.إ.|ثم ارتفع.'],
		['ar', 'بنيت سنة ٢٠٢٠ م.|ثم أغلقت.'],
		['th', 'ดร. สมชาย มาเวลา 9.00 น. ทุกวัน พ.ศ. 2567 ที่ รพ. กลาง'],
		['th', 'เปิด 8 ม.ค. 2567 เวลา 9 น. ปิด 17 น.'],
		['th', 'ราคา 3.5 บาท โทร. 02 123 ต. บ้านใหม่ อ. เมือง จ. น่าน'],
		['lo', 'ດຣ. ສົມ ມາວັນທີ 5.|ລາວເປັນໝໍ.|ປີ ຄ.ສ. 2024 ໂທ. 020 555.'],
		['lo', 'ທ່ານ ສ. ສົມ ມາ.|ລາຄາ 3.500 ກີບ.|ແພງ!|ແມ່ນບໍ?'],
		['km', 'លោក ស. សុខ មក។|តម្លៃ ៣.៥ ដុល្លារ។|ល្អ!|តើអ្នកណា?|គាត់។'],
		['ko', '김 씨는 2024. 6. 21. 서울에 왔다.|Dr. 박도 왔다.|값은 3.5만 원이다.'],
	])('knows the abbreviations of scripts without capitals in %s: %s', (tag, parted) => {
		expectSentences(tag, parted);
	});

	it.each([
		['It is big', 'Then', 'en'],
		['It is.', '2020 came', 'en'],
		['We got the job.', 'Marie left', 'en'],
		['Come in.', 'Marie waits', 'en'],
		['Er ist alt.', '2020 kam er', 'de'],
		['She came in.', '5 boats left', 'en'],
		['', 'Then', 'en'],
	])('takes no word of every day for an abbreviation: %j before %j', (left, right, tag) => {
		expect(endsInAbbreviation(left, right, tag)).toBe(false);
	});

	it.each([
		['Sgt.', 'Stone came', 'en'],
		['Hrn.', 'Weber sah er', 'de'],
		['vol.', '3', 'it'],
		['févr.', '12', 'fr'],
	])('knows what Unicode lists: %j before %j', (left, right, tag) => {
		expect(endsInAbbreviation(left, right, tag)).toBe(true);
	});
});
