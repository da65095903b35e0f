import type { Article } from './article.js';

/** Plain text states nothing but itself. */
export function readText(text: string, source: string): Article {
	return { source, title: null, publishedAt: null, language: null, text };
}
