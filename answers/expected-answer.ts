/**
 * Words with which a question asks for a number, an amount or a date, by language. Matched anywhere in the question: what they
 * tell is a hint among others, and a wrong one costs little.
 */
const ASKS_FOR_NUMBER: readonly RegExp[] = [
	/\bhow (?:many|much|long|old|far|often|high|large|big)\b|\bwhen\b|\bwh(?:at|ich) (?:date|day|month|year|time|percentage|share|number|area|amount|price)\b/i,
	/\bcombien\b|\bquand\b|\bquel(?:le)?s? (?:date|jour|mois|année|heure|superficie|montant|pourcentage|part|prix|somme|nombre|distance|longueur)\b/i,
	/\b(?:cuánt[oa]s?|cuándo)\b|\bqué (?:fecha|día|mes|año|hora|porcentaje|superficie|cantidad|precio|distancia)\b/i,
	/\b(?:wie (?:viele?|lange|oft|hoch|groß|weit|alt)|wann)(?!\p{L})|\bwelche[rmns]? (?:datum|tag|jahr|monat|anteil|betrag)\b/iu,
	/bao nhiêu|bao lâu|bao xa|khi nào|lúc nào|(?<!\p{L})mấy(?!\p{L})|(?:ngày|tháng|năm|giờ) nào/iu,
	/多少|多久|多长|多大|多远|何时|什么时候|哪[一]?[年天月日]|几(?!内亚|乎|何|率)/u,
	/(?<!เ)กี่|เท่าไ[หร]|เท่าใด|เมื่อไ[หร]|เมื่อใด|วันไหน|วันที่เท่า|นานแค่ไหน|ปีใด|ปีไหน/u,
	/(?<!ຮູ້|ເຄື່ອງ)ຈັກ|ເທົ່າໃດ|ເທົ່າໄດ|ເມື່ອໃດ|ເວລາໃດ|ວັນທີໃດ|ວັນໃດ|ປີໃດ|ດົນປານໃດ/u,
	/ប៉ុន្មាន|ពេលណា|អង្កាល់|ថ្ងៃណា|ឆ្នាំណា/u,
	/\b(?:quanti|quante|quanto|quando|quantos|quantas)\b/i,
	/(?<!\p{L})(?:сколько|когда)(?!\p{L})|как(?:ой|ого) числа/iu,
	/いくつ|いくら|いつ|何(?:人|年|月|日|個|回|パーセント|キロ|メートル|時)/u,
];

/** Digits of any script, and Chinese numerals before a measure. */
const NUMBER = /\p{Nd}|[一二三四五六七八九十百千万亿两]+(?:[个人名年月日天次元吨公亩岁所种座家户])/u;

/** Whether a question asks for a number, an amount or a date. */
export function asksForNumber(question: string): boolean {
	return ASKS_FOR_NUMBER.some((pattern) => pattern.test(question));
}

/** Whether a sentence states a number in digits. */
export function holdsNumber(sentence: string): boolean {
	return NUMBER.test(sentence);
}
