import { beforeAll, describe, expect, it } from 'vitest';
import { CONSONANTS } from '../../articles/sound-odds.js';
import { EMBEDDED_MODEL_FOLDER } from '../../bot/config.js';
import { cosine, toEmbedding, type Encoder } from '../../embeddings/encoder.js';
import { openEncoderPool } from '../../embeddings/encoder-pool.js';
import { readModelCard } from '../../embeddings/model-card.js';
import { loadTokenTable, type TokenTable } from '../../embeddings/token-table.js';
import { WordForms } from '../../embeddings/word-forms.js';
import { seededRandom } from '../support/random.js';
import { onTestFinished } from 'vitest';

let table: TokenTable;
let words: WordForms;

beforeAll(async () => {
	table = await loadTokenTable(EMBEDDED_MODEL_FOLDER, await readModelCard(EMBEDDED_MODEL_FOLDER));
	words = new WordForms(table);
});

async function openEncoder(): Promise<Encoder> {
	const encoder = await openEncoderPool(EMBEDDED_MODEL_FOLDER, { threads: 1 });
	onTestFinished(() => encoder.close());
	return encoder;
}

describe('loadTokenTable', () => {
	it('holds the vectors that the model itself adds up', async () => {
		const encoder = await openEncoder();
		for (const text of ['Where is the new bridge?', 'ສະພານໃໝ່ຢູ່ໃສ?', 'Cây cầu mới ở đâu?', '桥在哪里？']) {
			const [tokens] = await encoder.tokenize([text]);
			const [embedding] = await encoder.encode([tokens!], 'passage');
			const sum = new Float32Array(table.dimension);
			for (const token of tokens!) table.addTo(sum, token);
			expect(cosine(toEmbedding(sum), embedding!)).toBeCloseTo(1, 5);
		}
	});

	it('refuses a card whose places lie beyond the file', async () => {
		const card = await readModelCard(EMBEDDED_MODEL_FOLDER);
		const tokenTable = { ...card.tokenTable!, rows: card.tokenTable!.rows + 10_000_000 };
		await expect(loadTokenTable(EMBEDDED_MODEL_FOLDER, { ...card, tokenTable })).rejects.toThrow('is shorter than');
	});
});

describe('WordForms', () => {
	const wordsOf = async (text: string) => {
		const [tokens] = await (await openEncoder()).tokenize([text]);
		return words.of(tokens!).map(({ plain }) => plain);
	};

	it('puts tokens together to the words that spaces part, and leaves signs out', async () => {
		expect(await wordsOf('The phytoplankton, in Kỳ Sơn (1998)!')).toEqual([
			'the',
			'phytoplankton',
			'in',
			'ky',
			'son',
			'1998',
		]);
	});

	it('puts tokens together to the words of a dictionary where no spaces part them', async () => {
		expect(await wordsOf('ນາຍົກຢູ່ນະຄອນ')).toEqual(['nagnok', 'you', 'nakhn']);
		expect(await wordsOf('总理在北京')).toEqual(['zongli', '在', 'beijing']);
		expect((await wordsOf('เวียงจันทน์เป็นเมืองหลวง')).length).toBeGreaterThan(2);
	});

	it('tells single Han characters apart that are read alike', async () => {
		const [market] = await wordsOf('市');
		expect(await wordsOf('是')).not.toContain(market);
		expect(market).toBe('市');
	});

	it('hears what a text says in a script without spaces, token by token, and no Han', async () => {
		const encoder = await openEncoder();
		const [tokens] = await encoder.tokenize(['ทีมเดนเวอร์ of Denver 丹佛']);
		const run = words.runOf(tokens!);
		const heard = Array.from(run.sounds, (sound) => CONSONANTS[sound]).join('');
		// together, whatever the pieces
		expect(heard).toBe('tmdnwr');
		expect(run.token).toHaveLength(run.sounds.length);
		expect([...new Set(run.words)].map(({ plain }) => plain).join('')).toBe('thimednewor');
		for (const token of run.token) expect(run.words[token]).toBeDefined();
		const [latin] = await encoder.tokenize(['Denver']);
		expect(words.runOf(latin!).sounds).toHaveLength(0);
	});

	it('gives one word one form, wherever it stands', async () => {
		const encoder = await openEncoder();
		const [one, other] = await encoder.tokenize(['bridge of phytoplankton', 'phytoplankton and a bridge']);
		const [a, b] = [words.of(one!), words.of(other!)];
		expect(a[0]).toBe(b[3]);
		expect(a[2]).toBe(b[0]);
	});

	it('tells words apart by all of their tokens, however many', () => {
		const letters = ['▁', 'b', 'c', 'd', 'f', 'g'].map((letter) =>
			Array.from({ length: table.size }, (_, token) => token).findIndex((token) => table.piece(token) === letter),
		);
		const [start = 0, ...others] = letters.slice(1);
		expect(Math.min(...letters)).toBeGreaterThan(0);
		const random = seededRandom(5);
		for (let round = 0; round < 200; round++) {
			const length = 1 + Math.floor(random() * 5);
			const ids = Array.from({ length }, () => others[Math.floor(random() * others.length)] ?? 0);
			const [word] = words.of(Uint32Array.from([start, ...ids]));
			expect(word!.plain).toBe([start, ...ids].map((token) => table.piece(token)).join(''));
		}
	});

	it('keeps the direction of the sum of the tokens, and its length', async () => {
		const encoder = await openEncoder();
		const [tokens] = await encoder.tokenize(['phytoplankton']);
		const [form] = words.of(tokens!);
		const sum = new Float32Array(table.dimension);
		for (const token of tokens!) if (table.piece(token) !== '▁') table.addTo(sum, token);
		expect(form!.weight).toBeCloseTo(Math.hypot(...sum), 4);
		expect(cosine(toEmbedding(Float32Array.from(form!.meaning)), toEmbedding(sum))).toBeGreaterThan(0.998);
	});
});
