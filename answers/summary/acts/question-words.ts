import { anywhere, atEnd, atStart } from './phrases.js';

/** Particles that make a question without a mark, at its end. */
export const ENDS_ASKING = atEnd({
	vi: 'khong|chua|phai khong|duoc khong|dung khong|co khong|hay chua|ha|ko',
	lo: 'ບໍ່|ບໍ|ຫວາ|ຫຼືຍັງ|ຫລືຍັງ|ແມ່ນບໍ່',
	th: '(?:ไหม|มั้ย|มั๊ย|ป่าว|รึเปล่า|หรือเปล่า|หรือยัง|รึยัง|หรือไม่|เหรอ|หรอ)(?:ครับ|คับ|คะ|ค่ะ)?',
	km: 'ឬទេ|ឬនៅ|មែនទេ|បានទេ|ដែរឬទេ',
	zh: '吗|嘛|么|没有吗|好不好|行不行|对不对',
	ja: 'ですか|ますか|ましたか|でしょうか|かな|ませんか|たか|るか',
});

/** Words that ask, where they stand as they do here. */
export const ASKS = atStart({
	en: '(?:(?:and|so|but|ok|hey|hi|btw|also|wait|sorry|quick question) )*(?:(?:who|what|where|when|why|how)(?: s| is| are| was| were| do| does| did| can| could| should| would| will| has| have| many| much| long| often| far| about| come)|(?:does|do|did|can|could|would|should|will|has|have|is|are|was|were) (?:anyone|anybody|someone|somebody|we|you|it|they|there|the|this|that|he|she|i|any)|any(?:one|body) (?:know|knows|have|has|seen|got|able|up|around|remember|here|else)|any idea|which)',
	fr: 'est ce que?|qu est ce|comment (?:on|vous|tu|faire|ca)|pourquoi|combien|quel(?:le)?s? (?:est|sont)|quelqu un (?:a|sait|peut|aurait|connait)|ou (?:est|sont|se)|qui (?:a|peut|sait|veut|vient|aurait|s occupe)',
	vi: 'co ai|ai biet|ai co|sao khong|tai sao|vi sao|lam sao|bao gio|khi nao|may gio|bao nhieu|bao lau|cho (?:toi |em |minh )?hoi',
	es: 'quien|que|cuando|donde|como|por que|cuant[oa]s?|cual(?:es)?|alguien (?:sabe|tiene|puede)|hay alguien',
	de: 'wer|wann|wo|warum|wieso|weshalb|welche[rsnm]?|was (?:ist|sind|macht|kostet)|wie (?:viele?|lange|oft|geht|kann|ist)|(?:hat|weiss|kann|kennt) jemand|gibt es|konnen wir|sollen wir',
	pt: 'quem|quando|onde|como|por que|quant[oa]s?|alguem (?:sabe|tem|pode)',
	id: 'siapa|apa|kapan|di ?mana|bagaimana|kenapa|mengapa|berapa|apakah|ada yang',
});

/** The same where they may stand anywhere: in these languages they keep the place of what is asked for. */
export const ASKS_WITHIN = anywhere({
	vi: 'co ai|ai biet|o dau|tai sao|vi sao|bao nhieu|bao lau|the nao|(?:luc|ngay|thang|gio|khi) nao',
	lo: 'ໃຜ(?!ກໍ່)|(?<!ບໍ່ເປັນ)ຫຍັງ(?!ກໍ່)|ເມື່ອໃດ|ເມື່ອໃດ|ເວລາໃດ|ຕອນໃດ|ມື້ໃດ|ວັນໃດ|ຢູ່ໃສ|ໄປໃສ|ແນວໃດ|ຢ່າງໃດ|ເທົ່າໃດ|ເທົ່າໃດ|ຈັກ(?:ຄົນ|ໂມງ|ວັນ|ມື້|ພາສາ|ອັນ|ຄັ້ງ|ຊົ່ວໂມງ|ບາດ|ກີບ)',
	th: 'ใคร(?!ก็)|อะไร(?!ก็)|เมื่อไหร่|เมื่อไร|เมื่อใด|ที่ไหน|ตรงไหน|อันไหน|ยังไง|อย่างไร|ทำไม|(?<!เ)กี่|เท่าไหร่|เท่าไร',
	km: 'តើ|អ្នកណា|អ្វី(?!ក៏)|ពេលណា|ឯណា|នៅណា|ម៉េច|យ៉ាងណា|ប៉ុន្មាន|ហេតុអ្វី',
	zh: '谁(?!都|也)|什么时候|怎么(?!都|也)|为什么|为啥|哪(?:里|儿|个|天|位|家)(?!都|也)|多少|多久|几(?:点|个|天|号|月|位|人)|有没有|能不能|可不可以|要不要|是不是|会不会|行不行|星期几|周几|负责吗',
	ja: '(?:誰|だれ|何|なに|いつ|どこ|どう|どの|どれ|なぜ|いくら|いくつ)[^。]*(?:か|の)[。？?]?$',
});

/** Asks for a day or a time of day. */
export const ASKS_WHEN = anywhere({
	en: 'when|what (?:time|day|date)|which (?:day|date|week|month)|how soon|by when|until when',
	fr: 'quand|quelle (?:heure|date)|quel (?:jour|mois)',
	vi: 'khi nao|bao gio|luc nao|may gio|(?:ngay|thang|thu|hom) (?:nao|may)',
	es: 'cuando|que (?:dia|fecha|hora)',
	de: 'wann|welche[rsnm]? (?:tag|datum|woche)|um wie viel uhr',
	lo: 'ເມື່ອໃດ|ເວລາໃດ|ຕອນໃດ|ມື້ໃດ|ວັນໃດ|ຈັກໂມງ|ວັນທີເທົ່າ',
	th: 'เมื่อไ|เมื่อใด|กี่โมง|วันไหน|วันที่เท่า|ตอนไหน',
	km: 'ពេលណា|អង្កាល់|ថ្ងៃណា|ម៉ោងប៉ុន្មាន',
	zh: '什么时候|何时|几点|几号|几月|哪天|哪一天|星期几|周几|什么时间',
	ja: 'いつ|何時|何日|何曜|何月',
});

/** Asks for a member. */
export const ASKS_WHO = anywhere({
	en: 'who|whose|any(?:one|body)|some(?:one|body)',
	fr: 'qui|quelqu un',
	vi: 'ai',
	es: 'quien|alguien',
	de: 'wer|wem|wen|jemand',
	lo: 'ໃຜ',
	th: 'ใคร',
	km: 'អ្នកណា|នរណា',
	zh: '谁|哪位',
	ja: '誰|だれ|どなた',
});

/** Asks for anything but yes or no. */
export const ASKS_WHAT = anywhere({
	en: 'who|whose|what|what s|when|where|why|how|which',
	fr: 'qui|quoi|qu est ce que?|que (?:faire|fait|faites|pensez|penses|veut|veux|voulez)|quand|ou (?:est|sont|se|va|vont|on)|comment|pourquoi|combien|quel(?:le)?s?',
	vi: 'ai|gi|nao|dau|sao|may|bao (?:gio|nhieu|lau|xa)',
	es: 'quien|que|cuando|donde|como|cuant[oa]s?|cual(?:es)?',
	de: 'wer|wen|wem|was|wann|wo|wohin|wie|warum|wieso|welche[rsnm]?',
	lo: 'ໃຜ|ຫຍັງ|ໃດ|ໃສ|(?<!ຮູ້|ເຄື່ອງ)ຈັກ|ເທົ່າໃດ',
	th: 'ใคร|อะไร|เมื่อไ|ไหน|ยังไง|อย่างไร|ทำไม|(?<!เ)กี่|เท่าไ',
	km: 'ណា|អ្វី|ម៉េច|ប៉ុន្មាន',
	zh: '谁|什么|怎么|为什么|为啥|哪|几(?!内亚|乎|何|率)|多少|多久|何时',
	ja: '誰|だれ|何|いつ|どこ|どう|どの|どれ|なぜ|いくら|いくつ',
});

/** Asked for form's sake: greetings, exclamations, and what nobody is meant to answer. */
export const RHETORICAL = anywhere({
	en: 'how are (?:you|u|things|we)|how s (?:it|everyone|everybody|life|your day)|how (?:was|is) (?:your|the) (?:week(?:end)?|day|night|holidays?)|what s up|who (?:would have|would ve|wouldn t|cares|invented|knew|needs|doesn t|asked)|why (?:me|not|do i|am i|is it always|does (?:this|my|it|the) [a-z ]*(?:hate|always|never))|is it (?:friday|lunch|the weekend|over) yet|what could (?:possibly )?go wrong|are you (?:serious|kidding)|how is it already|can you believe|what a|guess (?:what|who)|remember when',
	fr: 'ca va (?:tout|les|bien|vous|toi)|comment (?:ca va|vas tu|allez vous)|quoi de neuf|qui aurait cru|qui (?:peut|sait) (?:resister|dire mieux)|a quoi bon|serieusement|et vous appelez ca|qui (?:s en soucie|l eut cru)|qui n a pas',
	vi: 'khoe khong|an com chua|ai ma ngo|ai ngo|that khong|sao lai the|ai (?:chang|cha)',
	es: 'que tal|como (?:estas|estan)|quien (?:lo )?diria|en serio',
	de: 'wie geht s|wie geht es|alles (?:klar|gut)|im ernst|wer hatte (?:das )?gedacht',
	lo: 'ສະບາຍດີບໍ່?|ກິນເຂົ້າແລ້ວບໍ່?|ແທ້ບໍ່?|ໃຜຊິຄິດ|ໃຜຈະຄິດ',
	th: 'สบายดีไหม|เป็นยังไงบ้าง|เป็นไงบ้าง|กินข้าว(?:หรือ)?ยัง|จริงเหรอ|จริงดิ|ใครจะไปรู้|ใครจะคิด|ทำไม(?:วัน|ชีวิต|มัน|ต้อง)',
	km: 'សុខសប្បាយ(?:ទេ|ជាទេ)|មែនឬ|អ្នកណាដឹង',
	zh: '你好吗|最近怎么样|吃了吗|吃饭了吗|谁知道呢|谁能想到|谁想到|谁会想到|真的吗|真的假的|不是吗|难道|何必',
	ja: '元気ですか|お元気|マジ|本当ですか|まさか',
});
