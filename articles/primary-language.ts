/** The primary subtag of a BCP 47 tag, in lower case: `pt-BR` and `pt` are read by the same people. */
export function primaryLanguage(tag: string): string {
	return (tag.split('-', 1)[0] ?? tag).toLowerCase();
}
