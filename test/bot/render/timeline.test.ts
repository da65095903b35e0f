import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { timelineAlt } from '../../../bot/render/timeline-alt.js';
import { toPng } from '../../../bot/render/timeline-png.js';
import { ticksBetween } from '../../../bot/render/timeline-ticks.js';
import { timelineSvg } from '../../../bot/render/timeline.js';
import { TOPIC_COLOURS, NO_TOPIC } from '../../../bot/render/topic-colours.js';
import { LOCALES } from '../../../commands/messages.js';
import { keptSummary } from '../../support/hostile-summaries.js';
import { KEPT_SUMMARY, SUMMARY } from '../../support/afternoon-summary.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Each of the rectangles after the background. */
function barsOf(svg: string): { x: number; y: number; width: number; height: number; fill: string }[] {
	const all = svg.matchAll(
		/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"(?: rx="4")? fill="(#\w+)"/g,
	);
	return Array.from(all, ([, x, y, width, height, fill = '']) => ({
		...{ x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
		fill,
	}));
}

describe('timelineSvg', () => {
	it('stacks the topics of each hour in their colours, and draws each topic below', () => {
		const svg = timelineSvg(SUMMARY, 'Asia/Vientiane') ?? '';
		const [blue, orange] = TOPIC_COLOURS.map(({ fill }) => fill);
		expect(barsOf(svg).map(({ fill }) => fill)).toEqual([
			...[blue, NO_TOPIC.fill, NO_TOPIC.fill, orange, NO_TOPIC.fill, orange, NO_TOPIC.fill],
			...[blue, orange],
		]);
		const [first, onTop] = barsOf(svg);
		expect(onTop?.x).toBe(first?.x);
		expect((onTop?.y ?? 0) + (onTop?.height ?? 0)).toBeLessThanOrEqual(first?.y ?? 0);
		// 48 to 2 messages
		expect((first?.height ?? 0) / (onTop?.height ?? 1)).toBeGreaterThan(20);
	});

	it('holds no text, and nothing outside of itself, whatever the summary', () => {
		fc.assert(
			fc.property(keptSummary, ({ summary, timeZone }) => {
				const svg = timelineSvg(summary, timeZone);
				if (svg === undefined) return;
				expect(svg).toMatch(/^<svg [^<>]*>(?:<(?:rect|path|g)\b[^<>]*>|<\/g>)*<\/svg>$/);
				expect(svg).not.toMatch(/NaN|Infinity|undefined|href|url\(/);
				for (const { x, y, width, height } of barsOf(svg)) {
					expect(x).toBeGreaterThanOrEqual(0);
					expect(x + width).toBeLessThanOrEqual(1000);
					expect(y).toBeGreaterThanOrEqual(0);
					expect(y + height).toBeLessThanOrEqual(260);
				}
			}),
			{ numRuns: 100, endOnFailure: true },
		);
	});

	it('draws nothing where there is nothing', () => {
		expect(timelineSvg({ activity: { start: 0, bucketMs: HOUR_MS, counts: [] }, topics: [] }, 'UTC')).toBeUndefined();
	});

	it('keeps bars that can be seen where there are ten years of days', () => {
		const counts = Array.from({ length: 3660 }, () => [1, 0]);
		const svg =
			timelineSvg({ activity: { start: 0, bucketMs: DAY_MS, counts }, topics: SUMMARY.topics.slice(0, 1) }, 'UTC') ??
			'';
		const bars = barsOf(svg).slice(0, -1);
		expect(bars.length).toBeLessThanOrEqual(240);
		for (const { width } of bars) expect(width).toBeGreaterThan(2);
	});
});

describe('toPng', () => {
	it('draws the picture twice as large, in its colours, without a font', async () => {
		const png = await toPng(timelineSvg(SUMMARY, 'Asia/Vientiane') ?? '');
		const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
		expect([info.width, info.height]).toEqual([2000, 520]);
		expect(png.length).toBeLessThan(100_000);
		const counts = new Map<string, number>();
		for (let i = 0; i < data.length; i += 3) {
			const colour = `#${data.subarray(i, i + 3).toString('hex')}`;
			counts.set(colour, (counts.get(colour) ?? 0) + 1);
		}
		// the two topics, and the digits in the colour of text
		for (const colour of [TOPIC_COLOURS[0]?.fill, TOPIC_COLOURS[1]?.fill, '#c3c8cf']) {
			expect(counts.get(colour ?? '') ?? 0, colour).toBeGreaterThan(500);
		}
	});

	it('refuses what is no picture', async () => {
		await expect(toPng('<svg')).rejects.toThrow();
	});
});

describe('ticksBetween', () => {
	const labels = (from: number, to: number, timeZone: string, most = 12) =>
		ticksBetween(from, to, timeZone, most).map(({ label }) => label);
	const noon = Date.UTC(2024, 2, 12, 5);

	it.each([
		['an hour', HOUR_MS, '12:00 12:05 12:10 12:15 12:20 12:25 12:30 12:35 12:40 12:45 12:50 12:55'],
		['four hours', 4 * HOUR_MS, '12:00 12:30 13:00 13:30 14:00 14:30 15:00 15:30'],
		['two days', 2 * DAY_MS, '12:00 16:00 20:00 03-13 04:00 08:00 12:00 16:00 20:00 03-14 04:00 08:00'],
		['a month', 30 * DAY_MS, '03-15 03-18 03-21 03-24 03-27 03-30 04-02 04-05 04-08 04-11'],
	])('marks %s in the time zone', (_, span, expected) => {
		expect(labels(noon, noon + span, 'Asia/Vientiane').join(' ')).toBe(expected);
	});

	it('marks full hours of zones that are half an hour apart from others', () => {
		expect(labels(noon, noon + 3 * HOUR_MS, 'Asia/Kathmandu', 4)).toEqual(['11:00', '12:00', '13:00']);
	});

	it('marks each hour once where clocks are put back, and none that is left out', () => {
		const autumn = Date.UTC(2024, 9, 26, 22);
		expect(labels(autumn, autumn + 6 * HOUR_MS, 'Europe/Berlin', 8)).toEqual([
			...['10-27', '01:00', '02:00', '03:00', '04:00'],
		]);
		const spring = Date.UTC(2024, 2, 30, 23);
		expect(labels(spring, spring + 5 * HOUR_MS, 'Europe/Berlin', 8)).toEqual([
			'03-31',
			'01:00',
			'03:00',
			'04:00',
			'05:00',
		]);
	});

	it('marks no more than there is room for', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 4e12 }),
				fc.integer({ min: HOUR_MS, max: 3660 * DAY_MS }),
				fc.constantFrom('UTC', 'Asia/Vientiane', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
				(from, span, timeZone) => {
					const ticks = ticksBetween(from, from + span, timeZone, 12);
					expect(ticks.length).toBeLessThanOrEqual(14);
					for (const { at } of ticks) {
						expect(at).toBeGreaterThanOrEqual(from);
						expect(at).toBeLessThan(from + span);
					}
				},
			),
			{ numRuns: 100 },
		);
	});
});

describe('timelineAlt', () => {
	it('says what the picture shows, in every language, in the time zone of the summary', () => {
		for (const locale of LOCALES) {
			const alt = timelineAlt(KEPT_SUMMARY, locale);
			expect(alt.length, locale).toBeLessThanOrEqual(1024);
			for (const said of ['86', '50', '48', '30', '14:00', '18:00', '16:10']) expect(alt, locale).toContain(said);
		}
	});

	it('speaks of days where days are counted', () => {
		const summary = { ...SUMMARY, activity: { ...SUMMARY.activity, bucketMs: DAY_MS } };
		expect(timelineAlt({ ...KEPT_SUMMARY, summary }, 'en')).toContain('Messages per day');
	});
});
