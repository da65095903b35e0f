import { describe, expect, it } from 'vitest';
import { fitting, TITLE_ROOM, toTitle } from '../../../bot/render/drawing.js';

describe('fitting', () => {
	it('drops whole texts, never part of one', () => {
		expect(fitting(['aaaa', 'bbbb', 'cc'], 10)).toEqual(['aaaa', 'bbbb']);
		expect(fitting(['aaaa', 'bbbb'], 9)).toEqual(['aaaa', 'bbbb']);
		expect(fitting(['aaaa', 'bbbb'], 8)).toEqual(['aaaa']);
	});

	it('stops at the first text that does not fit, and does not skip it', () => {
		expect(fitting(['aaaa', 'b'.repeat(10), 'cc'], 10)).toEqual(['aaaa']);
	});
});

describe('toTitle', () => {
	it('keeps within its room, and bold a title that ends with #', () => {
		expect(toTitle('#'.repeat(1000))?.length).toBeLessThanOrEqual(TITLE_ROOM);
		expect(toTitle('C#')).toBe('**C#**');
		expect(toTitle(' \u202E ')).toBeUndefined();
	});
});
