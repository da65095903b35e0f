/** Names under which front matter, records and feeds state what an article is; the first that holds something counts. */
export const TITLE_FIELDS = ['title', 'headline', 'name'] as const;
export const DATE_FIELDS = [
	'publishedAt',
	'published_at',
	'date_published',
	'datePublished',
	'publishedDate',
	'published_date',
	'published_on',
	'published',
	'pubDatetime',
	'pubDate',
	'pubdate',
	'publishDate',
	'publish_date',
	'publicationDate',
	'publication_date',
	'date',
	'created_at',
	'createdAt',
	'created',
] as const;
export const LANGUAGE_FIELDS = ['lang', 'language', 'inLanguage', 'locale'] as const;
export const TEXT_FIELDS = [
	'text',
	'body',
	'content',
	'content_text',
	'content_html',
	'articleBody',
	'article',
] as const;
/** The fields of a question and of its answer. */
export const QUESTION_FIELDS = [
	['question', 'answer'],
	['q', 'a'],
	['instruction', 'output'],
] as const;
const URL_FIELDS = ['url', 'html_url', 'link', 'source', 'permalink', 'canonical'] as const;
/** Fields in which exports keep their records. */
export const LIST_FIELDS = [
	'items',
	'articles',
	'posts',
	'entries',
	'records',
	'documents',
	'results',
	'data',
] as const;

/** The first of the named fields that holds a string with something in it, or a number, as a string. */
export function stringField(fields: Readonly<Record<string, unknown>>, names: readonly string[]): string | null {
	for (const name of names) {
		const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
		if (typeof value === 'string' && value.trim() !== '') return value;
		if (typeof value === 'number') return String(value);
		// WordPress writes `{ "rendered": "…" }`
		if (typeof value === 'object' && value !== null && 'rendered' in value) {
			const { rendered } = value;
			if (typeof rendered === 'string' && rendered.trim() !== '') return rendered;
		}
	}
	return null;
}

/** The `http(s)` URL at which the article says it stands: what a citation of it links to. */
export function statedUrl(fields: Readonly<Record<string, unknown>>): string | undefined {
	const urls = URL_FIELDS.map((name) => stringField(fields, [name])?.trim());
	return urls.find((value) => value !== undefined && /^https?:\/\/\S+$/.test(value));
}
