/**
 * Words that begin sentences and no names, per language: pronouns, articles, and adverbs and conjunctions that take up
 * what was said. French and English elisions stand without what follows the apostrophe.
 */
const OPENERS: Readonly<Partial<Record<string, string>>> = {
	en:
		'a an the this that these those it its he she we they you i there here then in on at by for from to ' +
		'with as if when while after before but and so or yet because since until although though however ' +
		'also not no yes his her their our your my all some many most few each both one two every another ' +
		'any what who where why how which please only still now today later is are was were do does did can ' +
		'could will would should may must let during under over once even such instead meanwhile finally ' +
		'first next thus therefore nobody everyone people bring see ask call',
	fr:
		'le la les l un une des il elle ils elles on nous vous je j ce c ça cela cet cette ces ceci du d de ' +
		'dans en à au aux pour par sur sous avec sans mais et ou donc or puis ensuite après avant quand ' +
		'lorsque lorsqu si comme son sa ses leur leurs notre nos votre vos mon ma mes tous toutes tout ' +
		'chaque plusieurs quelques aucun qui que qu où pourquoi comment combien y n ne pas alors ainsi enfin ' +
		"depuis pendant selon d'abord aussi aujourd hier demain voir",
	vi:
		'và của các những một này đó đây khi nếu vì do sau trước trong ngoài tại từ để theo với cho nhưng ' +
		'tuy hoặc còn rồi thì họ ông bà anh chị tôi chúng nó mọi mỗi không có là được đã sẽ đang bên hiện ' +
		'hôm ngày năm người việc cả đến ở như ai nhiều',
	es:
		'el la los las un una unos unas lo él ella ellos ellas nosotros yo usted ustedes se es son fue ' +
		'fueron hay había en a al con sin por para desde hasta entre sobre según tras ante de del y o pero ' +
		'aunque si cuando mientras como porque pues luego después antes entonces ahora hoy ayer mañana ' +
		'también tampoco no sí su sus mi mis nuestro nuestra este esta estos estas ese esa eso esto aquel ' +
		'todos todas cada muchos algunos otro otra qué quién cuándo dónde cómo cuánto cuál además así',
	pt:
		'o a os as um uma uns umas ele ela eles elas nós eu você vocês isso isto este esta esse essa estes ' +
		'estas se é são foi em no na nos nas ao à com sem por para desde até entre sobre de do da e ou mas ' +
		'embora quando enquanto como porque depois antes então agora hoje ontem amanhã também não sim seu ' +
		'sua seus suas todos todas cada muitos alguns outro outra que quem onde quanto qual há além assim',
	it:
		'il lo la i gli le un uno una l lui lei loro noi voi io egli ella essi si è sono era fu ha hanno in ' +
		'nel nella nei nelle con senza per da dal dalla di del della a al alla ai e o ma se quando mentre ' +
		'come perché poi dopo prima allora ora oggi ieri domani anche non sì suo sua suoi questo questa ' +
		'questi queste quello quella ogni tutti tutte molti alcuni altro che chi dove quanto quale ci c così ' +
		'inoltre',
	de:
		'der die das den dem des ein eine einen einem einer er sie es wir ihr ich du man sein seine ihre ' +
		'unser unsere mein meine dies diese dieser dieses jene jeder jede alle viele einige kein keine in im ' +
		'an am auf aus bei beim mit nach von vom zu zum zur für gegen ohne um über unter vor während seit ' +
		'bis durch und oder aber doch denn sondern wenn als ob weil da dass damit dann danach davor daher ' +
		'darum deshalb deswegen dort hier heute gestern morgen jetzt nun später zuerst zuletzt auch nicht ' +
		'nur noch schon so wie was wer wo wann warum welche welcher ist sind war waren hat haben wird werden ' +
		'kann bitte leider dazu dabei außerdem jedoch trotzdem niemand jemand',
	nl:
		'de het een hij zij ze wij we ik je jij u jullie men dit dat deze die er hier daar zijn haar hun ons ' +
		'onze mijn alle veel sommige geen in op aan uit bij met naar van voor tegen zonder om over onder na ' +
		'door en of maar want als toen terwijl omdat dus dan daarna daarom nu vandaag gisteren morgen later ' +
		'ook niet nog wel wie wat waar wanneer waarom hoe welke is was heeft wordt kan',
	id:
		'ia dia mereka kami kita saya anda itu ini para semua setiap beberapa banyak di ke dari pada untuk ' +
		'dengan dalam oleh sejak sampai setelah sebelum ketika saat jika kalau karena namun tetapi tapi dan ' +
		'atau lalu kemudian juga tidak bukan ada adalah siapa apa kapan mana mengapa bagaimana berapa ' +
		'sekarang hari sebuah seorang orang',
	tr:
		'bu şu o bunlar onlar biz ben siz sen bir her bazı çok tüm bütün ama ancak fakat ve veya ile için ' +
		'gibi sonra önce daha şimdi bugün dün yarın eğer çünkü bunun onun ne kim nerede neden nasıl kaç ' +
		'hangi artık hiç kimse ayrıca böylece orada burada',
	pl:
		'on ona ono oni one my wy ja ty to ten ta te ci tego tej w we na do z ze od po za przy przez dla o ' +
		'pod nad przed i a ale lecz lub albo jeśli gdy kiedy ponieważ bo potem później następnie teraz dziś ' +
		'wczoraj jutro także też nie tak jego jej ich nasz każdy wszyscy wiele niektóre kto co gdzie ' +
		'dlaczego jak ile który jest są był była było były',
	ru:
		'он она оно они мы вы я ты это этот эта эти тот та те в во на до с со от из по за при через для о об ' +
		'под над перед у к и а но или если когда пока потому потом затем после теперь сейчас сегодня вчера ' +
		'завтра также тоже не да нет его её их наш каждый все всё многие некоторые кто что где почему как ' +
		'сколько какой там здесь тогда однако поэтому был была было были',
	uk:
		'він вона воно вони ми ви я ти це цей ця ці той та ті в у на до з із зі від по за при через для о ' +
		'про під над перед к і й а але або якщо коли поки бо потім після тепер зараз сьогодні вчора завтра ' +
		'також теж не так ні його її їх наш кожен усі все багато хто що де чому як скільки який там тут тоді ' +
		'однак тому був була було були',
};

/** Openers that also stand within names, before the rest of the name: `J. Le Roy`, `A. Van Dijk`. */
const IN_NAMES = words('an le la les l de du des d da do dos del della di van von der den el al lo los las i ne y');

const openers = new Map(Object.entries(OPENERS).map(([language, list]) => [language, words(list ?? '')]));
const NONE: ReadonlySet<string> = new Set();

/** Not an initial, which has a full stop. */
const FIRST_WORD = /^["'«“‘„¿¡([]*(\p{Lu}[\p{L}\p{M}]*)(?![\p{L}\p{M}.])/u;

/**
 * Tests whether a text begins as a sentence does: with a capitalized word that begins sentences and no names, or with
 * an opening quotation mark.
 *
 * @param language A primary subtag. `und`, and what is not known, is taken for English.
 * @param options.mayBeName Whether a name may follow: then what stands in names, such as `Le`, opens none.
 */
export function opensSentence(text: string, language: string, { mayBeName = false } = {}): boolean {
	if (/^[«“„¿¡"]/u.test(text)) return true;
	const word = FIRST_WORD.exec(text.slice(0, 40))?.[1]?.toLowerCase();
	if (word === undefined) return false;
	const known = openers.get(language) ?? (language === 'und' ? openers.get('en') : undefined) ?? NONE;
	return known.has(word) && !(mayBeName && IN_NAMES.has(word));
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(' '));
}
