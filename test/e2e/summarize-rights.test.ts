import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import type { Interaction } from '../../sandbox/interactions/interaction.js';
import type { ChannelData } from '../../sandbox/world-data.js';
import { worldWithChannels } from '../sandbox/worlds.js';
import {
	adult,
	adultThread,
	ALL,
	allow,
	closed,
	deny,
	forOne,
	forum,
	here,
	lockedVoice,
	noHistory,
	open,
	otherAdult,
	publicThread,
	secret,
	voice,
} from '../support/open-channels.js';
import { linesIn, summaryOf } from '../support/shown-summary.js';
import { stage, textIn } from '../support/stage.js';

const { english, french, manager, owner, borderDesk } = IDS;
const READ = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

describe('a summary', () => {
	const on = stage({ articles: [], world: worldWithChannels(ALL) });
	const said = (interaction: Interaction) => interaction.messages().map(textIn).join('\n');
	const ask = async (who: string, where: ChannelData, channel: ChannelData, isPrivate = true) => {
		const options = { channel: channel.id, since: '3 days', private: isPrivate };
		const called = await on.sandbox.as(who, { locale: 'en-GB' }).command({ channelId: where.id }, 'summarize', options);
		await called.settled();
		return called;
	};

	it('shows nobody a line of a message that they may not read, whoever asks, of whatever, from wherever', async () => {
		const wanted = [
			open,
			closed,
			noHistory,
			forOne,
			voice,
			lockedVoice,
			forum,
			publicThread,
			secret,
			adult,
			adultThread,
		];
		let shown = 0;
		for (const who of [english, french, manager, owner])
			for (const where of [here, otherAdult])
				for (const channel of wanted) {
					// Discord itself offers nobody a channel that they do not see
					if (!on.sandbox.world.sees(who, channel.id)) continue;
					const called = await ask(who, where, channel);
					for (const message of called.messages())
						for (const line of linesIn(message)) {
							shown++;
							const may = on.sandbox.world.permissions(who, line.channelId);
							expect((may & READ) === READ, `${who} was shown ${line.words}`).toBe(true);
							expect(on.sandbox.world.message(line.channelId, line.messageId)?.content).toContain(line.words);
						}
					const isAdult = [adult, adultThread].includes(channel);
					if (isAdult && where === here) expect(said(called)).toContain('age-restricted');
				}
		expect(shown).toBeGreaterThan(40);
	}, 120_000);

	it('is refused with what is missing, by its name', async () => {
		expect(said(await ask(english, here, noHistory))).toContain('You may not read');
		const forgetful = ALL.find(({ name }) => name === 'bot-forgetful')!;
		expect(said(await ask(english, here, forgetful))).toContain('Read Message History');
		const blind = ALL.find(({ name }) => name === 'bot-blind')!;
		expect(said(await ask(english, here, blind))).toContain('View Channel');
	});

	it('is shown to everybody only where all of them may read it', async () => {
		expect(said(await ask(english, here, forOne, false))).toContain('Not everybody');
		const public_ = await ask(english, here, open, false);
		expect(public_.ephemeral).toBe(false);
		expect(said(public_)).not.toContain('said in secret');
	});

	it('is posted only where all may read it: else the member alone is told, and nothing is left in the channel', async () => {
		const before = on.sandbox.as(french).see({ channelId: here.id }).length;
		for (const [channel, reason] of [
			[forOne, 'Not everybody'],
			[secret, 'Not everybody'],
			[open, 'private threads'],
		] as const) {
			const message = await summaryOf(await ask(english, here, channel));
			const pressed = await on.sandbox.as(english, { locale: 'en-GB' }).click(message, 'Post here');
			await pressed.until(() => said(pressed).includes(reason));
			expect(on.sandbox.as(french).see({ channelId: here.id })).toHaveLength(before);
		}
	});

	it('is closed to whoever may not read the channel any more, at the next press', async () => {
		const message = await summaryOf(await ask(english, here, forOne));
		const press = async (button: string) => {
			const pressed = await on.sandbox.as(english, { locale: 'en-GB' }).click(message, button);
			await pressed.until(() => /You may not read|as Markdown/.test(said(pressed)));
			return said(pressed);
		};
		on.sandbox.changes.editChannel(forOne.id, { overwrites: [deny(borderDesk, READ), allow(IDS.botRole, READ)] });
		expect(await press('Post here')).toContain('You may not read');
		expect(await press('As file')).toContain('You may not read');
		on.sandbox.changes.editChannel(forOne.id, { overwrites: forOne.overwrites ?? [] });
		expect(await press('As file')).toContain('as Markdown');
	});

	it('of a channel with a private thread loses its lines when the member leaves the thread', async () => {
		const message = await summaryOf(await ask(english, here, open));
		expect(textIn(message)).toContain('said in secret');
		on.sandbox.changes.editChannel(secret.id, { memberIds: [IDS.application] });
		const file = await on.sandbox.as(english, { locale: 'en-GB' }).click(message, 'As file');
		await file.settled();
		const markdown = await (await fetch(file.messages()[0]!.attachments[0]!.url)).text();
		expect(markdown).toContain('said in open');
		expect(markdown).not.toContain('said in secret');
	});
});
