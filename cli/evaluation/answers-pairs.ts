/** Questions of one language, asked of articles in one language. */
export interface LanguagePair {
	readonly asked: string;
	readonly articles: string;
}

/** Reads `ASKED:ARTICLES,…`, such as `vi:en,en:vi`; `undefined` if the text is not that. */
export function parsePairs(text: string): LanguagePair[] | undefined {
	const pairs = text.split(',').map((pair) => /^\s*([a-z0-9-]+):([a-z0-9-]+)\s*$/i.exec(pair) ?? []);
	const read = pairs.map(([, asked, articles]) => ({ asked, articles }));
	const isPair = (pair: (typeof read)[number]): pair is LanguagePair =>
		pair.asked !== undefined && pair.articles !== undefined && pair.asked !== pair.articles;
	return read.every(isPair) ? read : undefined;
}
