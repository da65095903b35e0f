import { anywhere, atStart } from './phrases.js';

/** Says that something is decided. What it is, may stand in the same sentence. */
export const DECIDES = anywhere({
	en: '(?:we|we ve|we have|so we|team) (?:all |both |just |finally |have )*(?:decided|agreed|settled) (?:to|on|that|for|we)|it (?:s|is|has been) (?:all |now )?(?:decided|settled|agreed|final)|(?:let s|lets|we ll|we will|we re|we are|so we re|i say we|team will) (?:go|going|gonna go|stick|sticking|stay|settle|run)(?: ahead)? (?:with|for|on)|(?:the )?decision(?: is)?:|decided:|final(?: answer| decision| call)?:|agreed:|(?:that s|it s) (?:a )?(?:settled|decided)|we have a (?:decision|winner)|(?:approved|adopted|confirmed):',
	fr: 'c est (?:decide|acte|vote|adopte|valide|regle|confirme|entendu|tranche)|(?:on|nous) (?:a |avons |ont )(?:tous )?(?:decide|choisi|opte|tranche|acte|convenu|vote)|on (?:part|reste|s arrete|va) sur|on (?:opte|vote) pour|(?:decision|adopte|valide|acte) ?:|on (?:retient|valide|garde donc)|est (?:adopte|acte|decide|valide)e?s?',
	vi: '(?:vay|the|thoi|roi|ok|ca nhom|ca nha|minh|chung ta|chung toi|tui minh|bon minh|moi nguoi|team)(?: la)?(?: minh| chung ta| ca nhom)?(?: da)?(?: se)? ?(?:quyet dinh|thong nhat|chot|nhat tri)|(?:da|duoc) (?:chot|thong nhat|quyet dinh)|chot (?:lai|phuong an|la|luon|ngay|lich|gia|di|mua|chon|dung|lam|theo|o)|quyet dinh(?: la)? (?:se|chon|dung|mua|thue|to chuc|chuyen)|thong nhat (?:se|la|chon|dung|mua|in|to chuc|chuyen|thu)',
	es: 'quedamos en|hemos (?:decidido|acordado|quedado)|(?:decidimos|acordamos) (?:que|en|hacer)?|esta decidido|vamos con|nos quedamos con|decision ?:|decidido ?:',
	de: 'wir (?:machen|nehmen|bleiben bei|gehen mit|entscheiden uns|haben (?:uns )?(?:\\S+ ){0,4}?(?:entschieden|beschlossen|geeinigt))|(?:ist|wurde) (?:beschlossen|entschieden)|(?:beschlossen|entschieden|entscheidung) ?:|es bleibt (?:also )?(?:bei|dabei)',
	pt: 'decidimos|ficou decidido|esta decidido|combinamos|vamos com|fechado:',
	lo: 'ຕົກລົງ(?:ກັນ)?(?:ວ່າ|ເອົາ|ຊື້|ໃຊ້|ເລືອກ|ຈະ)|(?:ພວກເຮົາ|ເຮົາ)(?:ໄດ້)?(?:ຕົກລົງ|ຕັດສິນໃຈ)|ຕັດສິນໃຈ(?:ແລ້ວ)?(?:ວ່າ|ຈະ|ເອົາ|ຊື້|ເລືອກ)|ສະຫຼຸບ(?:ແລ້ວ)?(?:ວ່າ|ຄື)|ສະຫລຸບ(?:ວ່າ|ຄື)|ມະຕິ(?:ວ່າ|ຄື)',
	th: 'สรุป(?:แล้ว)?(?:ว่า|คือ|เอา|ใช้|เป็น)|ตกลง(?:กัน)?(?:ว่า|เอา|ใช้|ซื้อ|เลือก|เป็น)|(?:เรา|พวกเรา)(?:ได้)?ตัดสินใจ|ตัดสินใจ(?:แล้ว)?(?:ว่า|จะ|เอา|เลือก|ใช้)|ลงมติ(?:ว่า|ให้)?|มติ(?:คือ|ว่า)|งั้นเอา(?:ตาม|เป็น|แบบ)|เคาะ(?:แล้ว|ที่|ว่า)',
	km: '(?:យើង)?(?:បាន)?សម្រេច(?:ចិត្ត)?(?:ថា|យក|ទិញ|ជ្រើស|ប្រើ)|ឯកភាព(?:គ្នា)?(?:ថា|លើ)|យល់ព្រម(?:គ្នា)?(?:ថា|លើ)|សរុប(?:មក|ថា)',
	zh: '(?:我们|咱们|大家|那|那就|所以|最后|最终)(?:就|都|已经|最后|一致|一起)*(?:决定|定了|商定|敲定|确定|说好|约定|选定)|^(?:决定|敲定|定了|确定)[:：了，,是用在]|决定(?:了|是|用|选|在|换|改|买|由)|一致(?:同意|决定|通过)|说定了?[:：，]|那就(?:用|选|定|换|买|按|改|在|这么办|走|去)|投票(?:结果|通过)',
	ja: '(?:に|ことに)(?:決まり|決定し|決め|しま(?:す|した)|しましょう)|決定(?:です|しました|[:：])|決まりです|(?:で|に)決まり',
});

/** Agrees, and says no more of what to. */
export const AGREES = anywhere({
	en: 'agreed|agree|deal|sounds (?:good|great|perfect|fine)|works for me|fine (?:by|with) me|ok(?:ay)? (?:by|with|for) me|i m (?:in|ok with|fine with|for it)|\\+1|let s do (?:it|that|this)|do it|approved|confirmed|lgtm|seconded|good idea|great idea|love it|perfect|yes please|go for it|go ahead|same here|count me in',
	fr: 'd accord|ok pour moi|ca me va|ca marche|on fait ca|on fait comme ca|vendu|valide|parfait|adopte|bonne idee|je suis pour|je vote pour|partant|allons y|bien vu|entendu|\\+1|va pour',
	vi: 'dong y|nhat tri|duyet|chot|chot (?:luon|vay|di|nhe)|ok (?:chot|luon|nhe|ban|do|vay)|tan thanh|hop ly|duoc do|duoc day|ung ho|lam (?:di|luon|vay di)|quyet (?:luon|vay)|the nhe|vay di|vay nhe|duoc nhe',
	es: 'de acuerdo|estoy de acuerdo|me parece bien|perfecto|hecho|trato hecho|adelante|vale|buena idea|por mi bien',
	de: 'einverstanden|abgemacht|passt|passt mir|bin dabei|gute idee|machen wir|so machen wir(?: es| s| das)?|stimme zu|dafur|in ordnung|gekauft',
	pt: 'concordo|combinado|fechado|de acordo|boa ideia|por mim tudo bem',
	lo: 'ຕົກລົງ|ເຫັນດີ|ເຫັນພ້ອມ|ໄດ້ເລີຍ|ໂອເຄ|ຄວາມຄິດດີ|ເອົາເລີຍ|ເອົາຕາມນັ້ນ|ວິທີນີ້ດີ',
	th: 'เห็นด้วย|ตกลง|ตามนั้น|ได้เลย|โอเค|เอาเลย|จัดไป|ดีเลย|ไม่มีปัญหา|เอาตามนี้|สนับสนุน',
	km: 'យល់ព្រម|ឯកភាព|យល់ស្រប|ល្អណាស់|បានហើយ|អូខេ',
	zh: '同意|赞成|就这么定|就这么办|就这样|没问题|没意见|可以的|好的|支持|定了|说定了|附议|行[，。！吧]|好[，。！啊呀]|太好了|成交|通过',
	ja: '賛成|了解(?:です|しました)?|いいです(?:ね|よ)|それで(?:いい|お願い|行き|いき)|同意|異議なし|決まり(?:です)?(?:ね)?|オッケー|そうしましょう',
});

/** Agrees in a way that ends the matter. */
export const SETTLES = anywhere({
	en: 'deal|it s settled|that settles it|let s do (?:it|that|this)|approved|confirmed|agreed,? .{0,40} it is|done deal|we have a plan|so be it',
	fr: 'on fait (?:ca|comme ca)|vendu|c est (?:decide|regle|parti|bon pour tout le monde)|adopte|valide|marche conclu|entendu',
	vi: 'ok chot|chot (?:luon|vay|nhe|di)|chot|duyet(?: luon)?|nhat tri|quyet (?:luon|vay)|thong nhat vay',
	es: 'trato hecho|hecho|queda decidido|asi queda',
	de: 'abgemacht|so machen wir(?: es| s| das)?|beschlossen|machen wir so|gekauft',
	lo: 'ຕົກລົງຕາມນັ້ນ|ເອົາຕາມນັ້ນ|ຕົກລົງແລ້ວ',
	th: 'ตามนั้น|เอาตามนี้|เคาะเลย|จบตามนี้|ตกลงตามนี้',
	km: 'យល់ព្រមតាមនេះ|ឯកភាពតាមនេះ',
	zh: '就这么定|就这么办|定了|说定了|成交|就这样(?:定|办|吧|$|[。！])',
	ja: '決まり(?:です)?(?:ね)?|決定(?:です)?(?:ね)?|それで(?:行き|いき)ましょう',
});

/** Puts something to the others. */
export const PROPOSES = anywhere({
	en: 'i (?:d )?(?:propose|suggest|vote|say we)|my (?:proposal|suggestion|vote)|let s|lets|shall we|should we|we should|we could|how about|what about|what if we|why don t we|could we|can we|maybe we|i think we should|better to|we d better|proposal:',
	fr: 'je (?:propose|suggere|vote)|proposition ?:|et si (?:on|nous)|on (?:pourrait|devrait|peut|ferait mieux)|si on|il faudrait|il vaut mieux|mieux vaut|autant',
	vi: 'de (?:xuat|nghi)|hay la|hay (?:minh|chung ta|ta)|(?:minh|chung ta|ta|toi thay) nen|nen (?:mua|lam|dung|thue|chon|in|to chuc|doi)|sao khong|minh (?:mua|lam|dung|chon|thue|doi)|thoi (?:minh|thi)',
	es: 'propongo|sugiero|propuesta ?:|(?:y )?si (?:hacemos|vamos|usamos)|podriamos|deberiamos|que tal si',
	de: 'ich schlage|vorschlag|wie ware es|sollen wir|wir (?:sollten|konnten)|lass(?:t)? uns|warum nicht',
	pt: 'proponho|sugiro|e se|podiamos|deviamos|vamos',
	lo: 'ສະເໜີ|ຄວນ|ດີບໍ່|ດີກວ່າ|ລອງ|ພວກເຮົາເອົາ|ເອົາ.{1,20}ດີບໍ່',
	th: 'เสนอ|ควร|ดีไหม|ดีกว่า|เอา.{1,20}ไหม|ลอง|น่าจะ|ถ้าเรา',
	km: 'ស្នើ|គួរ|ល្អទេ|ប្រសើរជាង|តោះ',
	zh: '建议|提议|不如|要不|要么|我们(?:可以|应该|还是)?.{0,12}吧|可以.{0,16}吗|怎么样|是不是应该|最好|何不',
	ja: '提案|(?:ては|たら)どう|ましょう|ませんか|のはどう|した方が|ほうがいい',
});

/** Says no to what was put to the others. */
export const REJECTS = anywhere({
	en: 'no|nope|not a good idea|bad idea|i disagree|disagree|let s not|rather not|i d rather|can t do that|won t (?:do|work)|is out|out of the question|too (?:expensive|late|risky|far|much)|not possible|against it|please don t|absolutely not',
	fr: 'non|mauvaise idee|pas d accord|je suis contre|hors de question|impossible|trop (?:cher|tard|loin|risque)|surtout pas|ne .{1,20} pas question|c est non',
	vi: 'khong (?:duoc|nen|on|dong y|kha thi)|thoi (?:khoi|dung)|phan doi|dat (?:qua|lam)|dung|khong an thua|khong lam viec noi|khoi',
	es: 'no|mala idea|no estoy de acuerdo|en contra|imposible|ni hablar|demasiado (?:caro|tarde)',
	de: 'nein|nee|lieber nicht|schlechte idee|dagegen|nicht einverstanden|auf keinen fall|zu (?:teuer|spat|weit|riskant)|geht nicht',
	pt: 'nao|ma ideia|discordo|contra|impossivel',
	lo: 'ບໍ່(?:ດີ|ໄດ້|ເຫັນດີ|ຄວນ|ເອົາ)|ແພງໂພດ|ແພງເກີນ|ຢ່າ',
	th: 'ไม่(?:เอา|ดี|ได้|เห็นด้วย|ควร|ไหว)|แพงไป|แพงเกิน|อย่า(?:เลย)?|คงไม่',
	km: 'មិន(?:ល្អ|បាន|យល់ព្រម|គួរ)|អត់ទេ|ថ្លៃពេក|កុំ',
	zh: '不行|不要|不好|不同意|反对|算了|不可以|不用了|太贵|太晚|别(?!的|人)|不建议|不合适|不能',
	ja: '反対|だめ|ダメ|無理|やめ(?:よう|ましょう|た方)|高すぎ|いや',
});

/** Takes back what was decided. */
export const REVERSES = anywhere({
	en: 'scrap (?:that|it|the)|change of plans?|changed? (?:my|our) minds?|(?:is|was|are) (?:cancelled|canceled|off)|cancel (?:that|it|the)|on second thoughts?|instead of|no longer|we re not (?:going|doing)|forget (?:that|it|the)|correction|moved (?:from .{1,20} )?to|postponed|not .{1,20} after all|revert',
	fr: 'on annule|annule|finalement|changement de (?:plan|programme)|en fin de compte|on laisse tomber|au lieu de|repousse|reporte|on change|correction ?:',
	vi: 'huy|doi lai|doi sang|doi y|thay doi|thay vi|hoan lai|khong (?:lam|mua|di|to chuc) nua|bo (?:phuong an|y) (?:do|kia|cu)|dinh chinh|rut lai',
	es: 'cancelad[oa]|cancelamos|al final|cambio de planes|en vez de|en lugar de|aplazad[oa]|mejor no',
	de: 'doch (?:nicht|lieber)|abgesagt|statt(?:dessen)?|planander|anders entschieden|verschoben|wird nichts|korrektur',
	pt: 'cancelad[oa]|mudanca de planos|em vez de|adiad[oa]|afinal',
	lo: 'ຍົກເລີກ|ປ່ຽນ(?:ເປັນ|ໃຈ|ແຜນ)|ເລື່ອນ|ແທນ',
	th: 'ยกเลิก|เปลี่ยน(?:เป็น|ใจ|แผน)|เลื่อน|แทนที่จะ',
	km: 'លុបចោល|ប្តូរ(?:ទៅ|ចិត្ត|ផែនការ)|លើក(?:ពេល|ទៅ)|ជំនួស',
	zh: '取消|改成|改到|改为|换成|推迟|作废|还是算了|不.{1,6}了，|改主意|更正',
	ja: '中止|変更|延期|取り消し|やっぱり|代わりに|キャンセル',
});

/** Speaks of deciding without doing so: asks for it, denies it, makes it depend. */
export const UNDECIDED = anywhere({
	en: 'not (?:yet )?(?:decided|agreed|settled)|(?:haven t|hasn t|didn t|don t|never) (?:yet )?(?:decide|decided|agree|agreed|settled?)|(?:need|have|want|going|able|time) to (?:decide|agree)|(?:if|when|once|until|unless|before|whether) (?:we|it|they|the)|should we|undecided|still (?:deciding|open)',
	fr: '(?:pas|rien) (?:encore )?(?:decide|tranche|vote|valide)|(?:faut|doit|devons|reste a|a) (?:encore )?(?:decider|trancher|choisir|voter|valider)|(?:si|quand|avant qu|tant qu)(?: on| il| c)|pas encore',
	vi: 'chua (?:quyet dinh|thong nhat|chot)|(?:can|phai|nen|doi|cho) (?:quyet dinh|thong nhat|chot)|neu|truoc khi|quyet dinh so',
	es: '(?:no|sin) (?:hemos |esta )?decid|(?:hay|tenemos) que decidir|si decidimos',
	de: '(?:noch )?nicht (?:entschieden|beschlossen)|(?:mussen|sollten) .{0,20}(?:entscheiden|beschliessen)|wenn|falls|ob wir',
	lo: 'ຍັງບໍ່(?:ທັນ)?(?:ຕົກລົງ|ຕັດສິນໃຈ)|ຕ້ອງ(?:ຕົກລົງ|ຕັດສິນໃຈ)|ຖ້າ',
	th: 'ยังไม่(?:ได้)?(?:ตกลง|ตัดสินใจ|สรุป)|ต้อง(?:ตกลง|ตัดสินใจ|สรุป)|ถ้า',
	km: 'មិនទាន់(?:សម្រេច|ឯកភាព)|ត្រូវ(?:សម្រេច|ឯកភាព)|បើ',
	zh: '还没(?:有)?(?:决定|定|确定)|没(?:有)?决定|(?:要|需要|得|再|难以|无法|怎么)决定|如果|要是|决定不了|尚未',
	ja: 'まだ決ま|決まってい(?:ない|ません)|決め(?:ないと|る必要|られ)|もし',
});

/** Words in which a decision is told that has no more to it. */
export const ONLY_TELLS = atStart({
	en: '(?:ok |so |and |then |well |great )*(?:it s |it is |that s |all )?(?:decided|agreed|settled|deal|done|final|confirmed)',
	fr: '(?:ok |bon |alors |donc |et |super |parfait )*c est (?:decide|acte|vote|adopte|valide|regle|entendu)',
	vi: '(?:ok |vay |the |roi )*(?:chot|thong nhat|nhat tri|quyet dinh)(?: roi| vay| luon| nhe)?',
	zh: '(?:好|那|就|行|ok)*(?:决定了|定了|说定了)',
});
