import {
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ApplicationIntegrationType,
	Events,
	InteractionContextType,
	type ChatInputCommandInteraction,
	type Client,
	type Interaction,
} from 'discord.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { login, openWatched } from './discord.js';

/** Mentions nobody. */
export const mentionsNobody = { parse: [] } as const;

/** Commands as discord.js takes them. */
export const CLIENT_COMMANDS = [
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

/** A sandbox and a logged-in client that answers interactions. */
export async function start(
	onInteraction: (interaction: Interaction) => Promise<unknown>,
): Promise<{ sandbox: Sandbox; client: Client<true> }> {
	const sandbox = await openWatched();
	const client = await login(sandbox);
	await client.application.commands.set(CLIENT_COMMANDS);
	client.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction));
	return { sandbox, client };
}

/** The same for slash commands alone. */
export async function onCommand(run: (interaction: ChatInputCommandInteraction) => Promise<unknown>) {
	return start(async (interaction) => interaction.isChatInputCommand() && run(interaction));
}
