import {
	AttachmentBuilder,
	ContainerBuilder,
	FileBuilder,
	MediaGalleryBuilder,
	MessageFlags,
	TextDisplayBuilder,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import { pictureSize } from '../../sandbox/picture-size.js';
import { mentionsNobody, onCommand } from './client.js';

/** A PNG of one pixel. */
const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

interface Media {
	readonly url: string;
	readonly width: number | null;
	readonly content_type: string | null;
}

describe('pictures and files of components, with the real client', () => {
	it('are uploaded with a reply, and stay when its words are edited', async () => {
		const text = (words: string) => new TextDisplayBuilder().setContent(words);
		const gallery = new MediaGalleryBuilder().addItems((item) =>
			item.setURL('attachment://hours.png').setDescription('Messages an hour'),
		);
		const file = new FileBuilder().setURL('attachment://summary.md');
		const { sandbox } = await onCommand(async (interaction) => {
			await interaction.deferReply({ flags: MessageFlags.Ephemeral });
			const show = (words: string) =>
				new ContainerBuilder()
					.addTextDisplayComponents(text(words))
					.addMediaGalleryComponents(gallery)
					.addFileComponents(file);
			await interaction.editReply({
				flags: MessageFlags.IsComponentsV2,
				components: [show('first')],
				files: [
					new AttachmentBuilder(PNG, { name: 'hours.png' }),
					new AttachmentBuilder(Buffer.from('# Summary'), { name: 'summary.md' }),
				],
				allowedMentions: mentionsNobody,
			});
			await interaction.editReply({ components: [show('second')], allowedMentions: mentionsNobody });
		});
		const asked = await sandbox.as(IDS.english).command({ channelId: IDS.general }, 'ask', { question: 'a' });
		const texts = () => JSON.stringify(asked.messages()[0]?.components ?? []);
		await asked.until(() => texts().includes('second'));
		const [message] = asked.messages();
		expect(message?.attachments.map((one) => [one.filename, one.width, one.content_type])).toEqual([
			['hours.png', 1, 'image/png'],
			['summary.md', undefined, 'text/markdown; charset=utf-8'],
		]);
		const [container] = message?.components as unknown as { components: object[] }[];
		const [, drawn, filed] = container?.components as {
			items?: { media: Media }[];
			file?: Media;
			name?: string;
			size?: number;
		}[];
		const picture = drawn?.items?.[0]?.media;
		expect(picture).toMatchObject({ width: 1, height: 1, content_type: 'image/png' });
		expect(Buffer.from(await (await fetch(picture!.url)).arrayBuffer())).toEqual(PNG);
		expect(filed).toMatchObject({ name: 'summary.md', size: 9 });
		expect(await (await fetch(filed!.file!.url)).text()).toBe('# Summary');
		expect(sandbox.violations).toEqual([]);
	});

	it('are refused where no such file comes along', async () => {
		const codes: unknown[] = [];
		const { sandbox } = await onCommand(async (interaction) => {
			const gallery = new MediaGalleryBuilder().addItems((item) => item.setURL('attachment://missing.png'));
			const reply = {
				flags: MessageFlags.IsComponentsV2,
				components: [gallery],
				allowedMentions: mentionsNobody,
			} as const;
			await interaction.reply(reply).catch((error: unknown) => codes.push((error as { code: unknown }).code));
			await interaction.reply({ content: 'a', allowedMentions: mentionsNobody });
		});
		const asked = await sandbox.as(IDS.english).command({ channelId: IDS.general }, 'ask', { question: 'a' });
		await asked.settled();
		expect(codes).toEqual([50035]);
		expect(sandbox.violations.map((one) => one.problems)).toEqual([
			['data.attachments: REFERENCED_ATTACHMENT_NOT_FOUND Referenced attachment "missing.png" was not found.'],
		]);
	});
});

describe('pictureSize', () => {
	it('reads the first chunk of a PNG, and nothing else', () => {
		expect(pictureSize(PNG)).toEqual({ width: 1, height: 1 });
		expect(pictureSize(PNG.subarray(0, 20))).toBeNull();
		expect(pictureSize(new TextEncoder().encode('x'.repeat(100)))).toBeNull();
	});
});
