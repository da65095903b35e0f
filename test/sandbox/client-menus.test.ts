import {
	ActionRowBuilder,
	ChannelSelectMenuBuilder,
	ChannelType,
	ComponentType,
	LabelBuilder,
	MentionableSelectMenuBuilder,
	ModalBuilder,
	RoleSelectMenuBuilder,
	UserSelectMenuBuilder,
	type Interaction,
	type MessageActionRowComponentBuilder,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import { mentionsNobody, start } from './client.js';

const GENERAL = { channelId: IDS.general };

const MENUS = [
	new UserSelectMenuBuilder().setCustomId('users').setMaxValues(2),
	new RoleSelectMenuBuilder().setCustomId('roles'),
	new MentionableSelectMenuBuilder().setCustomId('both').setMinValues(0).setMaxValues(3),
	new ChannelSelectMenuBuilder()
		.setCustomId('channels')
		.setMaxValues(2)
		.setChannelTypes(ChannelType.GuildText, ChannelType.PublicThread),
] as const;

/** Shows the menus, and says what was chosen in them. */
async function answer(interaction: Interaction): Promise<unknown> {
	if (interaction.isChatInputCommand()) {
		const rows = MENUS.map((one) => new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(one));
		return interaction.reply({ content: 'Choose', components: rows, allowedMentions: mentionsNobody });
	}
	if (!interaction.isAnySelectMenu()) return undefined;
	const lines: string[] = [];
	if (interaction.isUserSelectMenu()) lines.push(...interaction.members.keys(), ...interaction.users.map(String));
	if (interaction.isRoleSelectMenu()) lines.push(...interaction.roles.map((one) => one.name));
	if (interaction.isMentionableSelectMenu()) lines.push(`${interaction.users.size} ${interaction.roles.size}`);
	if (interaction.isChannelSelectMenu()) {
		for (const channel of interaction.channels.values()) {
			// as Discord sends it, before the client looks into what it knows itself
			lines.push('name' in channel ? String(channel.name) : '');
		}
	}
	return interaction.reply({ content: lines.join(' ') || 'none', allowedMentions: mentionsNobody });
}

describe('menus of people, roles and channels, with the real client', () => {
	it('say what was chosen', async () => {
		const { sandbox } = await start(answer);
		const ada = sandbox.as(IDS.english);
		const asked = await ada.command(GENERAL, 'ask', { question: 'a' });
		await asked.settled();
		const [menus] = asked.messages();
		const choose = async (menu: string, values: string[]) => {
			const chosen = await ada.select(menus!, menu, values);
			await chosen.settled();
			return chosen.messages()[0]?.content;
		};
		expect(await choose('users', [IDS.lao, IDS.thai])).toBe(`${IDS.lao} ${IDS.thai} <@${IDS.lao}> <@${IDS.thai}>`);
		expect(await choose('roles', [IDS.editors])).toBe('Editors');
		expect(await choose('both', [IDS.lao, IDS.editors, IDS.thai])).toBe('2 1');
		expect(await choose('both', [])).toBe('0 0');
		expect(await choose('channels', [IDS.newsroom, IDS.thread])).toBe('newsroom Freight in May');
		expect(sandbox.violations).toEqual([]);
	});

	it('offer what the person sees, of the kinds that they take', async () => {
		const { sandbox } = await start(answer);
		const ada = sandbox.as(IDS.english);
		const asked = await ada.command(GENERAL, 'ask', { question: 'a' });
		await asked.settled();
		const [menus] = asked.messages();
		for (const [menu, value] of [
			['channels', IDS.private],
			['channels', IDS.forum],
			['channels', IDS.secondGeneral],
			['channels', IDS.lao],
			['roles', IDS.lao],
			['users', IDS.editors],
			['both', IDS.newsroom],
		] as const) {
			await expect(ada.select(menus!, menu, [value]), `${menu} ${value}`).rejects.toThrow(
				/Nothing that the menu takes/,
			);
		}
		await expect(ada.select(menus!, 'users', [])).rejects.toThrow(/1 to 2 values/);
		await expect(sandbox.as(IDS.manager).select(menus!, 'channels', [IDS.private])).resolves.toBeDefined();
	});

	it('stand in dialogues too', async () => {
		const { sandbox } = await start(async (interaction) => {
			if (interaction.isChatInputCommand()) {
				const labels = MENUS.slice(2).map((one) => {
					const label = new LabelBuilder().setLabel(one.data.custom_id ?? '');
					return one.data.type === ComponentType.ChannelSelect
						? label.setChannelSelectMenuComponent(one as ChannelSelectMenuBuilder)
						: label.setMentionableSelectMenuComponent((one as MentionableSelectMenuBuilder).setRequired(false));
				});
				await interaction.showModal(
					new ModalBuilder()
						.setCustomId('where')
						.setTitle('Where')
						.addLabelComponents(...labels),
				);
			} else if (interaction.isModalSubmit()) {
				const channels = interaction.fields.getSelectedChannels('channels', true);
				const content = channels.map((one) => ('name' in one ? one.name : '')).join(' ');
				await interaction.reply({ content, allowedMentions: mentionsNobody });
			}
		});
		const ada = sandbox.as(IDS.english);
		const asked = await ada.command(GENERAL, 'ask', { question: 'a' });
		await asked.settled();
		await expect(ada.submitModal(asked, { channels: [IDS.private], both: [] })).rejects.toThrow(/Nothing that/);
		const sent = await ada.submitModal(asked, { channels: [IDS.newsroom, IDS.general], both: [IDS.lao] });
		await sent.settled();
		expect(sent.messages()[0]?.content).toBe('newsroom general');
		expect(sandbox.violations).toEqual([]);
	});
});
