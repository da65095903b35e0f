import {
	ApplicationCommandOptionType as Option,
	ApplicationCommandType,
	ButtonStyle,
	ComponentType,
	InteractionContextType,
	type APIActionRowComponent,
	type APIButtonComponent,
	type APIMessageTopLevelComponent,
	type RESTPostAPIApplicationCommandsJSONBody,
	MessageFlags,
	TextInputStyle,
} from 'discord-api-types/v10';
import type { ChatInputCommandInteraction, Interaction } from 'discord.js';
import { Client, GatewayIntentBits } from 'discord.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { handleTalk, TALK_COMMANDS } from './talk-bot.js';

const CITIES = ['Hà Nội', 'Vientiane', 'ปากเซ', 'Savannakhet', 'Luang Prabang'];

const COMMANDS: RESTPostAPIApplicationCommandsJSONBody[] = [
	{
		name: 'ask',
		name_localizations: { fr: 'demander', vi: 'hỏi' },
		description: 'Ask the articles',
		description_localizations: { fr: 'Poser une question aux articles', vi: 'Hỏi các bài viết' },
		options: [
			{
				type: Option.String,
				name: 'question',
				name_localizations: { vi: 'câu-hỏi' },
				description: 'What you want to know',
				description_localizations: { vi: 'Điều bạn muốn biết' },
				required: true,
			},
			{ type: Option.Boolean, name: 'private', description: 'Show the answer to you alone' },
			{
				type: Option.String,
				name: 'style',
				description: 'How the answer looks',
				choices: [
					{ name: 'Components', value: 'components' },
					{ name: 'Embed', name_localizations: { fr: 'Encadré' }, value: 'embed' },
				],
			},
			{ type: Option.Integer, name: 'count', description: 'How many', min_value: 1, max_value: 5 },
		],
	},
	{
		name: 'city',
		description: 'Look a city up',
		options: [{ type: Option.String, name: 'name', description: 'Its name', required: true, autocomplete: true }],
	},
	{
		name: 'library',
		description: 'The articles',
		contexts: [InteractionContextType.Guild],
		default_member_permissions: '32',
		options: [
			{
				type: Option.Subcommand,
				name: 'add',
				description: 'Add an article',
				options: [{ type: Option.Attachment, name: 'file', description: 'The article', required: true }],
			},
			{ type: Option.Subcommand, name: 'rename', description: 'Rename the library' },
		],
	},
	{ name: 'silent', description: 'Never answers' },
	{ type: ApplicationCommandType.Message, name: 'Find sources', name_localizations: { fr: 'Chercher les sources' } },
];

const ACTIONS: APIActionRowComponent<APIButtonComponent> = {
	type: ComponentType.ActionRow,
	components: [
		{ type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Sources', custom_id: 'sources' },
		{ type: ComponentType.Button, style: ButtonStyle.Success, emoji: { name: '👍' }, label: 'Good', custom_id: 'good' },
		{ type: ComponentType.Button, style: ButtonStyle.Danger, label: 'Wrong', custom_id: 'wrong' },
		{ type: ComponentType.Button, style: ButtonStyle.Secondary, label: 'Off', custom_id: 'off', disabled: true },
		{ type: ComponentType.Button, style: ButtonStyle.Link, label: 'Open', url: 'https://example.org/article' },
	],
};

const QUOTE = '> …Hai tỉnh **đã ký biên bản ghi nhớ** về hợp tác kinh tế cửa khẩu…';

function answer(question: string): APIMessageTopLevelComponent[] {
	return [
		{
			type: ComponentType.Container,
			accent_color: 0x2ecc71,
			components: [
				{
					type: ComponentType.TextDisplay,
					content: `### ${question}\nTwo provinces signed a *memorandum* on border trade [1].`,
				},
				{ type: ComponentType.Separator },
				{
					type: ComponentType.Section,
					components: [
						{ type: ComponentType.TextDisplay, content: '**1** · vi · Báo Lạng Sơn · <t:1710201600:D>' },
						{ type: ComponentType.TextDisplay, content: QUOTE },
					],
					accessory: {
						type: ComponentType.Button,
						style: ButtonStyle.Link,
						label: 'Open',
						url: 'https://example.org/1',
					},
				},
				{ type: ComponentType.Separator },
				{ type: ComponentType.TextDisplay, content: '-# 1 of 1 quotes verified · searched 214 articles' },
				ACTIONS,
			],
		},
	];
}

/** A bot that does a little of all that Discord shows. Closed with the function that it resolves with. */
export async function startTestBot(sandbox: Sandbox): Promise<() => Promise<void>> {
	const client = new Client({
		intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
		allowedMentions: { parse: [] },
		rest: { api: sandbox.restUrl, globalRequestsPerSecond: Infinity },
	});
	client.on('interactionCreate', (interaction) => void handle(interaction));
	client.on('messageCreate', (message) => {
		if (message.author.bot || !message.mentions.has(client.user?.id ?? '')) return;
		void message.reply({ content: `You wrote: ${message.cleanContent.slice(0, 100)}` });
	});
	const ready = new Promise((resolve) => client.once('clientReady', resolve));
	await client.login(sandbox.token);
	await ready;
	await client.application?.commands.set([...COMMANDS, ...TALK_COMMANDS]);
	return () => client.destroy();
}

async function handle(interaction: Interaction): Promise<void> {
	if (await handleTalk(interaction)) return;
	if (interaction.isAutocomplete()) {
		const typed = interaction.options.getFocused().toLowerCase();
		const found = CITIES.filter((one) => one.toLowerCase().includes(typed));
		await interaction.respond(found.map((name) => ({ name, value: `city-${CITIES.indexOf(name)}` })));
	} else if (interaction.isChatInputCommand()) await run(interaction);
	else if (interaction.isMessageContextMenuCommand()) {
		await interaction.reply({
			content: `Sources of “${interaction.targetMessage.content}”`,
			flags: MessageFlags.Ephemeral,
		});
	} else if (interaction.isButton() && interaction.customId === 'wrong') {
		await interaction.showModal({
			title: 'What is wrong?',
			custom_id: 'report',
			components: [
				{
					type: ComponentType.Label,
					label: 'Tell the editors',
					description: 'They see your name.',
					component: {
						type: ComponentType.TextInput,
						custom_id: 'reason',
						style: TextInputStyle.Paragraph,
						max_length: 200,
					},
				},
			],
		});
	} else if (interaction.isButton()) {
		await interaction.reply({
			content: `Button **${interaction.customId}**`,
			flags: MessageFlags.Ephemeral,
			components: [
				{
					type: ComponentType.ActionRow,
					components: [
						{
							type: ComponentType.StringSelect,
							custom_id: 'pages',
							placeholder: 'Which page?',
							options: [
								{ label: 'First', value: 'first', description: 'Where it begins', emoji: { name: '📄' } },
								{ label: 'Second', value: 'second' },
							],
						},
					],
				},
			],
		});
	} else if (interaction.isStringSelectMenu()) {
		await interaction.update({ content: `Chosen: ${interaction.values.join(', ')}` });
	} else if (interaction.isModalSubmit()) {
		const reason = interaction.fields.getTextInputValue('reason');
		await interaction.reply({ content: `Thank you: ${reason}`, flags: MessageFlags.Ephemeral });
	}
}

async function run(interaction: ChatInputCommandInteraction): Promise<void> {
	const { commandName, options } = interaction;
	if (commandName === 'city') await interaction.reply(`You chose ${options.getString('name', true)}`);
	else if (commandName === 'library') {
		const file = options.getAttachment('file', true);
		await interaction.reply({
			content: `Added **${file.name}**`,
			files: [{ name: file.name, attachment: Buffer.from('Xin chào\n') }],
		});
	} else if (commandName === 'ask') {
		const flags = options.getBoolean('private') === true ? MessageFlags.Ephemeral : undefined;
		await interaction.deferReply(flags === undefined ? {} : { flags });
		// long enough to be seen thinking
		await new Promise((resolve) => setTimeout(resolve, 400));
		const question = options.getString('question', true);
		if (options.getString('style') === 'embed') {
			await interaction.editReply({
				embeds: [
					{
						color: 0xf1c40f,
						title: question,
						description: `Rail freight resumes in May.\n${QUOTE}`,
						fields: [
							{ name: 'Source', value: '[Le Courrier](https://example.org)', inline: true },
							{ name: 'Date', value: '<t:1711929600:D>', inline: true },
						],
						footer: { text: '2 of 2 quotes verified' },
					},
				],
				components: [ACTIONS],
			});
		} else await interaction.editReply({ flags: MessageFlags.IsComponentsV2, components: answer(question) });
	}
}
