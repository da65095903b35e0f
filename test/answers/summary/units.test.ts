import { describe, expect, it } from 'vitest';
import { encodeUnits } from '../../../answers/summary/units.js';
import { hashingModels } from '../../support/hashing-encoder.js';

describe('encodeUnits', () => {
	it('gives one unit for each text, in order, and encodes the same text once', async () => {
		const { encoder } = hashingModels();
		const encoded: string[] = [];
		const encodeQuestions = (part: readonly string[]) => {
			encoded.push(...part);
			return encoder.encodeQuestions(part);
		};
		const texts = Array.from({ length: 700 }, (_, i) => `The ferry number ${i % 300} sails`);
		const units = await encodeUnits({ encoder: { ...encoder, encodeQuestions } }, texts);
		expect(units.map(({ text }) => text)).toEqual(texts);
		expect(encoded).toEqual(texts.slice(0, 300));
		expect(units[5]).toEqual(units[305]);
		expect(units[7]).toMatchObject({ language: 'en', words: ['ferry', 'number', '7', 'sails'] });
	});

	it('takes the languages that are known', async () => {
		const [thai, unknown] = await encodeUnits(hashingModels(), ['the and', 'zzz'], ['fr', 'und']);
		expect(thai).toMatchObject({ language: 'fr', words: ['the', 'and'] });
		expect(unknown?.language).toBe('und');
	});

	it('lets others have the thread while it reads', async () => {
		let turns = 0;
		const timer = setInterval(() => turns++, 1);
		await encodeUnits(
			hashingModels(),
			Array.from({ length: 2000 }, (_, i) => `The ferry number ${i} sails across the lake in the morning`),
		);
		clearInterval(timer);
		expect(turns).toBeGreaterThan(20);
	});

	it('gives nothing for nothing', async () => {
		expect(await encodeUnits(hashingModels(), [])).toEqual([]);
	});

	it('says what went wrong in an encoder', async () => {
		const models = hashingModels();
		const encodeQuestions = () => Promise.reject(new Error('the thread died'));
		const failing = { encoder: { ...models.encoder, encodeQuestions } };
		await expect(encodeUnits(failing, ['one', 'two'])).rejects.toThrow('the thread died');
	});
});
