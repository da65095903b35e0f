/** What marks the day of publication, before a date or after it; lower case, as patterns. */
const PUBLISHED = [
	'published|posted|issued|written|dated|created|publication|date published|publish(?:ed)? date|' +
		'publication date|date of publication|posting date|date',
	'publiée?s?|parue?s?|mise? en ligne|postée?|rédigée?|diffusée?|date de (?:publication|parution|mise en ligne)',
	'(?:ngày |thời gian )?(?:đăng|xuất bản|công bố|phát hành|đăng tải)(?: tin| bài)?|ngày đăng|' +
		'ngày xuất bản|đã đăng|được đăng',
	'publicad[oa]|postead[oa]|escrit[oa]|fecha(?: de publicación)?|postad[oa]|criad[oa]|' +
		'data(?: de publicação| di pubblicazione)?|pubblicat[oa]|inserit[oa]',
	'(?:erst)?veröffentlicht|publiziert|erschienen|erstellt|verfasst|(?:erscheinungs|veröffentlichungs|' +
		'erstellungs)?datum|online seit',
	'gepubliceerd|geplaatst|opublikowan[oay]|data publikacji|yayı[nm]lan\\p{L}*|yayın tarihi|tarih',
	'опубликован[оа]?|размещен[оа]|размещён|дата(?: публикации)?|опубліковано|дата публікації',
	'diterbitkan|dipublikasikan|diposting|terbit|tayang|ditayangkan|dimuat|tanggal (?:terbit|tayang|' +
		'publikasi)|tanggal',
	'(?:发布|發布|發佈|发表|發表|刊登|刊发|出版|公布)(?:时间|時間|日期|于|於)?|日期',
	'公開日?時?|掲載日?時?|投稿日?時?|発行日?|配信日?時?|作成日?|発表日?|日付',
	'게시일?|게재일?|등록일?|입력일?|발행일?|작성일?',
	'(?:วันที่)?(?:เผยแพร่|โพสต์|ตีพิมพ์|ประกาศ)|ลงวันที่|วันที่ลงข่าว',
	'(?:ວັນທີ)?(?:ເຜີຍແຜ່|ໂພສ|ພິມ|ປະກາດ)|ລົງວັນທີ|ຕີພິມ',
	'(?:បាន)?(?:ផ្សព្វផ្សាយ|ចេញផ្សាយ|ផ្សាយ|បោះពុម្ព|បង្ហោះ)|កាលបរិច្ឆេទ(?:ផ្សាយ)?',
	'نُ?شرت?|تم النشر|تاريخ النشر|التاريخ|تاريخ|प्रकाशित|प्रकाशन तिथि|तारीख|दिनांक',
].join('|');

/** What marks another day: of a change, of an event, or the end of a time. */
const OTHERWISE = [
	'(?:last )?(?:updated?|modified|changed|revised|edited|reviewed|received|accepted|submitted|' +
		'retrieved|accessed|opened|closed)|deadline|expires|valid|until|effective|corrected',
	'mise? à jour|modifiée?|actualisée?|reçue?|acceptée?|consultée?|corrigée?|(?:date )?limite',
	'cập nhật|sửa đổi|chỉnh sửa|hạn(?: chót)?|nhận bài',
	'actualizad[oa]|modificad[oa]|recibid[oa]|aceptad[oa]|atualizad[oa]|recebid[oa]|aceite|aggiornat[oa]|' +
		'ricevut[oa]',
	'aktualisiert|geändert|überarbeitet|eingereicht|angenommen|stand|bearbeitet|bijgewerkt|gewijzigd|' +
		'zaktualizowano|güncellen\\p{L}*',
	'обновлен[оа]?|обновлён|изменен[оа]?|оновлено|diperbarui|dimutakhirkan|diubah',
	'(?:آخر )?تحديث|محدث|अद्यतन|अपडेट',
].join('|');
/** The same in writing without spaces between words. */
const OTHERWISE_UNSPACED =
	'更新日?時?|修订|修訂|修改|改定|收稿|截止|수정일?|업데이트|แก้ไข|อัปเดต|อัพเดท|ปรับปรุง|ອັບເດດ|ປັບປຸງ|ແກ້ໄຂ|ធ្វើបច្ចុប្បន្នភាព|កែប្រែ';

/** What a document calls itself: `Report of 5 March 2023`. */
const DOCUMENT = new RegExp(
	'^(?:document|report|bulletin|newsletter|press release|minutes|circular|notice|statement|' +
		'communiqué(?: de presse)?|rapport|circulaire|compte[- ]rendu|bericht|(?:presse)?mitteilung|protokoll|' +
		'informe|boletín|comunicado|acta|relatório|comunicato|thông cáo(?: báo chí)?|báo cáo|công văn|bản tin|' +
		'公告|通知|报告|報告|отчёт|отчет|laporan)$',
	'u',
);

const SMALL_BEFORE =
	'(?:(?:first|originally|initially|erstmals|zuerst|the|this|article|story|post|page|news|web|online|' +
	"was|is|cet?|l|bài(?: viết)?|tin|el|este|o|artículo|artigo|articolo|artikel|dieser|am)['’ ]+)*";
const SMALL_AFTER =
	'(?:\\s*(?:online|here|first|on|at|le|la|en ligne|ngày|lúc|vào|el|em|il|am|op|pada|tanggal|dnia|в|于|' +
	'於|เมื่อ|วันที่|ວັນທີ|ເມື່ອ|នៅ|ថ្ងៃទី|في|بتاريخ|:|：|៖|に))*';

const PUBLISHED_BEFORE = new RegExp(`^${SMALL_BEFORE}(?:${PUBLISHED})${SMALL_AFTER}$`, 'u');
/** `Posted by Ann Lee on` */
const PUBLISHED_BY = new RegExp(
	`^(?:${PUBLISHED})\\s+(?:by|in|par|dans|von|por|da|oleh|bởi|door)(?:\\s\\S+){1,6}$`,
	'u',
);
/** Wherever it stands in what is before a date, since `Page last updated` is no place. */
const OTHERWISE_BEFORE = new RegExp(`(?<![\\p{L}\\p{M}])(?:${OTHERWISE})(?![\\p{L}\\p{M}])|${OTHERWISE_UNSPACED}`, 'u');
/** A label after its date stands alone, up to the end or the next mark: `2024年3月5日更新`. */
const LABEL_AFTER = new RegExp(
	`^[\\s(（]*(?:(?<published>${PUBLISHED})|(?<otherwise>${OTHERWISE}|${OTHERWISE_UNSPACED}))` +
		'[\\s)）]*(?:$|[,，、;；|/·•.。]|\\s{2})',
	'u',
);

/** What is said of a date: that it is the day of publication, or another; `none` where nothing is said. */
export type Label = 'published' | 'otherwise' | 'document' | 'none';

/**
 * The label before a date, of which nothing else may stand in `before`; `none` for what is no label, such as a
 * place.
 */
export function labelBefore(before: string): Label {
	const words = before
		.normalize('NFC')
		.toLowerCase()
		.replace(/[\s:：៖-]+$/u, '')
		.trim();
	if (words === '') return 'none';
	if (PUBLISHED_BEFORE.test(words) || PUBLISHED_BY.test(words)) return 'published';
	if (OTHERWISE_BEFORE.test(words)) return 'otherwise';
	const named = words.replace(/\s+(?:of|from|du|de|del|vom|von|ngày|от|tanggal)$/u, '');
	return DOCUMENT.test(named) ? 'document' : 'none';
}

/** The label directly after a date, which stands between the date and the end of its part of the line. */
export function labelAfter(after: string): Label {
	const groups = LABEL_AFTER.exec(after.toLowerCase())?.groups;
	if (groups === undefined) return 'none';
	return groups.published === undefined ? 'otherwise' : 'published';
}
