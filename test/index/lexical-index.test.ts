import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LexicalIndex } from '../../index/lexical-index.js';
import { matchLexically } from '../../index/lexical-match.js';
import type { EncodedQuestion } from '../../index/question.js';
import type { PassageId } from '../../index/ranking.js';
import { foldedWords } from '../../index/words.js';
import { createHashingEncoder, hashedWords, NO_NEIGHBOURS } from '../support/hashing-encoder.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const id = (value: number) => value as PassageId;

function add(index: LexicalIndex, passage: number, text: string, language = 'en'): void {
	index.add({ id: id(passage), language, text, tokens: [hashedWords(text)] });
}

async function questionOf(text: string): Promise<EncodedQuestion> {
	const encoder = createHashingEncoder();
	const [tokens] = await encoder.tokenize([text]);
	const [embedding] = await encoder.encode([tokens!], 'query');
	return { text, embedding: embedding!, tokens: tokens!, words: foldedWords(text), language: 'und' };
}

/** Passages by the share of the question that stands in them; those with none left out. */
function found(index: LexicalIndex, question: EncodedQuestion): Map<PassageId, number> {
	const shares = new Map<PassageId, number>();
	for (const [, shard] of index.shards()) {
		const { byPlace } = matchLexically(shard, question, NO_NEIGHBOURS);
		byPlace.forEach((share, place) => {
			if (share > 0 && !shard.isEmptyAt(place)) shares.set(shard.idAt(place), share);
		});
	}
	return shares;
}

async function savedAndLoaded(index: LexicalIndex): Promise<LexicalIndex> {
	const path = join(await temporaryFolder(), 'lexical');
	await index.save(path);
	return LexicalIndex.load(path);
}

describe('LexicalIndex', () => {
	it.each([
		['ky son', 'Huyện Kỳ Sơn giáp nước Lào.', 'vi'],
		['KỲ SƠN', 'Ky Son la mot huyen vung cao.', 'vi'],
		['da nang', 'Thành phố Đà Nẵng ở miền Trung.', 'vi'],
		['eleves', 'Les élèves traversent la rivière.', 'fr'],
		['209', 'โรงเรียนมีนักเรียน ๒๐๙ คน', 'th'],
		['๒๐๙', 'The school has 209 pupils.', 'en'],
		['໒໐໙', 'The school has 209 pupils.', 'en'],
		['۲۰۹', 'The school has 209 pupils.', 'en'],
	])('finds by "%s" the passage "%s"', async (question, text, language) => {
		const index = new LexicalIndex();
		add(index, 1, text, language);
		add(index, 2, 'Nothing of that kind 77.', language);
		expect([...found(index, await questionOf(question)).keys()]).toEqual([1]);
	});

	it('keeps a shard for each primary language, and drops one that has no passages when it is saved', async () => {
		const index = new LexicalIndex();
		add(index, 1, 'O barco.', 'pt-BR');
		add(index, 2, 'A ponte.', 'PT');
		add(index, 3, 'The boat.', 'en');
		expect(Array.from(index.shards(), ([language, { size }]) => [language, size])).toEqual([
			['pt', 2],
			['en', 1],
		]);
		expect(index.shard('pt-PT')?.size).toBe(2);
		index.remove(id(3));
		expect(Array.from((await savedAndLoaded(index)).shards(), ([language]) => language)).toEqual(['pt']);
	});

	it('keeps the folded words of its passages, also in its file, and those of removed ones no longer than that', async () => {
		const index = new LexicalIndex();
		add(index, 1, 'Kỳ Sơn có chợ.', 'vi');
		add(index, 2, 'The boat of Son.', 'en');
		const words = (of: LexicalIndex) => of.words.startingWith('', 99);
		expect(words(index)).toEqual(['boat', 'cho', 'co', 'ky', 'of', 'son', 'the']);
		const loaded = await savedAndLoaded(index);
		expect(words(loaded)).toEqual(words(index));
		loaded.remove(id(1));
		const again = await savedAndLoaded(loaded);
		expect(words(again)).toEqual(['boat', 'of', 'son', 'the']);
		add(again, 3, 'Boats.', 'en');
		expect(again.words.startingWith('boat', 9)).toEqual(['boat', 'boats']);
	});

	it('says where a passage stands, refuses it a second time, and forgets it when it is removed', () => {
		const index = new LexicalIndex();
		add(index, 7, 'The boat.');
		expect(index.placeOf(id(7))).toEqual({ language: 'en', place: 0 });
		expect(() => {
			add(index, 7, 'The boat.', 'fr');
		}).toThrow('Passage 7 is in the lexical index already');
		expect(index.remove(id(7))).toBe(true);
		expect(index.remove(id(7))).toBe(false);
		expect([index.placeOf(id(7)), index.size, [...index.ids()]]).toEqual([undefined, 0, []]);
	});

	it('scores after it is saved and loaded as before, and as one that never held what was removed', async () => {
		const word = fc.constantFrom('boat', 'river', 'bridge', 'Kỳ', 'Sơn', '209', 'school', 'market', 'tea', 'rice');
		const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
		const passage = fc.record({ text, language: fc.constantFrom('en', 'vi', 'pt-BR'), removed: fc.boolean() });
		await fc.assert(
			fc.asyncProperty(fc.array(passage, { maxLength: 20 }), text, async (passages, asked) => {
				const [index, fresh] = [new LexicalIndex(), new LexicalIndex()];
				for (const [i, { text: words, language, removed }] of passages.entries()) {
					add(index, i + 1, words, language);
					if (!removed) add(fresh, i + 1, words, language);
				}
				for (const [i, { removed }] of passages.entries()) if (removed) index.remove(id(i + 1));
				const question = await questionOf(asked);
				const shares = found(index, question);
				const loaded = await savedAndLoaded(index);
				expect(found(loaded, question)).toEqual(shares);
				expect(found(index, question)).toEqual(shares);
				expect(shares).toEqual(found(fresh, question));
				expect(new Set(loaded.ids())).toEqual(new Set(fresh.ids()));
				// both go on from there alike
				for (const changed of [index, loaded, fresh]) {
					add(changed, 1000, 'boat river 209', 'vi');
					changed.remove(id(Math.min(...changed.ids())));
				}
				expect(found(loaded, question)).toEqual(found(index, question));
			}),
			{ numRuns: 60 },
		);
	});

	it('refuses a file that it did not write', async () => {
		const path = join(await temporaryFolder(), 'lexical');
		await expect(LexicalIndex.load(path)).rejects.toThrow();
		await writeFile(path, '');
		await expect(LexicalIndex.load(path)).rejects.toThrow();
		await writeFile(path, 'Dear diary, '.repeat(10));
		await expect(LexicalIndex.load(path)).rejects.toThrow('not a lexical index of this version');

		const index = new LexicalIndex();
		for (let i = 1; i < 50; i++) add(index, i, `boat number ${i}`);
		await index.save(path);
		await truncate(path, Math.floor((await readFile(path)).length / 2));
		await expect(LexicalIndex.load(path)).rejects.toThrow();
	});
});

describe('matchLexically', () => {
	it('finds more of the question in a text that says more of it', async () => {
		const index = new LexicalIndex();
		add(index, 1, 'The ferry leaves the island at noon.');
		add(index, 2, 'The island has a school.');
		add(index, 3, 'Rice grows on the terraces.');
		const question = await questionOf('When does the ferry leave the island?');
		const shares = found(index, question);
		expect(shares.get(id(1))).toBeGreaterThan(shares.get(id(2))!);
		expect(shares.get(id(2))).toBeGreaterThan(0);
		// it has "the", as all of them have
		expect(shares.has(id(3))).toBe(false);
		const match = matchLexically(index.shard('en')!, question, NO_NEIGHBOURS);
		const shareOf = (text: string) => match.shareIn(hashedWords(text), foldedWords(text));
		expect(shareOf('The ferry leaves the island.')).toBeGreaterThan(shareOf('The island.'));
		expect(shareOf('Bread and salt.')).toBe(0);
		expect(shareOf('')).toBe(0);
	});

	it('goes by tokens alone where a question has no words with spaces between', async () => {
		const index = new LexicalIndex();
		add(index, 1, '勐岚村春茶', 'zh');
		const match = matchLexically(index.shard('zh')!, await questionOf('春茶'), NO_NEIGHBOURS);
		expect(match.byPlace[0]).toBeGreaterThan(0);
		expect(match.shareIn(hashedWords('春茶'), [])).toBeGreaterThan(0.3);
	});
});
