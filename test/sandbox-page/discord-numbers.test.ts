import * as api from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import * as ours from '../../sandbox/page/discord-numbers.js';

describe('discord-numbers', () => {
	const names = [
		'ApplicationCommandOptionType',
		'ButtonStyle',
		'ChannelType',
		'ComponentType',
		'MessageFlags',
		'MessageType',
		'SeparatorSpacingSize',
		'TextInputStyle',
	] as const;

	it.each(names)('has the numbers of %s', (name) => {
		expect(api[name]).toMatchObject(ours[name]);
	});

	it('names every list that it has', () => {
		expect(Object.keys(ours).sort()).toEqual([...names, 'LOCALES'].sort());
	});

	it('has the locales of Discord’s documentation, which are those of discord-api-types', () => {
		expect([...ours.LOCALES].sort()).toEqual(Object.values(api.Locale).sort());
	});
});
