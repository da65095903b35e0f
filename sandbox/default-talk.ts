/**
 * Invented talk of a newsroom at an invented border, for whoever tries Quoth out: in English, French, Vietnamese, Lao, Thai
 * and Chinese, with what was agreed, what stayed open, and much that says nothing. `talk.ts` says how it is read.
 */

/**
 * Yesterday and today in the channel of the desk. The owner, as whom the page begins, wrote first and then no more: what came
 * after the last message of hers is nearly all.
 */
export const DESK_TALK = `
26:44 noy: I am on the road until tomorrow evening. Please decide without me, and keep it all in this channel.
26:40 chloe: Bonjour à tous. Le premier train de fret passe-t-il vraiment le pont de Nam Kaeo cette semaine ?
26:36 lan > chloe: Chào chị, ga Tà Khoang nói là thứ Năm, nhưng chưa cho biết giờ.
26:33 kham: ສະບາຍດີ. ຂ້ອຍໂທຫາສະຖານີແລ້ວ ລົດໄຟຂົນສົ່ງຈະອອກວັນພະຫັດ ເວລາ 06:40.
26:31 ada > kham: So 06:40 on Thursday. Does it leave from our side or from theirs?
26:28 kham > ada: ອອກຈາກຝັ່ງພວກເຮົາ ຮອດຝັ່ງນັ້ນປະມານ 09:15.
26:25 minh: Vậy là 06:40 khởi hành, 09:15 tới nơi. Tàu có 18 toa, chủ yếu chở cà phê và gỗ dán.
26:22 chloe: 18 wagons, c’est plus que les 12 annoncés en avril.
26:18 wei: 我在货运站看到的清单也是18节车厢，其中5节是冷藏车。
26:15 nok: แล้วรถไฟโดยสารล่ะคะ มีข่าวบ้างไหม
26:10 ada > nok: Nothing yet. The ministry said “later this year”, which is what it said last year too.
26:08 nok: 😅
26:05 minh: Chốt nhé: mình đăng tin chuyến tàu đầu tiên với giờ 06:40 thứ Năm, Chloé viết bản tiếng Pháp, Ada viết bản tiếng Anh. [👍 chloe ada kham]
26:02 chloe > minh: D’accord, je m’en charge. Texte avant 17 h.
26:00 ada: Agreed. I will have the English text by 17:00 as well.
25:58 lan: ok
25:57 wei: 👍
25:50 ada: Please keep the number of wagons out of the headline until the station confirms it in writing. [edited]
25:30 gauge: Nam Kaeo bridge: water level 4.12 m, 0.35 m more than 24 hours ago. Warning level: 5.00 m.

24:20 lan: Mẫu tờ khai hải quan mới CT-7 áp dụng từ ngày 1 tháng sau phải không mọi người?
24:16 wei > lan: 是的，下个月1日起。旧表格可以用到这个月底。
24:12 ada: Here is the notice, four pages of it: https://example.org/customs/ct-7-notice
24:08 chloe: Merci. Et qui signe le CT-7 quand le chauffeur n’est pas le propriétaire des marchandises ? [❓ lan kham]
24:02 kham: ພໍ່ຄ້າຢູ່ຕະຫຼາດກໍຖາມຄຳຖາມດຽວກັນ.
23:55 lan: Thông báo không nói gì về việc đó.
23:50 ada: I do not know either.
23:48 nok: โทรไปที่ด่านศุลกากรแล้วค่ะ ยังไม่มีใครรับสาย

22:50 ada: My last edit broke the feed of the site, sorry. This mends it:⏎\`\`\`json⏎{ "title": "Nam Kaeo", "language": "en" }⏎\`\`\`
22:46 wei > ada: 谢谢，我这边恢复正常了。
22:45 minh: 👏

21:30 nok: เสาร์นี้ตลาดชายแดนตาโคงเปิดถึงสี่ทุ่มเป็นครั้งแรก ใครจะไปถ่ายรูปได้บ้างคะ
21:26 wei > nok: 我可以去，但是只能待到晚上八点。
21:22 lan: Em đi được từ 7 giờ tối.
21:18 nok > lan: งั้นให้เว่ยไปช่วงเย็น แล้วหลันรับช่วงต่อตอนหนึ่งทุ่มนะคะ
21:15 minh: Thống nhất vậy: Wei chụp đến 8 giờ tối, Lan chụp từ 7 giờ, gửi ảnh trước 23 giờ thứ Bảy. [👍 wei lan nok]
21:12 wei: 好的
21:10 lan: dạ
21:05 chloe: Il nous faudra des légendes en trois langues, pas seulement en vietnamien.
21:02 ada > chloe: I can do the English captions on Sunday morning.
20:58 kham: ຂ້ອຍຈະຂຽນຄຳບັນຍາຍເປັນພາສາລາວ.
20:50 nok: แถวตลาดมีที่จอดรถไหมคะ
20:20 ada: Does anyone know who runs the stalls on the east side of the market now? Our map of 2023 is wrong.
20:05 wei: 这是今天的货运时刻表。

19:40 chloe: Petite question de style : écrit-on « Nam Kaeo » ou « Nam Keo » ?
19:36 kham > chloe: ປ້າຍທາງການຂຽນວ່າ Nam Kaeo.
19:33 lan: Tiếng Việt thì viết Nậm Kẹo, nhưng tên trên bản đồ là Nam Kaeo.
19:30 ada: Let us settle it: we write “Nam Kaeo” everywhere, with the Vietnamese name in brackets where it is mentioned first. [👍 chloe lan kham; 🎉 minh]
19:28 chloe: Parfait, c’est noté.
19:26 minh: Đã sửa trong bảng thuật ngữ: https://example.org/desk/glossary
18:10 ada: Filed: https://example.org/drafts/first-freight-train
18:05 chloe: La version française est envoyée aussi : https://example.org/drafts/premier-train-de-fret
18:02 minh: Cảm ơn hai bạn 🙏

4:30 gauge: Nam Kaeo bridge: water level 4.71 m, 0.59 m more than 24 hours ago. Warning level: 5.00 m.
4:22 lan: Nước lên nhanh quá. Đường 8 có bị ngập không?
4:18 kham > lan: ທາງເລກ 8 ປິດແລ້ວຢູ່ກິໂລແມັດທີ 23. ລົດບັນທຸກຕ້ອງອ້ອມໄປທາງບ້ານຫ້ວຍຄຳ.
4:15 ada: Do we know until when?
4:12 kham > ada: ເຂົາເຈົ້າວ່າຮອດວັນສຸກ ແຕ່ຂຶ້ນກັບຝົນ.
4:08 nok: ฝั่งนี้ฝนหยุดแล้ว แต่น้ำยังขึ้นอยู่ค่ะ
4:05 wei: 气象台预报说，周四以前还有大雨：https://example.org/weather/nam-kaeo
4:00 chloe: Le train de jeudi est-il maintenu malgré la crue ?
3:55 minh > chloe: Ga nói tàu vẫn chạy nếu mực nước dưới 5 mét.
3:52 chloe: Donc à 29 centimètres près…
3:50 chloe: Disons-le tel quel : le train part si la rivière reste sous les cinq mètres.
3:45 ada > chloe: Yes. Decided: the closure of road 8 goes out now, the train follows, and we update both at 18:00. [👍 lan chloe minh]
3:42 lan: Em đăng tin đường 8 ngay.
3:40 chloe: Et moi le train.
3:20 lan: Đã đăng: https://example.org/news/duong-8-bi-ngap
3:10 nok > lan: แปลเป็นภาษาไทยให้แล้วนะคะ [❤️ lan]
2:40 kham: ສະຖານີສົ່ງໜັງສືຢັ້ງຢືນມາແລ້ວ: 18 ຕູ້.
2:37 ada > kham: Good, then the number may go into the headline.
2:30 wei: 冷藏车里装的是什么？有人知道吗？
2:24 lan > wei: Theo danh sách hàng thì là sầu riêng và cá.
2:20 wei: 明白了
2:00 chloe: Rappel : réunion d’équipe lundi à 9 h, l’ordre du jour est ici : https://example.org/desk/monday
1:58 minh: +1
1:56 nok: รับทราบค่ะ
1:40 ada: The wire wants 300 words from us on what the CT-7 changes for small traders. Who can take it?
1:34 kham > ada: ຂ້ອຍຂຽນໄດ້ ແຕ່ຕ້ອງຮູ້ກ່ອນວ່າໃຜເປັນຜູ້ເຊັນ.
1:30 chloe: On revient à la même question : qui signe quand le chauffeur n’est pas le propriétaire ?
1:26 minh: Chiều nay mình gọi lại cho chi cục hải quan, có kết quả sẽ báo ở đây.
1:00 wei: 顺便问一下，新的冷库什么时候开放参观？
0:45 lan: 🌧️🌧️
0:40 gauge: Nam Kaeo bridge: water level 4.83 m, 0.71 m more than 24 hours ago. Warning level: 5.00 m.
0:36 minh: Theo dõi tiếp nhé. Nếu vượt 5 mét thì gọi cho tôi ngay, mấy giờ cũng được.
0:30 chloe: Bien reçu.
0:20 nok: วันพฤหัสเจอกันที่สถานีตอนหกโมงเช้านะคะ
0:12 ada > nok: See you there at six.
`;

/** The words of the message that the thread was begun from, and what was said there. */
export const THREAD_BEGINS_AT = 'Chốt nhé';
export const THREAD_TALK = `
25:52 chloe: Il nous manque encore le nom du conducteur et le poids total.
25:47 lan > chloe: Tổng trọng tải là 742 tấn, theo nhà ga.
25:41 wei: 司机不愿意接受采访。
25:38 ada: Fine, then we go without a portrait of the driver. Agreed? [👍 chloe lan]
25:35 chloe: D’accord.
25:20 kham: ໃຜຊິໄປຖ່າຍຮູບຢູ່ຂົວ?
`;

/** Between the owner, the manager, Lan and the bot. */
export const BUDGET_TALK = `
20:30 lan: Tối thứ Bảy ở chợ Tà Khoang em xin khoảng 900 nghìn, gồm tiền xe và bữa tối ạ.
20:26 minh > lan: Duyệt, tối đa một triệu. Nhớ giữ lại hóa đơn nhé.
20:22 lan: dạ, em cảm ơn
20:20 minh: Ai trả tiền gửi xe cho Wei?
`;

/** In the age-restricted channel. */
export const ACCIDENT_TALK = `
5:30 kham: ລົດບັນທຸກຂວ້ຳຢູ່ກິໂລແມັດທີ 23 ມີຄົນເຈັບສອງຄົນ ຂ້ອຍມີຮູບ ແຕ່ເບິ່ງຍາກ.
5:24 chloe: Images difficiles : on ne publie rien sans floutage.
5:20 ada: Decided: nothing from this channel is published before the families have been told.
5:15 nok: โรงพยาบาลบอกว่าทั้งสองคนพ้นขีดอันตรายแล้วค่ะ
5:10 wei: 是哪家医院？
`;

/** Posts of the forum: what each is called, and what was said in it. */
export const POSTS: readonly { readonly name: string; readonly talk: string }[] = [
	{
		name: 'Giờ mở cửa chợ Tà Khoang',
		talk: `
23:30 lan: Chợ phiên Tà Khoang bây giờ họp vào Chủ nhật, từ 6 giờ sáng đến 2 giờ chiều. Ai có thông tin mới hơn thì ghi vào đây nhé.
23:10 nok > lan: วันเสาร์มีตลาดกลางคืนด้วยค่ะ เปิดห้าโมงเย็นถึงสี่ทุ่ม
22:30 wei: 从河那边过来的人周日上午八点以后才能过关。
`,
	},
	{
		name: 'Where to stay near the bridge',
		talk: `
9:00 chloe: Où dormir près du pont de Nam Kaeo quand on arrive tard ? L’hôtel de la gare est fermé.
8:40 kham > chloe: ມີເຮືອນພັກຢູ່ບ້ານຫ້ວຍຄຳ ຄືນລະ 120 ພັນກີບ.
8:10 ada: The guest house at Ban Houaykham answers the phone until ten at night.
7:50 chloe: Merci à vous deux !
`,
	},
];

/** What Wei sends along with the timetable. */
export const TIMETABLE = 'day,train,leaves,arrives\nThursday,F 101,06:40,09:15\nSaturday,F 103,06:40,09:20\n';
