import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { format, type Locale } from '../../commands/messages.js';
import type { Reply } from '../../commands/reply.js';
import type { KeptAnswer } from '../../commands/services.js';
import { MOST_CITATIONS } from '../../commands/settings.js';
import { alsoInLine } from './also.js';
import { actionButton } from './buttons.js';
import { ACCENTS, BLOCKS_ROOM, small, toTitle, type Block, type Drawing } from './drawing.js';
import { drawQuotations } from './quotation.js';

/** Words around one cited sentence: enough to see what it speaks of, with room for the other citations on one screen. */
const CONTEXT_ROOM = 240;
/** For what can no longer be shown. */
const NOTE_ROOM = 250;
/** Of those sentences that came near, without being near enough. */
const NEAREST = 2;
/** From these probabilities on a match is called so; below the last it is weak. Where answers begin: `LEAST_CONFIDENCE`. */
const STRONG = 0.7;
const FAIR = 0.45;

type AnswerReply = Pick<Extract<Reply, { readonly kind: 'answer' }>, 'answer' | 'isPrivate' | 'sharedBy'>;

/** The cited sentences, or that there are none. */
export function drawAnswer(reply: AnswerReply, locale: Locale): Drawing {
	const { answer } = reply;
	const cites = answer.answered && answer.citations.length + answer.gone > 0;
	return cites ? drawCited(reply, locale) : drawAbstention(reply, locale);
}

function drawCited({ answer, isPrivate, sharedBy }: AnswerReply, locale: Locale): Drawing {
	const { id: answerId, question, citations, further, gone, searched, confidence, alsoIn } = answer;
	const shown = citations.slice(0, MOST_CITATIONS);
	const strength = confidence >= STRONG ? 'strong' : confidence >= FAIR ? 'fair' : 'weak';
	const above = shown.some(({ disagreesWith }) => disagreesWith.length > 0)
		? [{ text: format(locale, 'answer.disagree') }]
		: [];
	const elsewhere = alsoInLine(alsoIn, locale);
	const below = elsewhere === undefined ? [] : [{ text: elsewhere }];
	const accents = { strong: ACCENTS.good, fair: ACCENTS.fair, weak: ACCENTS.weak };
	return {
		accent: shown.length === 0 ? ACCENTS.none : accents[strength],
		...withTitle(question),
		blocks: [
			...above,
			...drawQuotations(
				shown.map((quotation) => ({ quotation, mark: String(quotation.n) })),
				locale,
				{ room: BLOCKS_ROOM - NOTE_ROOM - lengthOf([...above, ...below]), contextRoom: CONTEXT_ROOM },
			),
			...below,
			...goneNote(answer, locale),
			...sharedNote(sharedBy, locale),
		],
		footer: format(locale, 'answer.footer', {
			verified: shown.length,
			quotes: shown.length + gone,
			searched,
			strength: format(locale, `answer.strength.${strength}`),
			percent: percentOf(confidence),
		}),
		buttons: [
			...(shown.length === 0
				? []
				: [actionButton({ kind: 'citations', answerId, at: 0 }, format(locale, 'answer.sources'), '📚')]),
			...(further.length === 0
				? []
				: [actionButton({ kind: 'further', answerId, page: 0 }, format(locale, 'answer.more'), '➕')]),
			actionButton({ kind: 'rate', answerId, verdict: 'right' }, format(locale, 'answer.right'), '👍'),
			actionButton({ kind: 'rate', answerId, verdict: 'wrong' }, format(locale, 'answer.wrong'), '👎'),
			isPrivate
				? actionButton({ kind: 'share', answerId }, format(locale, 'answer.share'), '📣')
				: hideButton(answerId, locale),
		],
	};
}

/** The sentences that came nearest are shown as such, so that nobody takes them for an answer. */
function drawAbstention({ answer, isPrivate, sharedBy }: AnswerReply, locale: Locale): Drawing {
	const { id: answerId, question, further, confidence, forGaps } = answer;
	const reason = answer.reason ?? 'nothing-relevant';
	const isGap = reason === 'nothing-relevant';
	const nearest = isGap ? further.slice(0, NEAREST) : [];
	const said = format(locale, `abstain.${reason}`);
	return {
		accent: ACCENTS.none,
		...withTitle(question),
		blocks: [
			{ text: nearest.length === 0 ? said : `${said}\n${small(format(locale, 'abstain.closest'))}` },
			...drawQuotations(
				nearest.map((quotation, i) => ({ quotation, mark: String(i + 1) })),
				locale,
				{ room: BLOCKS_ROOM - 2 * NOTE_ROOM, contextRoom: 0 },
			),
			...goneNote(answer, locale),
			...sharedNote(sharedBy, locale),
		],
		...(isGap && {
			footer: [
				format(locale, 'abstain.footer', { percent: percentOf(confidence) }),
				...(forGaps ? [format(locale, 'abstain.kept')] : []),
			].join(' '),
			buttons: [
				...(further.length === 0
					? []
					: [actionButton({ kind: 'further', answerId, page: 0 }, format(locale, 'abstain.show'), '🔎')]),
				...(forGaps
					? [actionButton({ kind: 'rate', answerId, verdict: 'wanted' }, format(locale, 'abstain.tell'), '📣')]
					: []),
				...(isPrivate ? [] : [hideButton(answerId, locale)]),
			],
		}),
	};
}

function hideButton(answerId: string, locale: Locale): APIButtonComponentWithCustomId {
	return actionButton({ kind: 'hide', answerId }, format(locale, 'answer.hide'), '🗑️');
}

function sharedNote(memberId: string | null, locale: Locale): Block[] {
	return memberId === null ? [] : [{ text: small(format(locale, 'answer.shared-by', { member: `<@${memberId}>` })) }];
}

/** Citations whose article was changed or removed cannot be shown, and are not passed over. */
export function goneNote({ gone }: KeptAnswer, locale: Locale): Block[] {
	return gone === 0 ? [] : [{ text: small(format(locale, 'answer.gone', { count: gone })) }];
}

/** With a line end after each, as some layouts put there. */
function lengthOf(blocks: readonly Block[]): number {
	return blocks.reduce((sum, { text }) => sum + text.length + 2, 0);
}

export function withTitle(text: string): { title?: string } {
	const title = toTitle(text);
	return title === undefined ? {} : { title };
}

function percentOf(probability: number): number {
	return Math.round(100 * probability);
}
