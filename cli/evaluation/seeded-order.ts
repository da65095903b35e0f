import { createHash } from 'node:crypto';

/** Another one draws other samples. */
const SEED = '1';

/** An order that depends on nothing but the names, so that a larger sample from its beginning holds every smaller one. */
export function inSeededOrder<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
	return items
		.map((item) => ({ item, order: hashOf([SEED, nameOf(item)]) }))
		.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
		.map(({ item }) => item);
}

/** The first 16 hexadecimal digits of the texts' SHA-256, which tells where one ends and the next begins. */
export function hashOf(texts: readonly string[]): string {
	const hash = createHash('sha256');
	for (const text of texts) hash.update(`${text.length} ${text}`);
	return hash.digest('hex').slice(0, 16);
}
