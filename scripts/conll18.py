#!/usr/bin/env python3
"""Scores a CoNLL-U file against a gold one by the definitions of the CoNLL 2018 shared task.

    conll18.py gold.conllu system.conllu
    conll18.py gold.conllu system.conllu --names gold.iob2
    conll18.py gold.conllu system.conllu --documents 'GUM_news_.*' --json

Two tokens match if they cover the same characters of the text, white space left out, whatever the sentences
are; of Tokens and Sentences the spans are compared. Where a file has a contraction, the words of both are
matched by the longest common subsequence of their forms in lower case. Of the words that match, UPOS, XPOS, UFeats, Lemmas (a gold lemma of `_` matches any), UAS and LAS compare the
columns; relations and the features lose what is of one language only (`nsubj:pass` is `nsubj`). Heads match if
their words do. Precision counts the system's words, recall the gold ones (Zeman et al. 2018,
https://aclanthology.org/K18-2001/).

`--names` compares the `Name=B-PER` of the system's MISC column with an IOB2 file, sentence by sentence of the
same words, whatever their order: a name counts if its words and its type are the gold ones.

Gzipped files are read too. Exit status 1 if the texts differ, 2 if a file can't be read as what it should be.
"""

import argparse
import gzip
import json
import re
import sys

#: The features that UD defines for all languages; others are left out of the comparison.
UNIVERSAL_FEATURES = {
    "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case",
    "Definite", "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
}


class Fault(Exception):
    """A file that is not what it should be."""


class Word:
    """A syntactic word: its characters (a span of the text without white space), columns and head."""

    __slots__ = ("span", "columns", "head", "in_contraction")

    def __init__(self, span, columns, in_contraction):
        self.span, self.columns, self.in_contraction = span, columns, in_contraction
        self.head = None  # a Word, or None at a root

    @property
    def form(self):
        return self.columns[1]


class Text:
    """The words of a file in order, over its characters without white space."""

    def __init__(self):
        self.pieces = []
        self.length = 0
        self.sentences, self.tokens, self.words = [], [], []
        self.names = []  # a list of (type, words' numbers in the sentence) for each sentence
        self.forms = []  # the forms of each sentence

    @property
    def characters(self):
        return "".join(self.pieces)

    def add(self, form):
        letters = "".join(c for c in form if not c.isspace())
        if not letters:
            raise Fault("a token without a visible character")
        start = self.length
        self.pieces.append(letters)
        self.length += len(letters)
        return start, self.length


def opened(path):
    return gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")


def blocks(path):
    """The sentences of a file: (document, rows), rows being lists of cells."""
    document, rows = "", []
    try:
        with opened(path) as file:
            for number, line in enumerate(file, 1):
                line = line.rstrip("\r\n")
                if line.startswith("#"):
                    found = re.match(r"#\s*newdoc(?:\s+id\s*=\s*(.*))?$", line)
                    if found:
                        document = found[1] or ""
                elif line.strip():
                    cells = line.split("\t")
                    if len(cells) != 10:
                        raise Fault(f"{path}:{number}: {len(cells)} columns where CoNLL-U has 10")
                    rows.append(cells)
                elif rows:
                    yield document, rows
                    rows = []
    except (OSError, UnicodeDecodeError) as error:
        raise Fault(f"{path}: {error}") from None
    if rows:
        yield document, rows


def read(path, documents=None):
    text = Text()
    for document, rows in blocks(path):
        if documents is None or documents.match(document):
            add_sentence(text, rows, path)
    return text


def add_sentence(text, rows, path):
    begin = text.length
    words, heads = [], []
    contraction_end, span = 0, None
    try:
        for cells in rows:
            if "." in cells[0]:
                continue
            if "-" in cells[0]:
                contraction_end = int(cells[0].split("-")[1])
                span = text.add(cells[1])
                text.tokens.append(span)
                continue
            inside = int(cells[0]) <= contraction_end
            if not inside:
                span = text.add(cells[1])
                text.tokens.append(span)
            words.append(Word(span, cells, inside))
            heads.append(int(cells[6]) if cells[6] != "_" else 0)
        for word, head in zip(words, heads):
            word.head = words[head - 1] if head else None
    except (ValueError, IndexError):
        raise Fault(f"{path}: {cells[0]} {cells[1]}: not a word's number or head") from None
    text.words.extend(words)
    text.sentences.append((begin, text.length))
    text.forms.append([w.form for w in words])
    text.names.append(names_of([misc_value(w.columns[9], "Name") or "O" for w in words]))


def misc_value(misc, key):
    for part in misc.split("|"):
        if part.startswith(key + "="):
            return part[len(key) + 1:]
    return None


def names_of(tags):
    """The names of an IOB2 row of tags: (type, first word, behind the last word)."""
    names, start, kind = [], None, None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and tag != "I-" + kind:
            names.append((kind, start, i))
            start = None
        if tag[:2] in ("B-", "I-") and start is None:
            start, kind = i, tag[2:]
    return names


def spans_in_common(gold, system):
    return len(set(gold) & set(system))


def aligned(gold, system):
    """Pairs of words that match."""
    pairs = []
    g = s = 0
    while g < len(gold) and s < len(system):
        a, b = gold[g], system[s]
        if not a.in_contraction and not b.in_contraction:
            if a.span == b.span:
                pairs.append((a, b))
                g, s = g + 1, s + 1
            elif a.span[0] <= b.span[0]:
                g += 1
            else:
                s += 1
            continue
        # A stretch in which contractions of either side overlap: it ends where both sides have an end.
        start, end = min(a.span[0], b.span[0]), (a if a.in_contraction else b).span[1]
        if not a.in_contraction and a.span[1] <= b.span[0]:
            g += 1
            continue
        if not b.in_contraction and b.span[1] <= a.span[0]:
            s += 1
            continue
        first_g, first_s = g, s
        grown = True
        while grown:
            grown = False
            while g < len(gold) and gold[g].span[0] < end:
                if gold[g].in_contraction and gold[g].span[1] > end:
                    end, grown = gold[g].span[1], True
                g += 1
            while s < len(system) and system[s].span[0] < end:
                if system[s].in_contraction and system[s].span[1] > end:
                    end, grown = system[s].span[1], True
                s += 1
        pairs.extend(common_subsequence(gold[first_g:g], system[first_s:s]))
    return pairs


def common_subsequence(gold, system):
    """Pairs of the longest common subsequence of the forms in lower case."""
    n, m = len(gold), len(system)
    a, b = [w.form.lower() for w in gold], [w.form.lower() for w in system]
    best = [[0] * (m + 1) for _ in range(n + 1)]
    for i in reversed(range(n)):
        for j in reversed(range(m)):
            best[i][j] = 1 + best[i + 1][j + 1] if a[i] == b[j] else max(best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < n and j < m:
        if a[i] == b[j]:
            pairs.append((gold[i], system[j]))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def universal(features):
    return sorted(f for f in features.split("|") if f.split("=")[0].split("[")[0] in UNIVERSAL_FEATURES)


def f1(correct, gold, system):
    precision = 100 * correct / system if system else 0.0
    recall = 100 * correct / gold if gold else 0.0
    return {
        "precision": precision, "recall": recall,
        "f1": 2 * precision * recall / (precision + recall) if correct else 0.0,
        "correct": correct, "gold": gold, "system": system,
    }


def score(gold, system):
    one, other = gold.characters, system.characters
    if one != other:
        at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
        raise Fault(
            f"the texts differ at character {at} (white space not counted): gold has "
            f"'{one[at:at + 30]}', the system '{other[at:at + 30]}'")
    scores = {
        "Tokens": f1(spans_in_common(gold.tokens, system.tokens), len(gold.tokens), len(system.tokens)),
        "Sentences": f1(spans_in_common(gold.sentences, system.sentences), len(gold.sentences), len(system.sentences)),
    }
    pairs = aligned(gold.words, system.words)
    partner = {id(s): g for g, s in pairs}

    def heads_match(g, s):
        if g.head is None or s.head is None:
            return g.head is None and s.head is None and s.columns[6] != "_"
        return partner.get(id(s.head)) is g.head

    def relation(word):
        return word.columns[7].split(":")[0]

    tests = {
        "Words": lambda g, s: True,
        "UPOS": lambda g, s: g.columns[3] == s.columns[3],
        "XPOS": lambda g, s: g.columns[4] == s.columns[4],
        "UFeats": lambda g, s: universal(g.columns[5]) == universal(s.columns[5]),
        "Lemmas": lambda g, s: g.columns[2] in ("_", s.columns[2]),
        "UAS": heads_match,
        "LAS": lambda g, s: relation(g) == relation(s) and heads_match(g, s),
    }
    for name, test in tests.items():
        scores[name] = f1(sum(test(g, s) for g, s in pairs), len(gold.words), len(system.words))
    return scores


def read_names(path):
    """Sentences of (forms, names) from lines `word TAB tag` or `number TAB word TAB tag …`."""
    forms, tags = [], []
    try:
        with opened(path) as file:
            for line in [*file, "\n"]:
                line = line.rstrip("\r\n")
                if not line.strip():
                    if forms:
                        yield forms, names_of(cleaned(tags))
                    forms, tags = [], []
                elif not line.startswith("# "):
                    cells = line.split("\t")
                    word, tag = (cells[1], cells[2]) if len(cells) > 2 else (cells[0], cells[1])
                    forms.append(word)
                    tags.append(tag)
    except (OSError, UnicodeDecodeError, IndexError) as error:
        raise Fault(f"{path}: {error}") from None


def cleaned(tags):
    """The tags of the types that are scored; a type's first word has B."""
    out, last = [], None
    for tag in tags:
        kind = tag[2:] if tag[:2] in ("B-", "I-") and tag[2:] in ("PER", "ORG", "LOC") else None
        out.append("O" if kind is None else ("I-" if tag[0] == "I" and last == kind else "B-") + kind)
        last = kind
    return out


def score_names(gold_path, system):
    ours = {}
    for forms, names in zip(system.forms, system.names):
        ours.setdefault(tuple(forms), []).append(names)
    correct = dict.fromkeys(("all", "PER", "ORG", "LOC"), 0)
    golds, systems = dict(correct), dict(correct)
    sentences = missing = 0
    for forms, names in read_names(gold_path):
        sentences += 1
        if not ours.get(tuple(forms)):
            missing += 1
            continue
        found = ours[tuple(forms)].pop(0)
        for counts, kinds in ((golds, names), (systems, found), (correct, set(names) & set(found))):
            for kind, _, _ in kinds:
                for key in ("all", kind):
                    counts[key] = counts.get(key, 0) + 1
    if missing:
        print(f"{gold_path}: {missing} of {sentences} sentences have other words here and are left out", file=sys.stderr)
    return {
        "Names" if k == "all" else f"Names {k}": f1(correct[k], golds[k], systems.get(k, 0)) for k in golds
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("gold")
    parser.add_argument("system")
    parser.add_argument("--names", metavar="IOB2", help="gold names of the same sentences")
    parser.add_argument("--documents", metavar="REGEX", help="score only the documents whose id matches from its beginning")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    documents = re.compile(options.documents) if options.documents else None
    try:
        system = read(options.system, documents)
        scores = score(read(options.gold, documents), system)
        if options.names:
            scores.update(score_names(options.names, system))
    except Fault as fault:
        print(f"conll18.py: {fault}", file=sys.stderr)
        return 1 if "the texts differ" in str(fault) else 2
    if options.json:
        print(json.dumps(scores))
    else:
        print(f"{'':10} {'P':>7} {'R':>7} {'F1':>7} {'gold':>8} {'system':>8}")
        for name, s in scores.items():
            print(f"{name:10} {s['precision']:7.2f} {s['recall']:7.2f} {s['f1']:7.2f} {s['gold']:8} {s['system']:8}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
