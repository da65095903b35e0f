/**
 * What is said in a conversation without saying anything: greetings, thanks, laughs, yes and no. By primary language subtag; words of
 * scripts with spaces between them, folded as `index/words.ts` does; of the others, phrases that may stand anywhere.
 */
const FILLERS: Readonly<Record<string, string>> = {
	en: 'ok okay oki okey k kk yes yep yeah yea ya yup no nope nah sure thanks thank you thx ty tysm cheers please pls welcome np hi hello hey hiya yo morning good gm gn night evening afternoon bye goodbye see cya later tomorrow soon all everyone everybody guys folks team there happy lol lmao lmfao rofl xd cool nice great awesome perfect wow omg oh ah aw aww hmm hm huh uh um eh yay woohoo congrats congratulations brb afk back bbl gtg ttyl same true right exactly indeed sorry oops whoops agreed done noted got it so very much for the a to be have day weekend',
	fr: 'oui non ouais ouaip nan merci beaucoup mille svp stp bonjour salut coucou bonsoir bonne nuit soiree journee weekend matin a demain plus tard bientot tout le monde tous toutes mdr ptdr super genial parfait bravo cool d accord dac ok ca marche pas de souci desole desolee pardon voila bon appetit oups ouf bien',
	vi: 'ok oke okie da vang u uh um uhm uk o a ah ạ cam on camon nhe nha nhieu chao buoi sang toi trua ca moi nguoi ban anh chi em chuc ngu ngon tam biet mai gap lai haha hihi hehe kk roi duoc tot hay tuyet qua voi oi the vay co khong ko xin loi hen',
	es: 'si no gracias muchas hola buenos buenas dias noches tardes vale ok okey adios hasta manana luego todos todas genial perfecto bien de nada perdon claro',
	de: 'ja nein nee jo danke vielen dank bitte hallo hi moin guten morgen abend tag gute nacht tschuss tschau bis spater alle allen zusammen gut okay ok super genau toll perfekt prima klar sorry',
	pt: 'sim nao obrigado obrigada oi ola bom dia boa tarde noite tchau ate amanha beleza valeu ok',
	id: 'ya iya tidak ga terima kasih makasih halo selamat pagi siang sore malam ok oke sip',
};

const PHRASES: Readonly<Record<string, string>> = {
	lo: 'ຂອບໃຈ|ຫຼາຍໆ|ຫລາຍໆ|ສະບາຍດີ|ທຸກຄົນ|ທຸກທ່ານ|ໂອເຄ|ໂດຍ|ເຈົ້າ|ແມ່ນແລ້ວ|ແມ່ນ|ບໍ່ເປັນຫຍັງ|ບໍ່|ຝັນດີ|ອື|ອືມ|ຕົກລົງ|ໄດ້|ລາກ່ອນ|ເດີ້|ຂໍໂທດ|ຫ້າຫ້າ|ຮ່າ|ຕອນເຊົ້າ|ດີ',
	th: 'ขอบคุณ|ขอบใจ|มากๆ|มาก|สวัสดี|หวัดดี|ทุกคน|ทุกท่าน|โอเค|ครับผม|ครับ|คับ|ค่ะ|คะ|จ้า|จ้ะ|นะ|ใช่แล้ว|ใช่|ไม่เป็นไร|ไม่|ฝันดี|ราตรีสวัสดิ์|อรุณสวัสดิ์|ตอนเช้า|อืม|อือ|ตกลง|ได้เลย|ได้|บาย|ขอโทษ|ฮ่า|ๆ|ดี',
	km: 'អរគុណ|ច្រើន|សួស្តី|ជំរាបសួរ|ជម្រាបសួរ|ទាំងអស់គ្នា|បាទ|ចាស|ចា៎|អត់ទេ|ទេ|យល់ព្រម|រាត្រីសួស្តី|អរុណសួស្តី|បានហើយ|បាន|សុំទោស|ហាហា|ល្អ',
	zh: '好的|好|收到|谢谢|謝謝|多谢|感谢|大家|各位|早上|上午|下午|晚上|晚安|早安|早|你好|您好|再见|拜拜|明天见|是的|是|对的|对|行|可以|辛苦|了|不客气|没事|没问题|嗯|哦|噢|啊|呀|哈|呵|嘻|嘿|赞|棒|牛|恭喜|吧|呢|的|不|没有|同意|抱歉|不好意思',
	ja: 'ありがとう|有難う|有り難う|ございます|ございました|おはよう|こんにちは|こんばんは|おやすみ|なさい|了解|りょうかい|です|ました|ます|お疲れ|様|さま|すみません|ごめん|はい|うん|いいえ|おめでとう|みなさん|皆さん|笑|草|ね|よ|さん',
	ko: '네|예|아니요|아뇨|감사합니다|고마워요|고마워|안녕하세요|안녕|좋아요|좋은 아침|수고하세요|수고하셨습니다|ㅋ|ㅎ|ㅇㅋ|오케이',
};

/** Of all languages: in a word or two nobody can tell them apart. */
export const FILLER_WORDS: ReadonlySet<string> = new Set(Object.values(FILLERS).flatMap((words) => words.split(' ')));

/** Of all scripts without spaces, the longest first. */
export const FILLER_PHRASES = new RegExp(
	Object.values(PHRASES)
		.flatMap((phrases) => phrases.split('|'))
		.sort((a, b) => b.length - a.length)
		.join('|'),
	'gu',
);

/** A word that is laughter, in letters or digits: `hahaha`, `jajaja`, `555`, `www`, `hmmm`, `looool`. */
export const LAUGHTER =
	/^(?:(?:b?wa|mua)?(?:[hj]+[aeiou]+)+[hj]*|a?(?:ha)+|x+d+|l+o+l+|l+m+(?:f)?a+o+|5{3,}\+?|w{2,}|k{3,}|h[mn]+|z{2,}|m+d+r+|p+t+d+r+|(?:ke){2,}|rs(?:rs)+)$/u;
