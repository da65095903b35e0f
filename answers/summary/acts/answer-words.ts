import { anywhere, atStart } from './phrases.js';

/** Begins as an answer to a question that asks yes or no. */
export const YES_OR_NO = atStart({
	en: 'yes|yep|yeah|yup|no|nope|nah|not|sure|of course|i (?:do|did|have|can|will|am|don t|haven t)|it (?:does|is|did|isn t|doesn t)|we (?:do|are|can|have)|they (?:do|are|did|don t)|already|maybe|probably|correct|right|agreed|done|for free|absolutely|definitely|never',
	fr: 'oui|non|ouais|si|bien sur|pas|deja|d accord|peut etre|evidemment|exact(?:ement)?|tout a fait|jamais|carrement|franchement non',
	vi: 'co|khong|chua|roi|da|u|um|vang|dung|duoc|khoi|thoi|chac|bao gom|ok|du|ko|mien phi',
	es: 'si|no|claro|ya|todavia no|por supuesto|nunca',
	de: 'ja|nein|nee|doch|klar|naturlich|noch nicht|schon|genau|nie',
	lo: 'ໄດ້|ບໍ່|ແມ່ນ|ມີ|ເຈົ້າ|ໂດຍ|ແລ້ວ|ຍັງ|ດີ|ຄັບ|ພໍ',
	th: 'ได้|ไม่|ใช่|มี|แล้ว|ยัง|ครับ|ค่ะ|แน่นอน|ดี|โอเค|เปล่า|พอ',
	km: 'បាទ|ចាស|ទេ|អត់|មាន|បាន|មិន|នៅ',
	zh: '是|不|对|有|没|可以|能|会|行|好|要|嗯|包括|当然|应该|已经|还没|够|修好',
	ja: 'はい|いいえ|うん|ええ|そう|違|大丈夫|あり|ない|まだ|もう|できます',
});

/** Says that somebody does it, has it, or is it. */
export const MYSELF = anywhere({
	en: 'i|i m|i ve|i ll|me|mine|my',
	fr: 'je|j|moi|c est moi|mon|ma',
	vi: 'toi|minh|tui|em|anh lam|chi lam',
	es: 'yo|me|mio|mia',
	de: 'ich|mir|mich|meins?',
	lo: 'ຂ້ອຍ|ເຮົາ',
	th: 'ผม|ฉัน|ดิฉัน|เราเอง|หนู',
	km: 'ខ្ញុំ',
	zh: '我',
	ja: '私|僕|俺|わたし',
});

/** Says that no answer is known, or asks the same. */
export const UNKNOWING = anywhere({
	en: 'no idea|not sure|i don t know|don t know|dunno|idk|no clue|can t remember|don t remember|good question|same question|wondering (?:the same|too)|i wonder',
	fr: 'aucune idee|sais pas|chais pas|pas sure?|bonne question|je me (?:le )?demande aussi|meme question',
	vi: 'khong biet|chua biet|khong ro|chua ro|ko biet|khong nho|khong chac|cung (?:dang )?(?:thac mac|muon biet)',
	es: 'no se|no lo se|ni idea|no estoy segur[oa]|buena pregunta',
	de: 'keine ahnung|weiss (?:ich )?(?:auch )?nicht|nicht sicher|gute frage',
	lo: 'ບໍ່ຮູ້|ບໍ່ຊາບ|ບໍ່ແນ່ໃຈ|ຈື່ບໍ່ໄດ້',
	th: 'ไม่รู้|ไม่ทราบ|ไม่แน่ใจ|จำไม่ได้',
	km: 'មិនដឹង|អត់ដឹង|មិនប្រាកដ',
	zh: '不知道|不清楚|不确定|不记得|同问|没印象',
	ja: 'わからない|わかりません|分からない|分かりません|知らない|知りません',
});

/** What somebody says who has got an answer. */
export const GOT_IT = anywhere({
	en: 'never ?mind|nvm|found (?:it|them|him|her)|got it|solved|sorted|figured (?:it )?out|thanks|thank you|thx|ty|makes sense',
	fr: 'trouve|laisse(?:z)? tomber|merci|ouf|regle|resolu|je vois',
	vi: 'tim (?:thay|ra|duoc) roi|cam on|hieu roi|biet roi|ra the',
	es: 'gracias|ya lo encontre|resuelto|entendido',
	de: 'danke|gefunden|erledigt|hat sich erledigt|verstanden',
	lo: 'ຂອບໃຈ|ພົບແລ້ວ|ເຫັນແລ້ວ|ຮູ້ແລ້ວ|ເຂົ້າໃຈແລ້ວ',
	th: 'ขอบคุณ|เจอแล้ว|รู้แล้ว|เรียบร้อยแล้ว|เข้าใจแล้ว',
	km: 'អរគុណ|រកឃើញហើយ|យល់ហើយ',
	zh: '谢谢|多谢|找到了|知道了|解决了|明白了|懂了',
	ja: 'ありがとう|見つかりました|わかりました|解決しました|なるほど',
});
