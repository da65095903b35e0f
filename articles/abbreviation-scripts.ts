/** Words that go on after a unit or an era in Arabic: `5 ر.س. لكل شخص`. */
const ARABIC_GOING_ON = /^(?:في|من|على|عن|إلى|لكل|لل\p{L}*|أو|فقط|شهري\p{L}*|سنوي\p{L}*|يومي\p{L}*)(?!\p{L})/u;

/** Names of the Latin letters in Devanagari, of which initials are made: `बी. आर.` */
const DEVANAGARI_LETTER = new Set(
	'ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड ज़ेड'.split(' '),
);

/** What Thai and Lao shorten to two consonants or more, without full stops between. Others so spelt are words. */
const THAI = new Set(
	(
		'ดร รพ กม ซม มม ชม กก นพ พญ ทพ ผศ รศ ดต สน รร ผอ สส สว กทม อบต อบจ ตร พล ทบ บจก บมจ หจก ครม สปป ' +
		'รพช ผกก นส พตท รมว ปตท กฟผ ตม สสจ อสม ผวจ สตช โทร'
	).split(' '),
);
const LAO = new Set('ດຣ ສຈ ຮສ ອຈ ກມ ຊມ ມມ ກກ ຊມ ໂທ ພສ ຄສ ຮຮ'.split(' '));

/** Consonants with full stops between, or one with a full stop: `พ.ศ.`, `มิ.ย.`, `ຄ.ສ.`, `គ.ម.` */
const DOTTED =
	/^(?:(?:เ?[ก-ฮ]{1,4}[ิี]?\.)*[ก-ฮ]\.|(?:เ?[ก-ฮ]{1,4}[ิี]?\.)+[ก-ฮ]{1,4}\.|(?:[ກ-ຮ]{1,3}\.)*[ກ-ຮ]\.|(?:[ក-អ]\.)+)$/u;

/**
 * Tests whether a token with its full stop is an abbreviation in a script without capitals, where no letter tells if a
 * sentence follows.
 *
 * @param token Without white space. A Thai, Lao or Khmer one may hold words before the abbreviation, after a digit.
 * @param isAfterNumber Whether a number stands before it, so that it may be a unit.
 */
export function isCaselessAbbreviation(token: string, right: string, isAfterNumber: boolean): boolean {
	if (/^\p{Script=Arabic}[\p{Script=Arabic}.ـ]*$/u.test(token)) return isArabic(token, right, isAfterNumber);
	if (/^[\u0900-\u097F]/u.test(token)) {
		const letters = token.split('.').slice(0, -1);
		return letters.every((letter) => DEVANAGARI_LETTER.has(letter));
	}
	// Thai and Khmer use no full stop, and Lao only after words
	const tail = /[\u0E00-\u0EFF\u1780-\u17FF.]+$/u.exec(token)?.[0].replace(/^\.+/, '') ?? '';
	const word = tail.replace(/\.$/, '');
	return DOTTED.test(tail) || THAI.has(word) || LAO.has(word);
}

/** A single letter is a title (`د.`), with or without a particle before it; after a number it is a unit or an era. */
function isArabic(token: string, right: string, isAfterNumber: boolean): boolean {
	// with a particle only the usual titles, since به and له are words
	const isSingle = /^(?:\p{L}ـ?|(?:ال|[ول])[دأ])\.$/u.test(token);
	if (isSingle) return !isAfterNumber || ARABIC_GOING_ON.test(right);
	return /^(?:ال|[وفبلك])?(?:\p{L}\.){2,}$/u.test(token) && ARABIC_GOING_ON.test(right);
}
