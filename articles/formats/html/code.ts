import { attribute, descendants, hints, isBlock, isElement, keyword, token } from './elements.js';
import type { HtmlElement, HtmlNode } from './tree.js';

/** Elements above a block of code that may name its language. */
const MAX_CLIMB = 3;

const GUTTER = token(
	'linenos?|line-?no|line-?numbers?|linenodiv|lineno-.*|gutter|rouge-gutter|lnt|ln|ln-num|line-num|' +
		'hljs-ln-(?:numbers|n)|blob-num|td-lineno|cm-gutters?',
);
const TOOL = token(
	'copy|copy-?(?:btn|button|code)|btn-?(?:copy|clipboard)|clipboard|clipboard-copy|toolbar|' +
		'toolbar-item|code-?toolbar-item',
);

/** What themes call code whose language nobody named. */
const NO_LANGUAGE = new Set([
	'none',
	'default',
	'nohighlight',
	'no-highlight',
	'plaintext',
	'undefined',
	'unknown',
	'auto',
]);

const LANGUAGE_CLASSES = [
	/(?:^|\s)(?:language|lang)-([^\s{]+)/,
	/(?:^|\s)highlight-source-(\S+)/,
	/(?:^|\s)brush:\s*([\w+#.-]+)/,
	/(?:^|\s)highlight-(?!text-)([\w+#.-]+)/,
	/(?:^|\s)hljs\s+([\w+#.-]+)/,
	/(?:^|\s)sourcecode\s+(?!number)([\w+#.-]+)/,
] as const;

/** Whether an element within code, or beside it, numbers its lines or copies it. */
export function isCodeTool(element: HtmlElement): 'gutter' | 'tool' | null {
	if (element.name === 'button' || element.name === 'clipboard-copy' || keyword(element, 'role') === 'button')
		return 'tool';
	if (element.size <= 20 && TOOL.test(hints(element))) return 'tool';
	return GUTTER.test(hints(element)) && isOnlyNumbers(element) ? 'gutter' : null;
}

/** Whether a block holds nothing but the numbers of the lines beside it: another cell of its row holds the code. */
export function isGutter(pre: HtmlElement): boolean {
	if (!isOnlyNumbers(pre)) return false;
	for (let next: HtmlElement | null = pre; next !== null; next = next.parent) {
		if (GUTTER.test(hints(next))) return true;
		if (next.name === 'td')
			return next.parent?.children.some((cell) => isElement(cell) && cell !== next && holdsCode(cell)) === true;
	}
	return false;
}

/**
 * The text of a block of code with its line feeds and its indentation, without the line feeds around it.
 *
 * @param onTool Is given what is left out: buttons that copy. Line numbers are left out in silence.
 */
export function codeText(pre: HtmlElement, onTool: (tool: HtmlElement) => void): string {
	const parts: string[] = [];
	const isAtLineStart = () => parts.at(-1)?.endsWith('\n') !== false;
	const push = (text: string) => {
		if (text !== '') parts.push(text);
	};
	const pending: (HtmlNode | null)[] = [pre];
	for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
		if (next === null) {
			// the end of a line of its own
			if (!isAtLineStart()) push('\n');
		} else if (typeof next === 'string') {
			push(next.replace(/\r\n?/g, '\n'));
		} else if (next.name === 'br') {
			push('\n');
		} else {
			const tool = next === pre ? null : isCodeTool(next);
			if (tool === 'tool') onTool(next);
			if (tool !== null || next.name === 'script') continue;
			const isLine = next !== pre && isBlock(next) && next.name !== 'td' && next.name !== 'th';
			if (isLine && !isAtLineStart()) push('\n');
			if (isLine) pending.push(null);
			for (let i = next.children.length - 1; i >= 0; i--) pending.push(next.children[i] ?? '');
		}
	}
	return trimLines(parts.join(''));
}

/** The language that the author names, on the code, within it or right around it, such as `bash`. */
export function codeLanguage(pre: HtmlElement): string | null {
	const within = [...descendants(pre)].find(({ name }) => name === 'code');
	let around: HtmlElement | null = pre;
	const places = within === undefined ? [] : [within];
	for (let step = 0; step <= MAX_CLIMB && around !== null; step++, around = around.parent) {
		// a page of several blocks says nothing of each
		if (step === 0 || around.size <= 2 * pre.size) places.push(around);
	}
	for (const place of places) {
		const stated = attribute(place, 'data-lang') ?? attribute(place, 'data-language') ?? languageOfClass(place);
		if (stated !== undefined) return NO_LANGUAGE.has(stated.toLowerCase()) ? null : stated.toLowerCase();
	}
	return null;
}

function languageOfClass(element: HtmlElement): string | undefined {
	const classes = keyword(element, 'class').slice(0, 1000);
	for (const pattern of LANGUAGE_CLASSES) {
		const [, language] = pattern.exec(classes) ?? [];
		if (language !== undefined) return language;
	}
	return undefined;
}

function holdsCode(cell: HtmlElement): boolean {
	for (const { name } of descendants(cell)) if (name === 'pre' || name === 'code') return true;
	return false;
}

function isOnlyNumbers(element: HtmlElement): boolean {
	if (element.name !== '#root' && element.size === 0) return true;
	const pending: HtmlNode[] = [...element.children];
	for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
		if (typeof next === 'string') {
			if (/[^\d\s]/.test(next)) return false;
		} else for (const child of next.children) pending.push(child);
	}
	return true;
}

/** Without the empty lines at its beginning and what is empty at its end; the first line keeps its indentation. */
function trimLines(code: string): string {
	const start = code.search(/\S/);
	return start < 0 ? '' : code.slice(code.lastIndexOf('\n', start) + 1).trimEnd();
}
