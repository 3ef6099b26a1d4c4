"""Sentences as the network takes them: in batches, packed into rows, with their gold columns."""

import torch

import corpora
from corpora import IGNORE
from wordpiece import letter_case


def pieces(sentence, wordpiece):
    return sum(len(wordpiece.pieces(w)) for w in sentence.words) + 2


def batches(sentences, wordpiece, size, rng=None):
    """Lists of sentences, some `size` pieces each, in random order with `rng`. Sentences of over 510 pieces are left out."""
    order = list(sentences)
    if rng:
        rng.shuffle(order)
    out, current, total = [], [], 0
    for s in order:
        n = pieces(s, wordpiece)
        if n > 510:
            continue
        if current and total + n > size:
            out.append(current)
            current, total = [], 0
        current.append(s)
        total += n
    if current:
        out.append(current)
    return out


def tensors(batch, wordpiece, labels, width=160):
    """The input and the gold columns of a batch. Sentences are packed into rows of `width` pieces, or of the longest sentence's."""
    encoded = []
    for s in batch:
        ids, cases, first = [wordpiece.start], [5], []
        for w in s.words:
            own = wordpiece.pieces(w)
            first.append(len(ids))
            ids += own
            cases += [letter_case(w)] * len(own)
        encoded.append((ids + [wordpiece.end], cases + [5], first))
    width = max([width] + [len(e[0]) for e in encoded])
    room, place = [], {}
    for i in sorted(range(len(encoded)), key=lambda i: -len(encoded[i][0])):
        n = len(encoded[i][0])
        row = next((r for r, free in enumerate(room) if free >= n), None)
        if row is None:
            row = len(room)
            room.append(width)
        place[i] = (row, width - room[row])
        room[row] -= n
    x = {k: torch.zeros(len(room), width, dtype=torch.long) for k in ("pieces", "cases", "positions", "sentences")}
    m = max(len(s.words) for s in batch)
    pad = lambda v, value: v + [value] * (m - len(v))
    first = []
    for i, (ids, cases, starts) in enumerate(encoded):
        row, at = place[i]
        part = slice(at, at + len(ids))
        x["pieces"][row, part] = torch.tensor(ids)
        x["cases"][row, part] = torch.tensor(cases)
        x["positions"][row, part] = torch.arange(len(ids))
        x["sentences"][row, part] = i + 1
        first.append(pad([row * width + at + f for f in starts], 0))
    x["first"] = torch.tensor(first)
    x["words"] = torch.tensor([pad([True] * len(s.words), False) for s in batch])
    y = {k: torch.tensor([pad(labels.encode(k, getattr(s, k), len(s.words)), IGNORE) for s in batch]) for k in ("upos", "xpos", "feats", "names", "relations")}
    y["lemma"] = torch.tensor([
        pad(labels.encode("lemma", s.lemmas and [corpora.edit_script(f, l) for f, l in zip(s.words, s.lemmas)], len(s.words)), IGNORE)
        for s in batch
    ])
    y["heads"] = torch.tensor([pad(s.heads or [IGNORE] * len(s.words), IGNORE) for s in batch])
    y["cues"] = torch.tensor([pad(s.cues or [IGNORE] * len(s.words), IGNORE) for s in batch])
    y["entities"] = torch.tensor([pad(s.entities or [-1] * len(s.words), -1) for s in batch])
    spellings = {}
    x["spelling"] = torch.tensor([pad([spellings.setdefault(w.lower(), len(spellings)) for w in s.words], -1) for s in batch])
    return x, y
