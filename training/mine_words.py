"""Mines pairs of words from sentences in two languages: inflected words, and words with their article or preposition, that no dictionary lists.

    mine_words.py DATA_DIR WORK_DIR

DATA_DIR holds parallel.jsonl (see README.md). WORK_DIR receives mined.tsv, of dictionary.tsv's columns: English with each of the
languages below.

Competitive linking (Melamed 2000): in each pair of sentences, the two words that go together best are linked, then the best two of those left,
and so on; how often two words are linked where they meet tells how well they go together. First told by the likelihood ratio of
their meeting (Dunning 1993), then three times by the links.
"""

import argparse
import collections
import json
import math
import os
import re

import icu

from prepare import NAMES
from text import normalise

LANGUAGES = "ar bg cs de el es fa fr hi hu id it ja km ko lo my nl pl pt ro ru th tr uk vi zh".split()
UNSPACED = {"ja", "km", "lo", "my", "th", "zh"}
# Combining marks are letters of a word too: of Latin ones and of the scripts of India.
WORD = re.compile(r"[\w\u0300-\u036f\u0900-\u0dff'’\-]+")
LETTER = re.compile(r"[^\W\d_]")
MOST_SENTENCES, LONGEST, LONGEST_ENGLISH = 40_000, 50, 40  # sentences of a language; words of one
ROUNDS = 4
LEAST_MET, LEAST_RATIO = 2, 8.0  # of two words at first: how often they meet; their likelihood ratio
# Of a pair that is kept: links, their share of the meetings, and what they tell beside chance, links · ln(share / CHANCE).
LEAST_LINKS, LEAST_SHARE, LEAST_TOLD, CHANCE = 2, 0.4, 3.0, 0.05


def words_of(text, breaks):
    """The distinct words of a text in normal form, in order; those with digits left out."""
    if breaks is None:
        words = WORD.findall(text)
    else:
        # the vowel "am" of Thai and Lao in one letter, as ICU's dictionaries know it
        whole = icu.UnicodeString(text.replace("\u0e4d\u0e32", "\u0e33").replace("\u0ecd\u0eb2", "\u0eb3"))
        breaks.setText(whole)
        ends = list(breaks)
        words = [normalise(str(whole[start:end])) for start, end in zip([0, *ends], ends)]
    return list(dict.fromkeys(word for word in words if LETTER.search(word) and not any(map(str.isdigit, word))))


def read(data_dir):
    """By language, pairs of the words of a sentence in it and in English."""
    breaks = {language: icu.BreakIterator.createWordInstance(icu.Locale(language)) for language in UNSPACED}
    pairs = {language: [] for language in LANGUAGES}
    for line in open(f"{data_dir}/parallel.jsonl", encoding="utf-8"):
        row = json.loads(line)
        if row["source"] in NAMES or "en" not in row:
            continue
        english = words_of(normalise(row["en"]), None)
        if not 0 < len(english) <= LONGEST_ENGLISH:
            continue
        for language in row.keys() & pairs.keys():
            if len(pairs[language]) < MOST_SENTENCES:
                words = words_of(normalise(row[language]), breaks.get(language))
                if 0 < len(words) <= LONGEST:
                    pairs[language].append((words, english))
    return pairs


def mine(sentences):
    """Pairs of words that mean one another, as far as the sentences tell."""
    ours, theirs, met = collections.Counter(), collections.Counter(), collections.Counter()
    for a, b in sentences:
        ours.update(a)
        theirs.update(b)
        met.update((x, y) for x in a for y in b)

    def likelihood_ratio(x, y, times):
        expected = ours[x] * theirs[y] / len(sentences)
        return 2 * times * math.log(times / expected) if times > expected else 0

    told = {pair: ratio for pair, times in met.items()
            if times >= LEAST_MET and (ratio := likelihood_ratio(*pair, times)) > LEAST_RATIO}
    for _ in range(ROUNDS):
        links = collections.Counter()
        for a, b in sentences:
            links.update(linked(a, b, told))
        told = {pair: value for pair, times in links.items() if (value := times * math.log(times / met[pair] / CHANCE)) > 0}
    return [pair for pair, times in links.items()
            if times >= LEAST_LINKS and times >= LEAST_SHARE * met[pair] and told.get(pair, 0) > LEAST_TOLD]


def linked(a, b, told):
    """The words of two sentences that go together, each with one other at most, the best first."""
    candidates = sorted(((value, x, y) for x in a for y in b if (value := told.get((x, y)))), reverse=True)
    taken_a, taken_b = set(), set()
    for _, x, y in candidates:
        if x not in taken_a and y not in taken_b:
            taken_a.add(x)
            taken_b.add(y)
            yield x, y


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data_dir")
    arguments.add_argument("work_dir")
    options = arguments.parse_args()
    os.makedirs(options.work_dir, exist_ok=True)
    with open(f"{options.work_dir}/mined.tsv", "w", encoding="utf-8") as out:
        for language, sentences in read(options.data_dir).items():
            pairs = [(word, english) for word, english in mine(sentences) if word != english]
            out.writelines(f"{language}\ten\t{word}\t{english}\n" for word, english in pairs)
            print(f"{language}: {len(sentences)} sentences, {len(pairs)} pairs", flush=True)


if __name__ == "__main__":
    main()
