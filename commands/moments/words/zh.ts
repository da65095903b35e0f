import type { Words } from './words.js';

const DAYS = ['一', '二', '三', '四', '五', '六', '日天'];

/** Each of these words with the sign of each weekday behind it. */
function weekdaysWith(words: readonly string[]): string[][] {
	return DAYS.map((signs) => Array.from(signs).flatMap((sign) => words.map((word) => word + sign)));
}

/** In simplified signs, and in the traditional ones that are others. */
export const zh: Words = {
	concepts: {
		'my-last-message': [
			'我的上一条消息',
			'我上一条消息',
			'我的最后一条消息',
			'我最后一条消息',
			'我最后一次发言',
			'我上次发言',
			'我的上一則訊息',
			'我的最後一則訊息',
		],
		now: ['现在', '刚刚', '現在', '剛剛', '此刻'],
		today: ['今天', '今日'],
		yesterday: ['昨天', '昨日'],
		'day-before-yesterday': ['前天', '前日'],
		tomorrow: ['明天', '明日'],
		'this-morning': ['今天早上', '今早', '今天上午', '今晨'],
		'this-afternoon': ['今天下午'],
		'this-evening': ['今天晚上', '今晚'],
		'last-night': ['昨天晚上', '昨晚', '昨夜'],
		'this-week': ['本周', '这周', '这个星期', '这星期', '这个礼拜', '本週', '這週', '這個星期', '這星期'],
		'last-week': ['上周', '上个星期', '上星期', '上个礼拜', '上礼拜', '上週', '上個星期', '上個禮拜', '上禮拜'],
		'this-month': ['本月', '这个月', '這個月'],
		'last-month': ['上个月', '上月', '上個月'],
		'this-year': ['今年'],
		'last-year': ['去年'],
		morning: ['早上', '上午', '早晨', '清晨'],
		noon: ['中午'],
		afternoon: ['下午'],
		evening: ['晚上', '傍晚'],
		night: ['夜里', '深夜', '夜裡', '夜间', '夜間'],
		'small-hours': ['凌晨', '半夜', '午夜'],
		minute: ['分钟', '分', '分鐘'],
		hour: ['小时', '个小时', '钟头', '个钟头', '小時', '個小時', '鐘頭', '個鐘頭'],
		day: ['天', '日'],
		week: ['周', '个星期', '星期', '个礼拜', '礼拜', '週', '個星期', '個禮拜', '禮拜'],
		month: ['个月', '月', '個月'],
		year: ['年'],
		'half-hour': ['半小时', '半个小时', '半個小時', '半小時'],
		ago: ['前', '以前', '之前', '过去', '最近', '上', '上个', '過去', '上個', '近'],
		this: ['这', '这个', '本', '這', '這個'],
		at: ['在'],
		oclock: ['点', '点钟', '时', '點', '點鐘', '時'],
		'day-of-month': ['号', '號'],
		filler: ['的', '从', '自', '起', '开始', '以来', '從', '開始', '以來', '到', '民国', '民國'],
	},
	numbers: [],
	weekdays: weekdaysWith(['星期', '周', '礼拜', '週', '禮拜']),
	weekdaysOfLastWeek: weekdaysWith(['上周', '上星期', '上个星期', '上礼拜', '上个礼拜', '上週', '上個星期', '上禮拜']),
};
