"""Whole documents, for what reaches over sentences: coreference (GUM, LitBank) and cues of attribution (GUM)."""

import gzip
import json
import pathlib

import corpora
from corpora import IGNORE, Sentence

#: Every tenth novel, in the order of the file, is kept for the test of coreference and never trained on.
HELD_OUT = 10
NAME_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}


def lines(path: pathlib.Path):
    return [json.loads(line) for line in gzip.open(path, "rt", encoding="utf-8")]


def representative(sentence: Sentence, start: int, end: int) -> int:
    """The word that stands for a phrase: its head, or the conjunction of a coordination."""
    head = next((i for i in range(start, end) if not start <= sentence.heads[i] - 1 < end), start)
    conjunct = next((i for i in range(start, end) if sentence.heads[i] == head + 1 and sentence.relations[i] == "conj"), None)
    if conjunct is not None:
        for i in range(start, end):
            if sentence.relations[i] == "cc" and sentence.heads[i] == conjunct + 1:
                return i
    return head


def with_entities(sentences: list[Sentence], mentions) -> list[Sentence]:
    """Sets `entities`: the number of the entity on the word that represents a mention, -1 on the others.

    Of two mentions with the same word the shorter one counts.
    """
    at, owners, numbers = 0, [], {}
    for s in sentences:
        s.entities = [-1] * len(s.words)
        owners += [(s, at)] * len(s.words)
        at += len(s.words)
    for start, end, entity, *_ in sorted(mentions, key=lambda m: m[0] - m[1]):
        s, base = owners[start]
        s.entities[representative(s, start - base, min(end - base, len(s.words)))] = numbers.setdefault(entity, len(numbers))
    return sentences


def with_names(sentences: list[Sentence], mentions) -> list[Sentence]:
    """Names read off GUM's entities: the run of proper nouns that heads a mention of a person, an organisation or a place."""
    words = [(s, i) for s in sentences for i in range(len(s.words))]
    tags = ["O"] * len(words)
    for at, (s, i) in enumerate(words):
        if s.upos[i] == "PROPN" or s.xpos[i] in ("NNP", "NNPS"):
            tags[at] = None
    taken = set()
    for start, end, _, kind, *_ in sorted(mentions, key=lambda m: m[0] - m[1]):
        s, offset = words[start][0], start - words[start][1]
        head = offset + next((i for i in range(start - offset, min(end - offset, len(s.words))) if not start - offset <= s.heads[i] - 1 < end - offset), start - offset)
        if s.upos[head - offset] != "PROPN" or head in taken:
            continue
        # `the President`, `Muslims`: capitals, but no name of one person. Not known, rather than none.
        if kind == "person" and (s.xpos[head - offset] == "NNPS" or head - 1 in range(start, end) and s.upos[head - 1 - offset] == "DET"):
            continue
        inside = range(start, min(end, offset + len(s.words)))
        joined = ("flat", "compound", "nmod", "amod", "goeswith")
        first = last = head
        while first - 1 in inside and s.xpos[first - 1 - offset] in ("NNP", "NNPS") and s.relations[first - 1 - offset] in ("compound", "flat", "amod"):
            first -= 1
        while last + 1 in inside:
            # `of`, `for` and `the` join what follows where a proper noun comes after them.
            step = 1
            while last + step in inside and s.upos[last + step - offset] in ("ADP", "DET") and kind == "organization" and step < 3:
                step += 1
            if last + step not in inside or s.upos[last + step - offset] != "PROPN" or s.relations[last + step - offset].split(":")[0] not in joined:
                break
            last += step
        taken |= set(range(first, last + 1))
        tag = NAME_KINDS.get(kind)
        for i in range(first, last + 1):
            tags[i] = "O" if tag is None else ("B-" if i == first else "I-") + tag
    at = 0
    for s in sentences:
        s.names = tags[at : at + len(s.words)]
        at += len(s.words)
    return sentences


def with_cues(sentences: list[Sentence], attribution) -> list[Sentence]:
    """Sets `cues`: 1 on the head of a cue, IGNORE in an attributing clause without one, else 0."""
    text, at, places = attribution["text"], 0, []
    for s in sentences:
        s.cues = [0] * len(s.words)
        for i, word in enumerate(s.words):
            for c in word:
                while at < len(text) and text[at] != c:
                    at += 1
                if at >= len(text):
                    break
                places.append((at, s, i))
                at += 1
    for quote in attribution["quotes"]:
        spans = [quote["cue"]] if quote["cue"] else quote["unit"]
        found = []
        for start, end in spans:
            found += [(s, i) for p, s, i in places if start <= p < end]
        if quote["cue"] and found:
            s = found[-1][0]
            inside = sorted({i for t, i in found if t is s})
            s.cues[next((i for i in inside if s.heads[i] - 1 not in inside), inside[0])] = 1
        else:
            for s, i in found:
                s.cues[i] = IGNORE
    return sentences


def gum(data: pathlib.Path, part: str) -> list[list[Sentence]]:
    """The documents of a part of GUM with syntax, names, entities and cues."""
    attributions = {d["doc"]: d for d in lines(data / "data/gum-attribution" / f"{part}.jsonl.gz")}
    mentions = {d["doc"]: d["mentions"] for d in lines(data / "data/gum-coref" / f"{part}.jsonl.gz")}
    out = []
    for name, sentences in corpora.read_documents(data / "treebanks" / f"gum-{part}.conllu.gz"):
        if name in mentions:
            with_entities(sentences, mentions[name])
            with_names(sentences, mentions[name])
        if name in attributions:
            with_cues(sentences, attributions[name])
        out.append(sentences)
    return out


def litbank(data: pathlib.Path, parse, held_out: bool = False, size: int = 1000, keep_trees: bool = False) -> list[list[Sentence]]:
    """Novels in stretches of some `size` words, with entities; `parse` sets heads and relations of sentences.

    The trees are used to find the words that represent mentions; without `keep_trees` they are taken off again.
    """
    out = []
    for number, novel in enumerate(lines(data / "data/litbank-coref/litbank-coref.jsonl.gz")):
        if (number % HELD_OUT == HELD_OUT - 1) != held_out:
            continue
        sentences = [Sentence(words) for words in novel["sentences"]]
        parse(sentences)
        with_entities(sentences, novel["mentions"])
        stretch, words = [], 0
        for s in sentences:
            if not keep_trees:
                s.heads = s.relations = None
            if words + len(s.words) > size and stretch:
                out.append(stretch)
                stretch, words = [], 0
            stretch.append(s)
            words += len(s.words)
        out.append(stretch)
    return out
