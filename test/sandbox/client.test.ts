import {
	ApplicationFlags,
	ButtonBuilder,
	ButtonStyle,
	ContainerBuilder,
	Events,
	InteractionContextType,
	MessageFlags,
	SectionBuilder,
	SeparatorBuilder,
	TextDisplayBuilder,
	type ChatInputCommandInteraction,
	type Message,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import { CLIENT_COMMANDS, mentionsNobody, onCommand, start } from './client.js';

const GENERAL = { channelId: IDS.general };

describe('the sandbox, with the real client', () => {
	it('lets it log in, see its guilds and register commands', async () => {
		const { sandbox, client } = await onCommand(async () => undefined);
		expect([...client.guilds.cache.keys()]).toEqual([IDS.borderDesk, IDS.secondNewsroom]);
		const registered = await client.application.commands.fetch({ withLocalizations: true });
		expect(registered.map((command) => command.name)).toEqual(CLIENT_COMMANDS.map((command) => command.name));
		expect(client.application.flags.bitfield).toBe(ApplicationFlags.GatewayMessageContentLimited);
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
