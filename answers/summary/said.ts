import type { Span } from '../../articles/document.js';
import { actsOf, type Acts } from './acts/acts.js';
import { chatLanguages } from './chat-languages.js';
import { chatSentences } from './chat-sentences.js';
import type { ChatMessage } from './conversation.js';
import { inTurns } from './in-turns.js';
import { noiseAmong } from './noise.js';
import { plainTextOf, type PlainText } from './plain-text.js';

/** A sentence of a message. */
export interface SaidSentence {
	/** In the message's text. */
	readonly span: Span;
	/** Its words, single spaces between them and nothing of Discord's marks. */
	readonly words: string;
	readonly acts: Acts;
}

/** A message as it is read. */
export interface Said {
	readonly message: ChatMessage;
	readonly plain: PlainText;
	/** BCP 47; `und` where the text does not decide. */
	readonly language: string;
	/** Whether it says nothing by itself. */
	readonly isNoise: boolean;
	/** In order. Code and what it quotes of others is in none. */
	readonly sentences: readonly SaidSentence[];
}

/** Reads messages. Keeps order. */
export async function readMessages(messages: readonly ChatMessage[]): Promise<Said[]> {
	const plain: PlainText[] = [];
	await inTurns(messages, ({ text }) => plain.push(plainTextOf(text)));
	const languages = await chatLanguages(plain.map(({ words }) => words));
	const noise = await noiseAmong(messages, plain);
	const said: Said[] = [];
	await inTurns(messages.entries(), ([i, message]) => {
		const own = plain[i];
		if (own === undefined) return;
		const language = languages[i] ?? 'und';
		const sentences = chatSentences(own.words, language).map((span): SaidSentence => {
			const words = own.words.slice(span.start, span.end).replace(/\s+/gu, ' ');
			return { span: withEmphasis(message.text, own.words, span), words, acts: actsOf(words, language) };
		});
		said.push({ message, plain: own, language, isNoise: noise[i] === true, sentences });
	});
	return said;
}

const EMPHASIS = /[*_~`]/;

/** With the marks at its edges, where it has such marks within: `**Note:** bring boots`. */
function withEmphasis(text: string, words: string, span: Span): Span {
	let { start, end } = span;
	const isMark = (i: number) => words[i] === ' ' && EMPHASIS.test(text.charAt(i));
	let isMarked = false;
	for (let i = start; i < end && !isMarked; i++) isMarked = isMark(i);
	while (isMarked && start > 0 && isMark(start - 1)) start--;
	while (isMarked && isMark(end)) end++;
	return { start, end };
}
