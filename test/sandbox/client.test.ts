import {
	ActionRowBuilder,
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ApplicationIntegrationType,
	ButtonBuilder,
	ButtonStyle,
	ContainerBuilder,
	Events,
	InteractionContextType,
	LabelBuilder,
	MessageFlags,
	ModalBuilder,
	SectionBuilder,
	SeparatorBuilder,
	StringSelectMenuBuilder,
	TextDisplayBuilder,
	TextInputBuilder,
	TextInputStyle,
	type ChatInputCommandInteraction,
	type Client,
	type Interaction,
	type Message,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { login, openWatched } from './discord.js';

const GENERAL = { channelId: IDS.general };
const mentionsNobody = { parse: [] } as const;

const COMMANDS = [
	{
		name: 'ask',
		description: 'Ask the articles',
		integrationTypes: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
		contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
		options: [
			{
				name: 'question',
				description: 'What you want to know',
				type: ApplicationCommandOptionType.String as const,
				required: true,
				maxLength: 300,
			},
			{
				name: 'title',
				description: 'One article only',
				type: ApplicationCommandOptionType.String as const,
				autocomplete: true as const,
			},
		],
	},
	{
		name: 'articles',
		description: 'Manage articles',
		defaultMemberPermissions: 32n,
		options: [
			{
				name: 'add',
				description: 'Add an article',
				type: ApplicationCommandOptionType.Subcommand as const,
				options: [
					{
						name: 'file',
						description: 'The article',
						type: ApplicationCommandOptionType.Attachment as const,
						required: true,
					},
				],
			},
		],
	},
	{ name: 'Find sources', type: ApplicationCommandType.Message as const },
	{ name: 'What did they ask', type: ApplicationCommandType.User as const },
];

async function start(
	onInteraction: (interaction: Interaction) => Promise<unknown>,
): Promise<{ sandbox: Sandbox; client: Client<true> }> {
	const sandbox = await openWatched();
	const client = await login(sandbox);
	await client.application.commands.set(COMMANDS);
	client.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction));
	return { sandbox, client };
}

async function onCommand(run: (interaction: ChatInputCommandInteraction) => Promise<unknown>) {
	return start(async (interaction) => interaction.isChatInputCommand() && run(interaction));
}

describe('the sandbox, with the real client', () => {
	it('lets it log in, see its guilds and register commands', async () => {
		const { sandbox, client } = await onCommand(async () => undefined);
		expect([...client.guilds.cache.keys()]).toEqual([IDS.borderDesk, IDS.secondNewsroom]);
		const registered = await client.application.commands.fetch({ withLocalizations: true });
		expect(registered.map((command) => command.name)).toEqual(COMMANDS.map((command) => command.name));
		expect(client.application.flags.bitfield).toBe(0);
		expect(sandbox.violations).toEqual([]);
		expect(sandbox.online).toBe(true);
	});

	it('lets it reply at once', async () => {
		const { sandbox } = await onCommand(async (interaction) =>
			interaction.reply({
				content: `You asked: ${interaction.options.getString('question', true)}`,
				allowedMentions: mentionsNobody,
			}),
		);
		const interaction = await sandbox.as(IDS.french).command(GENERAL, 'ask', { question: 'Quand ?' });
		await interaction.settled();
		expect(interaction.messages().map((one) => one.content)).toEqual(['You asked: Quand ?']);
		expect(interaction.acknowledgedAfterMs).toBeLessThan(3000);
		expect(sandbox.violations).toEqual([]);
	});

	it('tells it who asks, where, in which language and with which permissions', async () => {
		const seen: ChatInputCommandInteraction[] = [];
		const { sandbox } = await onCommand(async (interaction) => {
			seen.push(interaction);
			await interaction.reply({ content: 'ok', flags: MessageFlags.Ephemeral, allowedMentions: mentionsNobody });
		});
		await (await sandbox.as(IDS.vietnamese).command(GENERAL, 'ask', { question: 'a' })).settled();
		await (await sandbox.as(IDS.manager, { locale: 'fr' }).command(GENERAL, 'ask', { question: 'a' })).settled();
		await (await sandbox.as(IDS.thai).command('dm', 'ask', { question: 'a' })).settled();
		const [member, manager, direct] = seen;
		expect([member?.locale, member?.guildLocale, member?.context]).toEqual([
			'vi',
			'en-US',
			InteractionContextType.Guild,
		]);
		expect(member?.memberPermissions?.has('ManageGuild')).toBe(false);
		expect(manager?.memberPermissions?.has('ManageGuild')).toBe(true);
		expect(manager?.locale).toBe('fr');
		expect(member?.appPermissions.has('SendMessages')).toBe(true);
		expect([direct?.inGuild(), direct?.context, direct?.locale]).toEqual([false, InteractionContextType.BotDM, 'th']);
		expect(member?.attachmentSizeLimit).toBe(10 * 1024 * 1024);
		expect(sandbox.violations).toEqual([]);
	});

	it('lets it defer, edit with components v2, follow up, and delete', async () => {
		const { sandbox } = await onCommand(async (interaction) => {
			await interaction.deferReply();
			const container = new ContainerBuilder()
				.setAccentColor(0x2ecc71)
				.addTextDisplayComponents(new TextDisplayBuilder().setContent('### Answer'))
				.addSeparatorComponents(new SeparatorBuilder())
				.addSectionComponents(
					new SectionBuilder()
						.addTextDisplayComponents(new TextDisplayBuilder().setContent('> a quote'))
						.setButtonAccessory(
							new ButtonBuilder().setStyle(ButtonStyle.Link).setLabel('Open').setURL('https://example.org'),
						),
				);
			await interaction.editReply({
				flags: MessageFlags.IsComponentsV2,
				components: [container],
				allowedMentions: mentionsNobody,
			});
			const more = await interaction.followUp({
				content: 'more',
				flags: MessageFlags.Ephemeral,
				allowedMentions: mentionsNobody,
			});
			await interaction.followUp({ content: 'last', allowedMentions: mentionsNobody });
			await interaction.deleteReply(more);
		});
		const interaction = await sandbox.as(IDS.english).command(GENERAL, 'ask', { question: 'When?' });
		await interaction.until((one) => one.messages().at(-1)?.content === 'last' && one.messages().length === 2);
		const [original] = interaction.messages();
		expect(original?.flags).toBe(MessageFlags.IsComponentsV2);
		expect(JSON.stringify(original?.components)).toContain('a quote');
		expect(interaction.deferred).toBe(false);
		expect(sandbox.violations).toEqual([]);
	});

	it('lets the first follow-up take the place of "thinking"', async () => {
		const { sandbox } = await onCommand(async (interaction) => {
			await interaction.deferReply({ flags: MessageFlags.Ephemeral });
			await interaction.followUp({ content: 'here', allowedMentions: mentionsNobody });
		});
		const interaction = await sandbox.as(IDS.english).command(GENERAL, 'ask', { question: 'When?' });
		await interaction.settled();
		expect(interaction.messages().map((one) => one.content)).toEqual(['here']);
		expect(interaction.ephemeral).toBe(true);
	});

	it('shows an ephemeral reply to the person alone', async () => {
		const { sandbox } = await onCommand(async (interaction) =>
			interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral, allowedMentions: mentionsNobody }),
		);
		const interaction = await sandbox.as(IDS.english).command(GENERAL, 'ask', { question: 'When?' });
		await interaction.settled();
		expect(interaction.ephemeral).toBe(true);
		expect(sandbox.as(IDS.english).see(GENERAL).at(-1)?.content).toBe('psst');
		expect(sandbox.as(IDS.french).see(GENERAL).at(-1)?.content).not.toBe('psst');
	});

	it('lets it upload a file with a reply, and read one that a person gave', async () => {
		const { sandbox } = await onCommand(async (interaction) => {
			const given = interaction.options.getAttachment('file', true);
			const text = await (await fetch(given.url)).text();
			await interaction.deferReply({ flags: MessageFlags.Ephemeral });
			await interaction.editReply({
				content: `${given.name} ${given.contentType ?? ''}`,
				files: [{ attachment: Buffer.from(text.toUpperCase()), name: 'tiếng.txt', description: 'the same, louder' }],
				allowedMentions: mentionsNobody,
			});
		});
		const file = { name: 'note.md', content: 'bonjour' };
		const interaction = await sandbox.as(IDS.manager).command(GENERAL, 'articles add', { file });
		await interaction.settled();
		const [message] = interaction.messages();
		expect(message?.content).toBe('note.md text/markdown; charset=utf-8');
		expect(await (await fetch(message!.attachments[0]!.url)).text()).toBe('BONJOUR');
		expect(message?.attachments[0]?.filename).toBe('tiếng.txt');
		expect(sandbox.violations).toEqual([]);
	});

	it('lets it offer choices while a person types', async () => {
		const { sandbox } = await start(async (interaction) => {
			if (!interaction.isAutocomplete()) return;
			const { name, value } = interaction.options.getFocused(true);
			await interaction.respond([
				{ name: `${name} ${value} ${interaction.options.getString('question') ?? ''}`, value: 'x' },
			]);
		});
		const choices = await sandbox.as(IDS.english).autocomplete(GENERAL, 'ask', 'title', 'bien', { question: 'q' });
		expect(choices).toEqual([{ name: 'title bien q', value: 'x' }]);
		expect(sandbox.violations).toEqual([]);
	});

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

	it('gives it the target of a context menu command, with its content', async () => {
		const { sandbox } = await start(async (interaction) => {
			if (interaction.isMessageContextMenuCommand()) {
				await interaction.reply({ content: interaction.targetMessage.content, allowedMentions: mentionsNobody });
			} else if (interaction.isUserContextMenuCommand()) {
				await interaction.reply({ content: interaction.targetUser.username, allowedMentions: mentionsNobody });
			}
		});
		const lan = sandbox.as(IDS.vietnamese);
		const target = lan.see(GENERAL)[0]!;
		const found = await lan.messageCommand(GENERAL, 'Find sources', target.id);
		await found.settled();
		expect(found.messages()[0]?.content).toBe(target.content);
		const person = await lan.userCommand(GENERAL, 'What did they ask', IDS.french);
		await person.settled();
		expect(person.messages()[0]?.content).toBe('chloe');
		expect(sandbox.violations).toEqual([]);
	});

	it('lets it answer a mention with a reply, and list, edit and delete messages', async () => {
		const { sandbox, client } = await onCommand(async () => undefined);
		client.on(Events.MessageCreate, (message: Message) => {
			if (message.author.bot || !message.mentions.has(client.user)) return;
			void message
				.reply({ content: 'You called?', allowedMentions: { parse: [], repliedUser: false } })
				.then((own) => own.edit({ content: 'You called.', allowedMentions: mentionsNobody }));
		});
		const edited = new Promise((resolve) => {
			sandbox.on((event) => {
				if (event.kind === 'message-updated') resolve(event.message.content);
			});
		});
		const call = await sandbox.as(IDS.lao).send(GENERAL, `<@${IDS.application}> hello`);
		expect(await edited).toBe('You called.');
		const channel = await client.channels.fetch(IDS.general);
		if (!channel?.isTextBased()) throw new Error('Expected a text channel.');
		const [last] = (await channel.messages.fetch({ limit: 2 })).values();
		expect(last?.reference?.messageId).toBe(call.id);
		await last?.delete();
		expect(sandbox.as(IDS.lao).see(GENERAL).at(-1)?.id).toBe(call.id);
		expect(sandbox.violations).toEqual([]);
	});

	it('serves a person who brought the application along to other guilds and groups', async () => {
		const { sandbox } = await onCommand(async (interaction) =>
			interaction.reply({
				content: JSON.stringify([interaction.context, interaction.authorizingIntegrationOwners]),
				allowedMentions: mentionsNobody,
			}),
		);
		const iris = sandbox.as(IDS.traveller);
		for (const [channelId, context] of [
			[IDS.elsewhereGeneral, 0],
			[IDS.group, 2],
		] as const) {
			const interaction = await iris.command({ channelId }, 'ask', { question: 'a' });
			await interaction.settled();
			expect(JSON.parse(interaction.messages()[0]!.content)).toEqual([context, { '1': IDS.traveller }]);
		}
		await expect(sandbox.as(IDS.english).command({ channelId: IDS.group }, 'ask', { question: 'a' })).rejects.toThrow(
			/installed neither/,
		);
		expect(sandbox.violations).toEqual([]);
	});
});
