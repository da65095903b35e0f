import { primaryLanguage } from '../../articles/primary-language.js';
import {
	ARABIC_PROFILES,
	CYRILLIC_PROFILES,
	DEVANAGARI_PROFILES,
	LATIN_PROFILES,
} from '../../articles/language-profiles.js';
import { fold } from '../../index/words.js';

/**
 * Words that tell nothing of what is talked about, beside those of the profiles, which are of articles: what people say of themselves and
 * to one another. Of languages without spaces, as Unicode's dictionaries part them.
 */
const SPOKEN: Readonly<Record<string, string>> = {
	en: 'i me my mine myself your yours you am be being him his her hers them they us our ours just so very too also only really quite some any every each no none nothing something anything everything someone anyone all both more most other another such same own here now still yet already again ever never always but if because while though then well oh ok okay yes yeah yep nope please thanks thank hello hi hey bye sorry lol get gets got getting go goes going gone went come comes came say says said tell make makes made take takes took see know think thought want let lets like may might must shall should cannot could won don didn doesn isn aren wasn weren hasn haven couldn wouldn shouldn ain one thing things lot bit kind sort way up down out off over back through those until around',
	fr: 'je me moi mon ma mes tu te toi ton ta tes vos votre notre nos eux lui y en cela ça c est suis es sommes êtes étais était ai as avons avez avait avoir être fait faire va vais vas vont aller peut peux peuvent dois doit tout tous toute toutes très bien aussi encore déjà alors donc si oui non merci bonjour salut ok voilà juste rien quelque chose trop même autre ici là puis parce car',
	vi: 'tôi mình bạn anh chị em nó họ chúng ta các mọi ơi ạ nhé nha đi rồi chưa vẫn lại thôi vậy thật rất quá lắm nữa ừ vâng dạ ok cảm ơn chào xin làm biết thấy nói cái việc thì nếu vì nhưng hoặc đó kia đây được phải muốn cần',
	es: 'yo me mi mis mí tú te ti tu tus usted ustedes nosotros nos nuestro nuestra ellos ellas él ella eso esto ser soy eres somos estoy está estás están estar tengo tiene tienes tener voy va vas van ir hacer hago hace puede puedo muy también ya aún todavía sí no gracias hola ok vale bien algo nada todo todos toda todas otro otra aquí ahí allí entonces si porque pues solo sólo',
	de: 'ich mich mir mein meine meinen du dich dir dein deine ihr euch wir uns unser sie ihm ihn ja nein doch ok okay danke bitte hallo hi tschüss schon noch nur auch sehr so mal eben halt etwas nichts alles alle jeder jede hier da dort jetzt dann wenn weil dass ob bin bist seid habe hast habt hatte kann kannst können muss müssen soll sollen will wollen möchte geht gehen machen macht gut also aber man',
	zh: '我们 你们 他们 她们 它们 自己 大家 什么 怎么 怎样 为什么 这个 那个 这些 那些 这样 那样 这里 那里 哪里 一个 一下 一些 没有 不是 就是 还是 可以 可能 应该 需要 觉得 知道 因为 所以 但是 如果 而且 或者 然后 已经 现在 非常 真的 好的 谢谢 你好 请问 对于 关于 以及',
	ja: 'こと もの それ これ あれ ここ そこ どこ 私 僕 あなた 皆さん です ます ました ません でした でしょう ください ある いる する した して なる なっ ない から まで けど でも しかし また もう まだ とても ちょっと はい いいえ ありがとう ございます お願い よう ため よろしく',
	th: 'ผม ฉัน ดิฉัน เรา คุณ เขา เธอ มัน พวก นี้ นั้น นี่ นั่น ที่ ซึ่ง และ หรือ แต่ ถ้า เพราะ ก็ จะ ได้ ไม่ ไม่ได้ มี เป็น อยู่ คือ ของ ใน บน กับ จาก ถึง ให้ ไป มา แล้ว ยัง อีก เลย มาก ครับ ค่ะ คะ นะ จ้า ขอบคุณ สวัสดี อะไร ทำไม เมื่อไหร่ ไหน ไหม ใคร ต้อง ควร อยาก การ ความ ว่า ด้วย กัน ทุก บาง เพื่อ เรื่อง แค่ ตอน',
	lo: 'ຂ້ອຍ ຂ້າພະເຈົ້າ ເຮົາ ພວກເຮົາ ເຈົ້າ ເຂົາ ລາວ ມັນ ນີ້ ນັ້ນ ທີ່ ຊຶ່ງ ແລະ ຫຼື ແຕ່ ຖ້າ ເພາະ ກໍ ຈະ ໄດ້ ບໍ່ ມີ ເປັນ ຢູ່ ຄື ຂອງ ໃນ ກັບ ຈາກ ເຖິງ ໃຫ້ ໄປ ມາ ແລ້ວ ຍັງ ອີກ ຫຼາຍ ຂອບໃຈ ສະບາຍດີ ຫຍັງ ໃຜ ໃສ ບໍ ຕ້ອງ ການ ຄວາມ ວ່າ ນຳ ທຸກ ເພື່ອ',
	km: 'ខ្ញុំ យើង អ្នក គាត់ វា នេះ នោះ ដែល និង ឬ ប៉ុន្តែ បើ ព្រោះ នឹង បាន មិន មិនមាន មាន ជា នៅ របស់ ក្នុង លើ ជាមួយ ពី ដល់ ឲ្យ ឱ្យ ទៅ មក ហើយ ទៀត ណាស់ អរគុណ សួស្តី អ្វី ណា ទេ ត្រូវ ការ ថា ដើម្បី គ្រប់',
	pt: 'eu me mim meu minha meus minhas você vocês te teu tua nós nosso nossa eles elas ele ela isso isto estou está estamos estão estar tenho tem temos ter vou vai vamos ir fazer faz pode posso muito também já ainda sim não obrigado obrigada olá oi ok bem algo nada tudo todos outro aqui ali então se porque só',
};

/** The words of one language, in lower case. */
export interface FunctionWords {
	/** As they are spelled: without its accents, a word of Vietnamese may be another. */
	readonly spelled: ReadonlySet<string>;
	/** Folded: as they are typed in haste. */
	readonly folded: ReadonlySet<string>;
}

/** By primary language subtag. */
const BY_LANGUAGE = new Map<string, FunctionWords>();
for (const { language, words } of [
	...LATIN_PROFILES,
	...CYRILLIC_PROFILES,
	...ARABIC_PROFILES,
	...DEVANAGARI_PROFILES,
]) {
	BY_LANGUAGE.set(language, listOf([...words]));
}
for (const [language, words] of Object.entries(SPOKEN)) {
	BY_LANGUAGE.set(language, listOf([...(BY_LANGUAGE.get(language)?.spelled ?? []), ...words.split(' ')]));
}

/** Those of every language. */
const ALL = listOf(Array.from(BY_LANGUAGE.values(), ({ spelled }) => [...spelled]).flat());
const NONE = listOf([]);

/**
 * The words of a language that tell nothing of what is talked about; of all languages where it is not known: a text too short to tell its
 * language is mostly of such words, and loses little if it is not. None for a language that has no list.
 *
 * @param language BCP 47; `und` where it is not known
 */
export function functionWords(language: string): FunctionWords {
	const primary = primaryLanguage(language);
	return primary === 'und' ? ALL : (BY_LANGUAGE.get(primary) ?? NONE);
}

function listOf(words: readonly string[]): FunctionWords {
	return { spelled: new Set(words), folded: new Set(words.map(fold)) };
}
