import { describe, expect, it } from 'vitest';
import { DISCORD_LOCALES } from '../../commands/messages.js';
import { COMMAND_KEYS } from '../../commands/registry.js';
import { IDS } from '../../sandbox/default-world.js';
import { parseMarkdown } from '../../sandbox/page/markdown.js';
import { visibleText } from '../../sandbox/page/markdown-nodes.js';
import { stage, textIn } from '../support/stage.js';

const here = { channelId: IDS.general };
// Object.keys() of the object that the type is made of
const LOCALES = Object.keys(DISCORD_LOCALES) as (keyof typeof DISCORD_LOCALES)[];

describe('every language that Discord has and Quoth speaks', () => {
	const on = stage({ articles: [] });

	it.each(LOCALES)('%s: commands by their names, help, and a refusal, all in it', async (locale) => {
		const { commands, messages } = DISCORD_LOCALES[locale];
		const member = on.sandbox.as(IDS.english, { locale });
		const registered = on.sandbox.world.commands(null);
		for (const key of ['ask', 'lookup', 'sources', 'help'] as const) {
			const { name, name_localizations } = registered.find((command) => command.name === key)!;
			expect({ [name]: name_localizations?.[locale] }).toEqual({ [key]: commands[key].name });
		}

		const help = await member.command(here, 'help');
		await help.settled();
		const shown = visibleText(parseMarkdown(textIn(help.messages()[0])));
		expect(shown).toContain(messages['help.title']);
		for (const key of COMMAND_KEYS) expect(shown).toContain(commands[key].name);

		const empty = await member.command(here, 'ask', { question: '?' });
		await empty.settled();
		expect(textIn(empty.messages()[0])).toContain(messages['abstain.empty-question']);
		const reversed = await member.command(here, 'ask', { question: 'x y', from: '2024-03-12', to: '2024-03-11' });
		await reversed.settled();
		const [beginning = ''] = messages['error.dates-reversed'].split('{');
		expect(textIn(reversed.messages()[0])).toContain(beginning);
	});
});
