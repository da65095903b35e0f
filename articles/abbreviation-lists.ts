/**
 * Per language and for all: abbreviations parted by spaces, lower case, with their full stops and no space inside.
 */
export type AbbreviationTable = { readonly common: string } & Readonly<Partial<Record<string, string>>>;

/** Abbreviations that end no sentence: a name, or what they lead to, must follow them. */
export const LEADING: AbbreviationTable = {
	common: 'dr. prof. vs. cf. e.g. i.e. ca. approx. mr. mrs. ms.',
	en: 'messrs. gen. gov. sen. rev. capt. lt. sgt. cpl. cmdr. maj. pres. supt.',
	fr: 'm. mm. mme. mmes. mlle. mlles. mgr. me. vve. ste. env. apr. p.ex. c.-à-d. dre. pr.',
	es:
		'sr. sra. srta. sres. sras. dra. dres. d. dña. lic. ing. p.ej. avda. gral. excmo. excma. pbro. arq. ' +
		'ud. uds. ee. sto. sta. mons. ldo. lda.',
	pt: 'sr. sra. srta. srs. sras. dra. drs. eng. exmo. exma. av. gen. p.ex. d. prof.ª profa. des. pe. sto. sta.',
	it:
		'sig. sig.ra sigg. sig.na dott. dott.ssa dr.ssa ing. avv. mons. p.es. ecc.mo arch. geom. rag. on. ' +
		'prof.ssa s.ta',
	de:
		'hr. fr. hrn. frl. bzw. z.b. d.h. evtl. ggf. inkl. exkl. sog. vgl. dipl. ing. v. insb. bspw. ' +
		'einschl. zzgl. gem. priv.-doz. dipl.-ing. s.o. i.d.r. zb.',
	nl:
		'dhr. mevr. mw. bijv. bv. d.w.z. i.p.v. ir. drs. ing. m.b.t. t.a.v. jhr. mej. vgl. burg. wethouder. ' + 'z.g. zgn.',
	vi:
		'tp. tx. tt. p. q. h. gs. ts. pgs. ths. pgs.ts. gs.ts. bs. ks. cn. đ/c. tr. vd. v.d. gs.ts.bs. ' +
		'ths.bs. tskh. gs.tskh. đ. ncs. nsnd. nsưt. ls. bscki. bsckii. ll.',
	id:
		'bpk. drs. dra. ir. hj. h. yth. jl. jln. kab. kec. kel. gg. a.n. d.a. tn. ny. nn. sdr. sdri. ust. ' +
		'kh. prof. pt. cv. u.p. ds.',
	sw: 'bw. bi. mhe. dkt. mch.',
	tr: 'sn. doç. av. yrd. alb. gen. mah. cad. sok. bkz. örn. op. uzm. öğr. gör. bul. bşk. yzb. müh. hz.',
	pl: 'p. ul. pl. im. św. tzn. tj. np. inż. mgr. hab. gen. płk. mjr. m.in. ks. al. os. tzw. o. pw. dr. kpt. por.',
	ru:
		'г. ул. просп. пр-т. им. д. стр. т.е. т.к. т.н. т.ч. акад. проф. доц. ген. тов. обл. р-н. с. пос. ' +
		'см. ср. кв. пер. бул. наб. ст.-л. гр. св. дер. корп. напр. р. о. оз.',
	uk:
		'м. вул. просп. ім. буд. стор. т.зв. т.б. акад. проф. доц. ген. обл. р-н. с. див. кв. пров. бул. св. ' +
		'смт. напр. р. о. оз.',
	el: 'κ. κα. κος. δρ. καθ. λ.χ. π.χ. βλ. οδ. αγ.',
	hi: 'डॉ. डा. प्रो. श्री. सुश्री. श्रीमती. पं. कु. मो. स्व. इं. ले. मे. ' + 'चौ. सं. क्र. नं. रु. ई. ' + 'जि. ता. पो. उ.प्र. म.प्र.',
	ar: 'د. أ. م. ص. ش. ط. أ.د. ا.د. أ.م.د. م.م. د.م.',
	sv: 't.ex. bl.a. dvs. s.k. kl. jfr. fr.o.m. t.o.m. dir. doc.',
};

/**
 * Abbreviations that may also end a sentence: they do so before a word that begins one, such as a pronoun or an
 * article.
 */
export const MAYBE: AbbreviationTable = {
	common: 'st. co. ltd. inc. jr. ph.d. corp. bros. tel. max. min.',
	en:
		'u.s. u.k. u.n. dept. est. ave. blvd. rd. hon. col. rep. mt. ft. assn. univ. esq. sr. llc. govt. ' +
		'intl. natl. hwy. pvt.',
	fr: 'av. resp. bd. dép. tél. éd. cie. hab. gouv.',
	es: 'ee.uu. uu. jj.oo. cía. hnos. dpto. depto. prov. avda. apdo. pzo. c/.',
	pt: 'cia. ltda. depto. av. tel. e.u.a.',
	it: 's.p.a. s.r.l. c.so p.zza v.le f.lli',
	de: 'str. u.a. z.t. u.u. mio. mrd. tsd. abb. u. z. jh. jhd. gebr. bd. hbf. bf. allg. resp.',
	nl: 'o.a. resp. str. mln. mld. b.v. n.v. afd. gem.',
	id: 'tbk. ltd.',
	tr: 'a.ş. ltd. şti.',
	pl: 's.a. sp. z.o.o. woj. pow. gm. mln. mld.',
};

/** Abbreviations that end no sentence if a number follows: `No. 5`, but `He said no. Then …`. */
export const NUMBERED: AbbreviationTable = {
	common:
		'no. nos. nr. nrs. n°. art. arts. p. pp. vol. vols. fig. figs. tab. ' +
		'ch. chap. sec. cap. pag. pág. págs. §. rs. rp. op. ' +
		'tel. ed. al. s. l. ll. n. nn. c. v. vv.',
	en:
		'para. paras. eq. eqs. app. chs. secs. ref. refs. ver. jan. feb. mar. apr. jun. jul. aug. sep. sept. ' +
		'oct. nov. dec. ext. rm. bldg. apt.',
	fr: 'éd. janv. févr. avr. juil. sept. oct. nov. déc. tél. réf. num. chap.',
	es: 'núm. núms. nro. inc. tomo. aprox. art. arts. ene. abr. ago. sept. oct. nov. dic. teléf.',
	pt: 'núm. n.º inc. séc. aprox. jan. fev. abr. mai. jun. jul. ago. set. out. nov. dez.',
	it: 'num. sez. sec. art.lo gen. feb. mar. apr. mag. giu. lug. ago. set. ott. nov. dic.',
	de:
		'abs. bd. kap. ziff. tel. rd. abb. tab. nrn. jan. feb. apr. aug. sept. okt. nov. dez. mo. di. mi. ' +
		'do. fr. sa. so. anl. lfd. seit.',
	nl: 'lid. blz. hfst. tel. afb. ong. ca. jan. feb. mrt. apr. aug. sept. okt. nov. dec.',
	vi: 'k. số. đt. km. sđt. kp. tr.',
	id:
		'hlm. hal. ps. ay. telp. no. tgl. pkl. pk. rt. rw. gbr. tabel. jan. feb. mar. apr. jun. jul. agt. ' +
		'ags. sep. okt. nov. des.',
	ru: 'ст. п. пп. ч. гл. рис. табл. тел. кн. т. тт. ок. янв. февр. апр. авг. сент. окт. нояб. дек. № эт. ' + 'пом. оф.',
	uk:
		'ст. п. пп. ч. гл. рис. табл. тел. кн. т. тт. бл. мал. розд. січ. лют. бер. квіт. трав. черв. лип. ' +
		'серп. вер. жовт. лист. груд.',
	tr: 'sf. md. böl. şek. cilt. yak.',
	pl: 'ok. godz. str. s. rys. tab. poz. ust. pkt. rozdz. tel. zob.',
	hi: 'रु. नं. पृ. सं. क्र. फो. धारा.',
	ar: 'ص. ج. ت. رقم. ف. هـ. س.',
	th: 'โทร.',
	sv: 'kl. nr. s. kap. ca.',
};

/** Dotted abbreviations that end a sentence wherever a capital follows, which other dotted ones do not. */
export const ENDING: AbbreviationTable = {
	common: 'v.v. etc.',
	de: 'v.chr. n.chr. usw. u.s.w. usf. u.v.m. u.v.a. u.ä. o.ä. u.dgl.',
	nl: 'a.u.b. e.d. v.chr. n.chr. e.v. m.m.',
	es: 'a.c. d.c. a.e.c. s.f.',
	pt: 'a.c. d.c. a.e.c.',
	it: 'a.c. d.c. n.d.r. ecc.',
	tr: 'vb. vs.',
	id: 'dll. dsb. dst.',
	pl: 'itd. itp. n.e. p.n.e.',
	el: 'μ.χ. κ.λπ. κτλ.',
	ru: 'т.д. т.п. н.э. др. пр. проч.',
	uk: 'т.д. т.п. н.е. ін.',
};
