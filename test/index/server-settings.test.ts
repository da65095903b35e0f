import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../index/database.js';
import { ServerSettings } from '../../index/server-settings.js';

describe('ServerSettings', () => {
	it('keeps what each server changed, and what it changed before', () => {
		const settings = new ServerSettings(openDatabase(':memory:'));
		expect(settings.of('1')).toEqual({});
		settings.change('1', { citations: 5, gaps: false });
		settings.change('2', { layout: 'embed' });
		settings.change('1', { citations: 2 });
		expect(settings.of('1')).toEqual({ citations: 2, gaps: false });
		expect([...settings.all()]).toEqual([
			['1', { citations: 2, gaps: false }],
			['2', { layout: 'embed' }],
		]);
	});
});
