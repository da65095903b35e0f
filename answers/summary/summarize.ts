import { setImmediate as turn } from 'node:timers/promises';
import type { Models } from '../../index/question.js';
import { countLanguages } from '../choose.js';
import { activityOf } from './activity.js';
import type { ChatMessage } from './conversation.js';
import { findDates } from './dates.js';
import { findDecisions } from './decisions.js';
import { hear, type Heard } from './heard.js';
import { isQuotable, keyOf, lineAt, lineOf } from './lines.js';
import { findLinks } from './links.js';
import { askersOf, findOpenQuestions } from './open-questions.js';
import { readMessages } from './said.js';
import type { OpenQuestion, Summary, SummaryLength, Topic } from './summary.js';
import { chooseTopics, type TopicFound } from './topics.js';

export interface SummaryOptions {
	readonly length: SummaryLength;
	/** IANA name: of its days and hours. */
	readonly timeZone: string;
}

/**
 * Sums up a conversation by what was said in it, word for word: of each talk what says most of it, what was decided, and what was asked
 * and stayed without an answer. Others have their turn in this thread meanwhile.
 *
 * @param messages of one channel and its threads
 */
export async function summarizeConversation(
	messages: readonly ChatMessage[],
	models: Models,
	{ length, timeZone }: SummaryOptions,
): Promise<Summary> {
	const said = await readMessages([...messages].sort((a, b) => a.at - b.at));
	const conversation = await hear(said, models);
	const { heard, talks } = conversation;
	const decisions = findDecisions(conversation).filter(isQuotable);
	await turn();
	const questions = findOpenQuestions(conversation).filter(({ first }) => isQuotable(first));
	await turn();
	const shown = [...decisions, ...questions.flatMap(({ first, others }) => [first, ...others])];
	const topics = await chooseTopics(talks, new Set(shown.map(keyOf)), length);
	const dates = await findDates(heard, timeZone);
	const topicOf = new Map<Heard, number>(topics.flatMap(({ talk }, i) => talk.map((one) => [one, i] as const)));
	return {
		topics: topics.map(toTopic),
		decisions: decisions.map(lineOf),
		questions: questions.map((group): OpenQuestion => {
			const { first, others } = group;
			return {
				...lineOf(first),
				alsoAskedIn: others.map(({ heard: other }) => other.message.id),
				askedBy: askersOf(group),
			};
		}),
		links: findLinks(said).map(({ url, said: one, span }) => ({ url, line: lineAt(one, span) })),
		dates: dates.filter(({ place }) => isQuotable(place)).map(({ date, place }) => ({ date, line: lineOf(place) })),
		languages: countLanguages(said.flatMap(({ language }) => (language === 'und' ? [] : [language]))),
		people: peopleIn(heard),
		read: messages.length,
		noise: said.filter(({ isNoise }) => isNoise).length,
		activity: activityOf(
			heard.map((one) => ({ at: one.message.at, topic: topicOf.get(one) ?? -1 })),
			topics.length,
			timeZone,
		),
	};
}

function toTopic({ talk, lines, further }: TopicFound): Topic {
	return {
		from: talk[0]?.message.at ?? 0,
		to: talk.at(-1)?.message.at ?? 0,
		messages: talk.length,
		people: peopleIn(talk),
		lines: lines.map(lineOf),
		further: further.map(lineOf),
	};
}

function peopleIn(messages: readonly Heard[]): number {
	return new Set(messages.map(({ message }) => message.authorId)).size;
}
