#!/usr/bin/env python3
"""Scores who says what: the quotations and attributions that the program finds.

    score_quotations.py .build/release/stancegraph                 our articles: evaluation/quotations
    score_quotations.py --gum test .build/release/stancegraph      GUM's part: ../shared/data/gum-attribution
    score_quotations.py --gum all --documents GUM_news_ …          of all parts the documents whose name begins so
    score_quotations.py --gum test --clauses …                     of ours only what reports a clause (statements)

Instead of the program, a file of JSON lines that `annotate --format json` has printed may be named. Texts or gold
that are not here are said and skipped with status 0.

Prints precision, recall and F1 in percent by the measures of citron.py, with 90 % intervals of F1 by drawing documents
anew. *Marks*: direct and mixed quotations (GUM: a quotation mark in or before the content); *none*: indirect ones.

In our articles, only quotations count whose cue or content begins in a coded paragraph; *sure* leaves doubtful ones
out of account. Speakers are compared by name. GUM has only clauses as contents, so precision there is a lower bound
unless --clauses leaves out attitudes told without a clause (`rejected the plan`), which GUM never marks.
"""

import argparse
import re
import unicodedata
from collections import Counter

import annotations
from annotations import f1, interval, total
from citron import CLASSES, ROWS, Quotation, Text, count


def print_table(title, documents):
    """A row for each measure; documents are the results of `count`."""
    print(f"{title}\n{'':18}" + "".join(f"{kind + ' P':>10}{'R':>6}{'F1':>6}{'90 %':>12}" for kind in CLASSES))
    for row in ROWS:
        line = f"{row:18}"
        for kind in CLASSES:
            def score(chosen):
                right, system, found, gold = total([d[row, kind] for d in chosen])
                return f1(right, system, found, gold)
            precision, recall, middle = score(documents)
            low, high = interval(documents, lambda chosen: score(chosen)[2])
            line += f"{precision:10.1f}{recall:6.1f}{middle:6.1f}{f'{low:.1f}–{high:.1f}':>12}"
        print(line)
    sizes = {kind: total([d["content exact", kind] for d in documents]) for kind in CLASSES}
    print("quotations        " + "".join(f"{f'{n[3]} gold, {n[1]} system':>34}" for n in sizes.values()) + "\n")


def speaker_verdict(name, id, names):
    """Whether an id stands for the speaker whom gold names."""
    def plain(text):
        letters = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
        return re.sub(r"^the[ -]|[^\w -]", "", letters)

    if id is None:
        return "none"
    if id in names:
        rolled = annotations.GOVERNMENT.get(id, id)
        same = {i for i, aliases in names.items() if plain(name) in map(plain, aliases)}
        return "right" if rolled in {annotations.GOVERNMENT.get(i, i) for i in same} else "wrong"
    kind, slug = id.split(":", 1)
    words, ours = re.split(r"[\s-]+", plain(name)), slug.split("-")
    return "right" if words == ours or kind == "group" and set(ours) <= set(words) else "wrong"


def speakers(pairs, names):
    """Prints how many speakers are right among the gold quotations that are found."""
    counts, errors = Counter(), []
    for article, gold, system in pairs:
        for g in gold:
            if g.speaker is None:
                continue
            found = [s for s in system if s.meets(g)]
            verdicts = [speaker_verdict(g.speaker, s.speaker, names) for s in found] or ["missing"]
            verdict = next(v for v in ("right", "wrong", "none", "missing") if v in verdicts)
            counts[verdict] += 1
            if verdict in ("wrong", "none"):
                errors.append(f"{article}\tspeaker\t{g.speaker}\t{found[0].speaker or '-'}")
    found = counts["right"] + counts["wrong"] + counts["none"]
    print(f"speakers: of {counts.total()} named in gold, {found} of quotations that are found: {counts['right']} right, "
          f"{counts['wrong']} wrong, {counts['none']} without; accuracy {100 * counts['right'] / max(1, found):.1f}")
    return errors


def from_system(analysis, paragraphs=None):
    """The program's quotations: those of our articles' coded paragraphs (in bytes), or all of GUM's documents."""
    text, at = Text(analysis["text"]), annotations.characters(analysis["text"])
    return [Quotation(
        text, *(q[k] and [at(o) for o in q[k]] for k in ("source", "cue")), [[at(s), at(e)] for s, e in q["content"]],
        q["kind"] != "indirect" if paragraphs else None, q["speaker"])
        for q in analysis["quotations"] if counted(q, paragraphs)]


def counted(q, paragraphs):
    starts = [span[0] for span in (q["cue"], *q["content"][:1]) if span]
    return paragraphs is None or any(s <= start < e for start in starts for s, e in paragraphs)


def gum(options):
    parts = ["train", "dev", "test"] if options.gum == "all" else [options.gum]
    paths = [annotations.SHARED / "data" / "gum-attribution" / f"{part}.jsonl.gz" for part in parts]
    annotations.skip_without(*paths)
    documents = {d["doc"]: d for path in paths for d in annotations.read_json_lines(path)
                 if re.match(options.documents, d["doc"])}
    if not documents:
        raise annotations.Fault(f"GUM's {options.gum} has no document '{options.documents}…'")
    analyses = annotations.annotate(options.system, {name: d["text"] for name, d in documents.items()})
    for name, d in documents.items():
        text = Text(d["text"])
        gold = [Quotation(text, q["source"], q["cue"], q["content"]) for q in d["quotes"]]
        analysis = analyses[name]
        if options.clauses:
            analysis["quotations"] = [q for q in analysis["quotations"] if q["standing"] == "statement"]
        yield name, gold, from_system(analysis)


def ours(options):
    path = annotations.EVALUATION / "quotations" / "quotations.jsonl"
    annotations.skip_without(annotations.SHARED / "articles", path)
    articles = {d["article"]: d for d in annotations.read_json_lines(path) if re.match(options.documents, d["article"])}
    analyses = annotations.annotate(options.system, annotations.read_articles(articles))
    for name, d in articles.items():
        text, at = Text(analyses[name]["text"]), annotations.characters(analyses[name]["text"])
        gold = [Quotation(
            text, *(q[k] and [at(o) for o in q[k]] for k in ("source", "cue")), [[at(s), at(e)] for s, e in q["content"]],
            q["kind"] != "indirect", q["speaker"], bool(q.get("doubt"))) for q in d["quotations"]
            if counted(q, d["paragraphs"])]
        yield name, gold, from_system(analyses[name], d["paragraphs"])


def list_errors(name, gold, system):
    for title, ones, others in (("missing", gold, system), ("extra", system, gold)):
        for one in ones:
            met = [o for o in others if one.meets(o)]
            wrong = [part for part, differ in (
                ("source", all(o.source != one.source for o in met)),
                ("content", all(o.contents != one.contents for o in met))) if met and differ]
            if not met or wrong and title == "missing":
                print(name, " and ".join(wrong) or title, *(one.shown(part) for part in ("source", "cue", "content")),
                      *(f"not: {o.shown(part)}" for o in met[:1] for part in wrong), sep="\t")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("system", help="the program, or a file of JSON lines")
    parser.add_argument("--gum", metavar="PART", choices=("train", "dev", "test", "all"), help="score on GUM's part")
    parser.add_argument("--clauses", action="store_true", help="with --gum: leave out attitudes without a clause")
    parser.add_argument("--documents", metavar="REGEX", default="", help="documents whose name begins so")
    options = parser.parse_args()
    pairs = list(gum(options) if options.gum else ours(options))
    print_table("all", [count(gold, system) for _, gold, system in pairs])
    errors = []
    if not options.gum:
        print_table("sure only", [count(gold, system, sure=True) for _, gold, system in pairs])
        errors = speakers(pairs, annotations.ontology())
    if annotations.ERRORS:
        for pair in pairs:
            list_errors(*pair)
        for error in errors:
            print(error)


if __name__ == "__main__":
    annotations.run(main)
