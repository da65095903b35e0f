/** What tells a language from others of its script in a text too short for statistics. */
export interface LanguageProfile {
	/** BCP 47. */
	readonly language: string;
	/** ISO 639-3 codes under which franc knows it. */
	readonly franc: readonly string[];
	/** Letters it writes besides the unmarked ones of its script. Another such letter speaks against it. */
	readonly letters: string;
	/** Frequent words that hardly mean anything, question words among them. */
	readonly words: ReadonlySet<string>;
}

function profile(language: string, franc: string, letters: string, words: string): LanguageProfile {
	return { language, franc: franc.split(' '), letters, words: new Set(words.split(' ')) };
}

const VIETNAMESE_LETTERS = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';

/** Languages written in the Latin script. */
export const LATIN_PROFILES: readonly LanguageProfile[] = [
	profile(
		'en',
		'eng',
		'éï',
		'the of and to in is are was were be been that it for on with as by at from this these an or not have has had will would can could which who whom whose what when where why how many much did does do they he she we you his her their its there about than into after before',
	),
	profile(
		'fr',
		'fra',
		'àâæçéèêëîïôœùûüÿ',
		'le la les un une des du de et est sont a ont été que qui quoi quand où pourquoi comment combien quel quelle quels quelles dans sur pour par avec au aux en ne pas plus se ce cette ces son sa ses leur leurs il elle ils elles nous vous lors mais ou à y d l qu s n c j',
	),
	profile(
		'vi',
		'vie',
		VIETNAMESE_LETTERS,
		'và của là có được cho trong các những một với này đã sẽ đang không người khi ở từ đến về như để tại cũng theo vào ra ai gì nào đâu sao bao nhiêu mấy thế hai nhiều năm ngày tháng tỉnh do bị hay còn nên thì mà ông bà',
	),
	profile(
		'es',
		'spa',
		'áéíñóúü',
		'el la los las un una unos unas de del y e en que es son fue fueron era ser se su sus por para con no al lo como más pero o este esta estos estas ha han qué quién quiénes cuándo dónde cuánto cuántos cuánta cuántas cómo cuál cuáles sobre entre desde hasta hay le les',
	),
	profile(
		'pt',
		'por',
		'áâãàçéêíóôõúü',
		'o a os as um uma uns umas de do da dos das e em no na nos nas que é são foi foram ser se seu sua seus suas por para com não ao aos à às como mais mas ou este esta estes estas quem quando onde quanto quantos quanta quantas qual quais pelo pela pelos pelas há sobre entre até',
	),
	profile(
		'it',
		'ita',
		'àèéìíîòóùú',
		'il lo la i gli le un uno una di del dello della dei degli delle e ed in nel nella nei nelle che è sono fu ha hanno essere si suo sua suoi per con non al alla ai alle come più ma o questo questa questi queste chi quando dove quanto quanti quante perché quale quali cosa dal dalla da su sul sulla stato stata stati stati state',
	),
	profile(
		'de',
		'deu',
		'äöüß',
		'der die das den dem des ein eine einer eines einem einen und ist sind war waren wird werden wurde wurden hat haben in im auf für von vom mit zu zum zur nicht auch an am als bei nach aus dass es sie er wir ich wer was wann wo wohin warum wie viele wieviel welche welcher welches um über oder aber',
	),
	profile(
		'nl',
		'nld',
		'éëïóöü',
		'de het een en is zijn was waren wordt worden werd werden heeft hebben in op voor van met te niet ook aan als bij naar uit dat die er ze hij wij ik wie wat wanneer waar waarom hoe hoeveel veel welke welk om over of maar door deze dit dan nog',
	),
	profile(
		'af',
		'afr',
		'áéêëîïôû',
		'die het en is was word het nie ook aan as by na uit dat hy hulle ons wie wat wanneer waar hoekom hoe baie watter om oor of maar deur hierdie van vir met op sal kan',
	),
	profile(
		'sv',
		'swe',
		'åäöé',
		'och att det en ett som är var den till av för på med inte har hade om men de vi han hon vem vad när varför hur många vilken vilket vilka från eller ska skulle blev efter i',
	),
	profile(
		'da',
		'dan',
		'åæøé',
		'og at det en et som er var den til af for på med ikke har havde om men de vi han hun hvem hvad hvornår hvor hvorfor hvordan mange hvilken hvilket fra eller skal blev efter i',
	),
	profile(
		'no',
		'nob',
		'åæøéòô',
		'og å det en et som er var den til av for på med ikke har hadde om men de vi han hun hvem hva når hvor hvorfor hvordan mange hvilken hvilket fra eller skal ble etter i',
	),
	profile(
		'fi',
		'fin',
		'äöå',
		'ja on ei se että oli hän ovat kuin mutta myös tai kun niin kuka mikä mitä milloin koska missä miksi miten kuinka monta ne he me tämä olla joka jotka sekä',
	),
	profile(
		'pl',
		'pol',
		'ąćęłńóśźż',
		'i w na z do nie się to jest są był była było były że o od za po przez dla jak ale czy kto co kiedy gdzie dlaczego ile jaki jaka jakie który która które oraz lub być ze tym',
	),
	profile(
		'cs',
		'ces',
		'áčďéěíňóřšťúůýž',
		'a v na se je jsou byl byla bylo byli že z do o s pro by ale jak kdo co kdy kde proč kolik který která které jaký nebo také po za k tak to není',
	),
	profile(
		'sk',
		'slk',
		'áäčďéíĺľňóôŕšťúýž',
		'a v na sa je sú bol bola bolo boli že z do o s pre by ale ako kto čo kedy kde prečo koľko ktorý ktorá ktoré aký alebo tiež po za k tak to nie',
	),
	profile(
		'hu',
		'hun',
		'áéíóöőúüű',
		'a az és hogy nem is van volt egy ez meg de ki mi mit mikor hol miért hogyan hány mennyi melyik vagy már csak voltak lesz után szerint',
	),
	profile(
		'ro',
		'ron',
		'ăâîșțşţ',
		'și şi de la în a al ale cu pe pentru un o este sunt a fost că nu se din ce cine când unde cum cât câți câte care sau mai au prin după despre lui',
	),
	profile(
		'tr',
		'tur',
		'çğıöşüâîû',
		've bir bu da de için ile ne kim kimi nerede nereye niçin neden nasıl kaç hangi zaman olarak daha çok en gibi olan var yok değil mi mı mu mü oldu ki sonra',
	),
	profile(
		'az',
		'azj',
		'çəğıöşü',
		'və bir bu da də üçün ilə nə kim harada niyə necə neçə hansı vaxt olan çox daha ki sonra',
	),
	profile(
		'id',
		'ind',
		'é',
		'yang dan di ke dari untuk dengan pada itu ini adalah tidak akan telah sudah oleh dalam sebagai juga atau mereka siapa apa kapan mana dimana apakah mengapa kenapa bagaimana berapa karena saat bisa orang para nya ia',
	),
	profile(
		'ms',
		'zlm',
		'é',
		'yang dan di ke dari untuk dengan pada itu ini ialah adalah tidak akan telah sudah oleh dalam sebagai juga atau mereka siapa apa bila bilakah mana mengapa kenapa bagaimana berapa kerana boleh orang para apakah',
	),
	profile(
		'tl',
		'tgl',
		'ñ',
		'ang ng sa na mga ay at si ni kay para hindi ito siya sila ano sino kailan saan bakit paano ilan alin o may wala mula nang kung',
	),
	profile(
		'sw',
		'swh',
		'',
		'na ya wa kwa ni katika la za cha vya kuwa hii huo hayo hiyo yake wake nani nini lini wapi gani ngapi kwanini vipi au pia si hao hawa wakati baada kabla mwa siku watu alikuwa',
	),
	profile(
		'ca',
		'cat',
		'àçéèíïóòúü',
		'el la els les un una uns unes de del dels i en que és són va van ser es seu seva per amb no al als com més però o aquest aquesta qui què quan on quant quants quantes quin quina han ha hi dels',
	),
	profile(
		'hr',
		'hrv bos srp',
		'čćđšž',
		'i u na je su se da za od s sa do ne o kao što koji koja koje ali ili iz tko ko što kada gdje zašto kako koliko bio bila bilo biti po nakon',
	),
	profile(
		'sl',
		'slv',
		'čšž',
		'in v na je so se da za od s z do ne o kot ki kateri ali pa iz kdo kaj kdaj kje zakaj kako koliko bil bila bilo biti po',
	),
	profile(
		'lt',
		'lit',
		'ąčęėįšųūž',
		'ir yra kad su iš į ne bet kas kada kur kodėl kaip kiek kuris kuri buvo už apie per po',
	),
	profile('uz', 'uzn', 'ʻʼ', 'va bu bir uchun bilan ham kim nima qachon qayerda nega qanday qancha emas bo‘lgan'),
	profile('so', 'som', '', 'waa iyo ka ku oo in ayaa uu ay la u si kuma maxay goorma xagee sidee immisa waxaa'),
	profile('ha', 'hau', 'ɓɗƙƴ', 'da a na ta ya wa ne ce ba su yana wannan don wane me yaushe ina yaya nawa kuma'),
	profile('yo', 'yor', 'áàéèẹíìóòọúùṣ', 'ni ti àwọn sì ó wọn pẹlu fún tí bí tani kini nigba nibo'),
];

/** Languages written in the Cyrillic script. */
export const CYRILLIC_PROFILES: readonly LanguageProfile[] = [
	profile(
		'ru',
		'rus',
		'ёыэъщй',
		'и в на не что с по к у о от за для из это как был была было были он она они мы вы кто когда где почему сколько какой какая какие который или но до после же',
	),
	profile(
		'uk',
		'ukr',
		'іїєґщй',
		'і й та в у на не що з по до від за для із це як був була було були він вона вони ми ви хто коли де чому скільки який яка які або але після же',
	),
	profile(
		'be',
		'bel',
		'іўёыэй',
		'і ў на не што з па да ад за для гэта як быў была было былі ён яна яны мы вы хто калі дзе чаму колькі які якая або але пасля',
	),
	profile(
		'bg',
		'bul',
		'ъщй',
		'и в на не че с по към от за до това как е са беше той тя те ние вие кой какво кога къде защо колко който която или но след се да ще ли',
	),
	profile(
		'sr',
		'srp',
		'ђјљњћџ',
		'и у на не што с по до од за је су се да то како био била било он она они ко шта када где зашто колико који која или али после',
	),
	profile(
		'mk',
		'mkd',
		'ѓѕјљњќџ',
		'и во на не што со по до од за е се да тоа како беше тој таа тие кој кога каде зошто колку која или но после',
	),
	profile('kk', 'kaz', 'әғқңөұүһіёыэъщй', 'және бұл мен бен үшін кім не қашан қайда неге қалай қанша болды емес'),
];

/** Languages written in the Arabic script. */
export const ARABIC_PROFILES: readonly LanguageProfile[] = [
	profile(
		'ar',
		'arb',
		'ةىأإؤئءآ',
		'في من على إلى عن أن هذا هذه التي الذي ما متى أين لماذا كيف كم هل هو هي و أو لا لم كان كانت مع بعد قبل',
	),
	profile(
		'fa',
		'pes prs',
		'پچژگکیآئ',
		'و در به از که این آن را با است برای شد شده می چه کی کجا چرا چگونه چند کسی بود بودند تا یا هم بر نیست',
	),
	profile(
		'ur',
		'urd',
		'ٹڈڑںےہھپچژگکیئآؤۓ',
		'اور کے کی کا میں ہے سے کو نے پر یہ وہ ہیں کیا کون کب کہاں کیوں کیسے کتنے تھا تھی کہ نہیں',
	),
	profile('ckb', 'ckb', 'ێۆڕڵەپچژگکیڤئ', 'و لە بۆ کە بە ئەو ئەم کێ کەی کوێ چۆن چەند'),
	profile('ps', 'pbu', 'ټډړڼښږځڅۍېپچژګکی', 'او په د چې ته له دا څوک څه کله چېرته ولې څنګه څو'),
];

/** Languages written in Devanagari. */
export const DEVANAGARI_PROFILES: readonly LanguageProfile[] = [
	profile(
		'hi',
		'hin',
		'',
		'और के का की में है हैं से को ने पर यह वह कौन क्या कब कहाँ कहां क्यों कैसे कितने कितना किसने था थी थे नहीं कि एक',
	),
	profile('mr', 'mar', 'ळ', 'आणि च्या चा ची चे मध्ये आहे आहेत ने हा ही हे ते कोण काय कधी कुठे का कसे किती होता होती नाही'),
	profile('ne', 'npi', '', 'र को का की मा छ छन् बाट लाई ले यो त्यो को के कहिले कहाँ किन कसरी कति थियो भएको हो'),
];
