import { deflateSync } from 'node:zlib';
import {
	ApplicationCommandOptionType as Option,
	ButtonStyle,
	ChannelType,
	ComponentType,
	MessageFlags,
	type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { ChatInputCommandInteraction, Interaction } from 'discord.js';

/** Commands about channels, and what is said in them. */
export const TALK_COMMANDS: RESTPostAPIApplicationCommandsJSONBody[] = [
	{
		name: 'look',
		description: 'Look into a channel',
		options: [
			{
				type: Option.Channel,
				name: 'channel',
				description: 'Which one',
				required: true,
				channel_types: [ChannelType.GuildText, ChannelType.PublicThread, ChannelType.PrivateThread],
			},
		],
	},
	{
		name: 'sum',
		description: 'Sum up',
		options: [{ type: Option.String, name: 'link', description: 'A message', required: true }],
	},
	{ name: 'menus', description: 'Choose channels' },
];

/** Answers these commands and their components. False if the interaction is of another command. */
export async function handleTalk(interaction: Interaction): Promise<boolean> {
	if (interaction.isChatInputCommand()) return runTalk(interaction);
	if (interaction.isChannelSelectMenu()) {
		await interaction.reply(`Chosen: ${interaction.channels.map((one) => `<#${one.id}>`).join(' ')}`);
	} else if (interaction.isUserSelectMenu()) {
		await interaction.reply(`Chosen: ${interaction.values.map((id) => `<@${id}>`).join(' ')}`);
	} else if (interaction.isButton() && interaction.customId === 'dialogue') {
		await interaction.showModal({
			title: 'Where and who?',
			custom_id: 'dialogue',
			components: [
				{
					type: ComponentType.Label,
					label: 'Channels',
					component: {
						type: ComponentType.ChannelSelect,
						custom_id: 'where',
						max_values: 2,
						channel_types: [ChannelType.GuildText],
					},
				},
				{
					type: ComponentType.Label,
					label: 'Whom',
					component: { type: ComponentType.MentionableSelect, custom_id: 'who', required: false },
				},
			],
		});
	} else if (interaction.isModalSubmit() && interaction.customId === 'dialogue') {
		const where = interaction.fields.getSelectedChannels('where', true).map((one) => `<#${one.id}>`);
		await interaction.reply(`Sent: ${where.join(' ')}`);
	} else return false;
	return true;
}

async function runTalk(interaction: ChatInputCommandInteraction): Promise<boolean> {
	const { commandName, options } = interaction;
	if (commandName === 'look') {
		const { id, name } = options.getChannel('channel', true);
		await interaction.reply(`${name ?? ''} is ${id}`);
	} else if (commandName === 'sum') {
		const link = options.getString('link', true);
		await interaction.reply({
			flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
			files: [
				{ name: 'hours.png', attachment: picture(320, 80) },
				{ name: 'summary.md', attachment: Buffer.from('# Summary\n') },
			],
			components: [
				{
					type: ComponentType.Container,
					components: [
						{ type: ComponentType.TextDisplay, content: `- The train leaves [↗](${link})\n- ${link}` },
						{
							type: ComponentType.MediaGallery,
							items: [{ media: { url: 'attachment://hours.png' }, description: 'Messages an hour' }],
						},
						{ type: ComponentType.File, file: { url: 'attachment://summary.md' } },
						{
							type: ComponentType.ActionRow,
							components: [{ type: ComponentType.Button, style: ButtonStyle.Link, label: 'Go there', url: link }],
						},
					],
				},
			],
		});
	} else if (commandName === 'menus') {
		await interaction.reply({
			content: 'Where?',
			components: [
				{
					type: ComponentType.ActionRow,
					components: [
						{
							type: ComponentType.ChannelSelect,
							custom_id: 'channels',
							placeholder: 'Which channels?',
							max_values: 2,
							channel_types: [ChannelType.GuildText],
						},
					],
				},
				{
					type: ComponentType.ActionRow,
					components: [
						{
							type: ComponentType.UserSelect,
							custom_id: 'people',
							placeholder: 'Who?',
							default_values: [{ id: interaction.user.id, type: 'user' as never }],
						},
					],
				},
				{
					type: ComponentType.ActionRow,
					components: [
						{ type: ComponentType.Button, style: ButtonStyle.Secondary, label: 'In a dialogue', custom_id: 'dialogue' },
					],
				},
			],
		});
	} else return false;
	return true;
}

/** A PNG of bars. */
function picture(width: number, height: number): Buffer {
	const rows = Array.from({ length: height }, (_, y) => {
		const pixels = Array.from({ length: width }, (_, x) => {
			const bar = Math.floor(x / 20);
			return y > height - ((bar * 37) % height) && x % 20 > 3 ? [88, 101, 242] : [43, 45, 49];
		});
		return [0, ...pixels.flat()];
	});
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 2, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc(body));
	return Buffer.concat([length, body, sum]);
}

function crc(bytes: Buffer): number {
	let sum = ~0;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
	}
	return ~sum >>> 0;
}
