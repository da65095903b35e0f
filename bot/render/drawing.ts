import type { APIButtonComponent } from 'discord-api-types/v10';
import { escapeWithin } from '../text.js';
import { EMBED_TITLE_LIMIT, TEXT_DISPLAYS_LIMIT } from '../discord-limits.js';

/** What a message shows, before it is laid out as components or as an embed. */
export interface Drawing {
	/** Of the bar at its side, as 0xRRGGBB. */
	readonly accent?: number;
	/** Markdown on one line, at most {@link TITLE_ROOM} units: {@link toTitle}. */
	readonly title?: string;
	/** In all at most {@link BLOCKS_ROOM} units of text, or {@link roomBeside}, and {@link MOST_BLOCKS} that have a link. */
	readonly blocks: readonly Block[];
	/** Above the blocks. */
	readonly picture?: Picture | undefined;
	/** Plain text: embeds show it as it is. It is cut at {@link FOOTER_ROOM}. */
	readonly footer?: string;
	/** In rows of their own, before the buttons: five in each, at most ten. */
	readonly choices?: readonly APIButtonComponent[];
	/** Five stand in a row; at most ten. */
	readonly buttons?: readonly APIButtonComponent[];
	readonly file?: TextFile;
}

export interface Block {
	/** Markdown, not empty. Its button stands beside it. */
	readonly text: string;
	/** Markdown below, as wide as the message: where windows are narrow, a button takes much of the width. At most five blocks have it. */
	readonly below?: string;
	/** Where its button leads. */
	readonly url?: string | undefined;
	/** What its button is told by from the others, where a layout puts the buttons elsewhere. */
	readonly mark?: string;
}

/** A picture that is drawn when the message is sent. */
export interface Picture {
	/** Of the file: letters, digits, `-` and a dot. */
	readonly name: string;
	readonly svg: string;
	/** The same in words; plain text, at most 1024 UTF-16 units. */
	readonly alt: string;
}

/** A file that is sent with a message. */
export interface TextFile {
	readonly name: string;
	readonly text: string;
}

export const ACCENTS = { good: 0x2ecc71, fair: 0xf1c40f, weak: 0xe67e22, none: 0x95a5a6, bad: 0xe74c3c } as const;

export const TITLE_ROOM = EMBED_TITLE_LIMIT;
export const FOOTER_ROOM = 400;
/** What Discord leaves, with the marks of a heading and of small print. */
export const BLOCKS_ROOM = TEXT_DISPLAYS_LIMIT - TITLE_ROOM - '### '.length - FOOTER_ROOM - '-# '.length;
/** With a section, a text and a button each, and all that is around them, 36 components of 40. */
export const MOST_BLOCKS = 8;

/** What Discord leaves where title and footer are known, and shorter than they may be. */
export function roomBeside({ title = '', footer = '' }: Pick<Drawing, 'title' | 'footer'>): number {
	return BLOCKS_ROOM + (TITLE_ROOM - title.length) + (FOOTER_ROOM - escapeWithin(footer, FOOTER_ROOM).length);
}

/** Whatever an article or a member wrote, as a title. A heading loses the `#` at its end, escaped or not, unless it is bold. */
export function toTitle(text: string): string | undefined {
	const title = escapeWithin(text, TITLE_ROOM - 4);
	if (title === '') return undefined;
	return title.endsWith('#') ? `**${title}**` : title;
}

/** Small print, which stands on a line of its own. */
export function small(text: string): string {
	return `-# ${text}`;
}

/** Whole texts while they fit, in order: what is cut would say something else. `separator` is counted. */
export function fitting(texts: readonly string[], room: number, separator = '\n'): string[] {
	const kept: string[] = [];
	let length = 0;
	for (const text of texts) {
		length += text.length + (kept.length === 0 ? 0 : separator.length);
		if (length > room) break;
		kept.push(text);
	}
	return kept;
}
