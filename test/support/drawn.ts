import type { MessageBody } from '../../bot/render/layout.js';

interface Part {
	readonly accent_color?: number;
	readonly content?: string;
	readonly label?: string;
	readonly emoji?: { readonly name: string };
	readonly disabled?: boolean;
	readonly url?: string;
	readonly custom_id?: string;
	readonly file?: { readonly url: string };
	readonly items?: readonly { readonly media: { readonly url: string } }[];
	readonly accessory?: Part;
	readonly components?: readonly Part[];
}

/** A message as text, for snapshots: what is read, then each button in brackets with what it does. */
export function drawn({ flags, content, embeds = [], components, files = [] }: MessageBody): string {
	const lines = [
		`flags ${flags}`,
		...(content === undefined || content === '' ? [] : [content]),
		...embeds.flatMap(({ color, title, description, footer }) => [
			`embed ${colour(color)}`,
			title ?? [],
			description ?? [],
			footer === undefined ? [] : `(${footer.text})`,
		]),
		// components as JSON are such a tree
		...(components as unknown as Part[]).map((part) => drawnPart(part)),
		...files.map((file) =>
			'text' in file ? `${file.name}:\n${file.text.replace('\uFEFF', '')}` : `${file.name}: ${file.alt}`,
		),
	];
	return lines.flat().join('\n');
}

function drawnPart(part: Part): string {
	const { accent_color: accent, content, label, emoji, disabled, url, custom_id: id, file, items, accessory } = part;
	const button = `[${[emoji?.name, label].filter(Boolean).join(' ')} → ${url ?? id ?? ''}${disabled ? ' off' : ''}]`;
	return [
		...(accent === undefined ? [] : [`container ${colour(accent)}`]),
		...(content === undefined ? [] : [content]),
		...(label === undefined ? [] : [button]),
		...(file === undefined ? [] : [file.url]),
		...(items ?? []).map(({ media }) => media.url),
		...(part.components ?? []).map(drawnPart),
		...(accessory === undefined ? [] : [drawnPart(accessory)]),
		...(Object.keys(part).length === 1 ? ['────'] : []),
	].join('\n');
}

function colour(value: number | undefined): string {
	return value === undefined ? 'without colour' : `#${value.toString(16)}`;
}
