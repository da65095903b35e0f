import { describe, expect, it } from 'vitest';
import { MessageFlags } from 'discord-api-types/v10';
import type { Interaction } from '../../sandbox/interactions/interaction.js';
import { IDS } from '../../sandbox/default-world.js';
import { buttonsOf, stage, textIn, turned } from '../support/stage.js';

const { general, english, french, manager } = IDS;
const here = { channelId: general };
const BOATS = 'How many pupils do the solar boats carry every morning?';

describe('/ask', () => {
	const on = stage();
	const ask = async (question: string, options: Record<string, string | boolean> = {}, who: string = english) => {
		const interaction = await on.sandbox.as(who).command(here, 'ask', { question, ...options });
		await interaction.settled();
		return interaction;
	};
	const shown = (interaction: Interaction) => interaction.messages()[0];
	const pressed = async (interaction: Interaction, label: string, who: string = english) => {
		const message = shown(interaction);
		if (message === undefined) throw new Error('Expected a message to press a button of');
		const press = await on.sandbox.as(who).click(message, label);
		await press.settled();
		return press;
	};

	it('acknowledges at once, and answers with the sentence, its source and a link that opens at it', async () => {
		const interaction = await ask(BOATS);
		expect(interaction.acknowledgedAfterMs).toBeLessThan(3000);
		expect(interaction.ephemeral).toBe(false);
		const message = shown(interaction);
		expect(message?.flags).toBe(MessageFlags.IsComponentsV2);
		expect(textIn(message)).toContain('312 pupils');
		expect(JSON.stringify(message?.components)).toContain('https://example.org/en/school-boats-lake-tamara#:~:text=');
		expect(buttonsOf(message)).toEqual(expect.arrayContaining(['Open', 'Sources', 'More', 'Right', 'Wrong', 'Hide']));
	});

	it.each([
		[
			'fr',
			"Combien de temps mettra le tram-train pour aller d'un centre-ville à l'autre ?",
			'26 minutes',
			'articles consultés',
		],
		['vi', 'Lô cà phê đầu tiên của hợp tác xã Pa Leng xuất sang Pháp nặng bao nhiêu tấn?', '38 tấn', 'bài'],
		['zh-CN', '勐岚村今年春茶总产量是多少？', '56吨', '篇'],
		['th', 'สะพานมิตรภาพน้ำแก้วมีรถข้ามกี่คันในสามเดือนแรก', '41,300', 'บทความ'],
		['en-US', 'ສະພານມິດຕະພາບນ້ຳແກ້ວມີຄວາມຍາວຈັກແມັດ?', '286', 'ບົດຄວາມ'],
		['en-US', 'តើសហគមន៍នេសាទកោះទ្រាមានសមាជិកប៉ុន្មានគ្រួសារ?', '៣២៨', 'អត្ថបទ'],
	] as const)(
		'asked by a %s client "%s", quotes %s, and speaks to the member in their language',
		async (locale, question, quote, words) => {
			const interaction = await on.sandbox.as(english, { locale }).command(here, 'ask', { question });
			await interaction.settled();
			const text = textIn(shown(interaction));
			expect(text).toContain(quote);
			expect(text).toContain(words);
		},
	);

	it('is silent where the articles do not say, shows what came nearest, and takes the wish for an answer', async () => {
		const interaction = await ask('Who won the football World Cup in 1966?');
		expect(textIn(shown(interaction))).toContain('The articles do not say.');
		const wish = await pressed(interaction, 'Tell the editors');
		expect(wish.ephemeral).toBe(true);
		expect(textIn(shown(wish))).toContain('/gaps');
	});

	it('shows a private answer to the member alone, who may share it', async () => {
		const interaction = await ask(BOATS, { private: true });
		expect(interaction.ephemeral).toBe(true);
		expect(buttonsOf(shown(interaction))).toContain('Share');
		const shared = await pressed(interaction, 'Share');
		expect(shared.ephemeral).toBe(false);
		expect(textIn(shown(shared))).toContain('312 pupils');
		expect(textIn(shown(shared))).toContain(`Shared by <@${english}>`);
		expect(buttonsOf(shown(shared))).toContain('Hide');
	});

	it('opens the sources one by one, for the member alone, and turns their pages in place', async () => {
		const interaction = await ask('solar boats Lake Tamara pupils battery speed');
		const first = await pressed(interaction, 'Sources', french);
		expect(first.ephemeral).toBe(true);
		expect(textIn(shown(first))).toMatch(/SHA-256|vérifi/);
		const message = shown(first)!;
		expect(buttonsOf(message)[0]).toBe('[Précédent]');
		const second = await turned(await on.sandbox.as(french).click(message, 'Suivant'), message);
		expect(second.id).toBe(message.id);
		const back = await turned(await on.sandbox.as(french).click(second, 'Précédent'), second);
		expect(textIn(back)).toBe(textIn(message));
	});

	it('shows further sentences, and keeps verdicts', async () => {
		const interaction = await ask(BOATS);
		const more = await pressed(interaction, 'More');
		expect(textIn(shown(more))).toContain('Further sentences');
		expect(textIn(shown(await pressed(interaction, 'Right')))).toContain('kept as right');
		expect(textIn(shown(await pressed(interaction, 'Wrong')))).toContain('kept as wrong');
	});

	it('lets whoever asked take the answer away, and whoever moderates, but nobody else', async () => {
		const interaction = await ask(BOATS);
		const id = shown(interaction)!.id;
		const refused = await on.sandbox.as(french).click(shown(interaction)!, 'Hide');
		await refused.until((press) => press.messages().length > 1);
		expect(textIn(refused.messages().at(-1))).toContain(`<@${english}>`);
		expect(on.sandbox.world.message(general, id)).toBeDefined();
		await on.sandbox.as(manager).click(shown(interaction)!, buttonsOf(shown(interaction)).at(-1)!);
		await expect.poll(() => on.sandbox.world.message(general, id)).toBeUndefined();
		const own = await ask(BOATS);
		await on.sandbox.as(english).click(shown(own)!, 'Hide');
		await expect.poll(() => shown(own)).toBeUndefined();
	});

	it('searches only what the filters let through', async () => {
		const dated = textIn(shown(await ask('How many pupils are there?', { from: '2030-01-01' })));
		expect(dated).toContain('No article fits these filters.');
		const lao = await ask('How many pupils does the primary school have?', { language: 'Lao' });
		expect(textIn(shown(lao))).toContain('174');
		const wrong = textIn(shown(await ask(BOATS, { from: '2024-02-30' })));
		expect(wrong).toContain('2024');
		expect(wrong).toContain('Expected a day');
	});

	it('suggests the languages of the articles by their names in the language of the member', async () => {
		const choices = await on.sandbox.as(french).autocomplete(here, 'ask', 'language', 'viet', { question: 'x' });
		expect(choices.map(({ value }) => value)).toEqual(['vi']);
		expect(choices[0]?.name).toContain('vietnamien');
	});

	it('keeps buttons working after a restart', async () => {
		const interaction = await ask(BOATS);
		expect(await on.stop()).toBe(0);
		await on.start();
		const sources = await pressed(interaction, 'Sources');
		expect(textIn(shown(sources))).toContain('312 pupils');
	});

	it('answers in direct messages, from the shared library', async () => {
		const interaction = await on.sandbox.as(english).command('dm', 'ask', { question: BOATS });
		await interaction.settled();
		expect(textIn(shown(interaction))).toContain('312 pupils');
	});

	it('answers a member who installed it for themselves, in a server that does not have it', async () => {
		const interaction = await on.sandbox
			.as(IDS.traveller)
			.command({ channelId: IDS.elsewhereGeneral }, 'ask', { question: BOATS });
		await interaction.settled();
		expect(textIn(shown(interaction))).toContain('312 pupils');
		const more = await pressed(interaction, 'More', IDS.traveller);
		expect(textIn(shown(more))).toContain('Further sentences');
	});

	it('draws an embed where the server chose so', async () => {
		const settings = await on.sandbox.as(manager).command(here, 'settings', { layout: 'embed' });
		await settings.settled();
		const message = shown(await ask(BOATS));
		expect(message?.embeds).toHaveLength(1);
		expect(textIn(message)).toContain('312 pupils');
		await (await on.sandbox.as(manager).command(here, 'settings', { layout: 'components' })).settled();
	});
});
