import { attribute, hints, holds, keyword, lineOf, token } from './elements.js';
import type { HtmlElement } from './tree.js';

const NO_WORDS = new Set(['script', 'head', 'title', 'meta', 'link', 'base', 'rp', 'annotation', 'annotation-xml']);
const CONTROLS = new Set(['input', 'select', 'textarea', 'option', 'optgroup', 'datalist', 'progress', 'meter']);
const MEDIA = new Set(['img', 'picture', 'audio', 'video', 'object', 'embed', 'map']);

const MARK_HINT = token(
	'footnote-(?:ref|backref)|(?:header|heading)-?link|(?:header|hash|perma)-?(?:anchor|link)|anchorjs-link',
);

/**
 * What an element within a line is that is no text, by its name in the report: an image, a mark that leads to a note.
 *
 * @returns `null` for what is text, and `''` for what has no words of its own to lose.
 */
export function inlineBoilerplateOf(element: HtmlElement): string | null {
	if (NO_WORDS.has(element.name) || CONTROLS.has(element.name) || isMark(element)) return '';
	if (MEDIA.has(element.name)) return 'image';
	return element.name === 'rt' ? 'ruby' : null;
}

/** Marks that link to places of the page: of a heading to itself, of a note to where it was called. */
function isMark(element: HtmlElement): boolean {
	const { name } = element;
	if (name !== 'a' && name !== 'sup') return false;
	if (name === 'sup') {
		return (
			element.links > 0 &&
			element.linkSize === element.size &&
			element.size <= 6 &&
			holds(element, isInPage) &&
			/^[[(]?[\p{N}*†‡§a-z]{1,4}[\])]?$/u.test(lineOf(element))
		);
	}
	if (!isInPage(element)) return false;
	const role = keyword(element, 'role');
	if (/^(?:doc-noteref|doc-backlink)$/.test(role) || element.attributes.has('data-footnote-ref')) return true;
	if (MARK_HINT.test(hints(element))) {
		return element.size <= 2 || element.size < (element.parent?.size ?? 0);
	}
	return !/[\p{L}\p{N}]/u.test(lineOf(element));
}

function isInPage(element: HtmlElement): boolean {
	return element.name === 'a' && /^(?:[^#\s]*)#/.test(attribute(element, 'href') ?? '');
}
