/** Folders in the order in which data walks; each imports from those before it, and from itself. */
const FOLDERS = ['articles', 'embeddings', 'index', 'answers', 'commands', 'bot', 'sandbox', 'cli'];

/** A folder imports nothing that comes after it. */
const leftOnly = FOLDERS.map((folder, i) => ({
	name: `${folder}-imports-to-the-left`,
	severity: 'error',
	from: { path: `^${folder}/` },
	to: { path: `^(${[...FOLDERS.slice(i + 1), 'bench'].join('|')})/` },
}));

/** A package is named in the files listed here, which are regular expressions, and nowhere else. */
const home = (name, ...files) => ({
	name: `${name}-has-a-home`,
	severity: 'error',
	from: { path: `^(${[...FOLDERS, 'bench'].join('|')})/`, pathNot: files.map((file) => `^${file}$`) },
	to: { path: `(^|/)node_modules/${name}/` },
});

module.exports = {
	forbidden: [
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
		{ name: 'everything-is-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
		{ name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
		...leftOnly,
		{
			name: 'the-sandbox-knows-nothing-of-ours',
			severity: 'error',
			from: { path: '^sandbox/' },
			to: { path: `^(${FOLDERS.filter((folder) => folder !== 'sandbox').join('|')})/` },
		},
		// the alias of package.json and the package that it stands for
		home('parse5', 'articles/formats/html/tree\\.ts'),
		home('(mdast-util-[a-z-]*|micromark-extension-gfm|hast-util-raw)', 'articles/formats/markdown/parse\\.ts'),
		home('github-slugger', 'articles/formats/markdown/anchors\\.ts'),
		home('(yaml|smol-toml)', 'articles/formats/markdown/front-matter\\.ts'),
		home('cldr-segments-full', 'articles/abbreviation-cldr\\.ts'),
		home('any-ascii', 'articles/sounds\\.ts'),
		home('@(xenova|huggingface)/transformers', 'embeddings/transformers-encoder\\.ts'),
		home('hnswlib-node', 'index/vector-index\\.ts'),
		home('better-sqlite3', 'index/database\\.ts'),
		home('commander', 'cli/.*'),
		home('croner', 'bot/digests/schedule\\.ts'),
		home('discord.js', 'bot/.*'),
		home('js-rouge', 'cli/evaluation/rouge\\.ts'),
		home('hono', 'sandbox/.*'),
		home('ws', 'sandbox/.*'),
		home('sharp', 'bot/render/timeline-[a-z]*\\.ts', 'bench/screenshots\\.ts'),
		home('ipaddr.js', 'bot/download/.*'),
		home('temporal-polyfill', 'commands/moments/local-time\\.ts'),
		home('rate-limiter-flexible', 'bot/rate-limits\\.ts'),
		home('undici', 'bot/download/.*'),
		home(
			'zod',
			'articles/read[a-z-]*\\.ts',
			'embeddings/(model-card|model-traits|model-pull|token-table)\\.ts',
			'index/cache-file\\.ts',
			'bot/config\\.ts',
			'sandbox/(limits/[a-z-]*|form|gateway/messages|interactions/callback|page-server/[a-z]*)\\.ts',
			'cli/evaluation/(squad|question-lines|summaries-talks)\\.ts',
		),
	],
	options: {
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
		doNotFollow: { path: 'node_modules' },
	},
};
