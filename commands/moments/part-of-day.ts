import type { Clock, PartOfDay } from './meaning.js';

/** When the parts of a day begin, if no hour is given. */
const BEGINNINGS = {
	'small-hours': 0,
	morning: 6,
	noon: 12,
	afternoon: 12,
	evening: 18,
	night: 21,
} as const satisfies Partial<Record<PartOfDay, number>>;

interface Timed {
	readonly clocks: readonly Clock[];
	readonly parts: readonly PartOfDay[];
}

/** `null` where no time of the day is given, `undefined` where it is none. */
export function clockOf({ clocks, parts }: Timed): Clock | null | undefined {
	const [clock, ...others] = clocks;
	if (others.length > 0) return undefined;
	if (clock !== undefined) return parts.reduce<Clock | undefined>((at, part) => at && clockIn(at, part), clock);
	const [part, ...more] = new Set(parts);
	if (part === undefined) return null;
	if (more.length > 0 || part === 'am' || part === 'pm') return undefined;
	return { hour: BEGINNINGS[part], minute: 0 };
}

/** An hour of twelve in a part of the day; hours of twenty-four stay as they are. */
function clockIn({ hour, minute }: Clock, part: PartOfDay): Clock | undefined {
	const later = (isLater: boolean) => ({ hour: isLater ? hour + 12 : hour, minute });
	switch (part) {
		case 'am':
			return hour > 12 ? undefined : { hour: hour % 12, minute };
		case 'small-hours':
			return hour > 12 ? undefined : { hour: hour % 12, minute };
		case 'morning':
			return hour > 12 ? undefined : later(false);
		case 'noon':
			return later(hour >= 1 && hour <= 3);
		case 'afternoon':
		case 'pm':
			return later(hour < 12);
		case 'evening':
			return hour === 12 ? undefined : later(hour < 12);
		case 'night':
			return hour === 12 ? { hour: 0, minute } : later(hour > 5 && hour < 12);
		default:
			return part satisfies never;
	}
}
