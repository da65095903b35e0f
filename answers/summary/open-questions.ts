import { cosine } from '../../embeddings/encoder.js';
import { holdsNumber } from '../expected-answer.js';
import type { AskedFor } from './acts/acts.js';
import { languageOf } from './chat-languages.js';
import type { Conversation, Heard, Place } from './heard.js';
import { namesTime } from './relative-days.js';
import { dot } from './talks/vectors.js';
import type { Unit } from './units.js';

/** Questions that ask for the same thing, which nobody answered. */
export interface OpenGroup {
	/** The first of them. */
	readonly first: Place;
	/** The others, in the order of time. */
	readonly others: readonly Place[];
}

interface Question extends Place {
	readonly asks: AskedFor;
	readonly unit: Unit;
	/** BCP 47, of the sentence itself. */
	readonly language: string;
}

/** Content words that a question has, for others to know what is asked. */
const LEAST_WORDS = 2;
/** Messages behind a question among which an answer is looked for: of its talk, and of the channel whatever they speak of. */
const REACH = 15;
const SHORT_REACH = 4;

/** From so much evidence on, a message is taken for the answer. */
const ENOUGH = 1.8;
/** What speaks for it: that it is the next one; each further one and every twenty minutes less; of another talk less, and of none, as a mere "me" is. */
const NEXT = 1;
const PER_MESSAGE = 0.75;
const FADING_MS = 20 * 60_000;
const OTHER_TALK = { other: 0.6, none: 0.8 };
/** What has what is asked for, a time or a number, may well tell of something else, the more so the further behind it stands. */
const FIT_PER_MESSAGE = 0.6;
/** That it has what is asked for. */
const FITS = { time: 1.6, number: 1.2, who: 1.2, 'yes-or-no': 1.5, anything: 0 } as const satisfies Record<
	AskedFor,
	number
>;
/** That it means something near, by each tenth of the cosine above the least; that it has words of the question. */
const MEANING = 4;
const LEAST_COSINE = 0.05;
const PER_WORD = 0.5;
const MOST_MEANING = 2;
/** That it speaks to who asks; that these give thanks behind it; that it is a question itself. */
const ADDRESSED = 1.5;
const THANKED = 1.5;
const IS_QUESTION = -1.5;
/** Messages behind a possible answer among which thanks count. */
const THANKS_REACH = 3;

/** From which cosine on two questions ask for the same thing: as measured for `answers/gaps.ts`. */
const SAME = { oneLanguage: 0.66, twoLanguages: 0.46 };
const MOST = 30;

/**
 * Questions that stayed without an answer: nobody replied to them but to say that they do not know, and nobody said what looks like an answer within
 * reach. Left out are those that nobody is meant to answer. Those of most members first, then in the order of time.
 */
export function findOpenQuestions(conversation: Conversation): OpenGroup[] {
	const repliesTo = new Map<string, Heard[]>();
	for (const one of conversation.heard) {
		const { replyTo } = one.message;
		if (replyTo !== null) repliesTo.set(replyTo, [...(repliesTo.get(replyTo) ?? []), one]);
	}
	const asked = conversation.heard.flatMap((one) => questionsOf(one));
	const isOpen = new Map(
		asked.map((question) => [
			question,
			!isAnswered(question, conversation, repliesTo.get(question.heard.message.id) ?? []),
		]),
	);
	return groupsOf(asked)
		.filter((group) => group.every((question) => isOpen.get(question) === true))
		.flatMap(([first, ...others]) => (first === undefined ? [] : [{ first, others }]))
		.sort((a, b) => askersOf(b) - askersOf(a) || a.first.heard.place - b.first.heard.place)
		.slice(0, MOST);
}

/** Members who ask it. */
export function askersOf({ first, others }: OpenGroup): number {
	return new Set([first, ...others].map(({ heard }) => heard.message.authorId)).size;
}

/** The question of a message that says what it asks: the last one, if there are several. */
function questionsOf(one: Heard): Question[] {
	if (one.isNoise) return [];
	const last = one.sentences.findLastIndex(({ acts }) => acts.isQuestion);
	const asks = one.sentences[last]?.acts.asks;
	if (asks === undefined || asks === null) return [];
	const unit = one.units[last];
	if (unit === undefined || unit.words.length < LEAST_WORDS) return [];
	// asked and answered by the same member
	const rest = one.sentences.slice(last + 1);
	if (asks === 'number' && rest.some(({ words }) => holdsNumber(words))) return [];
	if (asks === 'time' && rest.some(({ words }) => namesTime(words, one.language))) return [];
	return [{ heard: one, sentence: last, asks, unit, language: languageOf(unit.text, unit.language) }];
}

function isAnswered(question: Question, { heard, talks }: Conversation, replies: readonly Heard[]): boolean {
	const { heard: one } = question;
	const { authorId } = one.message;
	const isByOther = ({ message }: Heard) => message.authorId !== authorId;
	if (replies.some((reply) => isByOther(reply) && answers(reply))) return true;
	const talk = talks[one.talk] ?? [];
	const inTalk = talk
		.slice(talk.indexOf(one) + 1)
		.filter(isByOther)
		.slice(0, REACH);
	const next = heard
		.slice(one.place + 1, one.place + 1 + 2 * SHORT_REACH)
		.filter(isByOther)
		.slice(0, SHORT_REACH);
	const hasThanks = (from: Heard) =>
		heard
			.slice(from.place + 1, from.place + 1 + THANKS_REACH)
			.some(({ message, sentences }) => message.authorId === authorId && sentences.some(({ acts }) => acts.hasGotIt));
	const fits = (answer: Heard, rank: number, share: number) => {
		if (answer.message.replyTo !== null && answer.message.replyTo !== one.message.id) return false;
		const fit = (hasWhatIsAsked(question, answer) ? FITS[question.asks] : 0) * FIT_PER_MESSAGE ** rank;
		const near = share * nearness(one, answer, rank) + likenessOf(question, answer);
		return near + fit + (hasThanks(answer) ? THANKED : 0) >= ENOUGH;
	};
	return (
		inTalk.some((answer, rank) => fits(answer, rank, 1)) ||
		next.some(
			(answer, rank) =>
				!inTalk.includes(answer) && fits(answer, rank, answer.talk < 0 ? OTHER_TALK.none : OTHER_TALK.other),
		)
	);
}

/** Whether a reply is an answer, and does not only ask back, or say that it does not know. */
function answers({ sentences, message }: Heard): boolean {
	if (sentences.length === 0) return message.attachments > 0 || message.text !== '';
	const [first] = sentences;
	if (sentences.length === 1 && first?.acts.isQuestion === true && !first.acts.saysYesOrNo) return false;
	return !sentences.some(({ acts }) => acts.isUnknowing);
}

function nearness(question: Heard, answer: Heard, rank: number): number {
	const gap = answer.message.at - question.message.at;
	return NEXT * PER_MESSAGE ** rank * Math.exp(-Math.max(0, gap) / FADING_MS);
}

function hasWhatIsAsked({ asks }: Question, { sentences, language }: Heard): boolean {
	return sentences.some(({ words, acts }) => {
		if (asks === 'time') return namesTime(words, language);
		if (asks === 'number') return holdsNumber(words);
		if (asks === 'who') return acts.saysI || acts.saysYesOrNo;
		return asks === 'yes-or-no' && acts.saysYesOrNo;
	});
}

/** How much a message speaks of what is asked, to whoever asks. */
function likenessOf({ heard: one, unit }: Question, answer: Heard): number {
	const { sentences, words, vector, plain } = answer;
	if (sentences.some(({ acts }) => acts.isUnknowing)) return -Infinity;
	const own = new Set(unit.words);
	const shared = new Set(words.filter((word) => own.has(word))).size;
	const likeness = MEANING * Math.max(0, dot(one.vector, vector) - LEAST_COSINE) + PER_WORD * shared;
	const isQuestion = sentences.length > 0 && sentences.every(({ acts }) => acts.isQuestion);
	return (
		Math.min(MOST_MEANING, likeness) +
		(plain.mentioned.includes(one.message.authorId) ? ADDRESSED : 0) +
		(isQuestion ? IS_QUESTION : 0)
	);
}

/** Questions that ask for the same thing, each group and the groups in the order of time. */
function groupsOf(questions: readonly Question[]): Question[][] {
	const groups: Question[][] = [];
	for (const question of questions) {
		const group = groups.find(([first]) => first !== undefined && isSame(first, question));
		if (group === undefined) groups.push([question]);
		else group.push(question);
	}
	return groups;
}

function isSame(a: Question, b: Question): boolean {
	const least = a.language === b.language ? SAME.oneLanguage : SAME.twoLanguages;
	return cosine(a.unit.embedding, b.unit.embedding) >= least;
}
