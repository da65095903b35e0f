"""Writes the trained vectors as a model folder in Transformers.js layout.

    export.py WORK_DIR MODEL_DIR [--mean STAGE ...]

WORK_DIR is what prepare.py and train.py left. MODEL_DIR receives
  onnx/model_quantized.onnx  int8 rows with one scale each, gathered, summed and normalised in the graph
  tokenizer.json, tokenizer_config.json, config.json
  neighbours.bin             each token's nearest tokens in every language (format: write_neighbours)
  quoth-model.json           what a program must know of the model, and the SHA-256 of every file above
The card, README.md, is written by hand.
"""

import argparse
import hashlib
import json
import multiprocessing
import os
import struct

import numpy as np
import onnx
import sentencepiece as spm
from onnx import TensorProto, helper, numpy_helper

import published
from text import INVISIBLE, SPACES

# Neighbours: of the POOL nearest tokens of all, the first few of each language, as long as they are not much farther than the
# first of that language: what weighs next to nothing in the softmax of a structured query takes no room.
POOL = 4000
PER_LANGUAGE, PER_OTHER_LANGUAGE = 6, 2
# Languages that share little vocabulary with the others, or that many articles are written in, have the longer lists.
MAIN_LANGUAGES = set("en fr vi th lo km my zh ja ko es pt it ro de ru ar hi el tr id".split())
MARGIN = 0.25
LEAST_COSINE = 0.25
LEAST_USES = 5  # in the language's sample, for a token to count as one of its
TABLE_BYTES = 9_400_000
MAX_TOKENS = 512
BLOCK = 500


def quantise(vectors):
    """int8 rows and one float32 scale a row, so that row * scale is within half a step of the vector."""
    scale = np.maximum(np.abs(vectors).max(1, keepdims=True), 1e-12) / 127
    return np.clip(np.round(vectors / scale), -127, 127).astype(np.int8), scale.astype(np.float32)


def write_onnx(path, rows, scale):
    """Returns where in the file the rows and the scales begin. input_ids, attention_mask [batch, tokens] -> sentence_embedding [batch, dimension], of unit length."""
    dimension = rows.shape[1]
    node = helper.make_node
    graph = helper.make_graph(
        [
            node("Gather", ["rows", "input_ids"], ["row"]),
            node("Cast", ["row"], ["row_float"], to=TensorProto.FLOAT),
            node("Gather", ["scale", "input_ids"], ["row_scale"]),
            node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
            node("Unsqueeze", ["mask", "last_axis"], ["mask_column"]),
            node("Mul", ["row_scale", "mask_column"], ["weight"]),
            node("Mul", ["row_float", "weight"], ["token"]),
            node("ReduceSum", ["token", "token_axis"], ["sum"], keepdims=0),
            node("LpNormalization", ["sum"], ["sentence_embedding"], axis=1, p=2),
        ],
        "static-embedding",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"]) for name in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info("sentence_embedding", TensorProto.FLOAT, ["batch", dimension])],
        [
            numpy_helper.from_array(rows, "rows"),
            numpy_helper.from_array(scale, "scale"),
            numpy_helper.from_array(np.array([2], np.int64), "last_axis"),
            numpy_helper.from_array(np.array([1], np.int64), "token_axis"),
        ],
    )
    model = helper.make_model(graph, producer_name="quoth", opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, path)
    with open(path, "rb") as file:
        written = file.read()
    return {"rows": written.index(rows.tobytes()), "scales": written.index(scale.tobytes())}


def write_tokenizer(folder, vocabulary):
    """The steps of text.py and the unigram pieces, as Transformers.js reads them."""
    pattern = lambda regex, to: {"type": "Replace", "pattern": {"Regex": regex}, "content": to}
    tokenizer = {
        "version": "1.0", "truncation": None, "padding": None,
        # nothing written in an article may pass for a special token
        "added_tokens": [],
        "normalizer": {"type": "Sequence", "normalizers": [
            {"type": "NFKC"}, {"type": "Lowercase"},
            pattern(INVISIBLE.pattern, ""), pattern(SPACES.pattern, " "),
            {"type": "Strip", "strip_left": True, "strip_right": True},
        ]},
        "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "add_prefix_space": True, "prepend_scheme": "always"},
        "post_processor": None,
        "decoder": {"type": "Metaspace", "replacement": "▁", "add_prefix_space": True, "prepend_scheme": "always"},
        "model": {"type": "Unigram", "unk_id": 1, "vocab": vocabulary},
    }
    write_json(f"{folder}/tokenizer.json", tokenizer, indent=None)
    write_json(f"{folder}/tokenizer_config.json", {"tokenizer_class": "PreTrainedTokenizerFast", "unk_token": "<unk>", "pad_token": "<pad>"})


def nearest(start):
    """For each token of a block, its neighbours and their cosines, best first. Reads `shared`, which forked processes inherit."""
    units, member, most = shared["units"], shared["member"], shared["most"]
    result = []
    for row, own in zip(units[start:start + BLOCK] @ units.T, range(start, min(start + BLOCK, len(units)))):
        row[own] = -1
        pool = np.argpartition(-row, POOL)[:POOL]
        pool = pool[row[pool] >= LEAST_COSINE]
        pool = pool[np.argsort(-row[pool], kind="stable")]
        languages, cosine = member[pool], row[pool]
        best = np.where(languages, cosine[:, None], 0).max(0, initial=0)
        near = languages & (np.cumsum(languages, axis=0) <= most) & (cosine[:, None] >= best - MARGIN)
        keep = near.any(1)
        # how far behind the best of the language for which it is kept: the last to be left out if room is short
        behind = np.where(near[keep], best - cosine[keep, None], 1).min(1, initial=1)
        result.append((pool[keep], cosine[keep], behind))
    return result


shared = {}


def write_neighbours(path, vectors, usage, languages):
    """Little endian: 'QNBR', uint32 version 1, uint32 tokens; uint8 neighbours of each token; then, all tokens' end to end,
    best first, uint16 ids; then in the same order uint8 cosines in 255ths. A token itself, at cosine 1, is not listed."""
    shared["units"] = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    shared["member"] = (usage >= LEAST_USES).T  # [tokens, languages]
    shared["most"] = np.array([PER_LANGUAGE if language in MAIN_LANGUAGES else PER_OTHER_LANGUAGE for language in languages])
    used = shared["member"].any(1)
    with multiprocessing.get_context("fork").Pool(2) as processes:
        blocks = processes.map(nearest, range(0, len(vectors), BLOCK), chunksize=1)
    rows = [row if used[token] else tuple(part[:0] for part in row) for token, row in enumerate(row for block in blocks for row in block)]

    room = (TABLE_BYTES - len(rows)) // 3
    behind = np.concatenate([row[2] for row in rows])
    limit = np.partition(behind, room)[room] if len(behind) > room else np.inf
    kept = [np.flatnonzero(row[2] < limit)[:255] for row in rows]
    counts = [len(keep) for keep in kept]
    with open(path, "wb") as out:
        out.write(struct.pack("<4sII", b"QNBR", 1, len(counts)))
        out.write(np.array(counts, np.uint8).tobytes())
        out.write(np.concatenate([row[0][keep] for row, keep in zip(rows, kept)]).astype("<u2").tobytes())
        cosines = np.concatenate([row[1][keep] for row, keep in zip(rows, kept)])
        out.write(np.clip(np.round(cosines * 255), 0, 255).astype(np.uint8).tobytes())
    return sum(counts) / len(counts)


def write_json(path, value, indent="\t"):
    with open(path, "w", encoding="utf-8") as out:
        json.dump(value, out, ensure_ascii=False, indent=indent, separators=(",", ":") if indent is None else None)
        out.write("\n")


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("work_dir")
    arguments.add_argument("model_dir")
    arguments.add_argument("--mean", nargs="*", default=[], metavar="STAGE",
                           help="mean.npy, or a model's folder, of earlier stages of the same training: the model is the mean of all")
    arguments.add_argument("--name", default="quoth/static-64k-256")
    options = arguments.parse_args()

    # what stages of one training agree in is what they have learned, and not the batches that each saw last (Wortsman et al. 2022)
    stages = [published.read(path)[1] if os.path.isdir(path) else np.load(path) for path in [*options.mean, f"{options.work_dir}/mean.npy"]]
    vectors = sum(stages) / len(stages)
    usage = np.load(f"{options.work_dir}/usage.npy")
    rows, scale = quantise(vectors)
    sp = spm.SentencePieceProcessor(model_file=f"{options.work_dir}/spm.model")
    folder = options.model_dir
    os.makedirs(f"{folder}/onnx", exist_ok=True)

    places = write_onnx(f"{folder}/onnx/model_quantized.onnx", rows, scale)
    write_tokenizer(folder, [[sp.id_to_piece(i), round(sp.get_score(i), 5)] for i in range(sp.get_piece_size())])
    write_json(f"{folder}/config.json", {"model_type": "bert", "vocab_size": len(vectors), "hidden_size": vectors.shape[1]})
    with open(f"{options.work_dir}/languages.txt", encoding="utf-8") as file:
        languages = file.read().split()
    mean = write_neighbours(f"{folder}/neighbours.bin", rows * scale, usage, languages)
    files = ["config.json", "neighbours.bin", "onnx/model_quantized.onnx", "tokenizer.json", "tokenizer_config.json"]
    sums = {name: {"bytes": os.path.getsize(f"{folder}/{name}"), "sha256": sha256(f"{folder}/{name}")} for name in files}
    # equal files, equal space; other files, other vectors
    revision = hashlib.sha256("".join(sums[name]["sha256"] for name in files).encode()).hexdigest()[:12]
    write_json(f"{folder}/quoth-model.json", {
        "name": options.name, "revision": revision, "dimension": vectors.shape[1], "maxTokens": MAX_TOKENS,
        "dtype": "q8", "pooling": "graph", "prefixes": {"query": "", "passage": ""}, "batchSize": 16,
        "tokenTable": {"file": "onnx/model_quantized.onnx", **places},
        "files": sums,
    })
    total = sum(os.path.getsize(f"{folder}/{name}") for name in files)
    print(f"{total / 1e6:.1f} MB, {mean:.1f} neighbours a token")


if __name__ == "__main__":
    main()
