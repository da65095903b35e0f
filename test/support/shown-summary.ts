import { expect } from 'vitest';
import type { Interaction } from '../../sandbox/interactions/interaction.js';
import type { Message } from '../../sandbox/world.js';
import type { Stage } from './stage.js';
import { buttonsOf, textIn } from './stage.js';

/** A line of a summary, as a message shows it. */
export interface ShownLine {
	readonly channelId: string;
	readonly messageId: string;
	/** What is quoted, without the signs of Markdown. */
	readonly words: string;
}

const LINE = /^- .*?<@\d+>: (.+?) \[↗\]\(https:\/\/discord\.com\/channels\/\d+\/(\d+)\/(\d+)\)/gm;

export function linesIn(message: Message | undefined): ShownLine[] {
	return [...textIn(message).matchAll(LINE)].map(([, words = '', channelId = '', messageId = '']) => ({
		channelId,
		messageId,
		words: plain(words),
	}));
}

/** Holds every line to the message that its link leads to, which must say these words. Gives the lines. */
export function expectProven({ sandbox }: Stage, message: Message | undefined): ShownLine[] {
	const lines = linesIn(message);
	expect(lines.length).toBeGreaterThan(0);
	for (const { channelId, messageId, words } of lines) {
		const said = sandbox.world.message(channelId, messageId);
		expect(plain(said?.content ?? 'no such message')).toContain(words.replace(/…$/, ''));
	}
	return lines;
}

/** Waits until a call shows a summary, whatever it showed before, and gives the message. */
export async function summaryOf(interaction: Interaction, timeoutMs = 30_000): Promise<Message> {
	await interaction.until(() => linesIn(interaction.messages()[0]).length > 0, timeoutMs);
	return interaction.messages()[0]!;
}

/** The button that opens the first topic. */
export function moreOn(message: Message): string {
	const [first = ''] = buttonsOf(message);
	return first;
}

/** Waits until a call shows a text. */
export async function shows(interaction: Interaction, text: string, timeoutMs = 30_000): Promise<Message> {
	await interaction.until(() => textIn(interaction.messages()[0]).includes(text), timeoutMs);
	return interaction.messages()[0]!;
}

function plain(text: string): string {
	return text.replaceAll('\\', '').replace(/\s+/g, ' ').trim();
}
