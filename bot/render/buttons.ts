import {
	ButtonStyle,
	ComponentType,
	type APIButtonComponentWithCustomId,
	type APIButtonComponentWithURL,
} from 'discord-api-types/v10';
import type { Action } from '../../commands/action.js';
import { format, type Locale } from '../../commands/messages.js';
import { toCustomId, toIdleId } from '../custom-id.js';
import { LABEL_LIMIT } from '../discord-limits.js';
import { oneLine, truncate } from '../text.js';

/** @param label plain text: buttons show no Markdown */
export function linkButton(url: string, label: string): APIButtonComponentWithURL {
	return { type: ComponentType.Button, style: ButtonStyle.Link, label: toLabel(label), url };
}

/** A button that opens something, or does something, beside the message that it stands under. */
export function actionButton(action: Action, label: string, emoji?: string): APIButtonComponentWithCustomId {
	return button(toCustomId({ action, turns: false }), label, emoji);
}

/**
 * Previous, place and next, to turn the pages of a message; none where there is one page. `to` is what opens a page, from 0.
 * A button that leads nowhere is there all the same, so that the others stay in their place under the finger.
 */
export function pager(
	locale: Locale,
	{ page, pages }: { readonly page: number; readonly pages: number },
	to: (page: number) => Action,
): APIButtonComponentWithCustomId[] {
	if (pages <= 1) return [];
	const turn = (name: 'previous' | 'next', target: number, emoji: string) =>
		target < 0 || target >= pages
			? idle(name, format(locale, `page.${name}`), emoji)
			: button(toCustomId({ action: to(target), turns: true }), format(locale, `page.${name}`), emoji);
	return [turn('previous', page - 1, '◀️'), idle('place', `${page + 1} / ${pages}`), turn('next', page + 1, '▶️')];
}

/** A page that there is: what is asked for may have been there once. */
export function clampPage(page: number, pages: number): number {
	return Math.max(0, Math.min(page, pages - 1));
}

function idle(name: string, label: string, emoji?: string): APIButtonComponentWithCustomId {
	return { ...button(toIdleId(name), label, emoji), disabled: true };
}

function button(customId: string, label: string, emoji?: string): APIButtonComponentWithCustomId {
	return {
		type: ComponentType.Button,
		style: ButtonStyle.Secondary,
		label: toLabel(label),
		custom_id: customId,
		...(emoji !== undefined && { emoji: { name: emoji } }),
	};
}

function toLabel(text: string): string {
	return truncate(oneLine(text), LABEL_LIMIT);
}
