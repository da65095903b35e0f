import { format, type Locale } from '../../commands/messages.js';
import type { KeptAnswer, Quotation } from '../../commands/services.js';
import { escapeWithin } from '../text.js';
import { alsoAtButtons } from './also.js';
import { actionButton, clampPage, linkButton, pager } from './buttons.js';
import { goneNote } from './draw-answer.js';
import { BLOCKS_ROOM, small, type Block, type Drawing } from './drawing.js';
import { drawQuotations } from './quotation.js';

const PER_PAGE = 3;
/** Of hexadecimal numbers that are shown to be compared by eye. */
const DIGITS = 12;
const PROOF_ROOM = 300;

/** One citation, with all the words around it and where it stands. */
export function drawCitation(answer: KeptAnswer, at: number, locale: Locale): Drawing {
	const { id: answerId, citations } = answer;
	const count = citations.length;
	const shown = clampPage(at, count);
	const quotation = citations[shown];
	const report = actionButton({ kind: 'rate', answerId, verdict: 'wrong' }, format(locale, 'citations.report'), '👎');
	if (quotation === undefined) {
		const note = goneNote(answer, locale);
		return { blocks: note.length > 0 ? note : [{ text: format(locale, 'further.none') }] };
	}
	const { url, ...block } = provenBlock(quotation, String(quotation.n), locale);
	return {
		title: format(locale, 'citations.place', { n: shown + 1, count }),
		blocks: [block],
		buttons: [
			...pager(locale, { page: shown, pages: count }, (page) => ({ kind: 'citations', answerId, at: page })),
			...(url === undefined ? [] : [linkButton(url, format(locale, 'answer.open'))]),
			report,
			...alsoAtButtons(quotation.alsoAt),
		],
	};
}

/** The sentences after the cited ones; where there is no answer, those that came nearest. */
export function drawFurther(answer: KeptAnswer, page: number, locale: Locale): Drawing {
	const { id: answerId, answered, citations, further } = answer;
	const title = format(locale, answered ? 'further.title' : 'further.title.nearest');
	if (further.length === 0) return { title, blocks: [{ text: format(locale, 'further.none') }] };
	const pages = Math.ceil(further.length / PER_PAGE);
	const shown = clampPage(page, pages);
	const first = shown * PER_PAGE;
	return {
		title,
		blocks: drawQuotations(
			further.slice(first, first + PER_PAGE).map((quotation, i) => ({
				quotation,
				mark: String(citations.length + first + i + 1),
			})),
			locale,
			{ room: BLOCKS_ROOM, contextRoom: 2 * PROOF_ROOM },
		),
		footer: format(locale, 'page.of', { page: shown + 1, pages }),
		buttons: pager(locale, { page: shown, pages }, (to) => ({ kind: 'further', answerId, page: to })),
	};
}

/** A sentence that was looked up. */
export function drawPassage(quotation: Quotation, locale: Locale): Drawing {
	return { blocks: [provenBlock(quotation, undefined, locale)] };
}

/** The quotation with its link and, below it, where it stands and that it was checked. */
function provenBlock(quotation: Quotation, mark: string | undefined, locale: Locale): Block {
	const room = BLOCKS_ROOM - PROOF_ROOM;
	const [block] = drawQuotations([{ quotation, ...(mark !== undefined && { mark }) }], locale, {
		room,
		contextRoom: room,
	});
	const { start, end, revision, sha256 } = quotation;
	const proof = format(locale, 'citations.proof', {
		start,
		end,
		revision: escapeWithin(revision.slice(0, DIGITS), DIGITS),
		sha256: escapeWithin(sha256.slice(0, DIGITS), DIGITS),
	});
	return { ...block, text: block?.text ?? '', below: [block?.below, small(proof)].join('\n') };
}
