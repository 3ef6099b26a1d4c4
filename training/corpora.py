"""Reads the treebanks and name corpora, and makes the label sets from the training parts."""

import collections
import dataclasses
import gzip
import pathlib
import random

IGNORE = -100
NAME_TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
#: The types of other corpora in ours. What is not listed is no name here (demonyms, events, works).
NAME_TYPES = {
    "PER": "PER", "ORG": "ORG", "LOC": "LOC", "politician": "PER", "person": "PER", "organisation": "ORG",
    "politicalparty": "ORG", "country": "LOC", "location": "LOC",
}


@dataclasses.dataclass
class Sentence:
    """One sentence; a column is None where the corpus does not annotate it."""

    words: list[str]
    upos: list[str] | None = None
    xpos: list[str] | None = None
    feats: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None  # 0 is the root, else the number of the head
    relations: list[str] | None = None
    names: list[str] | None = None  # None on a word whose tag is not known
    entities: list[int] | None = None  # the entity that the word represents, or -1
    cues: list[int] | None = None  # 1 on a cue of attribution


def edit_script(form: str, lemma: str) -> str:
    """How to make the lemma of a form: `K|n|s` cuts n letters and adds s, `L|n|s` the same in lower case, `R|s` replaces."""
    best = None
    for tag, base in (("K", form), ("L", form.lower())):
        k = 0
        while k < min(len(base), len(lemma)) and base[k] == lemma[k]:
            k += 1
        if k:
            cost = len(base) - k + len(lemma) - k
            if best is None or cost < best[0]:
                best = (cost, f"{tag}|{len(base) - k}|{lemma[k:]}")
    return best[1] if best else "R|" + lemma


def apply_script(form: str, script: str) -> str:
    kind, *rest = script.split("|", 2)
    if kind == "R":
        return rest[0]
    base = form if kind == "K" else form.lower()
    cut = int(rest[0])
    return base[: len(base) - cut] + rest[1] if cut < len(base) else base


def read_documents(path: pathlib.Path):
    """Pairs of a document's name and its sentences."""
    name, sentences, rows = "", [], []
    for line in gzip.open(path, "rt", encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id = "):
            if sentences:
                yield name, sentences
            name, sentences = line.removeprefix("# newdoc id = "), []
        elif not line:
            sentences.append(Sentence(*map(list, zip(*[(r[1], r[3], r[4], r[5], r[2], int(r[6]), r[7]) for r in rows]))))
            rows = []
        elif line[0] != "#":
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
    if sentences:
        yield name, sentences


def read_conllu(path: pathlib.Path):
    for _, sentences in read_documents(path):
        yield from sentences


def read_iob2(path: pathlib.Path):
    """Sentences of `word TAB tag`, or of UNER's `number TAB word TAB tag …`."""
    words, tags = [], []
    for line in gzip.open(path, "rt", encoding="utf-8"):
        line = line.rstrip("\n")
        if not line.strip():
            if words:
                yield Sentence(words, names=clean_tags(tags))
            words, tags = [], []
        elif not line.startswith("# "):
            cells = line.split("\t")
            word, tag = (cells[1], cells[2]) if len(cells) > 2 else (cells[0], cells[1])
            words.append(word)
            tags.append(tag)
    if words:
        yield Sentence(words, names=clean_tags(tags))


def clean_tags(tags: list[str]) -> list[str]:
    out, last = [], None
    for tag in tags:
        kind = NAME_TYPES.get(tag[2:]) if tag[:2] in ("B-", "I-") else None
        out.append("O" if kind is None else ("I-" if tag[0] == "I" and last == kind else "B-") + kind)
        last = kind
    return out


def with_names(sentences: list[Sentence], names: list[Sentence]) -> list[Sentence]:
    by_words = {tuple(n.words): n.names for n in names}
    for s in sentences:
        s.names = by_words.get(tuple(s.words))
    return sentences


def without(sentence: Sentence, gone: int) -> Sentence:
    """The sentence without a word on which nothing hangs."""
    columns = [None if v is None else v[:gone] + v[gone + 1 :] for v in (getattr(sentence, f.name) for f in dataclasses.fields(sentence))]
    s = Sentence(*columns)
    if s.heads is not None:
        s.heads = [h - 1 if h > gone + 1 else h for h in s.heads]
    return s


def is_leaf(sentence: Sentence, i: int) -> bool:
    return sentence.heads is None or i + 1 not in sentence.heads and sentence.heads[i] != 0


MARKS = ('"', "“", "”", "'", "‘", "’", "``", "''")


def augmented(sentence: Sentence, rng: random.Random) -> Sentence:
    """What news has and the treebanks lack: other and missing quotation marks, headlines, capitals, no full stop."""
    s = sentence
    roll = rng.random()
    marks = [i for i, w in enumerate(s.words) if w in MARKS and (s.upos is None or s.upos[i] == "PUNCT")]
    if marks:
        if roll < 0.35:
            s = dataclasses.replace(s, words=["'" if i in marks else w for i, w in enumerate(s.words)])
        elif roll < 0.5 and len(s.words) > 2:
            # A mark that was forgotten, or stands in another sentence.
            gone = rng.choice(marks)
            if is_leaf(s, gone):
                s = without(s, gone)
    elif roll < 0.02:
        s = dataclasses.replace(s, words=[w.upper() for w in s.words], lemmas=None)
    elif roll < 0.05 and len(s.words) > 3 and s.upos:
        small = ("ADP", "DET", "CCONJ", "PART", "PUNCT")
        s = dataclasses.replace(s, words=[w if u in small else w[:1].upper() + w[1:] for w, u in zip(s.words, s.upos)], lemmas=None)
        if s.words[-1] == "." and is_leaf(s, len(s.words) - 1):
            s = without(s, len(s.words) - 1)
    elif roll < 0.09 and len(s.words) > 4 and s.words[-1] == "." and is_leaf(s, len(s.words) - 1):
        s = without(s, len(s.words) - 1)
    elif roll < 0.11:
        s = dataclasses.replace(s, words=["–" if w in ("-", "--", "—") else w for w in s.words])
    return s


class Labels:
    """The label sets, in the order in which the weights file lists them."""

    def __init__(self, train: list[Sentence]):
        def inventory(values, least):
            counts = collections.Counter(values)
            return [v for v, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= least]

        self.upos = inventory((u for s in train for u in s.upos or []), 1)
        self.xpos = inventory((u for s in train for u in s.xpos or []), 1)
        self.feats = inventory((u for s in train for u in s.feats or []), 3)
        self.lemma = inventory((edit_script(f, l) for s in train if s.lemmas for f, l in zip(s.words, s.lemmas)), 3)
        self.relations = inventory((r for s in train for r in s.relations or []), 5)
        self.names = NAME_TAGS
        self.index = {k: {v: i for i, v in enumerate(getattr(self, k))} for k in ("upos", "xpos", "feats", "lemma", "relations", "names")}

    def encode(self, kind: str, values: list[str] | None, n: int) -> list[int]:
        if values is None:
            return [IGNORE] * n
        table = self.index[kind]
        return [table.get(v, IGNORE) for v in values]
