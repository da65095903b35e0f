/**
 * By what a sentence shows that it leans on the one before it, in one language. Phrases are parted by `|`, in lower case, with their
 * accents; apostrophes are spaces.
 */
export interface LeaningWords {
	/** What it begins with: pronouns that are its subject, demonstratives, connectives. */
	readonly opens: string;
	/** The same in scripts where no space ends a word, and each of these means this whatever follows. */
	readonly prefixes?: string;
	/** Demonstratives that follow their noun: among the first words. */
	readonly points?: string;
	/** What begins or points so and leans on nothing: it speaks of the day of the article, or of nothing before it. */
	readonly unless?: string;
}

/** By primary language subtag. A language that is missing has only the signs that all share. */
export const LEANING_WORDS: Readonly<Record<string, LeaningWords>> = {
	en: {
		opens:
			'it|its|they|their|them|he|his|him|she|her|this|that|these|those|such|both|neither|either of them|here|also|however|but|and|so|then|thus|therefore|moreover|furthermore|in addition|additionally|besides|meanwhile|instead|nevertheless|nonetheless|still|yet|as a result|for example|for instance|for that|after that|before that|since then|by then|at that|at this|in this|in that|in these|in those|of these|of those|of them|on this|on that|with this|with that|the former|the latter|the same|the two|the three|the rest|another|the other|the others|others|the remainder|most of them|one of them|some of them|all of them|many of them|several of them|half of them|in its|in his|in her|in their|on its|at its|with its|with their|for its|for their',
		unless:
			'this year|this month|this week|this morning|this afternoon|this evening|this spring|this summer|this autumn|this winter|this season|in this year|so far',
	},
	fr: {
		opens:
			'il|elle|ils|elles|ce|cet|cette|ces|cela|ceci|ça|c est|c était|celui ci|celle ci|ceux ci|celles ci|celui là|celle là|son|sa|ses|leur|leurs|aussi|également|en outre|de plus|par ailleurs|cependant|toutefois|néanmoins|pourtant|mais|et|or|donc|ainsi|en effet|en revanche|par exemple|enfin|puis|ensuite|là|y|dont|les deux|tous deux|toutes deux|tous les deux|le premier|la première|le second|la seconde|l un|l une|l autre|d autres|d autre part|à ce titre|à cette occasion|dans ce|dans cette|dans ces|pour cela|pour ce|selon lui|selon elle|selon eux|parmi eux|parmi elles|parmi ces|le reste|la plupart d entre',
		unless:
			'il y a|il faut|il s agit|il est|cette année|ce mois|cette semaine|ce matin|ce soir|cet après midi|ce printemps|cet été|cet automne|cet hiver',
	},
	vi: {
		opens:
			'nó|họ|chúng|đây|đó|ấy|ông cho|ông nói|ông cũng|bà cho|bà nói|bà cũng|anh cho biết|chị cho biết|cũng|ngoài ra|bên cạnh đó|tuy nhiên|tuy vậy|nhưng|song|và|do đó|do vậy|vì vậy|vì thế|nhờ đó|nhờ vậy|đồng thời|theo đó|trong khi đó|sau đó|trước đó|từ đó|khi đó|lúc đó|cả hai|hai bên|tại đây|ở đây|trong đó|trong số đó|trong số này|cùng với đó|mặt khác|chẳng hạn|ví dụ|như vậy|thế nhưng|ông còn|ông đã|bà còn|bà đã|phần còn lại|số còn lại',
		points: 'này|đó|ấy|nói trên|kể trên|nêu trên',
		unless: 'đồng thời gian',
	},
	es: {
		opens:
			'él|ella|ellos|ellas|ello|este|esta|estos|estas|ese|esa|esos|esas|esto|eso|aquel|aquella|aquellos|aquellas|su|sus|dicho|dicha|dichos|dichas|allí|ahí|también|además|asimismo|sin embargo|no obstante|pero|y|así|entonces|luego|por eso|por ello|por lo tanto|en cambio|por ejemplo|ambos|ambas|el primero|la primera|el segundo|la segunda|los dos|las dos|otro|otra|otros|otras|en este|en esta|en ese|en esa|entre ellos|entre ellas|de ellos|de ellas|a su vez|mientras tanto|el resto|es|son|era|eran|fue|fueron|está|están|tiene|tienen|ofrece|ofrecen|cuenta con|cuentan con',
		unless:
			'este año|este mes|esta semana|esta mañana|esta tarde|esta noche|este verano|este otoño|este invierno|esta primavera|en este año|en esta semana',
	},
	pt: {
		opens:
			'ele|ela|eles|elas|este|esta|estes|estas|esse|essa|esses|essas|isto|isso|aquele|aquela|aqueles|aquelas|seu|sua|seus|suas|lá|ali|também|além disso|além do mais|no entanto|porém|contudo|mas|e|assim|então|por isso|portanto|por exemplo|ambos|ambas|os dois|as duas|o primeiro|a primeira|o segundo|a segunda|outro|outra|outros|outras|neste|nesta|nesse|nessa|deste|desta|desse|dessa|entre eles|entre elas|enquanto isso|o resto|é|são|era|eram|foi|foram|tem|têm|está|estão',
		unless: 'este ano|este mês|esta semana|esta manhã|esta tarde|esta noite|neste ano|neste mês|nesta semana',
	},
	it: {
		opens:
			'egli|ella|esso|essa|essi|esse|lui|lei|loro|questo|questa|questi|queste|quest|quello|quella|quelli|quelle|ciò|il suo|la sua|i suoi|le sue|inoltre|tuttavia|però|ma|e|così|quindi|perciò|pertanto|dunque|infatti|invece|anche|entrambi|entrambe|i due|le due|il primo|la prima|il secondo|la seconda|un altro|un altra|altri|altre|là|lì|per questo|in questo|in questa|tra questi|tra queste|nel frattempo|per esempio|ad esempio|il resto|è|sono|era|erano|fu|furono|ha|hanno',
		unless: 'quest anno|questa settimana|questo mese|questa mattina|questa sera|quest estate|quest inverno',
	},
	de: {
		opens:
			'er|sie|es|ihr|ihre|ihrem|ihren|ihrer|ihres|sein|seine|seinem|seinen|seiner|seines|dies|diese|diesem|diesen|dieser|dieses|das ist|das war|das sind|das waren|das hat|das wird|das wurde|jene|jener|jenes|beide|beides|solche|solcher|solches|hier|dort|dadurch|dazu|davon|damit|dabei|daraus|darauf|darin|daran|darüber|daher|deshalb|deswegen|dafür|dagegen|danach|außerdem|zudem|ebenso|ebenfalls|auch|allerdings|jedoch|hingegen|aber|doch|und|so|dann|trotzdem|dennoch|stattdessen|inzwischen|zum beispiel|aus diesem grund|in diesem|in dieser|in diesen|an diesem|an dieser|mit diesem|mit dieser|der erste|die erste|das erste|der zweite|die zweite|das zweite|die beiden|der andere|die andere|die anderen|andere|der rest',
		unless:
			'es gibt|es gab|dieses jahr|diese woche|diesen monat|diesen sommer|diesen herbst|diesen winter|dieses frühjahr|in diesem jahr|in dieser woche|in diesem monat|in diesem sommer|in diesem herbst|in diesem winter',
	},
	zh: {
		opens: '',
		prefixes:
			'这|那些|那个|那里|那时|那么|它|他|她|其|该|此|两者|双方|二者|上述|同时|另外|另一|但|然而|不过|因此|因而|所以|于是|而|并|也|对此|为此|与此|前者|后者|之后|当时|例如|比如|除此',
	},
	ja: {
		opens: 'また|ただ|だが|なお|そう|こう|同|両',
		prefixes:
			'これ|それ|あれ|この|その|あの|彼|しかし|そして|さらに|一方|同社|同市|同町|同村|同県|同国|同氏|同省|同校|同所|同団体|同地|ここ|そこ|このため|そのため|こうした|そうした|両国|両者|両社|両市|当時|ただし|例えば|たとえば|もう一|いずれも|だから|したがって',
	},
	ko: {
		opens:
			'그|그는|그의|그가|그녀는|그녀의|그들은|그들의|이|이는|이를|이에|이와|이것은|이것이|이들은|이들의|이런|이러한|그런|그러한|이곳은|이곳에는|이곳에서|그곳은|그곳에는|또|또한|그러나|하지만|그리고|그래서|따라서|다만|한편|특히|예를 들어|둘 다|두|양측은|당시|해당',
		unless: '이 날|이번',
	},
	th: {
		opens:
			'มัน|เขา|เธอ|พวกเขา|พวกมัน|นี่|นั่น|ซึ่ง|ทั้งนี้|นอกจากนี้|นอกจากนั้น|อย่างไรก็ตาม|แต่|ดังนั้น|จึง|เพราะฉะนั้น|โดย|ส่วน|และ|หรือ|ขณะที่|ขณะเดียวกัน|ในขณะที่|ทั้งสอง|ทั้งคู่|ที่นี่|ที่นั่น|อีกทั้ง|รวมถึง|รวมทั้ง|พร้อมทั้ง|ก็|หลังจากนั้น|ต่อมา|เช่น|ด้วยเหตุนี้|อีกด้วย',
		points: 'นี้|นั้น|ดังกล่าว|เหล่านี้|เหล่านั้น',
		unless: 'มันสำปะหลัง|มันฝรั่ง|มันเทศ|วันนี้|ปีนี้|เดือนนี้|สัปดาห์นี้|ตอนนี้|ขณะนี้|เวลานี้|เช้านี้|เย็นนี้|คืนนี้|ปัจจุบันนี้',
	},
	lo: {
		opens:
			'ມັນ|ເຂົາ|ເຂົາເຈົ້າ|ພວກເຂົາ|ພວກເຂົາເຈົ້າ|ພວກມັນ|ນີ້|ນັ້ນ|ທັງນີ້|ນອກຈາກນີ້|ນອກຈາກນັ້ນ|ນອກນັ້ນ|ແຕ່|ແຕ່ວ່າ|ດັ່ງນັ້ນ|ສະນັ້ນ|ເພາະສະນັ້ນ|ເຊິ່ງ|ຊຶ່ງ|ແລະ|ຫຼື|ສ່ວນ|ໂດຍ|ທັງສອງ|ພ້ອມກັນນັ້ນ|ພ້ອມນັ້ນ|ພ້ອມດຽວກັນ|ຢ່າງໃດກໍຕາມ|ຢ່າງໃດກໍ່ຕາມ|ຢູ່ນີ້|ຢູ່ນັ້ນ|ໃນນັ້ນ|ຫຼັງຈາກນັ້ນ|ຕໍ່ມາ|ໃນຂະນະທີ່|ຂະນະດຽວກັນ|ເຊັ່ນ|ດ້ວຍເຫດນີ້',
		points: 'ນີ້|ນັ້ນ|ດັ່ງກ່າວ|ເຫຼົ່ານີ້|ເຫຼົ່ານັ້ນ',
		unless: 'ມັນຕົ້ນ|ມັນຝຣັ່ງ|ມັນດ້າງ|ມື້ນີ້|ວັນນີ້|ປີນີ້|ເດືອນນີ້|ອາທິດນີ້|ສັບປະດານີ້|ຕອນນີ້|ດຽວນີ້|ເວລານີ້|ປັດຈຸບັນນີ້|ຄັ້ງນີ້',
	},
	km: {
		opens:
			'វា|គាត់|នាង|ពួកគេ|ពួកវា|ពួកគាត់|នេះ|នោះ|លើសពីនេះ|ក្រៅពីនេះ|ក្រៅពីនោះ|ប៉ុន្តែ|តែ|ដូច្នេះ|ដូចនេះ|ហេតុនេះ|ហេតុដូច្នេះ|ហើយ|និង|ទាំងពីរ|ទន្ទឹមនឹងនេះ|ជាមួយគ្នានេះ|យ៉ាងណាក៏ដោយ|យ៉ាងណាមិញ|ទោះយ៉ាងណា|ទោះជាយ៉ាងណា|ដែល|ឯ|ចំណែក|រីឯ|បន្ទាប់មក|ក្រោយមក|បន្ទាប់ពីនោះ|នៅទីនេះ|នៅទីនោះ|ក្នុងនោះ|ឧទាហរណ៍',
		points: 'នេះ|នោះ|ទាំងនេះ|ទាំងនោះ|ខាងលើ',
		unless: 'ថ្ងៃនេះ|ឆ្នាំនេះ|ខែនេះ|សប្តាហ៍នេះ|សប្ដាហ៍នេះ|ឥឡូវនេះ|ពេលនេះ|បច្ចុប្បន្ននេះ|ព្រឹកនេះ|យប់នេះ',
	},
	id: {
		opens:
			'ia|dia|beliau|mereka|ini|itu|hal ini|hal itu|hal tersebut|selain itu|namun|tetapi|tapi|dan|oleh karena itu|karena itu|sementara itu|di samping itu|di sana|di sini|keduanya|juga|lalu|kemudian|setelah itu|sebelumnya|misalnya|dengan demikian|begitu pula',
		points: 'ini|itu|tersebut',
		unless: 'hari ini|tahun ini|bulan ini|minggu ini|pekan ini|saat ini|kali ini|pagi ini|malam ini',
	},
	ru: {
		opens:
			'он|она|оно|они|его|её|ее|их|ему|ей|им|это|этот|эта|эти|этого|этой|этих|этим|тот|та|те|такой|такая|такое|такие|там|тут|здесь|также|тоже|однако|но|а|и|поэтому|кроме того|при этом|в то же время|таким образом|тем не менее|затем|потом|после этого|до этого|для этого|в этом|в этой|в этих|на этом|на этой|оба|обе|первый из|второй из|другие|остальные|например|благодаря этому|среди них|из них',
		unless: 'в этом году|на этой неделе|в этом месяце|этим летом|этой зимой|этой весной|этой осенью',
	},
	ro: {
		opens:
			'el|ea|ei|ele|acesta|aceasta|aceștia|acestea|acest|această|acești|aceste|acela|aceea|acolo|aici|de asemenea|însă|dar|și|totuși|astfel|prin urmare|așadar|în plus|de aceea|amândoi|amândouă|ambii|ambele|cei doi|cele două|apoi|ulterior|de exemplu|în acest|în această|în aceste|alții|altele',
		unless: 'acest an|această săptămână|în acest an|în această săptămână|în această lună',
	},
	el: {
		opens:
			'αυτός|αυτή|αυτό|αυτοί|αυτές|αυτά|εκείνος|εκείνη|εκείνο|εκείνοι|ο ίδιος|η ίδια|το ίδιο|εκεί|εδώ|επίσης|ωστόσο|όμως|αλλά|και|επιπλέον|έτσι|επομένως|παράλληλα|στη συνέχεια|οι δύο|και οι δύο|και τα δύο|άλλοι|άλλες|άλλα|για παράδειγμα|για αυτό|σε αυτό|σε αυτή|σε αυτά',
	},
	tr: {
		opens:
			'o|onlar|onun|onların|bu|bunlar|bunun|bunların|buna|bunu|şu|şunlar|ayrıca|ancak|fakat|ama|ve|öte yandan|bununla birlikte|bu nedenle|bu yüzden|böylece|burada|orada|ikisi|ikisi de|her ikisi|her ikisi de|daha sonra|ardından|örneğin|diğerleri|diğeri',
		unless: 'bu yıl|bu ay|bu hafta|bu sabah|bu akşam|bu yaz|bu kış|bu sene',
	},
	ar: {
		opens:
			'هو|هي|هم|هما|هن|هذا|هذه|هؤلاء|ذلك|تلك|أولئك|وهو|وهي|وهم|وهما|وهذا|وهذه|وذلك|وتلك|كما|لكن|ولكن|لذلك|ولذلك|لذا|ولذا|هناك|وهناك|هنا|بالإضافة إلى ذلك|ومع ذلك|مع ذلك|في هذا|في هذه|وفي هذا|وفي هذه|كلاهما|أيضا|أيضًا|ثم|بعد ذلك|وبعد ذلك|على سبيل المثال',
		unless: 'هذا العام|هذه السنة|هذا الأسبوع|هذا الشهر',
	},
	hi: {
		opens:
			'यह|ये|वह|वे|इस|इन|उस|उन|इसे|इन्हें|उसे|उन्हें|इसके|इसकी|इसका|इनके|इनकी|इनका|उसके|उसकी|उसका|उनके|उनकी|उनका|इसमें|उसमें|इनमें|उनमें|इससे|उससे|इन्होंने|उन्होंने|उसने|लेकिन|परंतु|मगर|और|इसलिए|हालांकि|साथ ही|इसके अलावा|वहां|वहाँ|यहां|यहाँ|दोनों|फिर|बाद में|उदाहरण के लिए',
		unless: 'इस साल|इस वर्ष|इस महीने|इस सप्ताह|इस हफ्ते',
	},
};
