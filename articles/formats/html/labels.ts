/** What stands above links to other pages, in the languages of the interface; the whole line, lower case or not. */
const RELATED_LABELS = [
	'related|related (?:articles?|posts?|content|links|stories|news|topics|pages|reading|documents)|' +
		'read (?:more|next|also)|more (?:news|stories|articles|from .{1,40}|on this|like this)|you (?:may|' +
		'might) also (?:like|be interested in).{0,20}|recommended(?: (?:articles|for you|reading|stories))?|' +
		'trending(?: now)?|most (?:read|popular|viewed)|popular (?:posts|articles)|latest (?:news|articles|posts|' +
		'stories)|recent (?:posts|articles)|recently viewed articles|see also|up next|keep reading|don.t miss',
	'à lire (?:aussi|également|ensuite)|lire (?:aussi|la suite|plus)|articles? (?:liés?|connexes?|' +
		'similaires?|associés?|récents)|sur le même (?:sujet|thème)|voir aussi|les plus lus|plus d.(?:articles|' +
		'actualités|infos)|vous (?:aimerez|pourriez) aussi.{0,20}|dernières (?:actualités|nouvelles)|actualités',
	'bài viết liên quan|tin liên quan|bài liên quan|xem thêm|đọc thêm|có thể bạn quan tâm|tin (?:mới|khác|' +
		'cùng chuyên mục|đọc nhiều)|đọc nhiều(?: nhất)?|bài viết (?:mới|khác)|cùng chuyên mục',
	'ຂ່າວທີ່ກ່ຽວຂ້ອງ|ບົດຄວາມທີ່ກ່ຽວຂ້ອງ|ອ່ານເພີ່ມ(?:ເຕີມ)?|ອ່ານຕໍ່|ຂ່າວອື່ນໆ?|ຂ່າວຫຼ້າສຸດ',
	'ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|เรื่องที่เกี่ยวข้อง|อ่าน(?:เพิ่มเติม|ต่อ|ข่าวอื่น)|ข่าว(?:อื่น ?ๆ|' +
		'ล่าสุด|ยอดนิยม)|ดูเพิ่มเติม|คุณอาจสนใจ|บทความ(?:อื่น ?ๆ|ล่าสุด)',
	'អត្ថបទ(?:ពាក់ព័ន្ធ|ទាក់ទង|ថ្មីៗ)|ព័ត៌មាន(?:ពាក់ព័ន្ធ|ទាក់ទង|ថ្មីៗ|ផ្សេងទៀត)|អានបន្ថែម|អានបន្ត',
	'相关(?:文章|阅读|新闻|链接|推荐|内容)|相關(?:文章|閱讀|新聞|連結|內容)|延伸(?:阅读|閱讀)|更多(?:新闻|新聞|文章|内容|內容)?|推荐阅读|推薦閱讀|(?:热门|熱門)(?:文章|' +
		'新闻|新聞)|最新(?:文章|消息|新闻|新聞)|猜你喜欢|你可能(?:也|还)喜欢',
	'artículos? relacionados?|noticias relacionadas|contenido relacionado|enlaces relacionados|' +
		'temas relacionados|(?:lee|leer|lea) (?:también|más)|más (?:noticias|artículos|leídas?|leídos?)|(?:lo|' +
		'las|los) más (?:leíd[oa]s?|vist[oa]s?)|te puede interesar|también te puede interesar|ver también|' +
		'véase también|últimas noticias|relacionad[oa]s?',
	'(?:ähnliche|verwandte|weitere|passende|neueste) (?:artikel|beiträge|themen|meldungen|nachrichten|' +
		'inhalte|seiten)|mehr (?:zum thema|artikel|nachrichten|aus .{1,40}|lesen)|lesen sie auch|' +
		'auch interessant|das könnte (?:sie|dich|ihnen|dir) auch .{1,20}|siehe auch|meistgelesen|weiterlesen|' +
		'zum thema|aktuelle (?:meldungen|beiträge)',
	'関連(?:記事|リンク|ニュース|情報|ページ|コンテンツ)|(?:あわせて|合わせて|こちらも)読みたい|おすすめ(?:の?記事)?|もっと読む|続きを読む|(?:人気|最新|新着)(?:の?記事|' +
		'ニュース)|ほかの記事|他の記事|ランキング',
];

/** A line that says that what follows it leads to other pages. */
export const FRAME_LABELS = new RegExp(`^\\s*(?:${RELATED_LABELS.join('|')})\\s*[:：…>»]*\\s*$`, 'iu');

/** The text of a link that passes over the menu. */
export const SKIP_LABEL = new RegExp(
	String.raw`^(?:skip to |jump to (?:content|main)|aller au contenu|passer au contenu|` +
		String.raw`zum (?:haupt)?inhalt(?: springen)?$|(?:saltar|ir) al contenido|chuyển đến (?:phần )?nội dung|ข้ามไป|` +
		String.raw`ຂ້າມໄປ|រំលង|跳(?:到|至|转)|コンテンツ(?:へ|に)|本文へ)`,
	'iu',
);

/** What a button says that shows more of the same: it names nothing. */
export const MORE_LABEL = new RegExp(
	String.raw`^(?:(?:show|read|see|view|load) (?:more|all|less|details|answer)|more|expand(?: all)?|details|menu|` +
		String.raw`toggle .{0,30}|open|afficher (?:plus|la suite)|voir plus|lire la suite|mehr (?:anzeigen|lesen|erfahren)|` +
		String.raw`weiterlesen|ver más|mostrar más|leer más|xem thêm|อ่านเพิ่มเติม|ดูเพิ่มเติม|ອ່ານເພີ່ມ|អានបន្ថែម|显示更多|展开|` +
		String.raw`更多|もっと見る|続きを読む)\s*[.…>»+▾▼]*$`,
	'iu',
);

/** What names the kind of an admonition and nothing else. */
export const KIND_LABEL = new RegExp(
	String.raw`^[^\p{L}\p{N}]*(?:note|notes|notice|tip|tips|hint|info|information|important|warning|caution|danger|` +
		String.raw`attention|error|success|remember|see also|remarque|note bien|nota|astuce|conseil|attention|` +
		String.raw`avertissement|danger|information|important|hinweis|tipp|achtung|warnung|vorsicht|wichtig|gefahr|consejo|` +
		String.raw`sugerencia|aviso|advertencia|atención|precaución|peligro|importante|información|ghi chú|lưu ý|chú ý|mẹo|` +
		String.raw`cảnh báo|quan trọng|หมายเหตุ|คำเตือน|ข้อควรระวัง|เคล็ดลับ|สำคัญ|ໝາຍເຫດ|ຄຳເຕືອນ|ຂໍ້ຄວນລະວັງ|សម្គាល់|` +
		String.raw`ចំណាំ|ការព្រមាន|គន្លឹះ|注|注意|提示|警告|说明|說明|小贴士|重要|危险|注記|メモ|ヒント|ノート|情報|備考)[^\p{L}\p{N}]*$`,
	'iu',
);
