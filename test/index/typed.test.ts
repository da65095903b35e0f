import { describe, expect, it } from 'vitest';
import { lookAt, readTyped, shareTyped } from '../../index/typed.js';

describe('readTyped', () => {
	it('takes a number that is not typed to its end for the beginning of what is written so', () => {
		const typed = readTyped('xã 209.26');
		expect(typed).toMatchObject({ words: ['xa', '209'], prefix: '26' });
		expect(shareTyped(typed, lookAt('Xã có 209.264,5 ha.'))).toBe(2.5);
	});
});
