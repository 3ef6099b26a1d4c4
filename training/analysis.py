"""What a trained network says of sentences: vectors, tags, trees."""

import torch

import corpora
from batching import batches, tensors
from model import HIDDEN, spread


@torch.no_grad()
def encoded(model, sentences, wordpiece, labels):
    """The vectors of all words, sentence after sentence; lemmas, tags and trees are set where they are missing."""
    model.eval()
    rows = {}
    for batch in batches(sentences, wordpiece, 4000):
        x, _ = tensors([corpora.Sentence(s.words) for s in batch], wordpiece, labels)
        words, mask = model.vectors(x), x["words"]
        tags, (arcs, rel_dep, rel_head) = model(words, mask)
        nodes = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        heads = arcs.masked_fill(~nodes[:, None, :], -1e4).argmax(-1)
        words, tags = spread(words, mask), [spread(t, mask) for t in tags]
        for k, s in enumerate(batch):
            n = len(s.words)
            rows[id(s)] = words[k, :n].clone()
            if s.upos is None:
                s.upos = [labels.upos[t] for t in tags[0][k, :n].argmax(-1).tolist()]
                s.xpos = [labels.xpos[t] for t in tags[1][k, :n].argmax(-1).tolist()]
                s.lemmas = [corpora.apply_script(w, labels.lemma[t]) for w, t in zip(s.words, tags[3][k, :n].argmax(-1).tolist())]
            if s.heads is None:
                s.heads = heads[k, :n].tolist()
                s.relations = [labels.relations[r] for r in model.parser.relations(rel_dep[k, :n], rel_head[k, heads[k, :n]]).argmax(-1).tolist()]
    for s in sentences:
        if s.heads is None:  # too long for the encoder
            s.heads, s.relations = [0] * len(s.words), ["dep"] * len(s.words)
            s.upos, s.xpos, s.lemmas = ["X"] * len(s.words), ["FW"] * len(s.words), s.words
    return [rows.get(id(s), torch.zeros(len(s.words), HIDDEN)) for s in sentences]
