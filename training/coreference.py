"""Trains the antecedent scorer on the vectors of a trained encoder, which stays as it is.

`python training/coreference.py --data ../shared --model training/out`

Word-level coreference (Dobrovolskii 2021) with features of the classic systems beside the vectors (Lee et al. 2013, Clark and
Manning 2016). A phrase is scored with each candidate before it and with none; the best wins. What is here, from phrases to
features, is done the same way in `Sources/LanguageAnalysis/Coreference`.
"""

import argparse
import pathlib
import pickle
import random
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import base
import documents
from analysis import encoded
from model import HIDDEN, Joint
from phrases import base as plain, noun_phrases
from wordpiece import WordPiece

WIDTH = 32
#: So many phrases before a phrase are its candidates, and so many more with the same head before those.
NEAR, SAME = 50, 14

PRONOUNS = {
    "I": "i me my mine myself", "WE": "we us our ours ourselves", "YOU": "you your yours yourself yourselves", "HE": "he him his himself",
    "SHE": "she her hers herself", "IT": "it its itself", "THEY": "they them their theirs themselves", "THIS": "this that these those",
}
PRONOUN = {form: kind for kind, forms in PRONOUNS.items() for form in forms.split()}
KINDS = [*PRONOUNS, "OTHER", "NAME", "THE", "DEMONSTRATIVE", "OWNED", "A", "BARE", "LIST"]
ROLES = ["nsubj", "obj", "obl", "nmod", "poss", "compound", "other"]
GENDERS = {"HE": 1, "SHE": 2}


class Features:
    """What is compared of a phrase."""

    def __init__(self, s, number, p, quoted):
        i = p.word
        words = [w.lower() for w in s.words[p.start : p.end]]
        self.span = (p.start, p.end)
        self.sentence, self.word, self.quoted = number, i, quoted
        children = [k for k in range(len(s.words)) if s.heads[k] == i + 1]
        first = s.words[p.start].lower()
        form = s.words[i].lower()
        if s.upos[i] == "CCONJ":
            self.kind = "LIST"
        elif s.upos[i] in ("PRON", "DET"):
            self.kind = PRONOUN.get(form, "OTHER")
        elif s.upos[i] == "PROPN":
            self.kind = "NAME"
        elif first == "the":
            self.kind = "THE"
        elif first in ("this", "that", "these", "those", "such"):
            self.kind = "DEMONSTRATIVE"
        elif any(s.relations[k] == "nmod:poss" for k in children):
            self.kind = "OWNED"
        elif first in ("a", "an", "some", "another", "any", "no"):
            self.kind = "A"
        else:
            self.kind = "BARE"
        plural = self.kind in ("WE", "THEY", "LIST") or s.xpos[i] in ("NNS", "NNPS") or form in ("these", "those")
        self.number = 0 if self.kind in ("YOU", "OTHER") else 2 if plural else 1
        r = plain(s.relations[i])
        self.role = "poss" if s.relations[i] == "nmod:poss" else r if r in ROLES else "other"
        self.head = s.lemmas[i].lower()
        if self.kind == "LIST" or self.kind in PRONOUNS:
            self.head = " ".join(words)
        # The words that tell the phrase from others: no articles, no marks of possession.
        said = [w for k, w in zip(range(p.start, p.end), words) if s.upos[k] in ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "X") or s.upos[k] == "ADV"]
        self.text = " ".join(said) or " ".join(words)
        self.said = frozenset(said)
        names = [w for k, w in zip(range(p.start, p.end), words) if s.upos[k] == "PROPN"]
        self.names = frozenset(names)
        self.last = names[-1] if names else ""


def bucket(n):
    """0 to 4 as they are, then doubling: 5 for 5 to 7, 6 for 8 to 15, … 9 for 64 and more."""
    n = np.asarray(n)
    return np.where(n < 5, n, np.minimum(9, np.floor(np.log2(np.maximum(n, 4))).astype(int) + 3))


#: How many values each feature of a pair has, in the order of `pair_features`.
SIZES = [len(KINDS) ** 2, 10, 10, 20, len(ROLES) ** 2, 4, 3, 5, 9, 3, 2, 4, 9, 2]
PAIR = sum(SIZES)


def pair_features(phrases: list[Features], i, j):
    """The features of anaphors `i` and candidates `j` before them, as indices into one table: an array (pairs, features)."""
    column = lambda f: np.array([f(p) for p in phrases])
    kind, sentence, role = column(lambda p: KINDS.index(p.kind)), column(lambda p: p.sentence), column(lambda p: ROLES.index(p.role))
    number, quoted = column(lambda p: p.number), column(lambda p: p.quoted)
    start, end = column(lambda p: p.span[0]), column(lambda p: p.span[1])
    gender = column(lambda p: GENDERS.get(p.kind, 0))
    numbers = {}
    intern = lambda word: numbers.setdefault(word, len(numbers))
    head, text = column(lambda p: intern(p.head)), column(lambda p: intern(p.text))
    last = column(lambda p: intern(p.last) if p.last else -1)
    bits = lambda words: sum(1 << intern(w) for w in words)
    said, names = [bits(p.said) for p in phrases], [bits(p.names) for p in phrases]
    pronoun = kind < len(PRONOUNS)

    def sets(of, i, j):
        return [(of[x] & ~of[y] == 0) + 2 * (of[y] & ~of[x] == 0) + 4 * (of[x] & of[y] != 0) for x, y in zip(i.tolist(), j.tolist())]

    far = bucket(sentence[i] - sentence[j])
    values = [kind[i] * len(KINDS) + kind[j], far, bucket(i - j), far * 2 + pronoun[i], role[i] * len(ROLES) + role[j]]
    values.append(np.where((number[i] == 0) | (number[j] == 0), 3, np.where(number[i] != number[j], 0, number[i])))
    values.append(np.where(head[i] != head[j], 0, np.where(text[i] != text[j], 1, 2)))
    both = ~pronoun[i] & ~pronoun[j]
    compared = np.zeros(len(i), int)
    compared[both] = 1 + (np.array(sets(said, i[both], j[both]), int) & 3)
    values.append(compared)
    named = np.array([bool(n) for n in names])
    both = named[i] & named[j]
    compared = np.zeros(len(i), int)
    compared[both] = 1 + np.array(sets(names, i[both], j[both]), int)
    values.append(compared)
    values.append(np.where((last[i] < 0) | (last[j] < 0), 0, 1 + (last[i] == last[j])))
    around = (start[j] <= start[i]) & (end[i] <= end[j]) | (start[i] <= start[j]) & (end[j] <= end[i])
    values.append(((sentence[i] == sentence[j]) & around).astype(int))
    values.append(quoted[i] * 2 + quoted[j])
    values.append(gender[i] * 3 + gender[j])
    values.append((pronoun[i] & (kind[i] == kind[j])).astype(int))
    return np.stack(values, 1) + np.cumsum([0] + SIZES[:-1])


def own_features(a: Features) -> list[int]:
    return [KINDS.index(a.kind), len(KINDS) + ROLES.index(a.role), len(KINDS) + len(ROLES) + a.number, len(KINDS) + len(ROLES) + 3 + a.quoted]


OWN = len(KINDS) + len(ROLES) + 3 + 2


class Scorer(nn.Module):
    """Scores of phrases with their candidates and with none."""

    def __init__(self):
        super().__init__()
        # Four views of a phrase: as anaphor and as antecedent, for the product and for the sum.
        self.views = nn.Linear(HIDDEN, 4 * WIDTH)
        self.product = nn.Linear(WIDTH, WIDTH, bias=False)
        self.pair = nn.Embedding(PAIR, WIDTH)
        self.out = nn.Linear(WIDTH, 1)
        self.none = nn.Linear(HIDDEN, 1)
        self.own = nn.Embedding(OWN, 1)
        self.dropout = nn.Dropout(0.3)
        nn.init.normal_(self.pair.weight, std=0.05)
        nn.init.zeros_(self.own.weight)

    def forward(self, vectors, document):
        """Scores (phrases, candidates + 1), the first for none; candidates that are none have a very low one."""
        views = self.views(self.dropout(vectors))
        a, b, p, q = views.split(WIDTH, dim=-1)
        i, j = document["pairs"]
        hidden = p[i] + q[j] + self.product(a[i] * b[j]) + self.pair(document["features"]).sum(1)
        scores = self.out(self.dropout(F.relu(hidden)))[:, 0]
        none = (self.none(vectors)[:, 0] + self.own(document["own"]).sum(1)[:, 0])[:, None]
        table = scores.new_full((len(vectors), document["width"]), -1e4)
        table = table.index_put((i, document["place"]), scores)
        return torch.cat([none, table], 1)


def prepare(sentences, vectors, annotated=None):
    """The phrases of a document with candidates, features and, where entities are known, the right ones.

    `annotated`: whether phrases that are no gold mention are known to be linked to nothing.
    """
    phrases, at, quoted = [], 0, False
    rows = []
    for number, s in enumerate(sentences):
        marks = []
        for w in s.words:
            if w in ("“", "``") or w == '"' and not quoted:
                quoted = True
            elif w in ("”", "''") or w == '"':
                quoted = False
            marks.append(quoted)
        for p in noun_phrases(s):
            f = Features(s, number, p, int(marks[p.word]))
            f.entity = s.entities[p.word] if s.entities else -1
            phrases.append(f)
            rows.append(at + p.word)
        at += len(s.words)
    pairs, place = [], []
    by_head = {}
    for i, a in enumerate(phrases):
        near = list(range(max(0, i - NEAR), i))
        far = [j for j in by_head.get(a.head, []) if j < i - NEAR][-SAME:]
        for k, j in enumerate(far + near):
            pairs.append((i, j))
            place.append(k)
        by_head.setdefault(a.head, []).append(i)
    features = pair_features(phrases, *np.array(pairs).T)
    entity = torch.tensor([p.entity for p in phrases])
    i, j = torch.tensor(pairs).T
    width = NEAR + SAME
    right = torch.zeros(len(phrases), width + 1, dtype=torch.bool)
    right[i, torch.tensor(place) + 1] = (entity[i] == entity[j]) & (entity[i] >= 0)
    right[:, 0] = ~right[:, 1:].any(1)
    document = {
        "phrases": phrases, "pairs": (i, j), "place": torch.tensor(place), "features": torch.tensor(features), "width": width,
        "own": torch.tensor([own_features(p) for p in phrases]), "right": right, "vectors": vectors[torch.tensor(rows)],
        "used": torch.ones(len(phrases), dtype=torch.bool) if annotated else entity >= 0,
    }
    return document


def read(data, model, wordpiece, labels):
    """Documents by part: gum train, gum dev, LitBank without and with what is held out."""
    parts = {}
    for part in ("train", "dev"):
        docs = [d for d in documents.gum(data, part) if d[0].entities]
        parts[f"gum-{part}"] = [prepare(d, torch.cat(encoded(model, d, wordpiece, labels)), True) for d in docs]
    for held_out, name in ((False, "litbank-train"), (True, "litbank-test")):
        vectors = {}

        def analyse(sentences):
            vectors.update(zip(map(id, sentences), encoded(model, sentences, wordpiece, labels)))

        docs = documents.litbank(data, analyse, held_out, size=10**9, keep_trees=True)
        parts[name] = [prepare(d, torch.cat([vectors[id(s)] for s in d]), False) for d in docs]
    return parts


def accuracy(scorer, docs):
    scorer.eval()
    n = r = m = q = 0
    with torch.no_grad():
        for d in docs:
            hit = d["right"].gather(1, scorer(d["vectors"], d).argmax(1, keepdim=True))[:, 0]
            linked = ~d["right"][:, 0] & d["used"]
            first = d["right"][:, 0] & d["used"]
            n += int(linked.sum()); r += int((hit & linked).sum()); m += int(first.sum()); q += int((hit & first).sum())
    return f"linked {100 * r / n:.2f} first {100 * q / m:.2f}"


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--data", type=pathlib.Path, required=True)
    args.add_argument("--model", type=pathlib.Path, required=True, help="the folder with average.pt and labels.pkl")
    args.add_argument("--epochs", type=int, default=12)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--cache", type=pathlib.Path)
    a = args.parse_args()
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    labels = pickle.load(open(a.model / "labels.pkl", "rb"))
    vocabulary, _ = base.minilm()
    model = Joint(len(vocabulary), labels)
    model.load_state_dict(torch.load(a.model / "average.pt"), strict=False)
    if a.cache and a.cache.exists():
        parts = torch.load(a.cache, weights_only=False)
    else:
        parts = read(a.data, model, WordPiece(vocabulary), labels)
        if a.cache:
            torch.save(parts, a.cache)
    scorer = Scorer()
    optimiser = torch.optim.AdamW(scorer.parameters(), lr=2e-3, weight_decay=0.01)
    train = parts["gum-train"] + parts["litbank-train"]
    steps, step = a.epochs * len(train), 0
    begin = time.time()
    for epoch in range(a.epochs):
        scorer.train()
        rng.shuffle(train)
        running = 0.0
        for d in train:
            for group in optimiser.param_groups:
                group["lr"] = 2e-3 * min(1, (step + 1) / 100) * (1 - step / steps)
            scores = scorer(d["vectors"], d)[d["used"]]
            right = d["right"][d["used"]]
            loss = (torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e4), 1)).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            step += 1
            running += float(loss.detach())
        print(f"epoch {epoch + 1}: loss {running / len(train):.3f}", *(f"{n} {accuracy(scorer, parts[n])}" for n in ("gum-dev", "litbank-test")), f"{time.time() - begin:.0f} s", flush=True)
    torch.save(scorer.state_dict(), a.model / "coreference.pt")


if __name__ == "__main__":
    main()
