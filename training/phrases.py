"""The noun phrases of a parsed sentence, as `Sources/LanguageAnalysis/Coreference/NounPhrases.swift` finds them."""

import dataclasses

from corpora import Sentence

#: Dependents of a noun that are outside its phrase.
OUTSIDE = {"conj", "discourse", "aux", "vocative", "expl", "orphan", "advcl", "cop", "parataxis", "appos", "csubj", "dislocated", "list", "mark", "nsubj", "cc"}
RELATIVE = {"WP", "WDT", "WP$", "WRB", "EX"}
FOCUS = {"not", "only", "even", "just", "so", "too", "almost", "about"}
OPENING, CLOSING = {'"', "“", "‘", "[", "(", "``"}, {'"', "”", "’", "]", ")", "''"}


@dataclasses.dataclass
class Phrase:
    start: int
    end: int
    #: The word that stands for it: its head, or the conjunction of a coordination.
    word: int


def base(relation: str) -> str:
    return relation.split(":")[0]


def noun_phrases(s: Sentence) -> list[Phrase]:
    """In the order of their representing words."""
    n = len(s.words)
    children = [[] for _ in range(n)]
    for i, head in enumerate(s.heads):
        if head:
            children[head - 1].append(i)
    relations = [base(r) for r in s.relations]
    found = []
    for i in range(n):
        if not is_head(s, relations, i):
            continue
        start, end = extent(s, children, relations, i)
        found.append(Phrase(start, end, i))
        conjuncts = [k for k in children[i] if relations[k] == "conj"]
        if conjuncts and relations[i] != "conj" and s.upos[conjuncts[-1]] in ("NOUN", "PROPN", "PRON", "NUM"):
            conjunction = next((c for k in conjuncts for c in children[k] if relations[c] == "cc"), None)
            if conjunction is not None:
                last = extent(s, children, relations, conjuncts[-1])[1]
                found.append(Phrase(start, max(end, last), conjunction))
    return sorted(found, key=lambda p: (p.word, p.start, -p.end))


def is_head(s: Sentence, relations: list[str], i: int) -> bool:
    if relations[i] in ("flat", "fixed", "goeswith") or s.xpos[i] in RELATIVE:
        return False
    match s.upos[i]:
        case "NOUN" | "PROPN":
            return True
        case "PRON":
            return s.relations[i] != "expl"
        case "DET":
            return s.relations[i] == "nmod:poss" or relations[i] in ("nsubj", "obj")
        case "NUM" | "ADJ":
            return relations[i] in ("nsubj", "obj", "obl", "nmod")
    return False


def extent(s: Sentence, children, relations, i: int) -> tuple[int, int]:
    """The words of the phrase that a word heads: its subtree without clauses and conjuncts, as far as it is one stretch."""
    predicate = any(relations[k] in ("cop", "nsubj", "csubj", "mark", "aux") for k in children[i])
    inside, stack = {i}, []
    for k in children[i]:
        r = relations[k]
        if r in OUTSIDE or r == "case" and k < i or predicate and r in ("obl", "advmod", "punct"):
            continue
        if r == "advmod" and (k > i or s.words[k].lower() in FOCUS):
            continue
        stack.append(k)
    while stack:
        k = stack.pop()
        if k in inside:  # a cycle: the best heads need not be a tree
            continue
        inside.add(k)
        stack += children[k]
    start = end = i
    while start - 1 in inside:
        start -= 1
    while end + 1 in inside:
        end += 1
    while start < i and s.upos[start] == "PUNCT" and not (s.words[start] in OPENING and any(s.words[k] in CLOSING for k in range(start + 1, end + 1))):
        start += 1
    while end > i and s.upos[end] == "PUNCT" and not (s.words[end] in CLOSING and any(s.words[k] in OPENING for k in range(start, end))):
        end -= 1
    return start, end + 1
