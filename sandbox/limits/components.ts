import { z } from 'zod';
import { refusal } from '../form.js';
import { mediaUrl } from './embeds.js';

/** Discord's limits for components (components/reference.mdx), in UTF-16 units. */
const MAX_CUSTOM_ID = 100;
const MAX_LABEL = 80;
const MAX_LINK = 512;
const MAX_ROW = 5;
const MAX_OPTIONS = 25;
const MAX_OPTION_TEXT = 100;
const MAX_PLACEHOLDER = 150;
const MAX_TEXT_DISPLAY = 4000;
const MAX_SECTION_TEXTS = 3;
const MAX_GALLERY = 10;
const MAX_DESCRIPTION = 1024;

const id = z.int().min(0).max(0x7fff_ffff).optional();
const customId = z.string().min(1).max(MAX_CUSTOM_ID);
const snowflake = z.string().regex(/^\d{1,20}$/);
const emoji = z.strictObject({
	id: snowflake.nullish(),
	name: z.string().min(1).max(32).nullish(),
	animated: z.boolean().nullish(),
});

export const button = z
	.strictObject({
		type: z.literal(2),
		id,
		style: z.int().min(1).max(6),
		label: z.string().max(MAX_LABEL).nullish(),
		emoji: emoji.nullish(),
		custom_id: customId.nullish(),
		url: z.string().max(MAX_LINK).nullish(),
		sku_id: snowflake.nullish(),
		disabled: z.boolean().nullish(),
	})
	.superRefine((one, context) => {
		const isLink = one.style === 5;
		const isPremium = one.style === 6;
		const missing = (key: string) => {
			context.addIssue(refusal('BASE_TYPE_REQUIRED', 'This field is required', [key]));
		};
		if (isLink && !one.url) missing('url');
		if (isPremium && !one.sku_id) missing('sku_id');
		if (!isLink && !isPremium && (one.custom_id ?? null) === null) missing('custom_id');
		if (!isPremium && !one.label?.trim() && !one.emoji) missing('label');
		if (one.custom_id && (one.url || one.sku_id)) {
			const message = 'A custom id and a link or product cannot both be specified';
			context.addIssue(refusal('BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', message, ['custom_id']));
		}
		if (one.url && !isLink) {
			context.addIssue(refusal('BASE_TYPE_BAD', 'Only buttons of style 5 have a link.', ['url']));
		}
		if (one.url && !(URL.canParse(one.url) && ['http:', 'https:', 'discord:'].includes(new URL(one.url).protocol))) {
			const message = `Scheme must be one of ('http', 'https', 'discord').`;
			context.addIssue(refusal('URL_TYPE_INVALID_SCHEME', message, ['url']));
		}
	});

const menu = {
	id,
	custom_id: customId,
	placeholder: z.string().max(MAX_PLACEHOLDER).nullish(),
	min_values: z.int().min(0).max(MAX_OPTIONS).nullish(),
	max_values: z.int().min(1).max(MAX_OPTIONS).nullish(),
	disabled: z.boolean().nullish(),
	/** In modals only. */
	required: z.boolean().nullish(),
};

const option = z.strictObject({
	label: z.string().min(1).max(MAX_OPTION_TEXT),
	value: z.string().min(1).max(MAX_OPTION_TEXT),
	description: z.string().max(MAX_OPTION_TEXT).nullish(),
	emoji: emoji.nullish(),
	default: z.boolean().nullish(),
});

export const stringSelect = z
	.strictObject({ type: z.literal(3), ...menu, options: z.array(option).min(1).max(MAX_OPTIONS) })
	.superRefine((one, context) => {
		const values = one.options.map((each) => each.value);
		values.forEach((value, i) => {
			if (values.indexOf(value) === i) return;
			const message = 'The specified option value is already used';
			context.addIssue(refusal('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message, ['options', i, 'value']));
		});
		if ((one.min_values ?? 1) > (one.max_values ?? 1)) {
			context.addIssue(refusal('BASE_TYPE_BAD', 'Must not be more than max_values.', ['min_values']));
		}
		if ((one.max_values ?? 1) > one.options.length) {
			context.addIssue(refusal('BASE_TYPE_MAX', 'Must not be more than there are options.', ['max_values']));
		}
	});

const defaults = z.array(z.strictObject({ id: snowflake, type: z.enum(['user', 'role', 'channel']) })).max(MAX_OPTIONS);

export const entitySelect = z.strictObject({
	type: z.literal([5, 6, 7, 8]),
	...menu,
	default_values: defaults.nullish(),
	channel_types: z.array(z.int()).nullish(),
});

export const textDisplay = z.strictObject({
	type: z.literal(10),
	id,
	content: z
		.string()
		.max(MAX_TEXT_DISPLAY)
		.refine((text) => text.trim() !== '', 'This field is required'),
});

export const actionRow = z
	.strictObject({
		type: z.literal(1),
		id,
		components: z
			.array(z.discriminatedUnion('type', [button, stringSelect, entitySelect]))
			.min(1)
			.max(MAX_ROW),
	})
	.superRefine((row, context) => {
		if (row.components.some((one) => one.type !== 2) && row.components.length > 1) {
			const message = 'A select menu stands alone in its row.';
			context.addIssue(refusal('COMPONENT_LAYOUT_WIDTH_EXCEEDED', message, ['components']));
		}
	});

const media = z.strictObject({ url: mediaUrl });
const described = { description: z.string().min(1).max(MAX_DESCRIPTION).nullish(), spoiler: z.boolean().nullish() };
const thumbnail = z.strictObject({ type: z.literal(11), id, media, ...described });

const section = z.strictObject({
	type: z.literal(9),
	id,
	components: z.array(textDisplay).min(1).max(MAX_SECTION_TEXTS),
	accessory: z.discriminatedUnion('type', [button, thumbnail]),
});

const gallery = z.strictObject({
	type: z.literal(12),
	id,
	items: z
		.array(z.strictObject({ media, ...described }))
		.min(1)
		.max(MAX_GALLERY),
});

const file = z.strictObject({
	type: z.literal(13),
	id,
	file: z.strictObject({ url: z.string().regex(/^attachment:\/\/./) }),
	spoiler: z.boolean().nullish(),
});

const separator = z.strictObject({
	type: z.literal(14),
	id,
	divider: z.boolean().nullish(),
	spacing: z.literal([1, 2]).nullish(),
});

const inContainer = z.discriminatedUnion('type', [actionRow, section, textDisplay, gallery, file, separator]);

const container = z.strictObject({
	type: z.literal(17),
	id,
	accent_color: z.int().min(0).max(0xffffff).nullish(),
	spoiler: z.boolean().nullish(),
	components: z.array(inContainer).min(1),
});

/** What can stand at the top of a message; only rows may without the components-v2 flag. */
export const topLevel = z.discriminatedUnion('type', [
	actionRow,
	section,
	textDisplay,
	gallery,
	file,
	separator,
	container,
]);

export type TopLevel = z.infer<typeof topLevel>;
export type Button = z.infer<typeof button>;
