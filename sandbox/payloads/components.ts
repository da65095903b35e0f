import type { APIAttachment, APIMessage } from 'discord-api-types/v10';
import type { AnyComponent } from '../limits/component-tree.js';

/** What a request may say of a component, once it was checked. */
type Sent = AnyComponent & Readonly<Record<string, unknown>>;

export interface MediaContext {
	readonly attachments: readonly APIAttachment[];
	nextId(): string;
}

/** The URL that an `attachment://` one stands for, with its attachment; others as they are. */
export function resolveMedia(
	url: string,
	attachments: readonly APIAttachment[],
): { url: string; file?: APIAttachment } {
	const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
	const file = attachments.find((one) => one.filename === name);
	return file ? { url: file.url, file } : { url };
}

/** Components as Discord gives them back: numbered, with what was left out filled in. */
export function componentsPayload(
	components: readonly AnyComponent[],
	context: MediaContext,
): APIMessage['components'] {
	const taken = new Set<number>();
	const number = (component: Sent): number => {
		let id = component.id ?? 0;
		if (id === 0) for (id = 1; taken.has(id); id++);
		taken.add(id);
		return id;
	};
	const media = (value: unknown) => {
		// the schema has checked that media is `{ url }`
		const resolved = resolveMedia((value as { url: string }).url, context.attachments);
		const { url, file } = resolved;
		const { width = null, height = null } = file ?? {};
		const known = file ? { content_type: file.content_type ?? null, attachment_id: file.id } : { content_type: null };
		return { id: context.nextId(), url, proxy_url: url, width, height, ...known };
	};
	const draw = (sent: AnyComponent): Record<string, unknown> => {
		const component: Sent = { ...sent };
		const given = Object.entries(component).filter(([, value]) => value !== null && value !== undefined);
		const drawn: Record<string, unknown> = { ...Object.fromEntries(given), id: number(component) };
		const spoiler = component['spoiler'] ?? false;
		const description = component['description'] ?? null;
		if (component.components) drawn['components'] = component.components.map(draw);
		if (component.accessory) drawn['accessory'] = draw(component.accessory);
		if (component.type >= 3 && component.type <= 8)
			Object.assign(drawn, { min_values: component['min_values'] ?? 1, max_values: component['max_values'] ?? 1 });
		if (component.type === 11) Object.assign(drawn, { media: media(component['media']), description, spoiler });
		if (component.type === 12) {
			// the schema has checked that a gallery has items with media
			const items = component['items'] as { media: unknown; description?: string | null; spoiler?: boolean | null }[];
			drawn['items'] = items.map((item) => ({
				media: media(item.media),
				description: item.description ?? null,
				spoiler: item.spoiler ?? false,
			}));
		}
		if (component.type === 13) {
			// the schema has checked that `file` is `{ url }`
			const { file } = resolveMedia((component['file'] as { url: string }).url, context.attachments);
			Object.assign(drawn, {
				file: media(component['file']),
				name: file?.filename ?? null,
				size: file?.size ?? null,
				spoiler,
			});
		}
		if (component.type === 14) {
			Object.assign(drawn, { divider: component['divider'] ?? true, spacing: component['spacing'] ?? 1 });
		}
		if (component.type === 17) Object.assign(drawn, { accent_color: component['accent_color'] ?? null, spoiler });
		return drawn;
	};
	// drawn from components that the schema of requests has accepted
	return components.map(draw) as unknown as APIMessage['components'];
}
