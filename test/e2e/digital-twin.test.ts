import { ApplicationCommandOptionType, ChannelType } from 'discord-api-types/v10';
import { DigitalDiscord } from 'discord-digital-twin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomeOf, quoth, startQuoth } from '../support/quoth.js';
import { ARTICLES, FERRY, writeArticles } from '../support/cli-store.js';
import { textIn } from '../support/stage.js';
import { suiteFolder } from '../support/temporary-folder.js';

/** A second double of Discord, written by others: what holds on both is Discord's protocol, and no habit of the sandbox's. */
describe('on a double of Discord that others wrote', () => {
	const folder = suiteFolder();
	let discord: DigitalDiscord;
	let bot: ReturnType<typeof startQuoth>;
	let ended: ReturnType<typeof outcomeOf>;

	beforeAll(async () => {
		discord = new DigitalDiscord({
			channels: [{ name: 'general', type: ChannelType.GuildText }],
			users: [{ username: 'Ada' }],
		});
		await discord.start();
		const data = `${folder}/data`;
		await writeArticles(`${folder}/articles`, ARTICLES);
		expect((await quoth(['ingest', `${folder}/articles`], { data })).code).toBe(0);
		bot = startQuoth(['bot'], { data, env: { DISCORD_TOKEN: discord.botToken, DISCORD_API: discord.restUrl } });
		ended = outcomeOf(bot);
		await new Promise<void>((resolve, reject) => {
			let said = '';
			bot.stderr.on('data', (part: Buffer) => {
				said += part.toString();
				if (said.includes(' info ready ')) resolve();
			});
			void ended.then(() => {
				reject(new Error(`Expected the bot to log in, got:\n${said}`));
			});
		});
	}, 60_000);

	afterAll(async () => {
		bot.kill('SIGTERM');
		expect((await ended).code).toBe(0);
		await discord.stop();
	}, 30_000);

	it('answers /ask', async () => {
		const [channel] = await discord.prisma.channel.findMany();
		const userId = await discord.getFirstNonBotUserId();
		const general = discord.channel(channel!.id);
		const interaction = await general.user(userId!).runSlashCommand({
			name: 'ask',
			options: [{ type: ApplicationCommandOptionType.String, name: 'question', value: FERRY }],
		});
		await expect
			.poll(async () => (await general.getMessages()).map(textIn).join(), { timeout: 15_000 })
			.toContain('old salt pier');
		expect(interaction.id).toMatch(/^\d+$/);
	});
});
