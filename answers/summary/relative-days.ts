import { quantitiesIn } from '../../articles/quantities/quantities.js';
import { anywhere, lower, type Phrases } from './acts/phrases.js';

const TOMORROW: Phrases = {
	en: 'tomorrow|tmrw|tmr',
	fr: 'demain',
	vi: '(?:ngày|sáng|trưa|chiều|tối) mai',
	es: '(?<!la |por la |de la )mañana',
	de: 'morgen',
	lo: 'ມື້ອື່ນ',
	th: 'พรุ่งนี้',
	km: 'ថ្ងៃស្អែក|ស្អែក',
	zh: '明天|明早|明晚|明日',
	ja: '明日',
};

const DAY_AFTER: Phrases = {
	en: 'day after tomorrow',
	fr: 'après[- ]demain',
	vi: 'ngày kia|ngày mốt',
	es: 'pasado mañana',
	de: 'übermorgen',
	lo: 'ມື້ຮື',
	th: 'มะรืน(?:นี้)?',
	km: 'ខានស្អែក',
	zh: '后天',
	ja: '明後日|あさって',
};

/** From Sunday on. */
const WEEKDAYS: readonly Phrases[] = [
	{
		en: 'sunday',
		fr: 'dimanche',
		vi: 'chủ nhật',
		es: 'domingo',
		de: 'sonntag',
		lo: 'ວັນອາທິດ',
		th: 'วันอาทิตย์',
		km: 'ថ្ងៃអាទិត្យ',
		zh: '(?:周|星期|礼拜)[日天]',
		ja: '日曜',
	},
	{
		en: 'monday',
		fr: 'lundi',
		vi: 'thứ hai',
		es: 'lunes',
		de: 'montag',
		lo: 'ວັນຈັນ',
		th: 'วันจันทร์',
		km: 'ថ្ងៃចន្ទ',
		zh: '(?:周|星期|礼拜)一',
		ja: '月曜',
	},
	{
		en: 'tuesday',
		fr: 'mardi',
		vi: 'thứ ba',
		es: 'martes',
		de: 'dienstag',
		lo: 'ວັນອັງຄານ',
		th: 'วันอังคาร',
		km: 'ថ្ងៃអង្គារ',
		zh: '(?:周|星期|礼拜)二',
		ja: '火曜',
	},
	{
		en: 'wednesday',
		fr: 'mercredi',
		vi: 'thứ tư',
		es: 'miércoles',
		de: 'mittwoch',
		lo: 'ວັນພຸດ',
		th: 'วันพุธ',
		km: 'ថ្ងៃពុធ',
		zh: '(?:周|星期|礼拜)三',
		ja: '水曜',
	},
	{
		en: 'thursday',
		fr: 'jeudi',
		vi: 'thứ năm',
		es: 'jueves',
		de: 'donnerstag',
		lo: 'ວັນພະຫັດ',
		th: 'วันพฤหัส',
		km: 'ថ្ងៃព្រហស្បតិ៍',
		zh: '(?:周|星期|礼拜)四',
		ja: '木曜',
	},
	{
		en: 'friday',
		fr: 'vendredi',
		vi: 'thứ sáu',
		es: 'viernes',
		de: 'freitag',
		lo: 'ວັນສຸກ',
		th: 'วันศุกร์',
		km: 'ថ្ងៃសុក្រ',
		zh: '(?:周|星期|礼拜)五',
		ja: '金曜',
	},
	{
		en: 'saturday',
		fr: 'samedi',
		vi: 'thứ bảy',
		es: 'sábado',
		de: 'samstag|sonnabend',
		lo: 'ວັນເສົາ',
		th: 'วันเสาร์',
		km: 'ថ្ងៃសៅរ៍',
		zh: '(?:周|星期|礼拜)六',
		ja: '土曜',
	},
];

/** Beside the name of a weekday it is a day of the past, of another week, or of every week. */
const OTHER_WEEK = anywhere({
	en: 'last|since|past|ago|next|every|each|on \\w+days|was|were|did|had|went|came|got|happened|\\w+days',
	fr: 'depuis|derniers?|dernières?|passée?|prochaine?|tous les|chaque|en huit|était|étions|le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)',
	vi: 'trước|qua|vừa rồi|hôm (?:thứ|chủ)|tới|sau|mỗi|hàng|cả ngày',
	es: 'desde|pasado|próximo|que viene|todos los|cada|fue|era',
	de: 'seit|letzte[nrsm]?|vergangene[nrsm]?|nächste[nrsm]?|kommende[nrsm]?|jede[nrsm]?|war|waren|\\w+tags',
	lo: 'ແລ້ວ|ທີ່ຜ່ານມາ|ໜ້າ|ຫນ້າ|ທຸກ|ຕັ້ງແຕ່',
	th: 'ที่แล้ว|ที่ผ่านมา|หน้า|ทุก|ตั้งแต่|ก่อน',
	km: 'មុន|ក្រោយ|រាល់|តាំងពី',
	zh: '上|下|每|自从|以来|那个?周',
	ja: '先週|来週|毎週|以来',
});

const tomorrow = anywhere(TOMORROW);
const dayAfter = anywhere(DAY_AFTER);
const weekdays = WEEKDAYS.map(anywhere);

/**
 * The days that a sentence names by words such as *tomorrow* or *Friday*, as days from the one on which it was said: only where it is
 * certain which day is meant. Of weekdays, that is the next such day.
 *
 * @param weekday on which it was said; 0 for Sunday
 * @param language BCP 47
 */
export function relativeDays(sentence: string, language: string, weekday: number): number[] {
	const text = lower(sentence, language);
	const days = new Set<number>();
	if (dayAfter(text) >= 0) days.add(2);
	else if (tomorrow(text) >= 0) days.add(1);
	if (OTHER_WEEK(text) >= 0) return [...days];
	for (const [day, names] of weekdays.entries()) {
		const ahead = (day - weekday + 7) % 7;
		// today, or in a week
		if (ahead > 0 && names(text) >= 0) days.add(ahead);
	}
	return [...days];
}

/** A time of day: 6 h, 15:30, 3pm, 6 giờ, 三点, 3 ໂມງ. */
const TIME_OF_DAY =
	/\p{Nd}\s?(?:[:h]\p{Nd}{2}|h(?!\p{L})|am(?!\p{L})|pm(?!\p{L})|o ?clock|uhr|giờ|ໂມງ|โมง|น\.|ម៉ោង)|[\p{Nd}一二三四五六七八九十][点點时時]|(?<!\p{L})(?:noon|midnight|midi|minuit|trưa|mittags|mediodía)(?!\p{L})|中午|ທ່ຽງ|เที่ยง/iu;

const WEEK = anywhere({
	en: 'week ?end|(?:next|this) week|today|tonight|soon|now',
	fr: 'week end|semaine prochaine|cette semaine|aujourd hui|ce soir|bientôt',
	vi: 'cuối tuần|tuần (?:sau|tới|này)|hôm nay|tối nay|sắp',
	es: 'fin de semana|próxima semana|esta semana|hoy|esta noche',
	de: 'wochenende|nächste woche|diese woche|heute',
	lo: 'ທ້າຍອາທິດ|ອາທິດໜ້າ|ມື້ນີ້|ຄືນນີ້',
	th: 'สุดสัปดาห์|อาทิตย์หน้า|สัปดาห์หน้า|วันนี้|คืนนี้',
	km: 'ចុងសប្តាហ៍|សប្តាហ៍ក្រោយ|ថ្ងៃនេះ|យប់នេះ',
	zh: '周末|下周|这周|今天|今晚|马上',
	ja: '週末|来週|今週|今日|今夜',
});

/** Whether a sentence names a day or a time of day, of whatever week, or a week. */
export function namesTime(sentence: string, language: string): boolean {
	if (TIME_OF_DAY.test(sentence) || quantitiesIn(sentence).some(({ kind }) => kind === 'date')) return true;
	const text = lower(sentence, language);
	return [tomorrow, dayAfter, WEEK, ...weekdays].some((names) => names(text) >= 0);
}
