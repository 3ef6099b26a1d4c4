"""Scores of a model on gold tokens: arg-max heads, relations without subtypes, punctuation counted."""

import torch

from corpora import edit_script


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
def scores(model, sentences, wordpiece, labels, batches, tensors):
    model.eval()
    n = upos = xpos = feats = lemma = uas = las = 0
    gold_names = found = right = 0
    base = [r.split(":")[0] for r in labels.relations]
    for batch in batches(sentences, wordpiece, 4000):
        x, y = tensors(batch, wordpiece, labels)
        tags, (arcs, rel_dep, rel_head) = model(x["pieces"], x["cases"], x["mask"], x["first"])
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
