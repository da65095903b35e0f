import { asksForNumber } from '../../expected-answer.js';
import * as answers from './answer-words.js';
import * as decisions from './decision-words.js';
import { bare, type Bare } from './phrases.js';
import * as questions from './question-words.js';

/** What a question asks for. */
export type AskedFor = 'time' | 'number' | 'who' | 'yes-or-no' | 'anything';

/** What somebody does by a sentence, as far as its words tell. */
export interface Acts {
	/** What it asks for; `null` where it is no question, or one that nobody is meant to answer. */
	readonly asks: AskedFor | null;
	/** Whether it has the form of a question, meant or not. */
	readonly isQuestion: boolean;
	/** Says that something is decided; `content` where it also says what. */
	readonly decides: 'content' | 'bare' | null;
	readonly proposes: boolean;
	/** Agrees with what others said; `settles` where it ends the matter. */
	readonly agrees: 'settles' | 'agrees' | null;
	readonly rejects: boolean;
	readonly reverses: boolean;
	/** Says that no answer is known. */
	readonly isUnknowing: boolean;
	/** Thanks, or says that something was found. */
	readonly hasGotIt: boolean;
	readonly saysYesOrNo: boolean;
	/** Speaks of who says it. */
	readonly saysI: boolean;
}

const MARK = /[?？؟]/u;
/** An agreement stands among the first words: further on, "perfect" and "good" speak of something else. */
const LATEST_AGREEMENT = 24;
/** Units that a sentence has besides the words that say that it decides, to say what. */
const LEAST_CONTENT = 12;
const LEAST_DENSE_CONTENT = 5;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** @param language BCP 47 */
export function actsOf(sentence: string, language: string): Acts {
	const text = bare(sentence, language);
	const isQuestion = isAsking(text);
	const agreement = decisions.AGREES(text);
	const agrees = !isQuestion && agreement >= 0 && agreement <= LATEST_AGREEMENT;
	return {
		isQuestion,
		asks: isQuestion && questions.RHETORICAL(text) < 0 ? askedFor(sentence, text) : null,
		decides: isQuestion ? null : decidesBy(text),
		proposes: decisions.PROPOSES(text) >= 0,
		agrees: !agrees ? null : decisions.SETTLES(text) >= 0 ? 'settles' : 'agrees',
		rejects: !isQuestion && decisions.REJECTS(text) >= 0,
		reverses: !isQuestion && decisions.REVERSES(text) >= 0,
		isUnknowing: answers.UNKNOWING(text) >= 0,
		hasGotIt: answers.GOT_IT(text) >= 0,
		saysYesOrNo: answers.YES_OR_NO(text) >= 0,
		saysI: answers.MYSELF(text) >= 0,
	};
}

function isAsking(text: Bare): boolean {
	if (MARK.test(text.text)) return true;
	return questions.ENDS_ASKING(text) >= 0 || questions.ASKS(text) >= 0 || questions.ASKS_WITHIN(text) >= 0;
}

function askedFor(sentence: string, text: Bare): AskedFor {
	if (questions.ASKS_WHEN(text) >= 0) return 'time';
	if (asksForNumber(sentence)) return 'number';
	if (questions.ASKS_WHO(text) >= 0) return 'who';
	return questions.ASKS_WHAT(text) >= 0 ? 'anything' : 'yes-or-no';
}

function decidesBy(text: Bare): Acts['decides'] {
	if (decisions.DECIDES(text) < 0 || decisions.UNDECIDED(text) >= 0) return null;
	return hasContent(text) ? 'content' : 'bare';
}

/** Whether something is left of a sentence without the words by which it decides. */
function hasContent(text: Bare): boolean {
	const start = decisions.ONLY_TELLS(text);
	const least = DENSE.test(text.text) ? LEAST_DENSE_CONTENT : LEAST_CONTENT;
	const letters = text.text.replace(/[^\p{L}\p{N}]/gu, '').length;
	return letters > (start < 0 ? least : 1.5 * least);
}
