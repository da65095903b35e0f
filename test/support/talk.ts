import { IDS } from '../../sandbox/default-world.js';
import type { PostedData } from '../../sandbox/world-data.js';

/** Half an hour of talk about two things, with a decision, an open question, small talk and a bot. */
const ENGLISH: readonly (readonly [author: keyof typeof IDS, text: string])[] = [
	['english', 'The freight train to Vientiane was cancelled again this morning because of the flooded bridge.'],
	['french', 'How long will the railway bridge stay closed for freight trains?'],
	['manager', 'The railway says the flooded bridge stays closed for freight trains until the end of May.'],
	['english', 'Then the freight has to go by road, over the mountain pass.'],
	['thai', 'The mountain road takes nine hours, and lorries over thirty tonnes may not use it.'],
	['manager', 'We decided to send the freight by road over the mountain pass until the railway bridge is open.'],
	['french', 'ok'],
	['english', '👍'],
	['application', 'Reminder: the daily report is due.'],
	['thai', 'Who will tell the customs office that the freight arrives by road?'],
	['chinese', 'The school kitchen in Ban Nong needs a new stove before the rainy season.'],
	['vietnamese', 'A new stove for the school kitchen costs about four hundred dollars in Savannakhet.'],
	['chinese', 'The old stove of the school kitchen smokes so much that the children cough.'],
	['lao', 'The parents of Ban Nong can pay half of the stove for the school kitchen.'],
	['vietnamese', 'Agreed: we pay the other half of the new stove, and buy it in Savannakhet on 3 June.'],
	['chinese', 'The price list of the stove is at https://stoves.example/prices for everybody.'],
];

const VIETNAMESE: readonly (readonly [author: keyof typeof IDS, text: string])[] = [
	['vietnamese', 'Cửa khẩu Cầu Treo sáng nay ùn tắc, hơn hai trăm xe tải đang chờ thông quan.'],
	['manager', 'Vì sao xe tải ở cửa khẩu Cầu Treo phải chờ thông quan lâu như vậy?'],
	['vietnamese', 'Máy soi hàng ở cửa khẩu bị hỏng nên hải quan phải kiểm tra từng xe tải bằng tay.'],
	['lao', 'Phía Lào đề nghị mở thêm một làn cho xe tải chở trái cây ở cửa khẩu.'],
	['manager', 'Chúng tôi quyết định mở thêm một làn cho xe tải chở trái cây từ ngày mai.'],
	['vietnamese', 'Bao giờ máy soi hàng mới được lắp ở cửa khẩu Cầu Treo?'],
	['thai', '555'],
	['lao', 'Lớp học tiếng Lào cho cán bộ biên phòng khai giảng vào tháng sáu tại Vinh.'],
	['vietnamese', 'Lớp học tiếng Lào có bốn mươi cán bộ biên phòng đăng ký, phòng học chỉ đủ ba mươi chỗ.'],
	['manager', 'Cần chia lớp học tiếng Lào thành hai ca, buổi sáng và buổi tối.'],
	['vietnamese', 'Thống nhất chia lớp học tiếng Lào thành hai ca cho cán bộ biên phòng.'],
];

/** A talk whose last message was written at `until`, a minute between each two. */
function posted(talk: typeof ENGLISH, until: number): PostedData[] {
	return talk.map(([author, content], i) => ({
		authorId: IDS[author],
		content,
		at: until - (talk.length - i) * 60_000,
	}));
}

export function englishTalk(until: number): PostedData[] {
	return posted(ENGLISH, until);
}

export function vietnameseTalk(until: number): PostedData[] {
	return posted(VIETNAMESE, until);
}

/** So many messages of all that was said, over again, one every half a minute, each with its number. */
export function longTalk(count: number, until: number): PostedData[] {
	const said = ENGLISH.filter(([author]) => author !== 'application');
	return Array.from({ length: count }, (_, i) => {
		const [author, text] = said[i % said.length] ?? ['english', ''];
		return {
			authorId: IDS[author],
			content: text.replace(/(?=[.?]?$)/, ` ${i + 1}`),
			at: until - (count - i) * 30_000,
		};
	});
}
