#!/usr/bin/env python3
"""Scores the coreference chains that the program reads over gold words: MUC, B³, CEAF-e and their mean.

    score_coreference.py .build/release/stancegraph                 gum-dev, gum-test and litbank
    score_coreference.py .build/release/stancegraph gum-test
    score_coreference.py --documents GUM_news_ .build/release/stancegraph gum-dev gum-test

Gold: ../shared/data/gum-coref, and the last of every ten documents of ../shared/data/litbank-coref; what is not
here is said and skipped with status 0. The words go to `annotate --pretokenized --format json`; the chains are its
`"coreference": [[[start, end], …], …]`, bytes of `text`.

Definitions are those of the CoNLL reference scorer (Pradhan et al. 2014, https://aclanthology.org/P14-2006/): the
mentions are the system's own and match if their words are the same, counts are summed over documents. Entities of
one mention are left out on both sides; *all sizes* has them in gold, and of the system whatever it prints.
Precision, recall and F1 in percent, 90 % intervals of F1 by drawing documents anew.
"""

import argparse
import re
from bisect import bisect_left, bisect_right

import annotations
import rule_sieve
from annotations import f1, interval, total

METRICS = ["mentions", "MUC", "B³", "CEAF-e"]


def distinct(entities):
    """The entities without the mentions that an earlier one has."""
    seen, kept = set(), []
    for entity in entities:
        new = set(entity) - seen
        seen |= new
        if new:
            kept.append(new)
    return kept


def muc(key, response):
    """The links of the key that the response has, and all of them."""
    entity_of = {mention: i for i, entity in enumerate(response) for mention in entity}
    parts = [len({entity_of.get(m, m) for m in entity}) for entity in key]
    return sum(len(entity) - n for entity, n in zip(key, parts)), sum(len(entity) - 1 for entity in key)


def b_cubed(key, response):
    return (sum(len(k & r) ** 2 / len(k) for k in key for r in response), sum(len(k) for k in key))


def ceaf_e(key, response):
    """The greatest sum of similarities (phi 4) of entities paired one to one."""
    similar = [[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key]
    return greatest_assignment(similar)


def greatest_assignment(values):
    """The greatest sum of values of which no two share a row or a column (the Hungarian method)."""
    if not values or not values[0]:
        return 0.0
    if len(values) > len(values[0]):
        values = [list(column) for column in zip(*values)]
    n, m = len(values), len(values[0])
    of_row, of_column = [0.0] * (n + 1), [0.0] * (m + 1)  # potentials; row and column 0 are not in the matrix
    row_at, before = [0] * (m + 1), [0] * (m + 1)
    for row in range(1, n + 1):
        row_at[0], column = row, 0
        least, done = [float("inf")] * (m + 1), [False] * (m + 1)
        while row_at[column]:
            done[column] = True
            i, step, following = row_at[column], float("inf"), 0
            for j in range(1, m + 1):
                if not done[j]:
                    reduced = -values[i - 1][j - 1] - of_row[i] - of_column[j]
                    if reduced < least[j]:
                        least[j], before[j] = reduced, column
                    if least[j] < step:
                        step, following = least[j], j
            for j in range(m + 1):
                if done[j]:
                    of_row[row_at[j]] += step
                    of_column[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            row_at[column], column = row_at[before[column]], before[column]
    return sum(values[row_at[j] - 1][j - 1] for j in range(1, m + 1) if row_at[j])


def count(key, response):
    """{metric: [numerator and denominator of precision, those of recall]} of one document."""
    key, response = distinct(key), distinct(response)
    ours, theirs = set().union(*response), set().union(*key)
    same, aligned = len(ours & theirs), ceaf_e(key, response)
    return {
        "mentions": [same, len(ours), same, len(theirs)],
        "MUC": [*muc(response, key), *muc(key, response)],
        "B³": [*b_cubed(response, key), *b_cubed(key, response)],
        "CEAF-e": [aligned, len(response), aligned, len(key)],
    }


def score(documents, metric):
    hits, system, found, gold = total([d[metric] for d in documents])
    return f1(hits, system, found, gold)


def mean(documents):
    """The mean F1 of MUC, B³ and CEAF-e: the CoNLL score."""
    return sum(score(documents, metric)[2] for metric in METRICS[1:]) / 3


def print_table(title, documents):
    print(f"{title:30}{'P':>6}{'R':>6}{'F1':>6}{'90 %':>12}")
    for metric in METRICS:
        low, high = interval(documents, lambda chosen: score(chosen, metric)[2])
        print(f"{metric:30}" + "".join(f"{x:6.1f}" for x in score(documents, metric)) + f"{f'{low:.1f}–{high:.1f}':>12}")
    low, high = interval(documents, mean)
    print(f"{'mean of the three':30}{'':12}{mean(documents):6.1f}{f'{low:.1f}–{high:.1f}':>12}\n")


def conllu(document):
    lines = [f"# newdoc id = {document['doc']}"]
    for sentence in document["sentences"]:
        lines += ["\t".join([str(i), word, *"_" * 8]) for i, word in enumerate(sentence, 1)]
        lines.append("")
    return "\n".join(lines) + "\n"


def gold_entities(document):
    entities = {}
    for start, end, entity, *_ in document["mentions"]:
        entities.setdefault(entity, []).append((start, end))
    return list(entities.values())


def system_entities(analysis, words):
    """The chains of an analysis as spans of words, which are numbered from the document's start."""
    if "coreference" not in analysis:
        raise annotations.Fault("the system prints no `coreference`; it wants a newer program")
    tokens = [token for sentence in analysis["sentences"] for token in sentence["tokens"]]
    if len(tokens) != words:
        raise annotations.Fault(f"{analysis['document']}: {len(tokens)} words where {words} were given")
    starts, ends = [t["start"] for t in tokens], [t["end"] for t in tokens]
    return [[(bisect_left(starts, s), bisect_right(ends, e)) for s, e in chain] for chain in analysis["coreference"]]


def read_gold(corpus):
    name, _, part = corpus.partition("-")
    path = annotations.SHARED / "data" / f"{name}-coref" / f"{part or 'litbank-coref'}.jsonl.gz"
    annotations.skip_without(path)
    documents = annotations.read_json_lines(path)
    return documents if part else documents[9::10]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("system", help="the program, or a file of JSON lines")
    parser.add_argument("corpora", nargs="*", help="gum-dev, gum-test, litbank")
    parser.add_argument("--sieve", action="store_true", help="a plain rule sieve on the program's trees instead of its coreference")
    parser.add_argument("--documents", metavar="REGEX", default="", help="documents whose name begins so")
    options = parser.parse_args()
    for corpus in options.corpora or ["gum-dev", "gum-test", "litbank"]:
        documents = {d["doc"]: d for d in read_gold(corpus) if re.match(options.documents, d["doc"])}
        if not documents:
            raise annotations.Fault(f"{corpus} has no document '{options.documents}…'")
        analyses = annotations.annotate(options.system, {n: conllu(d) for n, d in documents.items()}, ".conllu")
        if options.sieve:
            pairs = [(gold_entities(d), rule_sieve.entities(analyses[n])) for n, d in documents.items()]
        else:
            pairs = [(gold_entities(d), system_entities(analyses[n], sum(map(len, d["sentences"]))))
                     for n, d in documents.items()]
        print_table(corpus, [count(*([e for e in side if len(set(e)) > 1] for side in pair)) for pair in pairs])
        if corpus == "litbank":
            print_table("litbank, all sizes", [count(*pair) for pair in pairs])


if __name__ == "__main__":
    annotations.run(main)
