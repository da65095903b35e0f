import type { Architecture } from '../../bench/random-transformer.js';

/** Tokenizers of a few dozen tokens, as files of the `tokenizers` library and as a second implementation to compare them with. */
export interface SmallTokenizer {
	readonly vocabulary: number;
	/** Contents of tokenizer.json. */
	readonly json: unknown;
	/** Contents of tokenizer_config.json, less the limit. */
	readonly config: Readonly<Record<string, unknown>>;
	/** Token ids, without special tokens. */
	tokenize(text: string): number[];
	/** What stands before, between two texts, and after. */
	readonly special: { readonly head: number[]; readonly middle: number[]; readonly tail: number[] };
}

const LETTERS = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i));
const WORDS = ['query', 'passage', 'the', 'boat', 'river', 'noon', 'leaves', 'at'];
const MARKS = [':', '.', '?', ','];

export function smallTokenizer(architecture: Architecture): SmallTokenizer {
	return architecture === 'bert' ? wordPiece() : unigram();
}

/** As BERT's: lower case, words cut into the longest known pieces from the left. */
function wordPiece(): SmallTokenizer {
	const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];
	const pieces = [...special, ...MARKS, ...LETTERS, ...LETTERS.map((letter) => `##${letter}`), ...WORDS, '##s', '##er'];
	const vocab = Object.fromEntries([...new Set(pieces)].map((piece, id) => [piece, id]));
	const single = [token('[CLS]'), sequence('A'), token('[SEP]')];
	return {
		vocabulary: Object.keys(vocab).length,
		json: {
			...commonOf(special, vocab),
			normalizer: {
				type: 'BertNormalizer',
				clean_text: true,
				handle_chinese_chars: true,
				strip_accents: null,
				lowercase: true,
			},
			pre_tokenizer: { type: 'BertPreTokenizer' },
			post_processor: template(single, [...single, sequence('B', 1), token('[SEP]', 1)], vocab),
			decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
			model: {
				type: 'WordPiece',
				unk_token: '[UNK]',
				continuing_subword_prefix: '##',
				max_input_chars_per_word: 100,
				vocab,
			},
		},
		config: { tokenizer_class: 'BertTokenizer', unk_token: '[UNK]', pad_token: '[PAD]', do_lower_case: true },
		tokenize(text) {
			const words = text.toLowerCase().match(/[a-z]+|[^a-z\s]/g) ?? [];
			return words.flatMap((word) => {
				const ids: number[] = [];
				for (let start = 0; start < word.length;) {
					let end = word.length;
					const piece = () => (start > 0 ? '##' : '') + word.slice(start, end);
					while (end > start && vocab[piece()] === undefined) end--;
					const id = vocab[piece()];
					if (id === undefined) return [vocab['[UNK]']!];
					ids.push(id);
					start = end;
				}
				return ids;
			});
		},
		special: { head: [vocab['[CLS]']!], middle: [vocab['[SEP]']!], tail: [vocab['[SEP]']!] },
	};
}

/** As XLM-R's: `▁` for the space before each word, and the pieces whose scores add up to most. */
function unigram(): SmallTokenizer {
	const special = ['<s>', '<pad>', '</s>', '<unk>'];
	const scores = new Map<string, number>(special.map((piece) => [piece, 0]));
	for (const mark of MARKS) scores.set(mark, -3.5);
	scores.set('▁', -4);
	for (const [i, letter] of LETTERS.entries()) {
		scores.set(letter, -6 - i / 10);
		scores.set(letter.toUpperCase(), -9 - i / 10);
	}
	for (const [i, word] of WORDS.entries()) scores.set(`▁${word}`, -5 - i / 10);
	for (const piece of ['er', 'ing', '▁th', 'oa']) scores.set(piece, -5.55);
	const pieces = [...scores];
	const vocab = Object.fromEntries(pieces.map(([piece], id) => [piece, id]));
	const single = [token('<s>'), sequence('A'), token('</s>')];
	return {
		vocabulary: pieces.length,
		json: {
			...commonOf(special, vocab),
			normalizer: { type: 'NFKC' },
			pre_tokenizer: {
				type: 'Sequence',
				pretokenizers: [
					{ type: 'WhitespaceSplit' },
					{ type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
				],
			},
			post_processor: template(single, [...single, token('</s>'), sequence('B', 1), token('</s>', 1)], vocab),
			decoder: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
			model: { type: 'Unigram', unk_id: 3, vocab: pieces },
		},
		config: {
			tokenizer_class: 'XLMRobertaTokenizer',
			bos_token: '<s>',
			eos_token: '</s>',
			unk_token: '<unk>',
			pad_token: '<pad>',
		},
		tokenize(text) {
			const words = text.normalize('NFKC').match(/\S+/g) ?? [];
			return words.flatMap((word) => best(`▁${word}`, scores).map((piece) => vocab[piece]!));
		},
		special: { head: [0], middle: [2, 2], tail: [2] },
	};
}

/** The pieces of `text` whose scores add up to most; every character must be a piece. */
function best(text: string, scores: ReadonlyMap<string, number>): string[] {
	const upTo: { score: number; pieces: string[] }[] = [{ score: 0, pieces: [] }];
	for (let end = 1; end <= text.length; end++) {
		const ways = Array.from({ length: end }, (_, start) => {
			const piece = text.slice(start, end);
			const { score, pieces } = upTo[start]!;
			return { score: score + (scores.get(piece) ?? Number.NEGATIVE_INFINITY), pieces: [...pieces, piece] };
		});
		upTo.push(ways.reduce((a, b) => (b.score > a.score ? b : a)));
	}
	return upTo[text.length]!.pieces;
}

const token = (id: string, type_id = 0) => ({ SpecialToken: { id, type_id } });
const sequence = (id: string, type_id = 0) => ({ Sequence: { id, type_id } });

function template(single: readonly unknown[], pair: readonly unknown[], vocab: Readonly<Record<string, number>>) {
	const names = Object.keys(vocab).filter((piece) => /^[[<]/.test(piece));
	const special_tokens = Object.fromEntries(names.map((id) => [id, { id, ids: [vocab[id]], tokens: [id] }]));
	return { type: 'TemplateProcessing', single, pair, special_tokens };
}

function commonOf(special: readonly string[], vocab: Readonly<Record<string, number>>) {
	const flags = { special: true, single_word: false, lstrip: false, rstrip: false, normalized: false };
	const added_tokens = special.map((content) => ({ id: vocab[content], content, ...flags }));
	return { version: '1.0', truncation: null, padding: null, added_tokens };
}
