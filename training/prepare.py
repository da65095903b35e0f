"""Turns the training data into a SentencePiece vocabulary and arrays of token ids.

    prepare.py DATA_DIR WORK_DIR [--vocabulary 64000]

DATA_DIR holds parallel.jsonl, questions.jsonl and dictionary.tsv, unpacked (see README.md for their fields); WORK_DIR may hold mined.tsv.
WORK_DIR receives spm.model, spm.vocab, flat.npy (token ids of every text, end to end), offsets.npy (where each text
begins), usage.npy (how often each token stands in each language, [languages, vocabulary], in the order of languages.txt),
groups.pkl (pairs of text numbers by kind and language), rows.pkl (texts that say one thing in three or more
languages), held-out.jsonl (one passage in twenty with its questions, kept from training to fit the confidence on) and held-rows.jsonl (some
rows that stand in many languages, kept from it to hold ideas against one another).
"""

import argparse
import collections
import json
import os
import pickle
import random
import re
import subprocess
import unicodedata
import zlib

import numpy as np
import sentencepiece as spm

from text import normalise

# The vocabulary's training text, in characters a language: prose first, then words of dictionaries, then manuals and menus,
# which would otherwise teach it "Firefox" before "district".
PROSE_CHARACTERS, WORD_CHARACTERS, MANUAL_CHARACTERS = 2_500_000, 600_000, 400_000
RESERVOIR = 60_000  # texts kept of each language and kind to draw that text from
SENTENCE_TOKENS, PASSAGE_TOKENS, QUESTION_TOKENS, WORD_TOKENS = 96, 256, 64, 24
# Lists of names and labels: good for pairs, bad for learning how a language is written.
NAMES = {"osm", "cldr", "omw_synsets", "panlex_swadesh207"}
PROSE = {"tatoeba", "tico19", "bible-public-domain", "udhr", "storybooks", "flores200-dev", "ud_thai_pud", "talpco",
         "korean-parallel", "pratham_storyweaver", "indian_parallel_corpora_heldparts", "ovdp_vi_examples", "open_sdg"}
# One row in so many is kept from training, to tell how well one language finds another.
HELD_SOURCES = {"flores200-dev": 5, "tico19": 10, "ud_thai_pud": 10}
HELD_OUT = 20  # one passage in so many is kept, with its questions, for fitting the confidence of answers
# Share of the texts that are learnt as people type them in haste too: without accents. Vietnamese has them on most syllables.
TYPED = {"vi": 0.5, "fr": 0.15, "es": 0.15, "pt": 0.15, "de": 0.15, "ro": 0.15, "cs": 0.15, "pl": 0.15, "tr": 0.15, "hu": 0.15,
         "ar": 0.3}
WINDOW = 2  # rows before and after a sentence that make its surrounding passage
# Some lists part the letters of a name: "ب و ت و" for Botto.
PARTED = re.compile(r"\S( \S)+")
SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s*")


class Reservoir:
    """A uniform sample of the texts of each language, in one reading."""

    def __init__(self, size):
        self.size, self.seen, self.texts = size, collections.Counter(), collections.defaultdict(list)

    def add(self, language, text):
        if len(text) < 4:
            return
        self.seen[language] += 1
        kept = self.texts[language]
        if len(kept) < self.size:
            kept.append(text)
        elif (slot := random.randrange(self.seen[language])) < self.size:
            kept[slot] = text


class Texts:
    """Numbers each distinct (text, length limit) once."""

    def __init__(self):
        self.numbers, self.list = {}, []

    def number(self, text, limit):
        key = (text, limit)
        if key not in self.numbers:
            self.numbers[key] = len(self.list)
            self.list.append(key)
        return self.numbers[key]


def read(data_dir, work_dir):
    """The data, and a sample of it by language and kind ("prose", "words", "manuals")."""
    parallel, questions, words = [], [], []
    sample = {"prose": Reservoir(RESERVOIR), "words": Reservoir(RESERVOIR), "manuals": Reservoir(RESERVOIR)}
    held_rows = open(f"{work_dir}/held-rows.jsonl", "w", encoding="utf-8")
    for line in open(f"{data_dir}/parallel.jsonl", encoding="utf-8"):
        row = json.loads(line)
        source, doc, i = row.pop("source"), row.pop("doc", None), row.pop("i", None)
        if source in HELD_SOURCES and zlib.crc32(row["en"].encode()) % HELD_SOURCES[source] == 0:
            held_rows.write(line)
            continue
        row = {language: text for language, raw in row.items() if (text := normalise(raw))}
        if len(row) < 2:
            continue
        parallel.append((source, doc, i, row))
        kind = "words" if source in NAMES else "prose" if source in PROSE else "manuals"
        for language, text in row.items():
            sample[kind].add(language, text)
    held_out = open(f"{work_dir}/held-out.jsonl", "w", encoding="utf-8")
    for line in open(f"{data_dir}/questions.jsonl", encoding="utf-8"):
        row = json.loads(line)
        if zlib.crc32(row["passage"].encode()) % HELD_OUT == 0:
            held_out.write(line)
            continue
        question, passage = normalise(row["question"]), normalise(row["passage"])
        questions.append((row["source"], row["lang"], question, passage))
        sample["prose"].add(row["lang"], question)
        sample["prose"].add(row["lang"], passage[:700])
    for line in open(f"{data_dir}/dictionary.tsv", encoding="utf-8"):
        a, b, word, translation = line.rstrip("\n").split("\t")
        words.append((a, b, normalise(word), normalise(translation)))
        for language, text in zip((a, b), words[-1][2:]):
            sample["words"].add(language, text)
    return parallel, questions, words, sample


def read_mined(work_dir):
    """What mine_words.py wrote; nothing where it was not run."""
    path = f"{work_dir}/mined.tsv"
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def train_vocabulary(sample, work_dir, size):
    with open(f"{work_dir}/spm.txt", "w", encoding="utf-8") as out:
        for kind, most in {"prose": PROSE_CHARACTERS, "words": WORD_CHARACTERS, "manuals": MANUAL_CHARACTERS}.items():
            for texts in sample[kind].texts.values():
                random.shuffle(texts)
                characters = 0
                for text in texts:
                    out.write(text + "\n")
                    characters += len(text)
                    if characters > most:
                        break
    # `identity`: the texts are normalised already, by the same steps as tokenizer.json
    subprocess.run(
        ["spm_train", "--input=spm.txt", "--model_prefix=spm", f"--vocab_size={size}", "--model_type=unigram",
         "--character_coverage=0.9998", "--normalization_rule_name=identity", "--input_sentence_size=3000000",
         "--shuffle_input_sentence=true", "--num_threads=2", "--max_sentence_length=3000",
         "--pad_id=0", "--unk_id=1", "--bos_id=-1", "--eos_id=-1"],
        cwd=work_dir, check=True, stderr=subprocess.DEVNULL)


def count_usage(sample, work_dir):
    """Writes how often each token stands in the sampled texts of each language."""
    sp = spm.SentencePieceProcessor(model_file=f"{work_dir}/spm.model")
    languages = sorted(sample["prose"].texts.keys() | sample["manuals"].texts.keys())
    usage = np.zeros((len(languages), sp.get_piece_size()), np.int64)
    for row, language in enumerate(languages):
        texts = sample["prose"].texts[language] + sample["manuals"].texts[language]
        ids = np.concatenate([np.array(text, np.int64) for text in sp.encode(texts)])
        usage[row] = np.bincount(ids, minlength=usage.shape[1])
    np.save(f"{work_dir}/usage.npy", usage)
    with open(f"{work_dir}/languages.txt", "w", encoding="utf-8") as out:
        out.write("\n".join(languages))


def without_accents(text):
    """As typed on a keyboard without them; other scripts' vowel signs stay."""
    letters = []
    for letter in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(letter) or not letters or not (letters[-1].isascii() or letters[-1] == "ا"):
            letters.append({"đ": "d", "ł": "l", "ı": "i", "ß": "ss"}.get(letter, letter))
    return unicodedata.normalize("NFC", "".join(letters))


def joined(word):
    """A word as it is written, where the list parts its letters."""
    return word.replace(" ", "") if PARTED.fullmatch(word) else word


def pair_up(parallel, questions, words, mined):
    """Groups of pairs {(kind, a, b): [(text, text)]}, rows [(source, {language: text})], and the texts themselves."""
    texts, groups, rows = Texts(), collections.defaultdict(list), []

    def typed(language, text, limit):
        """The number of the text without accents, or None where it is not drawn or has none."""
        if random.random() < TYPED.get(language, 0) and (plain := without_accents(text)) != text:
            return texts.number(plain, limit)

    def pair_words(kind, *two):
        (a, word), (b, translation) = sorted(two)
        groups[kind, a, b].append((texts.number(word, WORD_TOKENS), texts.number(translation, WORD_TOKENS)))

    for source, _, _, row in parallel:
        numbered = {language: texts.number(text, SENTENCE_TOKENS) for language, text in row.items()}
        for language, text in row.items():
            if (plain := typed(language, text, SENTENCE_TOKENS)) is not None:
                groups["typed", language, "accented"].append((plain, numbered[language]))
                if len(row) > 2:
                    numbered[f"{language} typed"] = plain
        if len(row) == 2:
            (a, x), (b, y) = sorted(numbered.items())
            groups["words" if source == "omw_synsets" else "parallel", a, b].append((x, y))
        else:
            rows.append((source, numbered))
    for a, b, word, translation in words:
        if word and translation:
            kind = "names" if PARTED.fullmatch(word) or PARTED.fullmatch(translation) else "words"
            pair_words(kind, (a, joined(word)), (b, joined(translation)))
    for a, b, word, translation in mined:
        pair_words("mined", (a, word), (b, translation))
    for source, language, question, passage in questions:
        groups["questions", language, source].append(
            (texts.number(question, QUESTION_TOKENS), texts.number(passage, PASSAGE_TOKENS)))
        if (plain := typed(language, question, QUESTION_TOKENS)) is not None:
            groups["questions", language, f"{source}.typed"].append((plain, texts.number(passage, PASSAGE_TOKENS)))
        # inverse cloze: a sentence asks for the rest of its passage
        sentences = [s for s in SENTENCE_END.split(passage) if len(s) > 20]
        if len(sentences) > 2 and random.random() < 0.5:
            i = random.randrange(len(sentences))
            rest = " ".join(sentences[:i] + sentences[i + 1:])
            groups["questions", language, source + ".cloze"].append(
                (texts.number(sentences[i], QUESTION_TOKENS), texts.number(rest, PASSAGE_TOKENS)))
    add_windows(parallel, texts, groups)
    return dict(groups), rows, texts.list


def add_windows(parallel, texts, groups):
    """Inverse cloze across languages: a sentence in one language asks for what surrounds it in another."""
    documents = collections.defaultdict(dict)
    for source, doc, i, row in parallel:
        if doc is not None:
            documents[source, doc][i] = row
    for (source, _), places in documents.items():
        for i, row in places.items():
            around = [places[j] for j in range(i - WINDOW, i + WINDOW + 1) if j in places]
            if len(around) < 3:
                continue
            for language in random.sample(sorted(row), min(2, len(row))):
                other = random.choice([l for l in sorted(row) if l != language])
                passage = " ".join(near[other] for near in around if other in near)
                if len(row[language]) > 20:
                    groups["questions", "window", source].append(
                        (texts.number(row[language], QUESTION_TOKENS), texts.number(passage, PASSAGE_TOKENS)))


def encode(texts, work_dir):
    sp = spm.SentencePieceProcessor(model_file=f"{work_dir}/spm.model")
    pieces, lengths, block = [], np.zeros(len(texts) + 1, np.int64), 100_000
    for start in range(0, len(texts), block):
        part = texts[start:start + block]
        for j, (ids, (_, limit)) in enumerate(zip(sp.encode([text for text, _ in part]), part)):
            ids = (ids or [sp.unk_id()])[:limit]
            lengths[start + j + 1] = len(ids)
            pieces.append(np.array(ids, np.int32))
    np.save(f"{work_dir}/flat.npy", np.concatenate(pieces))
    np.save(f"{work_dir}/offsets.npy", np.cumsum(lengths))
    return int(lengths.sum())


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data_dir")
    arguments.add_argument("work_dir")
    arguments.add_argument("--vocabulary", type=int, default=64_000)
    options = arguments.parse_args()
    random.seed(3)
    os.makedirs(options.work_dir, exist_ok=True)

    parallel, questions, words, sample = read(options.data_dir, options.work_dir)
    if not os.path.exists(f"{options.work_dir}/spm.model"):
        train_vocabulary(sample, options.work_dir, options.vocabulary)
    count_usage(sample, options.work_dir)
    groups, rows, texts = pair_up(parallel, questions, words, read_mined(options.work_dir))
    with open(f"{options.work_dir}/groups.pkl", "wb") as out:
        pickle.dump(groups, out)
    with open(f"{options.work_dir}/rows.pkl", "wb") as out:
        pickle.dump(rows, out)
    tokens = encode(texts, options.work_dir)
    print(f"{len(texts)} texts, {tokens} tokens, {len(rows)} rows, {sum(map(len, groups.values()))} pairs in {len(groups)} groups")


if __name__ == "__main__":
    main()
