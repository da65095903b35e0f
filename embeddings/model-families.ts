import type { ModelCard } from './model-card.js';

/** How the models of one family are used, where their files do not say. */
export interface ModelFamily {
	/** Tried on `owner/name`. */
	readonly pattern: RegExp;
	readonly pooling: ModelCard['pooling'];
	readonly prefixes: ModelCard['prefixes'];
	/** Why ONNX files of the family give other vectors than its authors' code, where they do. */
	readonly unusable?: string;
}

const NONE = { query: '', passage: '' };
const SEARCHING = { query: 'Represent this sentence for searching relevant passages: ', passage: '' };
const WEB_SEARCH = 'Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:';

/**
 * What authors say on their models' pages, which ONNX repositories often leave out of the files: `huggingface.co/` and the name
 * after each line. All vectors are scaled to unit length, whatever the family. The first pattern that the name matches counts.
 */
const FAMILIES: readonly ModelFamily[] = [
	// intfloat/e5-mistral-7b-instruct: the last token
	{ pattern: /\be5-mistral/i, pooling: 'last', prefixes: { query: `${WEB_SEARCH} `, passage: '' } },
	// intfloat/multilingual-e5-large-instruct
	{ pattern: /\be5-.*instruct/i, pooling: 'mean', prefixes: { query: `${WEB_SEARCH} `, passage: '' } },
	// intfloat/e5-base-v2, intfloat/multilingual-e5-small: "each input text should start with …, even for non-English texts"
	{ pattern: /\be5-/i, pooling: 'mean', prefixes: { query: 'query: ', passage: 'passage: ' } },
	// Snowflake/snowflake-arctic-embed-l-v2.0
	{ pattern: /\barctic-embed-.*v2/i, pooling: 'cls', prefixes: { query: 'query: ', passage: '' } },
	// Snowflake/snowflake-arctic-embed-m, and -m-long
	{ pattern: /\barctic-embed-/i, pooling: 'cls', prefixes: SEARCHING },
	// nomic-ai/nomic-embed-text-v1, and -v1.5: "the text prompt must include a task instruction prefix"
	{
		pattern: /\bnomic-embed-text/i,
		pooling: 'mean',
		prefixes: { query: 'search_query: ', passage: 'search_document: ' },
	},
	// BAAI/bge-m3: no instruction
	{ pattern: /\bbge-m3\b/i, pooling: 'cls', prefixes: NONE },
	// BAAI/bge-small-zh-v1.5
	{
		pattern: /\bbge-[a-z]+-zh\b/i,
		pooling: 'cls',
		prefixes: { query: '为这个句子生成表示以用于检索相关文章：', passage: '' },
	},
	// BAAI/bge-small-en-v1.5
	{ pattern: /\bbge-[a-z]+-en\b/i, pooling: 'cls', prefixes: SEARCHING },
	// mixedbread-ai/mxbai-embed-large-v1
	{ pattern: /\/mxbai-embed-large/i, pooling: 'cls', prefixes: SEARCHING },
	// Alibaba-NLP/gte-multilingual-base, gte-base-en-v1.5 and gte-modernbert-base
	{ pattern: /\bgte-(multilingual|[a-z]+-en-v1\.5|modernbert)/i, pooling: 'cls', prefixes: NONE },
	// thenlper/gte-small, and -base, -large: average_pool
	{ pattern: /\bgte-(small|base|large)$/i, pooling: 'mean', prefixes: NONE },
	// ibm-granite/granite-embedding-107m-multilingual, and -278m-
	{ pattern: /\bgranite-embedding-/i, pooling: 'cls', prefixes: NONE },
	// onnx-community/embeddinggemma-300m-ONNX: its dense layers stand behind the pooling, and both in the graph
	{
		pattern: /\bembeddinggemma-/i,
		pooling: 'graph',
		prefixes: { query: 'task: search result | query: ', passage: 'title: none | text: ' },
	},
	// Qwen/Qwen3-Embedding-0.6B: the last token; no space after the instruction
	{ pattern: /\bqwen3-embedding-/i, pooling: 'last', prefixes: { query: WEB_SEARCH, passage: '' } },
	// sentence-transformers/all-MiniLM-L6-v2, paraphrase-multilingual-MiniLM-L12-v2, paraphrase-multilingual-mpnet-base-v2
	{ pattern: /\b(all|paraphrase)-.*(minilm|mpnet)/i, pooling: 'mean', prefixes: NONE },
	// sentence-transformers/multi-qa-mpnet-base-dot-v1
	{ pattern: /\bmulti-qa-.*-dot-v1$/i, pooling: 'cls', prefixes: NONE },
	// sentence-transformers/multi-qa-distilbert-cos-v1
	{ pattern: /\bmulti-qa-.*-cos-v1$/i, pooling: 'mean', prefixes: NONE },
	// sentence-transformers/use-cmlm-multilingual
	{ pattern: /\buse-cmlm-/i, pooling: 'mean', prefixes: NONE },
	// sentence-transformers/LaBSE: 2_Dense/config.json
	{
		pattern: /\blabse\b/i,
		pooling: 'cls',
		prefixes: NONE,
		unusable: 'a dense layer stands behind its pooling, and its ONNX files leave it out',
	},
];

/** The family of the model `name`, or undefined where it is of none that is known. */
export function familyOf(name: string): ModelFamily | undefined {
	return FAMILIES.find(({ pattern }) => pattern.test(name));
}
