"""Scores of a model on the dev parts, gold tokens: arg-max heads, relations without subtypes, punctuation counted.

`python training/evaluate.py --data ../shared --model training/out`
"""

import argparse
import pathlib
import pickle

import torch

import base
import corpora
import documents
from batching import batches, tensors
from corpora import edit_script
from model import Joint, antecedents, spread
from wordpiece import WordPiece


def spans(tags):
    out, start, kind = set(), None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and tag != "I-" + kind:
            out.add((start, i, kind))
            start, kind = None, None
        if tag != "O" and start is None:
            start, kind = i, tag[2:]
    return out


@torch.no_grad()
def scores(model, sentences, wordpiece, labels):
    model.eval()
    n = upos = xpos = feats = lemma = uas = las = 0
    gold_names = found = right = 0
    base = [r.split(":")[0] for r in labels.relations]
    for batch in batches(sentences, wordpiece, 4000):
        x, y = tensors(batch, wordpiece, labels)
        tags, (arcs, rel_dep, rel_head) = model(model.vectors(x), x["words"])
        tags = [spread(t, x["words"]) for t in tags]
        nodes = torch.cat([torch.ones_like(x["words"][:, :1]), x["words"]], 1)
        heads = arcs.masked_fill(~nodes[:, None, :], -1e4).argmax(-1)
        best = [t.argmax(-1) for t in tags]
        for i, s in enumerate(batch):
            k = len(s.words)
            relations = model.parser.relations(rel_dep[i, :k], rel_head[i, heads[i, :k]]).argmax(-1)
            for j in range(k):
                n += 1
                upos += labels.upos[best[0][i, j]] == s.upos[j]
                xpos += labels.xpos[best[1][i, j]] == s.xpos[j]
                feats += labels.feats[best[2][i, j]] == s.feats[j]
                lemma += labels.lemma[best[3][i, j]] == edit_script(s.words[j], s.lemmas[j])
                if heads[i, j] == s.heads[j]:
                    uas += 1
                    las += base[relations[j]] == s.relations[j].split(":")[0]
            if s.names is not None:
                gold, guess = spans(s.names), spans(labels.names[t] for t in best[4][i, :k].tolist())
                gold_names += len(gold)
                found += len(guess)
                right += len(gold & guess)
    p, r = right / max(1, found), right / max(1, gold_names)
    f1 = 2 * p * r / max(1e-9, p + r)
    return " ".join(f"{k} {100 * v:.2f}" for k, v in [("UPOS", upos / n), ("XPOS", xpos / n), ("feats", feats / n), ("lemma", lemma / n), ("UAS", uas / n), ("LAS", las / n), ("names", f1)])


@torch.no_grad()
def document_scores(model, texts, wordpiece, labels):
    """How often the best antecedent of a gold mention is right, of those that have one and of those that have none, and F1 of cues."""
    model.eval()
    linked = linked_right = first = first_right = gold = found = right = 0
    for document in texts:
        x, y = tensors(document, wordpiece, labels)
        words = model.vectors(x)
        scores, truth = antecedents(model, words, x, y)
        hit = truth.gather(1, scores.argmax(1, keepdim=True))[:, 0]
        linked += int((~truth[:, 0]).sum())
        linked_right += int((hit & ~truth[:, 0]).sum())
        first += int(truth[:, 0].sum())
        first_right += int((hit & truth[:, 0]).sum())
        cues = y["cues"][x["words"]]
        guess = model.cue(words)[:, 0] > 0
        gold += int((cues == 1).sum())
        found += int((guess & (cues >= 0)).sum())
        right += int((guess & (cues == 1)).sum())
    return f"linked {100 * linked_right / max(1, linked):.2f} first {100 * first_right / max(1, first):.2f} cues {200 * right / max(1, gold + found):.2f}"


def dev(data):
    """EWT's dev part with names, and GUM's dev documents."""
    bank = data / "treebanks"
    names = list(corpora.read_iob2(bank / "ewt-names-dev.iob2.gz"))
    return corpora.with_names(list(corpora.read_conllu(bank / "ewt-dev.conllu.gz")), names), documents.gum(data, "dev")


def main():
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("--data", type=pathlib.Path, required=True)
    args.add_argument("--model", type=pathlib.Path, required=True, help="the folder with average.pt and labels.pkl")
    a = args.parse_args()
    labels = pickle.load(open(a.model / "labels.pkl", "rb"))
    vocabulary, _ = base.minilm()
    model = Joint(len(vocabulary), labels)
    model.load_state_dict(torch.load(a.model / "average.pt"))
    sentences, texts = dev(a.data)
    wordpiece = WordPiece(vocabulary)
    print(scores(model, sentences, wordpiece, labels), document_scores(model, texts, wordpiece, labels))


if __name__ == "__main__":
    main()
