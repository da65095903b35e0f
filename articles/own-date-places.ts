/** Words between a place or nothing and a date, in any of the languages: `Paris, le 2 janvier 2023`. */
const DAY_WORDS = new Set(
	(
		'on the le ce el día dia den am il em no op pada tanggal hari dnia ngày hôm vào sáng chiều tối trưa thứ nhật ' +
		'thứ\u00A0hai hai ba tư năm sáu bảy chủ cn 于 於 วันที่ เมื่อวันที่ เมื่อ ณ ใน ວັນທີ ໃນວັນທີ ໃນ ເມື່ອວັນທີ ວັນ ' +
		'ថ្ងៃទី នៅថ្ងៃទី ថ្ងៃ នៅ ទី في يوم بتاريخ दिनांक'
	).split(' '),
);

/** What may introduce the name of who wrote it. */
const BYLINE = new RegExp(
	'^(?:(?:by|par|von|por|di|da|door|oleh|bởi|theo|автор|от|text|texte|words|source|quelle|fuente|fonte|nguồn|sumber|' +
		'источник)[\\s:]|' +
		'(?:来源|來源|出典|ที่มา|작성자|作者|文|记者|記者|編集|โดย|ໂດຍ|ដោយ|بقلم|Tác giả)\\s*[:：/]?)',
	'iu',
);
/** Small words within the names of places and people. */
const IN_PLACE = new Set(
	(
		'de la le du des del of and y et und the les los las sur en di da do dos van von am an der bei upon al el ibn e ' +
		'i на'
	).split(' '),
);
const MOST_WORDS = 7;
/** UTF-16 units of a place in a script without capitals. */
const MOST_CASELESS_UNITS = 24;

const HOUR = '\\d{1,2}\\s?(?:[:.h時点时]|giờ)\\s?(?:\\d{2})?(?::\\d\\d)?分?(?:\\s?(?:[AaPp]\\.?[Mm]\\.?|Uhr|น\\.?))?';
const BEFORE_HOUR = '(?:at|à|um|às|a las|alle|om|las|lúc|pukul|เวลา|ເວລາ|ម៉ោង|в|о)\\s*';
const ZONE = '(?:\\s?\\(?(?:[A-Z]{2,4}(?![\\p{L}])(?:[+-]\\d{1,2})?|[+-]\\d{2}:?\\d{2})\\)?)?';
/** A time of day with what stands about it, and its zone. */
const TIME = new RegExp(
	`^[\\s,，]*(?:${BEFORE_HOUR})?(?:noon|midnight|${HOUR}|\\d{1,2}\\s?[AaPp]\\.?[Mm]\\.?)(?![\\p{L}\\p{N}])${ZONE}`,
	'u',
);
/** Of the year or the calendar: `2023 г.` */
const YEAR_END = /^\s?(?:г(?:\.|ода)?|р(?:\.|оку)?|року|года|год|م|وقت)(?![\p{L}\p{M}])\.?/u;
const MOST_SHORT_UNITS = 60;

/** Words of the future: a sentence with one of them tells of a day to come, and no article is of such a day. */
const TO_COME = new RegExp(
	'(?<![\\p{L}\\p{M}])(?:will|shall|wird|werden|será|serán|sera|seront|sẽ|sarà|saranno|serão|akan|будет|будут|буде|' +
		'будуть|zal|zullen|będzie|będą|سوف)(?![\\p{L}\\p{M}])|จะ|ຈະ|នឹង|将于|将在|将会|將於|將在|予定|예정',
	'iu',
);

const weekdays = new Map<string, ReadonlySet<string>>();

/** Takes away the words at the end that belong to the date: `le`, `ngày`, weekdays, and the commas after them. */
export function withoutDayWords(before: string, language: string): string {
	const names = weekdaysOf(language);
	let rest = before;
	for (;;) {
		const match = /(?:^|(?<=[\s,，(（]))([\p{L}\p{M}]+)\.?[,，]?\s*$/u.exec(rest.slice(-40));
		const word = match?.[1]?.toLowerCase() ?? '';
		if (match === null || !(DAY_WORDS.has(word) || names.has(word))) return rest;
		rest = rest.slice(0, rest.length - match[0].length);
	}
}

/** Takes away what belongs to the year, and stands after it. */
export function withoutYearEnd(after: string): string {
	return after.replace(YEAR_END, '');
}

/** Takes away a time of day at the start, and its zone. */
export function withoutTime(after: string): string {
	return after.replace(TIME, '');
}

/** Tests whether what stands before a date is a byline: `By Ann Lee,`, `Ann Lee |` */
export function isOfByline(before: string): boolean {
	const text = before.trim();
	const named = BYLINE.exec(text);
	if (named !== null) return text.split(/\s+/).length <= MOST_WORDS;
	return /[|·•]$/u.test(text) && text.length <= MOST_SHORT_UNITS && !/[.!?。]\s/u.test(text);
}

/** Tests whether what stands before a date is a place or a source, set off from the date: `Hill Town,`, `HANOI (` */
export function isOfPlace(before: string): boolean {
	const text = before.trim();
	const name = text.replace(/[\s,，、|·•–—(（/-]+$/u, '');
	if (name === '') return /^[(（[【]?$/u.test(text);
	const isSetOff = name.length < text.length || /^[^\p{Ll}\p{Lo}]+$/u.test(name);
	const words = name.split(/[\s,/]+/).filter((word) => word !== '');
	if (!isSetOff || words.length > MOST_WORDS) return false;
	if (!/\p{Lu}/u.test(name)) {
		return !/[\p{Ll}.!?。:：]/u.test(name) && name.length <= MOST_CASELESS_UNITS;
	}
	return (
		/^[(（]?\p{Lu}/u.test(name) &&
		words.every((word) => /^[(（]?\p{Lu}/u.test(word) || IN_PLACE.has(word.toLowerCase()))
	);
}

/** Tests whether no sentence follows a date on its line: nothing, a time, a name, or more that is set off. */
export function isShortEnd(after: string): boolean {
	const rest = withoutTime(after).trim();
	if (/^[)\]）】.。,，;；]*$/u.test(rest)) return true;
	if (/^[)）]?\s*[|/·•]/u.test(rest)) return true;
	if (rest.length > MOST_SHORT_UNITS || /[.!?。！？]\s*$/u.test(rest)) return false;
	if (/^[(（[]/u.test(rest) || BYLINE.test(rest)) return true;
	return /^[,，.;；]\s*\S/u.test(rest)
		? !/^[,，]\s*\p{Ll}+\s+\p{Ll}+\s+\p{Ll}/u.test(rest)
		: /^\p{Lu}[\p{L} .-]*$/u.test(rest);
}

/** Tests whether the first sentence of a text speaks of what is to come. */
export function saysWhatComes(text: string): boolean {
	return TO_COME.test(/^[^.!?。！？។]*/u.exec(text)?.[0] ?? '');
}

/** Long and short, lower case: asked of the platform once. */
function weekdaysOf(language: string): ReadonlySet<string> {
	let names = weekdays.get(language);
	if (names === undefined) {
		const all = [language, 'en'].flatMap((tag) =>
			(['long', 'short'] as const).flatMap((weekday) => {
				const format = new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' });
				return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, day + 1)));
			}),
		);
		names = new Set(all.map((name) => name.toLowerCase().replace(/\.$/, '')));
		weekdays.set(language, names);
	}
	return names;
}
