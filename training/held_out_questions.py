"""Makes of the held-out questions what bench/evidence.ts asks: half of their passages are indexed, the other half are not.

    held_out_questions.py WORK_DIR [--questions 1500]

WORK_DIR holds held-out.jsonl (prepare.py), and receives held-articles.jsonl, the passages of one half; held-questions.jsonl,
questions of both halves, those of the second without an answer; and foreign-questions.jsonl, 300 of them all without an
answer, to be asked of articles on other matters.
"""

import argparse
import json
import random
import zlib

from prepare import HELD_OUT

# A headline is no question.
LEFT_OUT = "th.thaigov"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("work_dir")
    arguments.add_argument("--questions", type=int, default=1500)
    options = arguments.parse_args()
    random.seed(1)
    articles, questions = {}, []
    for line in open(f"{options.work_dir}/held-out.jsonl", encoding="utf-8"):
        row = json.loads(line)
        if row["source"].startswith(LEFT_OUT):
            continue
        indexed = zlib.crc32(row["passage"].encode()) // HELD_OUT % 2 == 0
        if indexed:
            articles[row["passage"]] = row["lang"]
        answer = row.get("answer") or ""
        if len(answer) < 2 or (indexed and answer not in row["passage"]):
            continue
        question = {"question": row["question"], "language": row["lang"]}
        questions.append({**question, "answer": answer} if indexed else question)
    random.shuffle(questions)
    write(f"{options.work_dir}/held-articles.jsonl",
          ({"title": "", "text": text, "source": f"held-{i}", "lang": language} for i, (text, language) in enumerate(articles.items())))
    write(f"{options.work_dir}/held-questions.jsonl", questions[:options.questions])
    write(f"{options.work_dir}/foreign-questions.jsonl",
          ({"question": q["question"], "language": q["language"]} for q in questions[:300]))


def write(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
