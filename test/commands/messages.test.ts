import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../commands/locales/en.js';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';

/** All code that may say something, as one text. */
const code = ['commands', 'bot']
	.flatMap((folder) =>
		readdirSync(join(PACKAGE_ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts') && !file.includes('locales'))
			.map((file) => readFileSync(join(PACKAGE_ROOT, folder, file), 'utf8')),
	)
	.join('\n');

/** Keys that are put together, such as `rated.${verdict}`, by their beginnings. */
const beginnings = Array.from(code.matchAll(/`([a-z.-]+\.)\$\{[\w.]+\}`/g), ([, beginning = '']) => beginning);

describe('the messages', () => {
	it.each(Object.keys(en.messages))('say %s somewhere', (key) => {
		const isSaid = code.includes(`'${key}'`) || beginnings.some((beginning) => key.startsWith(beginning));
		expect(isSaid).toBe(true);
	});
});
