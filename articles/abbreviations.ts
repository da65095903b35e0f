import { primaryLanguage } from './primary-language.js';

/** Per language and for all: abbreviations parted by spaces, with their full stops. */
type AbbreviationTable = { readonly common: string } & Readonly<Partial<Record<string, string>>>;

/** Abbreviations that end no sentence, lower case: something must follow them. `etc.` and `vv.` may end one, so are not here. */
const LEADING: AbbreviationTable = {
	common: 'dr. prof. st. vs. cf. e.g. i.e. ca. co. ltd. inc. jr. ph.d. approx.',
	en: 'mr. mrs. ms. messrs. gen. gov. sen. rep. rev. hon. capt. col. lt. sgt. mt. ft. u.s. u.k. u.n. dept. est.',
	fr: 'mm. mme. mlle. mgr. me. vve. ste. env. av. apr. resp. p.ex. c.-à-d.',
	es: 'sr. sra. srta. sres. dra. d. dña. lic. ing. ud. uds. ee.uu. p.ej. avda. gral. excmo. excma. pbro. arq.',
	pt: 'sr. sra. srta. dra. eng. exmo. exma. av. gen. p.ex. d. prof.ª profa. ltda.',
	it: 'sig. sig.ra sigg. dott. dott.ssa ing. avv. on. mons. p.es. ecc.mo',
	de: 'hr. fr. bzw. z.b. d.h. u.a. z.t. u.u. evtl. ggf. inkl. sog. str. vgl. usf. dipl. ing. mio. mrd. tel. abb. z. u.',
	nl: 'dhr. mevr. mw. bijv. d.w.z. o.a. i.p.v. ir. drs. ing. resp. m.b.t. t.a.v.',
	vi: 'tp. tx. tt. p. q. h. gs. ts. pgs. ths. pgs.ts. gs.ts. bs. ks. cn. đ/c. tr. vd. v.d. gs.ts.bs. ths.bs. tskh. gs.tskh.',
	id: 'bpk. drs. ir. hj. h. yth. jl. kab. kec. a.n. d.a. dll.',
	sw: 'bw. bi. mhe. dkt. mch.',
	tr: 'sn. doç. av. yrd. vb. alb. gen. mah. cad. sok. bkz. örn.',
	pl: 'p. ul. pl. im. św. tzn. tj. np. inż. mgr. hab. gen. płk. m.in. ok.',
	ru: 'г. гг. ул. пр. просп. им. д. стр. т.е. т.к. т.н. акад. проф. доц. ген. тов. обл. р-н. с. пос. см. ср. кв. руб. тыс. млн. млрд.',
	uk: 'м. вул. просп. ім. буд. стор. т.зв. акад. проф. доц. ген. обл. р-н. с. див. кв. грн. тис. млн. млрд.',
};

/** Abbreviations that end no sentence if a number follows: `No. 5`, but `He said no. Then …`. */
const NUMBERED: AbbreviationTable = {
	common: 'no. nos. nr. n°. art. arts. p. pp. vol. fig. tab. ch. chap. sec. cap. pag. pág. págs. §.',
	en: 'para. paras. ed. eq. app. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. v.',
	fr: 'al. éd. janv. févr. avr. juil. sept. oct. nov. déc. tél.',
	es: 'núm. núms. nro. inc. tel. tomo.',
	pt: 'núm. n.º inc. tel. séc.',
	it: 'num. sez. sec. tel. art.lo',
	de: 'abs. s. bd. kap. ziff. tel. rd.',
	nl: 'lid. blz. hfst. tel.',
	vi: 'đ. k. số. đt. tel. km.',
	id: 'hlm. hal. ps. ay. telp. no.',
	ru: 'ст. п. пп. ч. гл. рис. табл. тел. кн. т.',
	uk: 'ст. п. пп. ч. гл. рис. табл. тел. кн. т.',
};

/** Languages that write ordinal numbers with a full stop: `21. Juni`. */
const ORDINAL_STOP = new Set([
	'cs',
	'da',
	'de',
	'et',
	'fi',
	'hr',
	'hu',
	'is',
	'lv',
	'nb',
	'nn',
	'no',
	'sk',
	'sl',
	'sr',
]);

/**
 * Tests whether the full stop at the end of `left` belongs to an abbreviation, an initial or an ordinal number, so that
 * the sentence goes on with `right`.
 *
 * @param language A BCP 47 tag. Its own abbreviations count besides those that all languages share.
 */
export function endsInAbbreviation(left: string, right: string, language: string): boolean {
	const { 1: before = '', 2: token } = /^(.*?)([^\s([{«"'“‘]+\.)$/su.exec(left.slice(-60)) ?? [];
	if (token === undefined) return false;
	const primary = primaryLanguage(language);
	const isAfterNumber = /\p{N}\s*$/u.test(before);
	const isBeforeNumber = /^\p{N}/u.test(right);

	if (/^\p{N}{1,2}\.$/u.test(token)) {
		const isCounted = /\.\s*$/.test(before); // `Nr. 4.`
		return ORDINAL_STOP.has(primary) && !isCounted && /^\p{Lu}\p{Ll}/u.test(right);
	}
	// after a number a single letter is a unit or, in Russian, «год»: it may end the sentence
	if (/^\p{L}\.$/u.test(token) && isAfterNumber) return false;
	if (/^\p{Lu}\.$/u.test(token) && /^\p{L}/u.test(right)) return true;
	if (isBeforeNumber && isListed(NUMBERED, primary, token)) return true;
	return isListed(LEADING, primary, token);
}

function isListed(table: AbbreviationTable, language: string, token: string): boolean {
	const listed = ` ${table.common} ${table[language] ?? ''} `;
	return listed.includes(` ${token.toLowerCase()} `);
}
