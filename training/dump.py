"""Writes what the heads say of a few sentences, quantised and in floats, for the tests.

`python training/dump.py --model training/out --weights Sources/LanguageAnalysis/Resources/encoder.sgw --to Tests/LanguageAnalysisTests/Fixtures/encoder.json`

To be run after `export.py` with the same model; the file's checksum is noted, so that a test tells old dumps. The simulation is the Swift encoder's arithmetic in
numpy; the floats are the trained model in PyTorch.
"""

import argparse
import json
import pathlib
import pickle
import struct

import numpy as np
import torch

import base
import corpora
import export
from coreference import prepare
from model import ARC, HEADS, HIDDEN, REL, Joint
from wordpiece import WordPiece, letter_case

SENTENCES = [
    "Norway backs the treaty .",
    "“ We will not sign it , ” the minister said on Tuesday .",
    "‘ No one wants that , ’ Erdoğan ’s spokesman told reporters in São Paulo .",
    "MINSK — The E.U. has n’t lifted sanctions on 1,240 people .",
    "Why should Kyiv wait ?",
    "See https://www.example.org/reports/2024/q3-summary-of-positions.html#annex for details …",
    "ΟΔΥΣΣΕΥΣ met Κώστας Σ. at the Straße café in İzmir .",
    "北京 and 서울 agreed ; Ångström was quoted ﬁrst , naïve or not .",
    "\u200b co\u00adoperate Zoe\u0308 \U0001f600 €5bn №7 don't",
    "A " + "supercalifragilistic" * 6 + " plan",
    "McCain , O'Neill and the US-led IAEA mission called on Iran 's Guardian Council to let inspectors in .",
    "Although the foreign ministers of the five coastal states , who had met twice since March in a small town near the "
    "border , agreed that the waterway should stay open to every ship , two of them refused to sign the joint statement "
    "because , as one adviser put it , nobody had asked the islanders , whose boats would pay for the patrols .",
]
#: For coreference: kinds of phrases, lists, quotations, possessives, repeated names.
DOCUMENT = [
    "Norway 's prime minister , Kari Nilsen , met the leaders of Sweden and Finland in Oslo .",
    "“ We will back the treaty if they do , ” she told reporters on behalf of the three countries .",
    "The treaty bans the mining of the sea floor ; critics call it too weak , but its supporters disagree .",
    "Nilsen said her government had asked the two neighbours for their plans , and Sweden sent them .",
    "A minister of that country called the plans a good start , which he would defend himself .",
]
#: So many scores of a long label set are kept.
KEPT = 24


def plain(model, x):
    """The heads' scores of one sentence in floats: tags by kind, arcs, relations by the heads `x` names."""
    tags, (arcs, dep, head) = model(model.vectors(x), x["words"])
    return tags, arcs[0], model.parser.relations(dep[0], head[0, x["heads"]])


class Quantised:
    """The encoder with bytes, operation by operation as `Sources/CEncoderKernels/body.h` does it: single-precision
    floats, sums in the same order, the same polynomials. What comes out is the same to the last bit."""

    def __init__(self, weights, scorer, sizes):
        self.t = {name: t.detach().numpy() for name, t in (export.tensors(weights) | export.coreference(weights, scorer)).items()}
        self.sizes = sizes

    def quantised(self, x):
        """Bytes, zero points and scales of rows."""
        low, high = np.minimum(x.min(-1, keepdims=True), 0), np.maximum(x.max(-1, keepdims=True), 0)
        inverse = f(255) / (high - low)
        zero = np.rint(-low * inverse)
        return np.clip(np.rint(x * inverse) + zero, 0, 255), zero, (high - low) / f(255)

    def sums(self, x, name):
        """The integer sums of a product, and the rows' scales."""
        values, zero, scale = self.quantised(x)
        sums = (values.astype(np.float64) - zero) @ self.t[f"{name}.weight"].astype(np.float64).T
        return sums.astype(f), scale

    def linear(self, x, name):
        sums, scale = self.sums(x, name)
        return sums * self.t[f"{name}.scale"] * scale + self.t[f"{name}.bias"]

    def norm(self, x, name):
        wide = f(1) / f(HIDDEN)
        mean = row_sum(x) * wide
        d = x - mean[:, None]
        variance = row_sum(d * d) * wide
        inverse = f(1) / np.sqrt(variance + f(1e-12))
        return d * inverse[:, None] * self.t[f"{name}.weight"] + self.t[f"{name}.bias"]

    def attention(self, qkv):
        n = len(qkv)
        q, k, v = qkv.reshape(n, 3, HEADS, HIDDEN // HEADS).transpose(1, 2, 0, 3)
        q = q * f(0.17677669529)
        scores = in_order(k[:, None] * q[:, :, None], 3)
        p = exponential(scores - scores.max(-1, keepdims=True))
        lanes = np.zeros((HEADS, n, (n + 15) // 16 * 16), f)
        lanes[..., :n] = p
        total = lane_sum(in_order(lanes.reshape(HEADS, n, -1, 8), 2))
        a = in_order(v[:, None] * p[..., None], 2) * (f(1) / total)[..., None]
        return a.transpose(1, 0, 2).reshape(n, HIDDEN)

    def vectors(self, x):
        """The vectors of the words."""
        t = self.t
        pieces, n = x["pieces"][0].numpy(), x["pieces"].shape[1]
        v = t["encoder.words.weight"][pieces].astype(f) * t["encoder.words.scale"][pieces, None]
        v = self.norm(v + t["encoder.cases"][x["cases"][0].numpy()] + t["encoder.positions"][:n], "encoder.norm")
        for i in range(6):
            layer = f"encoder.layers.{i}"
            a = self.attention(self.linear(v, f"{layer}.qkv"))
            v = self.norm(v + self.linear(a, f"{layer}.out"), f"{layer}.norm1")
            v = self.norm(v + self.linear(gaussian_unit(self.linear(v, f"{layer}.up")), f"{layer}.down"), f"{layer}.norm2")
        return v[x["first"][0].numpy()]

    def views(self, x):
        """What coreference and quotations compare of the words: cue, none and four views, as `AntecedentScorer` has them."""
        return self.linear(self.vectors(x), "coreference.words")

    def __call__(self, x):
        t, words = self.t, self.vectors(x)
        tags = np.split(self.linear(words, "tags")[:, : sum(self.sizes)], np.cumsum(self.sizes)[:-1], -1)
        views = self.linear(np.concatenate([t["parser.root"][None], words]), "parser.views")
        views = np.where(views > 0, views, views * f(0.1))
        arc_dep, arc_head, dep, head = np.split(views, [ARC, 2 * ARC, 2 * ARC + REL], -1)
        arcs = product(product(arc_dep[1:], t["parser.arc"]), arc_head.T) + product(t["parser.arc_bias"][None], arc_head.T)
        heads = arcs.argmax(-1)
        count = t["parser.rel.weight"].shape[0] // REL
        sums, scale = self.sums(dep[1:], "parser.rel")
        inner = (sums * t["parser.rel.scale"]).reshape(len(words), count, REL) * head[heads][:, None]
        crossed = lane_sum(in_order(inner.reshape(len(words), count, -1, 8), 2)) * scale
        own = (product(dep[1:], t["parser.rel_dep.weight"]) + t["parser.rel_dep.bias"])[:, :count]
        return tags, arcs, crossed + own + product(head, t["parser.rel_head.weight"])[heads][:, :count], heads


def inputs(words, wordpiece):
    """One sentence as the encoder takes it."""
    ids, cases, first = [wordpiece.start], [5], []
    for word in words:
        pieces = wordpiece.pieces(word)
        first.append(len(ids))
        ids += pieces
        cases += [letter_case(word)] * len(pieces)
    x = {"pieces": torch.tensor([ids + [wordpiece.end]]), "cases": torch.tensor([cases + [5]]), "first": torch.tensor([first])}
    x["positions"] = torch.arange(len(ids) + 1)[None]
    x["sentences"] = torch.ones_like(x["pieces"])
    x["words"] = torch.ones_like(x["first"], dtype=torch.bool)
    return x


def coreference(quantised, wordpiece, labels):
    """The columns of a short document, its noun phrases, and each one's scores with its candidates over the score of none."""
    sentences, views = [], []
    for text in DOCUMENT:
        words = text.split(" ")
        x = inputs(words, wordpiece)
        tags, arcs, relations, heads = quantised(x)
        best = lambda kind: [getattr(labels, kind)[i] for i in tags[Joint.TAGS.index(kind)].argmax(-1)]
        lemmas = [corpora.apply_script(w, s) for w, s in zip(words, best("lemma"))]
        named = [labels.relations[i] for i in relations.argmax(-1)]
        sentences.append(corpora.Sentence(words, upos=best("upos"), xpos=best("xpos"), lemmas=lemmas, heads=heads.tolist(), relations=named))
        views.append(quantised.views(x))
    views = np.concatenate(views)
    prepared = prepare(sentences, torch.from_numpy(views))
    t, width, rows = quantised.t, 32, prepared["vectors"].numpy()
    a, b, p, q = np.split(rows[:, 2 : 2 + 4 * width], 4, -1)
    none = rows[:, 1] + t["coreference.own"][prepared["own"].numpy()].sum(1)
    i, j = (v.numpy() for v in prepared["pairs"])
    hidden = p[i] + q[j] + (a[i] * b[j]) @ t["coreference.product"] + t["coreference.pair"][prepared["features"].numpy()].sum(1)
    scores = np.maximum(hidden, 0) @ t["coreference.out"] + t["coreference.out_bias"] - none[i]
    phrases = [{"sentence": f.sentence, "tokens": f.span, "word": f.word, "antecedents": []} for f in prepared["phrases"]]
    for x, y, s in zip(i.tolist(), j.tolist(), scores.tolist()):
        phrases[x]["antecedents"].append([y, round(s, 3)])
    columns = [{k: getattr(s, k) for k in ("words", "upos", "xpos", "lemmas", "heads", "relations")} for s in sentences]
    return {"sentences": columns, "phrases": phrases}


f = np.float32


def in_order(x, axis):
    """The sum along an axis, first to last."""
    total = np.zeros_like(x.take(0, axis))
    for i in range(x.shape[axis]):
        total = total + x.take(i, axis)
    return total


def row_sum(x):
    """The sum of each row of HIDDEN numbers, which go round four vectors of eight lanes."""
    s = in_order(x.reshape(-1, HIDDEN // 32, 4, 8), 1)
    return lane_sum((s[:, 0] + s[:, 1]) + (s[:, 2] + s[:, 3]))


def lane_sum(v):
    v = np.moveaxis(v, -1, 0)
    return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]))


def product(a, b):
    return in_order(a[:, :, None] * b[None], 1)


def exponential(x):
    x = np.maximum(x, f(-87))
    n = np.rint(x * f(1.44269504))
    r = (x - n * f(0.693359375)) - n * f(-2.12194440e-4)
    p = polynomial(r, (0.0013814596, 0.0083687175, 0.04166838899, 0.16666522, 0.49999994))
    return np.ldexp((p * (r * r) + r) + f(1), n.astype(np.int32))


def gaussian_unit(x):
    c = np.clip(x, f(-5), f(5))
    u = c * c * f(0.08) - f(1)
    p = polynomial(u, (0.0004929007, -0.0015140702, 0.0020019945, -0.00291585, 0.0061653433, -0.010973099, 0.016497677,
                       -0.023336774, 0.031426229, -0.040432945, 0.05152142, -0.070296653, 0.14136378))
    return x * (c * p + f(0.5))


def polynomial(x, coefficients):
    y = np.full_like(x, coefficients[0])
    for c in coefficients[1:]:
        y = y * x + f(c)
    return y


@torch.no_grad()
def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--model", type=pathlib.Path, required=True, help="the folder with average.pt and labels.pkl")
    args.add_argument("--weights", type=pathlib.Path, required=True, help="what export.py wrote")
    args.add_argument("--to", type=pathlib.Path, required=True)
    a = args.parse_args()
    torch.set_num_threads(1)
    vocabulary, _ = base.minilm()
    labels = pickle.load(open(a.model / "labels.pkl", "rb"))
    weights = torch.load(a.model / "average.pt", map_location="cpu")
    model = Joint(len(vocabulary), labels).eval()
    model.load_state_dict(weights)
    scorer = torch.load(a.model / "coreference.pt", map_location="cpu")
    wordpiece, quantised = WordPiece(vocabulary), Quantised(weights, scorer, model.sizes)

    out = []
    for text in SENTENCES:
        words = text.split(" ")
        by_word = [wordpiece.pieces(w) for w in words]
        x = inputs(words, wordpiece)
        tags, arcs, relations, heads = quantised(x)
        x["heads"] = torch.from_numpy(heads)
        float_tags, float_arcs, float_relations = plain(model, x)
        row = {"words": words, "pieces": by_word, "cases": [letter_case(w) for w in words], "heads": heads.tolist()}
        rounded = lambda t, kept=KEPT: [[round(v, 3) for v in r[:kept]] for r in t.tolist()]
        # Of the short sets all scores, of the long ones the most frequent labels.
        row["scores"] = {kind: rounded(t) for kind, t in zip(Joint.TAGS, tags)}
        row["scores"] |= {"arcs": rounded(arcs, None), "relations": rounded(relations), "views": rounded(quantised.views(x))}
        row["floats"] = {kind: rounded(t) for kind, t in zip(Joint.TAGS, float_tags) if kind in ("upos", "names")}
        row["floats"] |= {"arcs": rounded(float_arcs, None), "relations": rounded(float_relations, 12)}
        out.append(row)
    a.to.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(row, ensure_ascii=True, separators=(",", ":")) for row in out)
    with open(a.weights, "rb") as file:
        checksum = struct.unpack("<I", file.read(28)[24:])[0]
    story = json.dumps(coreference(quantised, wordpiece, labels), separators=(",", ":"))
    a.to.write_text(f'{{"weights":{checksum},"sentences":[\n{lines}\n],"document":{story}}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
