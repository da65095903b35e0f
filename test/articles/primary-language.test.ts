import { expect, it } from 'vitest';
import { primaryLanguage } from '../../articles/primary-language.js';

it.each([
	['vi', 'vi'],
	['VI', 'vi'],
	['pt-BR', 'pt'],
	['zh-Hant-TW', 'zh'],
	['und', 'und'],
	['', ''],
])('takes the primary part of "%s"', (tag, primary) => {
	expect(primaryLanguage(tag)).toBe(primary);
});
