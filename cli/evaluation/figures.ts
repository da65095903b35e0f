/** A number of a report that has a name on the command line. */
export interface Figure {
	readonly name: string;
	/** Where it stands in the report. */
	readonly path: readonly string[];
	/** Whether it is over all languages, or of one or two. */
	readonly kind: 'mean' | 'cell';
}

export type Kind = 'pairs' | 'pool' | 'sentences' | 'answers' | 'summaries';

const MEANS = ['within', 'across', 'denseWithin', 'denseAcross'];
const FURTHER_MEASURES = ['recall@1', 'recall@10', 'mrr@10'];
const OF_POOL = ['first', 'denseFirst', 'fairness', 'denseFairness'];
const OF_SENTENCES = ['map', 'denseMap'];
/** Numbers of a report that say nothing of how well it was done. */
const NO_FIGURES = new Set([
	'questions',
	'answerable',
	'quotesVerified',
	'sample',
	'seconds',
	'dialogues',
	'referenceWords',
	'words',
]);

/** The figures of what is measured before anything is: of answers and summaries, see {@link figuresIn}. */
export function figuresOf(kind: Exclude<Kind, 'answers' | 'summaries'>, languages: readonly string[]): Figure[] {
	switch (kind) {
		case 'pairs':
			return [
				...MEANS.map(mean),
				...FURTHER_MEASURES.flatMap((measure) =>
					MEANS.map((of): Figure => ({ name: `${of}.${measure}`, path: ['means', measure, of], kind: 'mean' })),
				),
				...pairs(languages, '', 'ndcg@10'),
				...pairs(languages, 'dense.', 'dense'),
				...languages.map((of): Figure => ({ name: `accents.${of}`, path: ['accents', of, 'share'], kind: 'cell' })),
			];
		case 'pool':
			return [...OF_POOL.map(mean), ...ofLanguages(OF_POOL, languages)];
		case 'sentences':
			return [...OF_SENTENCES.map(mean), ...ofLanguages(OF_SENTENCES, languages)];
	}
}

/** The numbers of any report, and those of its lists by name, that say how well it was done. */
export function figuresIn(report: object): Figure[] {
	return Object.entries(report).flatMap(([key, value]: [string, unknown]): Figure[] => {
		if (NO_FIGURES.has(key)) return [];
		if (typeof value === 'number') return [mean(key)];
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
		return Object.entries(value).flatMap(([name, inner]: [string, unknown]): Figure[] =>
			typeof inner === 'number' && !NO_FIGURES.has(name)
				? [{ name: `${key}.${name}`, path: [key, name], kind: 'cell' }]
				: [],
		);
	});
}

/** NaN where the report has no such number, or nothing to take it of. */
export function valueOf(report: unknown, { path }: Figure): number {
	let at = report;
	for (const key of path) at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined; // any object is one
	return typeof at === 'number' ? at : Number.NaN;
}

/** What can be named, in one line: cells by an example. */
export function namesOf(figures: readonly Figure[]): string {
	const cells = new Map<string, string>();
	for (const { name, kind } of figures) {
		const prefix = /^[a-zA-Z]+\./.exec(name)?.[0] ?? '';
		if (kind === 'cell' && !cells.has(prefix)) cells.set(prefix, name);
	}
	const means = figures.flatMap(({ name, kind }) => (kind === 'mean' ? [name] : []));
	return `${means.join(', ')}${cells.size > 0 ? `; of single languages ${[...cells.values()].join(', ')} and the like` : ''}`;
}

function mean(name: string): Figure {
	return { name, path: [name], kind: 'mean' };
}

function pairs(languages: readonly string[], prefix: string, matrix: string): Figure[] {
	return languages.flatMap((asked) =>
		languages.map((passages): Figure => ({
			name: `${prefix}${asked}-${passages}`,
			path: [matrix, asked, passages],
			kind: 'cell',
		})),
	);
}

function ofLanguages(names: readonly string[], languages: readonly string[]): Figure[] {
	return names.flatMap((name) =>
		languages.map((of): Figure => ({ name: `${name}.${of}`, path: ['byLanguage', of, name], kind: 'cell' })),
	);
}
