import { z } from 'zod';
import { refusal } from '../form.js';

/** Discord's limits for embeds (resources/message.mdx), in UTF-16 units. */
const MAX_TITLE = 256;
const MAX_DESCRIPTION = 4096;
const MAX_FIELDS = 25;
const MAX_FIELD_NAME = 256;
const MAX_FIELD_VALUE = 1024;
const MAX_FOOTER = 2048;
const MAX_AUTHOR = 256;
/** Over all embeds of a message: titles, descriptions, fields, footers and authors. */
const MAX_TOTAL = 6000;
const MAX_EMBEDS = 10;

function isUrl(text: string, protocols: readonly string[]): boolean {
	return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

const link = z
	.string()
	.max(2048)
	.refine((url) => isUrl(url, ['http:', 'https:']), 'Not a well formed URL.');
/** Of images, which can be uploaded with the message. */
export const mediaUrl = z
	.string()
	.max(2048)
	.refine((url) => isUrl(url, ['http:', 'https:', 'attachment:']), 'Not a well formed URL.');

const filled = (max: number) =>
	z
		.string()
		.max(max)
		.refine((text) => text.trim() !== '', 'This field is required');

const embed = z
	.strictObject({
		type: z.literal('rich').optional(),
		title: z.string().max(MAX_TITLE).nullish(),
		description: z.string().max(MAX_DESCRIPTION).nullish(),
		url: link.nullish(),
		timestamp: z.iso.datetime({ offset: true }).nullish(),
		color: z.int().min(0).max(0xffffff).nullish(),
		footer: z.strictObject({ text: filled(MAX_FOOTER), icon_url: mediaUrl.nullish() }).nullish(),
		image: z.strictObject({ url: mediaUrl }).nullish(),
		thumbnail: z.strictObject({ url: mediaUrl }).nullish(),
		author: z.strictObject({ name: filled(MAX_AUTHOR), url: link.nullish(), icon_url: mediaUrl.nullish() }).nullish(),
		fields: z
			.array(
				z.strictObject({
					name: filled(MAX_FIELD_NAME),
					value: filled(MAX_FIELD_VALUE),
					inline: z.boolean().nullish(),
				}),
			)
			.max(MAX_FIELDS)
			.nullish(),
	})
	.superRefine((one, context) => {
		const shown = [one.title, one.description, one.footer, one.image, one.thumbnail, one.author];
		if (shown.every((part) => !part) && (one.fields ?? []).length === 0) {
			context.addIssue(refusal('BASE_TYPE_REQUIRED', 'This field is required', ['description']));
		}
	});

export type Embed = z.infer<typeof embed>;

function lengthOf(one: Embed): number {
	const fields = (one.fields ?? []).flatMap((field) => [field.name, field.value]);
	const texts = [one.title, one.description, one.footer?.text, one.author?.name, ...fields];
	return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

export const embeds = z
	.array(embed)
	.max(MAX_EMBEDS)
	.superRefine((list, context) => {
		if (list.reduce((sum, one) => sum + lengthOf(one), 0) > MAX_TOTAL) {
			context.addIssue(refusal('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MAX_TOTAL}`));
		}
	});
