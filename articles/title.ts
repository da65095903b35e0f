import type { Article } from './article.js';
import { cleanLine } from './clean.js';
import type { BlockDraft, Draft } from './draft.js';
import { splitSentences } from './sentences.js';

/** Graphemes of the longest paragraph that is taken for a title which was stated: twice a long headline. */
const MAX_TITLE_GRAPHEMES = 150;

/** UTF-16 units of a paragraph that are looked at: more than any title, and a bound on the time. */
const MAX_LINE_UNITS = 2000;

/** Graphemes that are left of a sentence which serves as a title: about one line. */
const SHORTENED_GRAPHEMES = 80;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

export interface TitledBlocks {
	/** Clean, on one line; empty if there is no text to take it from. */
	readonly title: string;
	/** The blocks without the one that holds the title, or all of them. */
	readonly blocks: readonly Draft[];
}

/**
 * Finds the title of an article and parts it from the blocks, so that it is not said twice.
 *
 * In order: what the format states; a heading that comes first; the beginning of the first sentence, which then stays in the text.
 */
export function splitTitle({ title: stated, blocks }: Pick<Article, 'title' | 'blocks'>): TitledBlocks {
	const title = cleanLine(stated ?? '');
	const at = blocks.findIndex((draft) => isBlock(draft) && textOf(draft) !== '');
	const first = blocks[at];
	if (first === undefined || !isBlock(first)) return { title, blocks };
	const line = textOf(first);
	const isOnly = !blocks.some((draft, i) => i !== at && isBlock(draft) && textOf(draft) !== '');
	const rest = isOnly ? blocks : blocks.filter((draft) => draft !== first);
	if (title !== '') return { title, blocks: canBeTitle(first, line) && isSameTitle(title, line) ? rest : blocks };
	if (first.kind === 'heading') return { title: line, blocks: rest };
	return { title: shortened(firstSentence(line)), blocks };
}

function isBlock(draft: Draft): draft is BlockDraft {
	return draft.kind !== 'open' && draft.kind !== 'close';
}

/** As it would serve for a title; of a long paragraph the beginning. */
function textOf(draft: BlockDraft): string {
	if (draft.kind === 'row') return cleanLine(draft.cells.map(({ text }) => text).join(' '));
	return cleanLine(draft.text.slice(0, MAX_LINE_UNITS));
}

function canBeTitle({ kind }: BlockDraft, line: string): boolean {
	return kind === 'heading' || (kind === 'paragraph' && countGraphemes(line) <= MAX_TITLE_GRAPHEMES);
}

/** Sites add their name to a title: `Rice prices fall | The Valley Post`. */
function isSameTitle(title: string, line: string): boolean {
	const a = title.toLowerCase();
	const b = line.toLowerCase();
	return a === b || [' | ', ' - ', ' – ', ' — ', ' · '].some((mark) => a.startsWith(b + mark));
}

function firstSentence(line: string): string {
	const [sentence] = splitSentences(line, 'und');
	return sentence === undefined ? line : line.slice(sentence.start, sentence.end);
}

/** Cut between words, or between graphemes where a single word is too long. */
function shortened(text: string): string {
	if (countGraphemes(text) <= SHORTENED_GRAPHEMES) return text;
	const most = Array.from(graphemes.segment(text), ({ index }) => index)[SHORTENED_GRAPHEMES - 1] ?? text.length;
	const atWord = words.segment(text).containing(most)?.index ?? most;
	const cut = atWord > 0 ? atWord : most;
	return `${text.slice(0, cut).replace(/[\s,;:–—-]+$/u, '')}…`;
}

function countGraphemes(text: string): number {
	return Array.from(graphemes.segment(text)).length;
}
