import {
	ComponentType,
	MessageFlags,
	type APIActionRowComponent,
	type APIButtonComponent,
	type APIComponentInContainer,
	type APIEmbed,
	type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import { format, type Locale } from '../../commands/messages.js';
import { BUTTONS_IN_ROW } from '../discord-limits.js';
import { escapeWithin, oneLine, truncate } from '../text.js';
import { linkButton } from './buttons.js';
import { FOOTER_ROOM, small, type Block, type Drawing, type Picture, type TextFile } from './drawing.js';

/** The body of a message: JSON as Discord's API takes it, but for `files`, which go beside it. */
export interface MessageBody {
	readonly flags: number;
	readonly components: APIMessageTopLevelComponent[];
	/** Missing in a message of components, which cannot have it. */
	readonly embeds?: APIEmbed[];
	readonly content?: string;
	/** Nothing that is shown may ping. */
	readonly allowed_mentions: { parse: [] };
	readonly files?: readonly (TextFile | Picture)[];
}

/** In a container, each block's link at its side. */
export function layOutAsComponents(
	{ accent, title, picture, blocks, footer, choices = [], buttons = [], file }: Drawing,
	locale: Locale,
): MessageBody {
	const components: APIComponentInContainer[] = [
		...(title === undefined ? [] : [text(`### ${title}`)]),
		...(picture === undefined ? [] : [gallery(picture)]),
		...(title === undefined || blocks.length === 0 ? [] : [SEPARATOR]),
		...blocks.flatMap((block) => [section(block, locale), ...(block.below === undefined ? [] : [text(block.below)])]),
		...(file === undefined ? [] : [{ type: ComponentType.File, file: { url: attachmentUrl(file) } } as const]),
		...(footer === undefined ? [] : [SEPARATOR, text(small(escapeWithin(footer, FOOTER_ROOM)))]),
		...rows(choices),
		...rows(buttons),
	];
	return {
		flags: MessageFlags.IsComponentsV2,
		components: [
			{ type: ComponentType.Container, ...(accent === undefined ? {} : { accent_color: accent }), components },
		],
		allowed_mentions: { parse: [] },
		...filesOf(picture, file),
	};
}

/** In an embed, with the blocks' links in rows below. Old clients know no small print: it is as large as the rest. */
export function layOutAsEmbed(
	{ accent, title, picture, blocks, footer, choices = [], buttons = [], file }: Drawing,
	locale: Locale,
): MessageBody {
	const description = withoutSmallPrint(
		blocks.map((block) => (block.below === undefined ? block.text : `${block.text}\n${block.below}`)).join('\n\n'),
	);
	const linked = blocks.filter(({ url }) => url !== undefined);
	const links = linked.map(({ url = '', mark }) =>
		linkButton(url, [format(locale, 'answer.open'), linked.length > 1 ? mark : undefined].join(' ').trim()),
	);
	const embed: APIEmbed = {
		...(accent !== undefined && { color: accent }),
		...(title !== undefined && { title }),
		...(description !== '' && { description }),
		...(picture !== undefined && { image: { url: attachmentUrl(picture) } }),
		...(footer !== undefined && { footer: { text: truncate(oneLine(footer), FOOTER_ROOM) } }),
	};
	return {
		flags: 0,
		content: '',
		embeds: [embed],
		components: [...rows(links), ...rows(choices), ...rows(buttons)],
		allowed_mentions: { parse: [] },
		...filesOf(picture, file),
	};
}

/** A sentence of the program's own, as a message without an embed. */
export function layOutAsContent(content: string): MessageBody {
	return {
		flags: MessageFlags.SuppressEmbeds,
		content,
		embeds: [],
		components: [],
		allowed_mentions: { parse: [] },
	};
}

/** In a block of code, its sign is a sign. */
function withoutSmallPrint(markdown: string): string {
	let isCode = false;
	const lines = markdown.split('\n').map((line) => {
		if (line.startsWith('```')) isCode = !isCode;
		return isCode ? line : line.replace(/^-# /, '');
	});
	return lines.join('\n');
}

const SEPARATOR = { type: ComponentType.Separator } as const;

function gallery(picture: Picture): APIComponentInContainer {
	const item = { media: { url: attachmentUrl(picture) }, description: picture.alt };
	return { type: ComponentType.MediaGallery, items: [item] };
}

function attachmentUrl({ name }: Picture | TextFile): string {
	return `attachment://${name}`;
}

function filesOf(...files: readonly (Picture | TextFile | undefined)[]): Pick<MessageBody, 'files'> {
	const present = files.filter((file) => file !== undefined);
	return present.length === 0 ? {} : { files: present };
}

function text(content: string) {
	return { type: ComponentType.TextDisplay, content } as const;
}

function section({ text: content, url }: Block, locale: Locale): APIComponentInContainer {
	if (url === undefined) return text(content);
	const accessory = linkButton(url, format(locale, 'answer.open'));
	return { type: ComponentType.Section, components: [text(content)], accessory };
}

function rows(buttons: readonly APIButtonComponent[]): APIActionRowComponent<APIButtonComponent>[] {
	const count = Math.ceil(buttons.length / BUTTONS_IN_ROW);
	return Array.from({ length: count }, (_, i) => ({
		type: ComponentType.ActionRow,
		components: buttons.slice(i * BUTTONS_IN_ROW, (i + 1) * BUTTONS_IN_ROW),
	}));
}
