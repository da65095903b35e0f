/** Formats that hold text beside much that is none: read as plain text, their marks would be quoted. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
	'.csv': 'a table of comma-separated values',
	'.tsv': 'a table of tab-separated values',
	'.rst': 'reStructuredText',
	'.adoc': 'AsciiDoc',
	'.asciidoc': 'AsciiDoc',
	'.tex': 'LaTeX',
	'.ipynb': 'a Jupyter notebook',
	'.eml': 'an e-mail',
	'.mbox': 'a mailbox',
};

/** UTF-16 units at the beginning that tell what a text is. */
const HEAD_UNITS = 1000;

/**
 * The name of a format that is not read, in words; `undefined` for what may be read.
 *
 * @param extension Lower case with its dot.
 */
export function unreadFormat(text: string, extension: string): string | undefined {
	const named = BY_EXTENSION[extension];
	if (named !== undefined) return named;
	const head = text.trimStart().slice(0, HEAD_UNITS);
	if (!head.startsWith('<')) return undefined;
	if (/<(?:rss|feed|rdf:RDF)[\s>]/.test(head)) return 'an RSS or Atom feed';
	return head.startsWith('<?xml') && !/<(?:!doctype html|html)/i.test(head) ? 'XML' : undefined;
}
