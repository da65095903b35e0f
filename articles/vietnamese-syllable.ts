/** Onsets and codas as the orthography writes them; every written Vietnamese word is one syllable. */
const ONSET = '(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|qu|q|r|s|th|tr|t|v|x|p)?';
const CODA = '(?:ch|c|m|ng|nh|n|p|t)?';
const NUCLEI = [
	...['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y', 'oo'],
	...['ai', 'ao', 'au', 'ay', 'âu', 'ây', 'eo', 'êu', 'ia', 'iu', 'iê', 'iêu', 'oa', 'oă', 'oai', 'oay', 'oao', 'oe'],
	...['oeo', 'oi', 'ôi', 'ơi', 'ua', 'uâ', 'uây', 'uê', 'ui', 'uô', 'uôi', 'uơ', 'uy', 'uya', 'uyê', 'uyu', 'ưa', 'ưi'],
	...['ươ', 'ươi', 'ươu', 'ưu', 'yê', 'yêu', 'êu', 'y'],
];

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const TONELESS_SYLLABLE = new RegExp(`^${ONSET}(?:${NUCLEI.join('|')})${CODA}$`, 'u');

/** Tests whether a word, in any Unicode form, is spelt as a Vietnamese syllable with at most one tone. */
export function isVietnameseSyllable(word: string): boolean {
	const toneless = word.normalize('NFD').replace(new RegExp(`[${TONES}]`, 'u'), '');
	return TONELESS_SYLLABLE.test(toneless.normalize('NFC').toLowerCase());
}
