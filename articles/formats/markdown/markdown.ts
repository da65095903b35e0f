import type { Article } from '../../article.js';
import type { BlockDraft, Draft, LeftOut } from '../../draft.js';
import { DATE_FIELDS, LANGUAGE_FIELDS, statedUrl, stringField, TITLE_FIELDS } from '../../stated-fields.js';
import { UnreadableArticle } from '../../unreadable-article.js';
import { draftsOfTree } from '../html/drafts.js';
import { joinLeftOut } from '../html/words.js';
import { addAnchors } from './anchors.js';
import { withoutDialects } from './dialects.js';
import { splitFrontMatter } from './front-matter.js';
import { markLabels } from './labels.js';
import { isHostile } from './limits.js';
import { joinLines } from './line-breaks.js';
import { parseMarkdown } from './parse.js';
import { markQuestions } from './questions.js';
import { textDrafts } from '../plain-text/plain-text.js';

/**
 * Reads Markdown, with the HTML and the marks of many tools in it, as a reader of the rendered page sees it.
 *
 * Title, date, language and URL come from YAML front matter. Without a title there, the title is `null` where a heading
 * begins the text, or else the first heading of level 1.
 *
 * @throws {UnreadableArticle} If it nests too deep to be read.
 */
export function readMarkdown(markdown: string, source: string): Article {
	const { fields, body } = splitFrontMatter(markdown);
	const { blocks, leftOut } = markdownDrafts(body, source);
	return {
		source: statedUrl(fields) ?? source,
		title: stringField(fields, TITLE_FIELDS) ?? titleBelow(blocks),
		publishedAt: stringField(fields, DATE_FIELDS),
		language: stringField(fields, LANGUAGE_FIELDS),
		blocks,
		leftOut,
	};
}

/**
 * Reads Markdown without front matter, such as a field of a record. What would take the parser minutes is no writing in
 * Markdown, and is read as plain text.
 *
 * @param source For the error.
 * @throws {UnreadableArticle} If it nests too deep to be read.
 */
export function markdownDrafts(markdown: string, source: string): { blocks: Draft[]; leftOut: LeftOut[] } {
	const plain = withoutDialects(markdown);
	if (isHostile(plain)) return { blocks: textDrafts(markdown), leftOut: [] };
	try {
		const tree = parseMarkdown(plain);
		markLabels(tree);
		addAnchors(tree);
		markQuestions(tree);
		joinLines(tree);
		const leftOut: LeftOut[] = [];
		const blocks = draftsOfTree(tree, leftOut);
		return { blocks, leftOut: joinLeftOut(leftOut) };
	} catch (error) {
		// the parsers of Markdown and HTML call themselves for each element in another
		if (!(error instanceof RangeError)) throw error;
		throw new UnreadableArticle(
			source,
			'expected Markdown whose elements stand some hundred deep at most, got deeper ones: save it as plain text',
			{ cause: error },
		);
	}
}

function titleBelow(drafts: readonly Draft[]): string | null {
	const blocks = drafts.filter((draft): draft is BlockDraft => draft.kind !== 'open' && draft.kind !== 'close');
	if (blocks[0]?.kind === 'heading') return null;
	const title = blocks.find((block) => block.kind === 'heading' && block.level === 1);
	return title?.kind === 'heading' ? title.text : null;
}
