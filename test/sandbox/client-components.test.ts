import {
	ActionRowBuilder,
	ButtonBuilder,
	ButtonStyle,
	LabelBuilder,
	MessageFlags,
	ModalBuilder,
	StringSelectMenuBuilder,
	TextInputBuilder,
	TextInputStyle,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import { mentionsNobody, start } from './client.js';

const GENERAL = { channelId: IDS.general };

describe('the sandbox, with the real client', () => {
	it('lets it answer buttons, menus and modals', async () => {
		const { sandbox } = await start(async (interaction) => {
			if (interaction.isChatInputCommand()) {
				const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
					new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Secondary),
					new ButtonBuilder().setCustomId('later').setLabel('Later').setStyle(ButtonStyle.Secondary),
					new ButtonBuilder().setCustomId('report').setLabel('Report').setStyle(ButtonStyle.Danger),
				);
				const menu = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
					new StringSelectMenuBuilder()
						.setCustomId('pick')
						.addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }),
				);
				await interaction.reply({ content: 'page 1', components: [buttons, menu], allowedMentions: mentionsNobody });
			} else if (interaction.isButton() && interaction.customId === 'next') {
				await interaction.update({ content: 'page 2', allowedMentions: mentionsNobody });
			} else if (interaction.isButton() && interaction.customId === 'later') {
				await interaction.deferUpdate();
				await interaction.editReply({ content: 'page 3', allowedMentions: mentionsNobody });
			} else if (interaction.isButton()) {
				const input = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Paragraph).setMaxLength(20);
				const label = new LabelBuilder().setLabel('What is wrong?').setTextInputComponent(input);
				await interaction.showModal(
					new ModalBuilder().setCustomId('wrong').setTitle('Report').addLabelComponents(label),
				);
			} else if (interaction.isStringSelectMenu()) {
				await interaction.reply({
					content: interaction.values.join(),
					flags: MessageFlags.Ephemeral,
					allowedMentions: mentionsNobody,
				});
			} else if (interaction.isModalSubmit()) {
				await interaction.reply({
					content: interaction.fields.getTextInputValue('why'),
					flags: MessageFlags.Ephemeral,
					allowedMentions: mentionsNobody,
				});
			}
		});
		const ada = sandbox.as(IDS.english);
		const asked = await ada.command(GENERAL, 'ask', { question: 'When?' });
		await asked.settled();
		const message = asked.messages()[0]!;

		await (await ada.click(message, 'Next')).settled();
		expect(asked.messages()[0]?.content).toBe('page 2');
		const later = await ada.click(message, 'later');
		await later.until((one) => one.messages()[0]?.content === 'page 3');

		const picked = await ada.select(message, 'pick', ['2']);
		await picked.settled();
		expect(picked.messages()[0]?.content).toBe('2');

		const report = await ada.click(message, 'Report');
		await report.settled();
		expect(report.modal?.title).toBe('Report');
		await expect(ada.submitModal(report, { why: 'x'.repeat(21) })).rejects.toThrow(/20 characters/);
		const submitted = await ada.submitModal(report, { why: 'Not that date' });
		await submitted.settled();
		expect(submitted.messages()[0]?.content).toBe('Not that date');
		expect(sandbox.violations).toEqual([]);
	});
});
