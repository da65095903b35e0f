"""Fits the weights by which sentences are ranked, and the confidence of the best, on what bench/evidence.ts prints.

    fit_answers.py EVIDENCE.jsonl… [--test EVIDENCE.jsonl…]

Ranking: a softmax over the candidate sentences of each answerable question, its loss the share given to those that answer
(listwise, Cao et al. 2007); same-language and other-language candidates have weights of their own. Confidence: a logistic
regression of "the first holds the answer" on the best candidate's evidence, as if half of all questions had an answer. Its curve
rises to less than 1, as far as the data say: some questions have their answer in other words than the data know, however sure
the evidence is, and without that ceiling they would flatten all of the curve.
"""

import argparse
import json

import numpy as np
from scipy.optimize import minimize

FEATURES = ["passageScore", "passageCosine", "passageShare", "passageNearness", "sentenceCosine", "sentenceShare", "sentenceNearness",
            "contextNearness", "quantities", "number", "crowd"]
# Of the weights in units of their feature's greatest value. Less lets features that say the same pull against each other.
RANKING_RIDGE, CONFIDENCE_RIDGE = 3e-4, 1e-4
# Of how far a weight in the ranking differs between the two kinds: few questions have their answer in another language, and what tells
# of an answer in one language tells of it in another.
LIKENESS_RIDGE = 6e-4


def read(paths):
    return [row for path in paths for line in open(path, encoding="utf-8") if (row := json.loads(line))["candidates"]]


def features(candidate):
    """[2 x (features and a constant)]: the first half for the question's own language, the second for another."""
    values = np.array([candidate[name] for name in FEATURES] + [1.0])
    empty = np.zeros_like(values)
    return np.concatenate([values, empty] if candidate["sameLanguage"] else [empty, values])


def prepare(rows):
    return [(np.array([features(c) for c in row["candidates"]]), np.array([c["answers"] for c in row["candidates"]]), row) for row in rows]


def fit_ranking(prepared, scale, each):
    scale = np.tile(scale.reshape(2, -1).max(0), 2)
    answerable = [(x / scale, y, w) for (x, y, _), w in zip(prepared, each) if y.any()]

    def loss(weights):
        total, gradient = 0.0, np.zeros_like(weights)
        for x, y, w in answerable:
            scores = x @ weights
            share = np.exp(scores - scores.max())
            share /= share.sum()
            right = share[y].sum() + 1e-12
            total -= w * np.log(right)
            gradient -= w * (x.T @ (share * y / right - share))
        n = sum(w for *_, w in answerable)
        differences = weights - np.roll(weights, len(weights) // 2)
        return (total / n + RANKING_RIDGE * (weights @ weights) + LIKENESS_RIDGE * (differences @ differences) / 2,
                gradient / n + 2 * RANKING_RIDGE * weights + 2 * LIKENESS_RIDGE * differences)

    return minimize(loss, np.zeros(len(scale)), jac=True, method="L-BFGS-B").x / scale


def best_of(x, weights):
    """The evidence of the best candidate, and the order of all."""
    order = np.argsort(-(x @ weights), kind="stable")
    return x[order[0]], order


def fit_confidence(prepared, weights, each, scale):
    best = [best_of(x, weights) for x, _, _ in prepared]
    x = np.array([row for row, _ in best]) / scale
    y = np.array([answers[order[:1]].any() for (_, order), (_, answers, _) in zip(best, prepared)], float)
    same = x[:, len(FEATURES)] > 0
    each = np.array(each)
    # as if half of the questions in each kind had an answer: the share here is that of how the sets were made
    for kind in (False, True):
        for answered in (0.0, 1.0):
            part = (same == kind) & (y == answered)
            each[part] /= each[part].sum()

    def loss(parameters):
        w, most = parameters[:-1], parameters[-1]
        share = 1 / (1 + np.exp(-(x @ w)))
        p = np.clip(most * share, 1e-9, 1 - 1e-9)
        by_p = each * ((1 - y) / (1 - p) - y / p) / each.sum()
        value = -(each * (y * np.log(p) + (1 - y) * np.log(1 - p))).sum() / each.sum() + CONFIDENCE_RIDGE * w @ w
        return value, np.append(x.T @ (by_p * p * (1 - share)) + 2 * CONFIDENCE_RIDGE * w, (by_p * share).sum())

    begin = np.append(np.zeros(x.shape[1]), 0.9)
    fitted = minimize(loss, begin, jac=True, method="L-BFGS-B", bounds=[(None, None)] * x.shape[1] + [(0.5, 1)]).x
    return fitted[:-1] / scale, fitted[-1]


def surest(values, confidence):
    weights, most = confidence
    return most / (1 + np.exp(-(values @ weights)))


def report(name, prepared, weights, confidence, least):
    least_same, least_other = least
    ranks, shown, abstained = [], [], []
    for x, y, row in prepared:
        values, order = best_of(x, weights)
        same = values[len(FEATURES)] > 0
        sure = surest(values, confidence) >= (least_same if same else least_other)
        if row["answerable"]:
            rank = np.flatnonzero(y[order])
            ranks.append(rank[0] if len(rank) else 99)
            shown.append(sure)
        else:
            abstained.append(not sure)
    ranks, shown = np.array(ranks), np.array(shown)
    text = f"{name}:"
    if len(ranks):
        text += (f" {len(ranks)} answerable, in passages {np.mean(ranks < 99):.3f}, first {np.mean(ranks == 0):.3f}, in three {np.mean(ranks < 3):.3f},"
                 f" in three and shown {np.mean((ranks < 3) & shown):.3f};")
    if len(abstained):
        text += f" {len(abstained)} unanswerable, abstained {np.mean(abstained):.3f}"
    print(text)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("evidence", nargs="+")
    arguments.add_argument("--test", nargs="*", default=[])
    arguments.add_argument("--least", type=float, nargs=2, default=[0.2, 0.34], metavar=("SAME", "OTHER"),
                           help="least confidence at which an answer is shown, in the question's language and in others")
    options = arguments.parse_args()
    sets = [(path, prepare(read([path]))) for path in options.evidence]
    # each file counts alike, however many questions it holds; the ranking learns from those that have an answer
    prepared = [item for _, items in sets for item in items]
    each = [1000 / len(items) for _, items in sets for _ in items]
    each_ranked = [1000 / max(1, sum(y.any() for _, y, _ in items)) for _, items in sets for _ in items]
    scale = np.abs(np.concatenate([x for x, _, _ in prepared])).max(0) + 1e-9
    weights = fit_ranking(prepared, scale, each_ranked)
    confidence = fit_confidence(prepared, weights, each, scale)
    half = len(FEATURES) + 1
    for what, fitted in (("sentences", weights), ("confidence", confidence[0])):
        print(what)
        for name, part in (("sameLanguage", fitted[:half]), ("otherLanguage", fitted[half:])):
            print(f"\t{name}: {{ " + ", ".join(f"{feature}: {w:.3f}" for feature, w in zip(FEATURES + ["bias"], part)) + " },")
    print(f"most confidence: {confidence[1]:.3f}")
    for path, items in sets + [(path, prepare(read([path]))) for path in options.test]:
        report(path, items, weights, confidence, options.least)


if __name__ == "__main__":
    main()
