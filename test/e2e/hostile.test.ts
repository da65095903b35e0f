import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../sandbox/interactions/interaction.js';
import { IDS } from '../../sandbox/default-world.js';
import { stage, textIn } from '../support/stage.js';

const { general, english, manager } = IDS;
const here = { channelId: general };

/** What members and articles may hold, each with words by which it is found. */
const HOSTILE = {
	everyone: '@everyone and @here, the ferry of Quelmore sails at dawn with forty passengers.',
	role: `<@&${IDS.editors}> <@${manager}> <#${general}> the mill of Quelmore grinds ninety sacks a day.`,
	masked: '[the bakery of Quelmore](https://evil.example/x) bakes [six hundred](javascript:alert(1)) loaves a day.',
	fence: '```the school of Quelmore has **two hundred` pupils|| and __eleven~~ teachers.',
	heading: '# The tower of Quelmore\n> is thirty metres high\n-# says the mayor, and * nobody else.',
	bidi: 'The \u202ebridge\u202c of Quelmore\u2066 carries seventy carts an hour.',
	zalgo: `The well of Quelmore is a${'\u0301'.repeat(4000)} hundred metres deep.`,
	time: '<t:1710201600:R> </ask:1> <:emoji:123456789012345678> the clock of Quelmore strikes fifty times a day.',
} as const;

describe('hostile text', () => {
	const on = stage({ articles: [] });
	const call = async (
		who: string,
		name: string,
		options: Record<string, string | { name: string; content: string }> = {},
	) => {
		const interaction = await on.sandbox.as(who).command(here, name, options);
		await interaction.settled();
		return interaction;
	};
	/** Nothing pings, nothing links but the buttons of the bot, and no mark-up is left open. */
	const expectHarmless = (interaction: Interaction) => {
		for (const message of interaction.messages()) {
			expect(message.mentions).toEqual([]);
			expect(message.mention_everyone).toBe(false);
			expect(message.mention_roles).toEqual([]);
			const text = textIn(message);
			expect(text).not.toMatch(/(?<!\\)<[@#]/);
			expect(text).not.toMatch(/[\u202a-\u202e]/);
			expect(text).not.toMatch(/\p{M}{20}/u);
			expect(JSON.stringify(message.components)).not.toMatch(/"url":"(?!https?:)/);
		}
	};

	it.each(Object.entries(HOSTILE))('in an article, %s changes nothing but the text shown', async (name, text) => {
		const added = await call(manager, 'add', {
			file: { name: `${name} @everyone [x](https:\u2215\u2215evil.example).md`, content: `${text}\n\n${text}` },
		});
		expect(added.ephemeral).toBe(true);
		expectHarmless(added);
		const word = /(\w+) of Quelmore/.exec(text.replace(/[\u202a-\u2069]/g, ''))?.[1] ?? 'mill';
		const question = `Tell me about the ${word} of Quelmore: ${text}`.slice(0, 900);
		const asked = await call(english, 'ask', { question });
		expectHarmless(asked);
		for (const button of ['Sources', 'More']) {
			const message = asked.messages()[0];
			if (message === undefined || !JSON.stringify(message.components).includes(`"label":"${button}"`)) continue;
			const pressed = await on.sandbox.as(english).click(message, button);
			await pressed.settled();
			expectHarmless(pressed);
		}
		const choices = await on.sandbox.as(english).autocomplete(here, 'lookup', 'passage', `${word} of Quel`);
		expect(choices.length).toBeGreaterThan(0);
		expectHarmless(await call(english, 'lookup', { passage: String(choices[0]?.value) }));
		expectHarmless(await call(english, 'lookup', { passage: text.slice(0, 90) }));
		expectHarmless(await call(english, 'sources', { search: text.slice(0, 50) }));
	});

	it('is harmless in every list that shows it', async () => {
		for (const text of Object.values(HOSTILE)) {
			await call(english, 'ask', { question: `${text.slice(0, 800)} tungsten boiling?`, source: 'no such source' });
			await call(english, 'ask', { question: `zirconium ${text.slice(0, 300)}`, from: '@everyone' });
		}
		for (const name of ['sources', 'status', 'help'] as const) expectHarmless(await call(english, name));
		for (const name of ['gaps', 'settings'] as const) expectHarmless(await call(manager, name));
	});

	it('in a file of another kind is refused in one line', async () => {
		const binary = await call(manager, 'add', { file: { name: 'a\u202etxt.exe', content: 'MZ\u0000\u0001\u0002' } });
		expectHarmless(binary);
		expect(textIn(binary.messages()[0])).not.toBe('');
	});
});
