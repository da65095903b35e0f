import { describe, expect, it } from 'vitest';
import { matchingLanguages, readFilters, type TypedFilters } from '../../commands/filters.js';
import { UserError } from '../../commands/user-error.js';

const LANGUAGES = ['vi', 'fr', 'lo', 'pt-BR'];
const place = { guildId: null, channelId: '1' };
const read = (typed: TypedFilters, locale: 'en' | 'de' = 'en') =>
	readFilters(typed, { languages: async () => LANGUAGES }, place, locale);

async function refusalOf(typed: TypedFilters): Promise<unknown> {
	const error: unknown = await read(typed).catch((thrown: unknown) => thrown);
	if (!(error instanceof UserError)) throw new Error('Expected a refusal', { cause: error });
	return { key: error.key, params: error.params };
}

describe('readFilters', () => {
	it('gives nothing for nothing', async () => {
		expect(await read({ source: '  ' })).toEqual({});
	});

	it.each([
		['vi', 'vi'],
		['Vietnamese', 'vi'],
		['Vietnamesisch', 'vi'],
		['tiếng Việt', 'vi'],
		['tieng viet', 'vi'],
		['FRENCH', 'fr'],
		['français', 'fr'],
		['ລາວ', 'lo'],
		['portuguese', 'pt-BR'],
	])('understands %s as a language', async (typed, language) => {
		expect(await read({ language: typed }, 'de')).toEqual({ language });
	});

	it('refuses a language that no article is written in', async () => {
		expect(await refusalOf({ language: 'Klingon' })).toEqual({ key: 'error.language', params: { value: 'Klingon' } });
	});

	it.each(['2024-3-12', '12/03/2024', '2024-02-30', '2024-13-01', 'yesterday', ''])(
		'refuses %j as a day',
		async (day) => {
			expect(await refusalOf({ from: day })).toEqual({ key: 'error.date', params: { value: day } });
		},
	);

	it('takes the 29th of February of a leap year', async () => {
		expect(await read({ from: '2024-02-29', to: ' 2024-02-29 ' })).toEqual({ from: '2024-02-29', to: '2024-02-29' });
	});

	it('refuses days that are the wrong way round', async () => {
		expect(await refusalOf({ from: '2024-03-12', to: '2024-03-11' })).toEqual({
			key: 'error.dates-reversed',
			params: { from: '2024-03-12', to: '2024-03-11' },
		});
	});
});

describe('matchingLanguages', () => {
	it('finds languages by a part of their name, in the order given', () => {
		expect(matchingLanguages('', LANGUAGES, 'en')).toEqual(LANGUAGES);
		expect(matchingLanguages('vie', LANGUAGES, 'en')).toEqual(['vi']);
		expect(matchingLanguages('xyz', LANGUAGES, 'en')).toEqual([]);
	});
});
