"""Reads back the vectors of a model that export.py wrote: what remains of a training whose own folder is gone."""

import json

import numpy as np


def read(model_dir):
    """The vocabulary, [[piece, score]], and the vectors, float32 [vocabulary, dimension], to within half a step of int8."""
    with open(f"{model_dir}/quoth-model.json", encoding="utf-8") as file:
        card = json.load(file)
    with open(f"{model_dir}/tokenizer.json", encoding="utf-8") as file:
        vocabulary = json.load(file)["model"]["vocab"]
    table, dimension = card["tokenTable"], card["dimension"]
    with open(f"{model_dir}/{table['file']}", "rb") as file:
        graph = file.read()
    rows = np.frombuffer(graph, np.int8, len(vocabulary) * dimension, table["rows"]).reshape(-1, dimension)
    scales = np.frombuffer(graph, "<f4", len(vocabulary), table["scales"])
    return vocabulary, rows * scales[:, None]
