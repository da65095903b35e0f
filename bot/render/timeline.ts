import type { Activity, Summary, Topic } from '../../answers/summary/summary.js';
import { numberWidth, svgNumber } from './timeline-digits.js';
import { ticksBetween } from './timeline-ticks.js';
import { NO_TOPIC, TOPIC_COLOURS, topicColour } from './topic-colours.js';

/** Of the picture; it is drawn twice as large. */
export const TIMELINE_WIDTH = 1000;
export const TIMELINE_HEIGHT = 260;

/** Neither Discord's dark nor its light: both show it as a card. */
const BACKGROUND = '#23262b';
const GRID = '#3b4048';
const DAY_LINE = '#5a616b';
const TEXT = '#c3c8cf';
const ON_COLOUR = '#16181b';

const LEFT = 60;
const RIGHT = 984;
const TOP = 22;
const AXIS = 222;
/** Messages are some 550 pixels wide on a screen, and half of that on a phone. */
const LABEL_HEIGHT = 16;
const COUNT_HEIGHT = 14;
const LANE_NUMBER_HEIGHT = 11;
/** Of one topic's stretch of time under the bars. */
const LANE = 19;
const LANE_GAP = 4;
/** More lanes than these would leave the bars too little. */
const MOST_LANES = 5;
/** So that every bar can be seen. */
const MOST_BARS = 240;
const MOST_TICKS = 9;
/** A bar that is wider looks like a wall. */
const MOST_BAR_WIDTH = 90;
/** The scale goes up to this at least: one message is no peak. */
const LEAST_SCALE = 4;

/** Messages of a time, by topic. */
interface Bar {
	/** Milliseconds since 1970; `to` is exclusive. */
	readonly from: number;
	readonly to: number;
	/** As in {@link Activity.counts}. */
	readonly counts: readonly number[];
}

/**
 * A timeline as SVG, without any text of members and without letters: messages of each hour or day as a bar, its topics on top of each other,
 * and below, when each topic was talked of, with its number. Times are those of the time zone.
 *
 * @returns `undefined` where there is nothing to show
 */
export function timelineSvg(
	{ activity, topics }: Pick<Summary, 'activity' | 'topics'>,
	timeZone: string,
): string | undefined {
	const bars = barsOf(activity);
	const [first] = bars;
	const last = bars.at(-1);
	if (first === undefined || last === undefined) return undefined;
	const scale = { from: first.from, to: last.to };
	const x = (at: number) => {
		const share = (at - scale.from) / (scale.to - scale.from);
		return LEFT + Math.max(0, Math.min(1, share)) * (RIGHT - LEFT);
	};
	const lanes = lanesOf(topics.slice(0, TOPIC_COLOURS.length));
	const bottom = AXIS - (lanes.length === 0 ? 0 : lanes.length * (LANE + LANE_GAP) + LANE_GAP);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${TIMELINE_WIDTH}" height="${TIMELINE_HEIGHT}" viewBox="0 0 ${TIMELINE_WIDTH} ${TIMELINE_HEIGHT}">`,
		`<rect width="${TIMELINE_WIDTH}" height="${TIMELINE_HEIGHT}" rx="12" fill="${BACKGROUND}"/>`,
		...ticksOf(scale, timeZone, x),
		...barsWithin(bars, topics.length, bottom, x),
		...lanes.flatMap((lane, i) =>
			lane.map((place) => laneOf(topics[place], place, bottom + LANE_GAP + i * (LANE + LANE_GAP), x)),
		),
		'</svg>',
	].join('');
}

/** Buckets, several together where they are many. */
function barsOf({ start, bucketMs, counts }: Activity): Bar[] {
	const together = Math.ceil(counts.length / MOST_BARS);
	const count = together === 0 ? 0 : Math.ceil(counts.length / together);
	return Array.from({ length: count }, (_, i) => {
		const buckets = counts.slice(i * together, (i + 1) * together);
		const width = Math.max(...buckets.map((bucket) => bucket.length));
		return {
			from: start + i * together * bucketMs,
			to: start + (i + 1) * together * bucketMs,
			counts: Array.from({ length: width }, (_, topic) =>
				buckets.reduce((sum, bucket) => sum + (bucket[topic] ?? 0), 0),
			),
		};
	});
}

function ticksOf(
	{ from, to }: { readonly from: number; readonly to: number },
	timeZone: string,
	x: (at: number) => number,
): string[] {
	let free = -Infinity;
	return ticksBetween(from, to, timeZone, MOST_TICKS).flatMap(({ at, label, isDay }) => {
		const place = round(x(at));
		const line = `<path d="M${place} ${TOP}V${AXIS}" stroke="${isDay ? DAY_LINE : GRID}" stroke-width="1"/>`;
		const half = numberWidth(label, LABEL_HEIGHT) / 2;
		// labels do not touch each other, nor the edge
		if (place - half < free || place + half > TIMELINE_WIDTH - 6) return [line];
		free = place + half + 14;
		const y = AXIS + 10;
		const weight = isDay ? 1.9 : 1.4;
		return [line, svgNumber(label, { x: place, y, height: LABEL_HEIGHT, colour: TEXT, anchor: 'middle', weight })];
	});
}

function barsWithin(bars: readonly Bar[], topics: number, bottom: number, x: (at: number) => number): string[] {
	const most = niceAbove(Math.max(LEAST_SCALE, ...bars.map(({ counts }) => sum(counts))));
	const height = (count: number) => ((bottom - TOP) * count) / most;
	const grid = [most / 2, most].filter(Number.isInteger).flatMap((count) => {
		const y = round(bottom - height(count));
		return [
			`<path d="M${LEFT} ${y}H${RIGHT}" stroke="${GRID}" stroke-width="1"/>`,
			svgNumber(String(count), {
				x: LEFT - 8,
				y: y - COUNT_HEIGHT / 2,
				height: COUNT_HEIGHT,
				colour: TEXT,
				anchor: 'end',
			}),
		];
	});
	const drawn = bars.flatMap(({ from, to, counts }) => {
		const left = x(from);
		const width = x(to) - left;
		const drawnWidth = Math.min(MOST_BAR_WIDTH, width - Math.min(4, width * 0.16));
		let y = bottom;
		return colouredCounts(counts, topics).flatMap(({ count, fill }) => {
			if (count === 0) return [];
			y -= height(count);
			return [
				`<rect x="${round(left + (width - drawnWidth) / 2)}" y="${round(y)}" width="${round(Math.max(1, drawnWidth))}" height="${round(Math.max(1, height(count) - 0.8))}" fill="${fill}"/>`,
			];
		});
	});
	return [...grid, ...drawn, `<path d="M${LEFT} ${bottom}H${RIGHT}" stroke="${DAY_LINE}" stroke-width="1"/>`];
}

/** What has no colour of its own is one piece, on top. */
function colouredCounts(
	counts: readonly number[],
	topics: number,
): { readonly count: number; readonly fill: string }[] {
	const own = Math.min(topics, TOPIC_COLOURS.length);
	return [
		...counts.slice(0, own).map((count, topic) => ({ count, fill: topicColour(topic).fill })),
		{ count: sum(counts.slice(own)), fill: NO_TOPIC.fill },
	];
}

/** Topics that do not overlap share a lane; each lane holds places of topics. */
function lanesOf(topics: readonly Topic[]): number[][] {
	const lanes: { readonly places: number[]; end: number }[] = [];
	topics.forEach(({ from, to }, place) => {
		const lane = lanes.find(({ end }) => end < from) ?? (lanes.length < MOST_LANES ? undefined : lanes.at(-1));
		if (lane === undefined) lanes.push({ places: [place], end: to });
		else {
			lane.places.push(place);
			lane.end = Math.max(lane.end, to);
		}
	});
	return lanes.map(({ places }) => places);
}

function laneOf(topic: Topic | undefined, place: number, y: number, x: (at: number) => number): string {
	if (topic === undefined) return '';
	const number = String(place + 1);
	const least = numberWidth(number, LANE_NUMBER_HEIGHT) + 12;
	const width = Math.max(least, x(topic.to) - x(topic.from));
	// what is short and late keeps within the picture
	const left = Math.min(x(topic.from), RIGHT - width);
	const { fill } = topicColour(place);
	return [
		`<rect x="${round(left)}" y="${round(y)}" width="${round(width)}" height="${LANE}" rx="4" fill="${fill}"/>`,
		svgNumber(number, {
			x: left + 6,
			y: y + (LANE - LANE_NUMBER_HEIGHT) / 2,
			height: LANE_NUMBER_HEIGHT,
			colour: ON_COLOUR,
			anchor: 'start',
			weight: 1.8,
		}),
	].join('');
}

/** 1, 2, 3, 4, 5, 6, 8, 10, 20 and so on: what is easily read. */
function niceAbove(count: number): number {
	const power = 10 ** Math.floor(Math.log10(count));
	return [1, 2, 3, 4, 5, 6, 8, 10].map((one) => one * power).find((one) => one >= count) ?? 10 * power;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
