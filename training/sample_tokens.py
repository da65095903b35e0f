"""Prints texts of every language as SentencePiece cuts them, for bench/check-tokenizer.ts to compare with.

    sample_tokens.py DATA_DIR WORK_DIR [--each 100] | node dist/bench/check-tokenizer.js
"""

import argparse
import json
import sys

import sentencepiece as spm

from prepare import Reservoir
from text import normalise


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data_dir")
    arguments.add_argument("work_dir")
    arguments.add_argument("--each", type=int, default=100, help="texts per language")
    options = arguments.parse_args()

    sample = Reservoir(options.each)
    for line in open(f"{options.data_dir}/parallel.jsonl", encoding="utf-8"):
        for language, text in json.loads(line).items():
            if language not in ("source", "doc", "i"):
                sample.add(language, text)
    sp = spm.SentencePieceProcessor(model_file=f"{options.work_dir}/spm.model")
    for language, texts in sample.texts.items():
        for text in texts:
            json.dump({"language": language, "text": text, "ids": sp.encode(normalise(text))}, sys.stdout, ensure_ascii=False)
            print()


if __name__ == "__main__":
    main()
