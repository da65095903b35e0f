import { describe, expect, it } from 'vitest';
import { familyOf } from '../../embeddings/model-families.js';

const SEARCHING = 'Represent this sentence for searching relevant passages: ';
const INSTRUCTION = 'Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:';

describe('familyOf', () => {
	it.each([
		['Xenova/multilingual-e5-small', 'mean', 'query: ', 'passage: '],
		['Xenova/multilingual-e5-large', 'mean', 'query: ', 'passage: '],
		['intfloat/e5-base-v2', 'mean', 'query: ', 'passage: '],
		['Xenova/e5-large', 'mean', 'query: ', 'passage: '],
		['intfloat/multilingual-e5-large-instruct', 'mean', `${INSTRUCTION} `, ''],
		['intfloat/e5-mistral-7b-instruct', 'last', `${INSTRUCTION} `, ''],
		['Snowflake/snowflake-arctic-embed-m-v2.0', 'cls', 'query: ', ''],
		['Snowflake/snowflake-arctic-embed-l-v2.0', 'cls', 'query: ', ''],
		['Snowflake/snowflake-arctic-embed-xs', 'cls', SEARCHING, ''],
		['Snowflake/snowflake-arctic-embed-m-v1.5', 'cls', SEARCHING, ''],
		['nomic-ai/nomic-embed-text-v1.5', 'mean', 'search_query: ', 'search_document: '],
		['Xenova/bge-m3', 'cls', '', ''],
		['Xenova/bge-small-zh-v1.5', 'cls', '为这个句子生成表示以用于检索相关文章：', ''],
		['Xenova/bge-base-en-v1.5', 'cls', SEARCHING, ''],
		['BAAI/bge-large-en', 'cls', SEARCHING, ''],
		['mixedbread-ai/mxbai-embed-large-v1', 'cls', SEARCHING, ''],
		['onnx-community/gte-multilingual-base', 'cls', '', ''],
		['Alibaba-NLP/gte-base-en-v1.5', 'cls', '', ''],
		['Alibaba-NLP/gte-modernbert-base', 'cls', '', ''],
		['Xenova/gte-small', 'mean', '', ''],
		['ibm-granite/granite-embedding-107m-multilingual', 'cls', '', ''],
		['onnx-community/granite-embedding-278m-multilingual-ONNX', 'cls', '', ''],
		['onnx-community/embeddinggemma-300m-ONNX', 'graph', 'task: search result | query: ', 'title: none | text: '],
		['onnx-community/Qwen3-Embedding-0.6B-ONNX', 'last', INSTRUCTION, ''],
		['Xenova/all-MiniLM-L6-v2', 'mean', '', ''],
		['Xenova/paraphrase-multilingual-MiniLM-L12-v2', 'mean', '', ''],
		['Xenova/paraphrase-multilingual-mpnet-base-v2', 'mean', '', ''],
		['Xenova/multi-qa-mpnet-base-dot-v1', 'cls', '', ''],
		['Xenova/multi-qa-MiniLM-L6-cos-v1', 'mean', '', ''],
		['sentence-transformers/use-cmlm-multilingual', 'mean', '', ''],
	])('knows how %s is used', (name, pooling, query, passage) => {
		const family = familyOf(name);
		expect(family).toMatchObject({ pooling, prefixes: { query, passage } });
		expect(family?.unusable).toBeUndefined();
	});

	it('knows that the ONNX files of LaBSE are not all of it', () => {
		expect(familyOf('Xenova/LaBSE')?.unusable).toContain('dense layer');
	});

	it.each(['owner/me5-like', 'someone/elf-embed', 'Xenova/bge-reranker-base', 'a/gte-qwen', 'a/labserver'])(
		'does not claim to know %s',
		(name) => {
			expect(familyOf(name)).toBeUndefined();
		},
	);
});
