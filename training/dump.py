"""Writes what the heads say of a few sentences, as floats and as the quantised encoder should, for the tests.

`python training/dump.py --model training/out --to Tests/LanguageAnalysisTests/Fixtures/encoder.json`

To be run after `export.py` with the same model. The simulation does in PyTorch what the Swift encoder does with
bytes: every product of `export.linear`'s bytes with activations quantised row by row; all else in floats.
"""

import argparse
import json
import pathlib
import pickle

import torch
from torch.nn import functional as F

import base
import export
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
#: So many scores of a long label set are kept.
KEPT = 24


def plain(model, x):
    """The heads' scores of one sentence in floats: tags by kind, arcs, and relations by the heads given."""
    tags, (arcs, dep, head) = model(x["pieces"], x["cases"], x["mask"], x["first"])
    heads = x["heads"] if "heads" in x else arcs[0].argmax(-1)
    relations = model.parser.relations(dep[0], head[0, heads])
    return [t[0] for t in tags], arcs[0], relations, heads


class Quantised:
    """The encoder with bytes."""

    def __init__(self, weights, sizes):
        self.t, self.sizes = export.tensors(weights), sizes

    def linear(self, x, name):
        t = self.t
        low, high = x.amin(-1, keepdim=True).clamp(max=0), x.amax(-1, keepdim=True).clamp(min=0)
        inverse = 255 / (high - low)
        zero = torch.round(-low * inverse)
        bytes_ = (torch.round(x * inverse) + zero).clamp(0, 255)
        sums = (bytes_ - zero).double() @ t[f"{name}.weight"].double().T
        return sums.float() * t[f"{name}.scale"] * ((high - low) / 255) + t[f"{name}.bias"]

    def norm(self, x, name):
        return F.layer_norm(x, (HIDDEN,), self.t[f"{name}.weight"], self.t[f"{name}.bias"], 1e-12)

    def __call__(self, x):
        t = self.t
        pieces, n = x["pieces"][0], x["pieces"].shape[1]
        v = t["encoder.words.weight"][pieces].float() * t["encoder.words.scale"][pieces, None]
        v = self.norm(v + t["encoder.cases"][x["cases"][0]] + t["encoder.positions"][:n], "encoder.norm")
        for i in range(6):
            layer = f"encoder.layers.{i}"
            q, k, u = self.linear(v, f"{layer}.qkv").view(n, 3, HEADS, HIDDEN // HEADS).permute(1, 2, 0, 3)
            a = F.scaled_dot_product_attention(q, k, u).transpose(0, 1).reshape(n, HIDDEN)
            v = self.norm(v + self.linear(a, f"{layer}.out"), f"{layer}.norm1")
            v = self.norm(v + self.linear(F.gelu(self.linear(v, f"{layer}.up")), f"{layer}.down"), f"{layer}.norm2")
        words = v[x["first"][0]]
        tags = self.linear(words, "tags")[:, : sum(self.sizes)].split(self.sizes, -1)
        views = F.leaky_relu(self.linear(torch.cat([t["parser.root"][None], words]), "parser.views"), 0.1)
        arc_dep, arc_head, dep, head = views.split([ARC, ARC, REL, REL], -1)
        arcs = (arc_dep[1:] @ t["parser.arc"]) @ arc_head.T + arc_head @ t["parser.arc_bias"]
        heads = arcs.argmax(-1)
        count = t["parser.rel.weight"].shape[0] // REL
        inner = self.linear(dep[1:], "parser.rel").view(len(words), count, REL)
        relations = torch.einsum("nrj,nj->nr", inner, head[heads])
        own = dep[1:] @ t["parser.rel_dep.weight"] + t["parser.rel_dep.bias"]
        relations = relations + (own + head[heads] @ t["parser.rel_head.weight"])[:, :count]
        return tags, arcs, relations, heads


@torch.no_grad()
def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--model", type=pathlib.Path, required=True, help="the folder with average.pt and labels.pkl")
    args.add_argument("--to", type=pathlib.Path, required=True)
    a = args.parse_args()
    torch.set_num_threads(1)
    vocabulary, _ = base.minilm()
    labels = pickle.load(open(a.model / "labels.pkl", "rb"))
    weights = torch.load(a.model / "average.pt", map_location="cpu")
    model = Joint(len(vocabulary), labels).eval()
    model.load_state_dict(weights)
    wordpiece, quantised = WordPiece(vocabulary), Quantised(weights, model.sizes)

    out = []
    for text in SENTENCES:
        words = text.split(" ")
        by_word = [wordpiece.pieces(w) for w in words]
        ids, cases, first = [wordpiece.start], [5], []
        for word, pieces in zip(words, by_word):
            first.append(len(ids))
            ids += pieces
            cases += [letter_case(word)] * len(pieces)
        x = {"pieces": torch.tensor([ids + [wordpiece.end]]), "cases": torch.tensor([cases + [5]]), "first": torch.tensor([first])}
        x["mask"] = torch.ones_like(x["pieces"], dtype=torch.bool)
        tags, arcs, relations, heads = quantised(x)
        x["heads"] = heads
        float_tags, float_arcs, float_relations, _ = plain(model, x)
        row = {"words": words, "pieces": by_word, "cases": [letter_case(w) for w in words], "heads": heads.tolist()}
        rounded = lambda t, kept=KEPT: [[round(v, 3) for v in r[:kept]] for r in t.tolist()]
        # Of the short sets all scores, of the long ones the most frequent labels.
        row["scores"] = {kind: rounded(t) for kind, t in zip(Joint.TAGS, tags)}
        row["scores"] |= {"arcs": rounded(arcs, None), "relations": rounded(relations)}
        row["floats"] = {kind: rounded(t) for kind, t in zip(Joint.TAGS, float_tags) if kind in ("upos", "names")}
        row["floats"] |= {"arcs": rounded(float_arcs, None), "relations": rounded(float_relations, 12)}
        out.append(row)
    a.to.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(row, ensure_ascii=True, separators=(",", ":")) for row in out)
    a.to.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
