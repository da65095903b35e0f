"""Trains one vector per token: a text is the normalised sum of its tokens' vectors.

    train.py WORK_DIR --minutes 90 [--from CHECKPOINT | --after MODEL_DIR] [--neighbourhoods]

WORK_DIR is what prepare.py wrote; it receives, every few minutes and at the end, mean.npy, the mean of the vectors over the
later part of the run, float32 [vocabulary, dimension], and checkpoint.npz, from which `--from` goes on after an
interruption. `--after` starts from the vectors of a model that export.py wrote; a token that its vocabulary lacks begins as
the sum of what that vocabulary makes of it.

Each step takes one batch of pairs and moves their sums together and all others of the batch apart (in-batch softmax
both ways, van den Oord et al. 2018). The gradient touches only the batch's own tokens, so the optimiser is written by
hand over those rows: Adam (Kingma & Ba 2015) with one second moment a row.

With `--neighbourhoods`, a part of the batches is drawn from neighbourhoods of the vectors that it starts from: texts that they find alike
stand apart from one another there, as the paragraphs of one article must (hard negatives, Xiong et al. 2021).
"""

import argparse
import math
import os
import pickle
import random
import sys
import time

import numpy as np
import scipy.sparse as sparse

import published

TEMPERATURE = 0.05
ROWS, MIXED = 0.35, 0.15  # shares of the steps: rows of many languages; pairs of all groups mixed; the rest: one group
KIND_WEIGHT = {"questions": 8.0, "words": 2.0, "mined": 1.0, "names": 1.0, "parallel": 1.0, "typed": 1.0}  # times the square root of a group's size
LANGUAGE_WEIGHT = {"ar": 2.5, "th": 3.0, "lo": 2.0, "ro": 2.0, "zh": 1.5, "el": 1.5}  # of groups with these, but questions in them: other languages find them less well
BETA1, BETA2, EPSILON = 0.9, 0.99, 1e-10
# How often a row is drawn for each time that a row of another source is: few texts tell of the wide world in all languages.
ROW_WEIGHT = {"flores200-dev": 8.0, "tico19": 3.0, "ud_thai_pud": 4.0, "pratham_storyweaver": 3.0, "talpco": 3.0,
              "storybooks": 3.0, "udhr": 3.0, "ms-docs": 0.5, "osm": 0.5, "aosp_android11": 0.5, "mozilla-l10n": 0.5,
              "mozilla_www_lang": 0.5}
HARD = 0.5  # share of the batches of rows, prose and questions that are drawn from neighbourhoods
NEIGHBOURHOOD, LEAST_HARD = 128, 8192  # texts of a neighbourhood, at most; a group of fewer pairs has none
HARD_KINDS = {"questions", "parallel"}  # the neighbours of a word are its synonyms
# How often a text of a row is drawn for each time that one in another language is: what the articles are likeliest written in.
ROW_LANGUAGE_WEIGHT = dict.fromkeys("de en es fr hi id ja ko lo ru tr vi".split(), 3) | {"th": 6, "ar": 5, "zh": 5, "ro": 5, "el": 4}
LEAST_RATE = 0.3  # of the first learning rate
# The mean of many steps is what they agree in, without what each batch taught by chance (Izmailov et al. 2018).
MEAN_AFTER = 0.3  # of the run; before, the vectors are still on their way
MEAN_EVERY = 50  # steps
SAVE_EVERY_S = 240


class Pairs:
    """Draws batches of pairs of text numbers."""

    def __init__(self, work_dir, batch):
        self.batch = batch
        with open(f"{work_dir}/groups.pkl", "rb") as file:
            groups = pickle.load(file)
        with open(f"{work_dir}/rows.pkl", "rb") as file:
            rows = pickle.load(file)
        self.rows = [[number for language, number in row.items() for _ in range(ROW_LANGUAGE_WEIGHT.get(language.split()[0], 1))]
                     for _, row in rows]
        share = np.cumsum([ROW_WEIGHT.get(source, 1.0) for source, _ in rows])
        self.row_share = share / share[-1]
        self.kinds = [kind for kind, *_ in groups]
        self.favour = [math.prod(LANGUAGE_WEIGHT.get(part, 1.0) for part in key if key[0] != "questions") for key in groups]
        self.groups = [np.array(pairs, np.int64) for pairs in groups.values()]
        weight = np.array([KIND_WEIGHT[kind] * favour * len(pairs) ** 0.5
                           for kind, favour, pairs in zip(self.kinds, self.favour, self.groups)])
        self.weight = weight / weight.sum()
        self.row_order, self.order = None, [None] * len(self.groups)

    def find_neighbourhoods(self, bags, vectors, rng):
        """Orders the rows and groups so that what the vectors find alike stands together."""
        self.row_order = neighbourly(bags, vectors, np.array([row[0] for row in self.rows]), rng)
        self.order = [neighbourly(bags, vectors, pairs[:, 1], rng) if kind in HARD_KINDS and len(pairs) >= LEAST_HARD else None
                      for kind, pairs in zip(self.kinds, self.groups)]

    def draw(self, rng):
        """Two arrays of text numbers of equal length, no number twice on a side."""
        lot, is_hard = rng.random(), rng.random() < HARD
        if lot < ROWS:
            drawn = np.searchsorted(self.row_share, rng.random(self.batch), side="right")
            if is_hard and self.row_order is not None:
                drawn = around(self.row_order, drawn[:self.batch // NEIGHBOURHOOD])
            pairs = np.array([random.sample(self.rows[i], 2) for i in drawn])
            pairs = pairs[pairs[:, 0] != pairs[:, 1]]
        elif lot < ROWS + MIXED:
            chosen = rng.choice(len(self.groups), self.batch, p=self.weight)
            pairs = np.array([self.groups[g][rng.integers(len(self.groups[g]))] for g in chosen])
        else:
            g = rng.choice(len(self.groups), p=self.weight)
            group = self.groups[g]
            size = self.batch // 2 if self.kinds[g] == "questions" else self.batch
            if is_hard and self.order[g] is not None:
                pairs = group[around(self.order[g], rng.integers(len(group), size=size // NEIGHBOURHOOD))]
            else:
                pairs = group[rng.choice(len(group), min(size, len(group)), replace=False)]
        for side in (0, 1):
            pairs = pairs[np.unique(pairs[:, side], return_index=True)[1]]
        return pairs[:, 0], pairs[:, 1]


def neighbourly(bags, vectors, texts, rng):
    """An order of the texts' places, and its inverse, in which each stretch of at most NEIGHBOURHOOD is of texts that are alike: halved
    again and again by which of two texts of it, drawn at random, each is nearer to."""
    units = np.empty((len(texts), vectors.shape[1]), np.float16)
    for start in range(0, len(texts), 20_000):
        counts, tokens = bags.matrix(texts[start:start + 20_000])
        sums = counts @ vectors[tokens]
        units[start:start + 20_000] = sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9)
    order, stretches = np.arange(len(texts)), [(0, len(texts))]
    while stretches:
        start, end = stretches.pop()
        if end - start <= NEIGHBOURHOOD:
            continue
        part = order[start:end]
        one, other = units[rng.choice(part, 2, replace=False)].astype(np.float32)
        middle = (end - start) // 2
        order[start:end] = part[np.argpartition(units[part].astype(np.float32) @ (one - other), middle)]
        stretches += [(start, start + middle), (start + middle, end)]
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return order, place


def around(ordered, seeds):
    """The seeds and those that stand next to them, NEIGHBOURHOOD for each, none twice."""
    order, place = ordered
    starts = np.clip(place[seeds] - NEIGHBOURHOOD // 2, 0, max(0, len(order) - NEIGHBOURHOOD))
    return order[np.unique((starts[:, None] + np.arange(min(NEIGHBOURHOOD, len(order)))).ravel())]


class Bags:
    """The texts as bags of tokens."""

    def __init__(self, work_dir):
        self.flat, self.offsets = np.load(f"{work_dir}/flat.npy"), np.load(f"{work_dir}/offsets.npy")

    def matrix(self, texts):
        """Counts [texts, distinct tokens] and those tokens' ids."""
        start = self.offsets[texts]
        length = self.offsets[texts + 1] - start
        bounds = np.concatenate([[0], np.cumsum(length)])
        place = np.arange(bounds[-1]) + np.repeat(start - bounds[:-1], length)
        tokens, column = np.unique(self.flat[place], return_inverse=True)
        counts = sparse.csr_matrix((np.ones(len(column), np.float32), column, bounds), (len(texts), len(tokens)))
        return counts, tokens


class Model:
    def __init__(self, vectors):
        self.vectors = vectors
        self.mean = np.zeros_like(vectors)
        self.square = np.zeros((len(vectors), 1), np.float32)
        self.updates = np.zeros(len(vectors), np.int64)
        self.sum, self.summed = np.zeros_like(vectors), 0  # of the vectors at the steps that the mean is taken of

    @staticmethod
    def at_random(bags, vocabulary, dimension, rng):
        """Normal vectors, scaled down for frequent tokens by smooth inverse frequency (Arora et al. 2017)."""
        share = np.bincount(bags.flat, minlength=vocabulary) / len(bags.flat)
        scale = np.maximum(1e-4 / (1e-4 + share), 0.05).astype(np.float32)
        return Model(rng.standard_normal((vocabulary, dimension), np.float32) * 0.08 * scale[:, None])

    @staticmethod
    def after(model_dir, pieces):
        """Each piece as it is in a published model or, where that does not have it, as the sum of its parts, cut as SentencePiece would cut it."""
        vocabulary, vectors = published.read(model_dir)
        known = {piece: i for i, (piece, _) in enumerate(vocabulary)}
        score = [score for _, score in vocabulary]
        longest, unknown = max(map(len, known)), min(score) - 10
        result = np.zeros((len(pieces), vectors.shape[1]), np.float32)
        for row, piece in enumerate(pieces):
            if piece in known:
                result[row] = vectors[known[piece]]
                continue
            best = [(0.0, 0, None)]  # of each prefix: score, where its last part begins, that part
            for end in range(1, len(piece) + 1):
                parts = [(start, known.get(piece[start:end])) for start in range(max(0, end - longest), end)]
                best.append(max((best[start][0] + (unknown if i is None else score[i]), start, i)
                                for start, i in parts if i is not None or start == end - 1))
            end = len(piece)
            while end > 0:
                _, end, i = best[end]
                if i is not None:
                    result[row] += vectors[i]
        empty = ~result.any(1)
        result[empty] = np.random.default_rng(1).standard_normal((empty.sum(), vectors.shape[1])) * 0.02
        return Model(result)

    def step(self, counts, tokens, pairs, rate):
        """One update from a batch whose first `pairs` rows belong to the following `pairs`. Returns the loss."""
        sums = counts @ self.vectors[tokens]
        norms = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9
        units = sums / norms
        x, y = units[:pairs], units[pairs:]
        # cosines lie in [-1, 1], so that one shift serves rows and columns and no exponential under- or overflows
        e = np.exp((x @ y.T - 1) / TEMPERATURE)
        rows, columns, diagonal = e.sum(1, keepdims=True), e.sum(0, keepdims=True), e.diagonal().copy()
        loss = -(np.log(diagonal / rows[:, 0]).mean() + np.log(diagonal / columns[0]).mean()) / 2
        e *= 1 / rows + 1 / columns
        e[np.arange(pairs), np.arange(pairs)] -= 2
        e /= 2 * pairs * TEMPERATURE
        by_unit = np.concatenate([e @ y, e.T @ x])
        by_sum = (by_unit - (by_unit * units).sum(1, keepdims=True) * units) / norms
        self.adam(tokens, counts.T @ by_sum, rate)
        return float(loss)

    def adam(self, tokens, gradient, rate):
        self.updates[tokens] += 1
        times = self.updates[tokens][:, None]
        mean = self.mean[tokens] * BETA1 + (1 - BETA1) * gradient
        square = self.square[tokens] * BETA2 + (1 - BETA2) * (gradient * gradient).mean(1, keepdims=True)
        self.mean[tokens], self.square[tokens] = mean, square
        unbiased = np.sqrt(square / (1 - BETA2**times)) + EPSILON
        self.vectors[tokens] -= (rate * (mean / (1 - BETA1**times)) / unbiased).astype(np.float32)

    def remember(self):
        """Counts the vectors as they are now in the mean."""
        self.sum += self.vectors
        self.summed += 1

    def save(self, work_dir, step, seconds):
        for name, write in {
            "mean.npy": lambda file: np.save(file, self.sum / self.summed if self.summed else self.vectors),
            "checkpoint.npz": lambda file: np.savez(file, vectors=self.vectors, mean=self.mean, square=self.square,
                                                    updates=self.updates, step=step, seconds=seconds),
        }.items():
            with open(f"{work_dir}/{name}.part", "wb") as file:
                write(file)
            os.replace(f"{work_dir}/{name}.part", f"{work_dir}/{name}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("work_dir")
    arguments.add_argument("--minutes", type=float, default=90)
    arguments.add_argument("--dimension", type=int, default=256)
    arguments.add_argument("--batch", type=int, default=2048)
    arguments.add_argument("--rate", type=float, default=0.02)
    arguments.add_argument("--from", dest="checkpoint", help="go on from this checkpoint.npz")
    arguments.add_argument("--after", help="start from the vectors of this model's folder")
    arguments.add_argument("--neighbourhoods", action="store_true", help="draw half of the batches of rows, prose and questions from neighbourhoods")
    arguments.add_argument("--seed", type=int, default=0, help="of what is drawn: another one for each run that goes on from an earlier one")
    options = arguments.parse_args()

    random.seed(options.seed)
    rng = np.random.default_rng(options.seed)
    bags, pairs = Bags(options.work_dir), Pairs(options.work_dir, options.batch)
    with open(f"{options.work_dir}/spm.vocab", encoding="utf-8") as file:
        pieces = [line.split("\t")[0] for line in file]
    if options.after:
        model = Model.after(options.after, pieces)
    else:
        model = Model.at_random(bags, len(pieces), options.dimension, rng)
    step, before = 0, 0.0
    if options.checkpoint:
        saved = np.load(options.checkpoint)
        model.vectors, model.mean, model.square, model.updates = (saved[k] for k in ("vectors", "mean", "square", "updates"))
        step, before = int(saved["step"]), float(saved["seconds"])
        model.sum = np.zeros_like(model.vectors)
        if before >= options.minutes * 60:
            sys.exit(f"this run has ended after {before / 60:.0f} minutes: its mean.npy is there; for a longer one, more --minutes")
    if options.neighbourhoods:
        pairs.find_neighbourhoods(bags, model.vectors, rng)

    began, saved_at, smooth = time.time() - before, time.time(), None
    while (seconds := time.time() - began) < options.minutes * 60:
        a, b = pairs.draw(rng)
        counts, tokens = bags.matrix(np.concatenate([a, b]))
        rate = options.rate * max(LEAST_RATE, 1 - seconds / (options.minutes * 60))
        loss = model.step(counts, tokens, len(a), rate)
        smooth = loss if smooth is None else 0.98 * smooth + 0.02 * loss
        step += 1
        if step % MEAN_EVERY == 0 and seconds > before + MEAN_AFTER * (options.minutes * 60 - before):
            model.remember()
        if time.time() - saved_at > SAVE_EVERY_S:
            saved_at = time.time()
            model.save(options.work_dir, step, seconds)
            print(f"{seconds / 60:.0f} min, step {step}, loss {smooth:.3f}", flush=True)
    model.save(options.work_dir, step, time.time() - began)
    print(f"done: {step} steps, loss {smooth:.3f}", flush=True)


if __name__ == "__main__":
    main()
