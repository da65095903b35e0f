/** A source in few words, as plain text: the host of a page, the name of a file. */
export function sourceName(source: string): string {
	if (/^https?:\/\//i.test(source) && URL.canParse(source)) return new URL(source).host.replace(/^www\./, '');
	return source.split(/[\\/]/).filter(Boolean).at(-1) ?? source;
}
