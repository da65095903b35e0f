import type { Models } from '../../index/question.js';
import { countLanguages } from '../choose.js';
import { activityOf } from './activity.js';
import { centralityOf, chooseCentral } from './central.js';
import { chatLanguages } from './chat-languages.js';
import { chatSentences } from './chat-sentences.js';
import type { ChatMessage } from './conversation.js';
import { plainTextOf } from './plain-text.js';
import { MOST_LINES, type Summary, type SummaryLength, type SummaryLine } from './summary.js';
import { encodeUnits } from './units.js';

export interface SummaryOptions {
	readonly length: SummaryLength;
	/** IANA name: of its days and hours. */
	readonly timeZone: string;
}

const FURTHER = 12;

/**
 * Sums up a conversation by what was said in it, word for word.
 *
 * @param messages of one channel, oldest first
 */
export async function summarizeConversation(
	messages: readonly ChatMessage[],
	models: Models,
	{ length, timeZone }: SummaryOptions,
): Promise<Summary> {
	const plain = messages.map(({ text }) => plainTextOf(text));
	const languages = chatLanguages(plain.map(({ words }) => words));
	const sentences = messages.flatMap((message, i) =>
		chatSentences(plain[i]?.words ?? '', languages[i] ?? 'und').map((span) => ({
			message,
			span,
			text: plain[i]?.words.slice(span.start, span.end) ?? '',
			language: languages[i] ?? 'und',
		})),
	);
	const units = await encodeUnits(
		models,
		sentences.map(({ text }) => text),
		sentences.map(({ language }) => language),
	);
	const chosen = chooseCentral(units, centralityOf(units), { most: MOST_LINES[length] + FURTHER });
	const lines = chosen.flatMap((index): SummaryLine[] => {
		const sentence = sentences[index];
		if (sentence === undefined) return [];
		const { message, span, language } = sentence;
		return [
			{
				messageId: message.id,
				threadId: message.threadId,
				authorId: message.authorId,
				at: message.at,
				span,
				quote: message.text.slice(span.start, span.end),
				language,
			},
		];
	});
	const people = new Set(messages.map(({ authorId }) => authorId)).size;
	const most = MOST_LINES[length];
	return {
		topics:
			lines.length === 0
				? []
				: [
						{
							from: messages[0]?.at ?? 0,
							to: messages.at(-1)?.at ?? 0,
							messages: messages.length,
							people,
							lines: lines.slice(0, most).sort((a, b) => a.at - b.at),
							further: lines.slice(most),
						},
					],
		decisions: [],
		questions: [],
		links: [],
		dates: [],
		languages: countLanguages(languages.filter((language) => language !== 'und')),
		people,
		read: messages.length,
		noise: 0,
		activity: activityOf(
			messages.map(({ at }) => ({ at, topic: lines.length === 0 ? -1 : 0 })),
			lines.length === 0 ? 0 : 1,
			timeZone,
		),
	};
}
