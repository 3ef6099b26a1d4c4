#!/usr/bin/env python3
"""Scores the names that the program finds in articles, and what it links them to.

    score_names.py .build/release/stancegraph
    score_names.py analyses.jsonl               what `annotate --format json` has printed for the articles

Gold is evaluation/names (its rules: evaluation/names/RULES.md) over the articles of ../shared; without them nothing
is scored and the status is 0. Prints, in percent:

strict   the span is the gold one once the system's has lost the/The, titles of persons, lower-case words, quotation
         marks and possessives at its ends, as the rules have it
found    one to one, a mention that contains or overlaps the name: the one of the same span first, then the one whose
         head lies in the name, then the shortest
typed    found, and it is a person, an organization or a location (country or region) as in gold; governments and
         their seats (White House) may be organization or location
linked   typed, and the entity is the gold one; where gold has none, the system must have no id of the ontology

An alternative that is `optional` is neither demanded nor punished; one that is `longer` may stand for the names in
it. A demonym (*Russian*) has the type of its entity. `ERRORS=1` lists wrong links, missing names and extra ones.
"""

import re
import sys
from collections import Counter, defaultdict

import annotations
from annotations import f1, inside, overlap

SEATS = {"White House", "Kremlin", "Downing Street", "Capitol"}
PARTICLES = {"al", "el", "bin", "bint", "ibn", "de", "da", "di", "du", "del", "der", "den", "la", "le", "van", "von"}
TYPES = {"person": {"person"}, "organization": {"organization"}, "country": {"location"}, "region": {"location"},
         "city": {"location"}}
MARKS = "\"“”‘’'«»()[]{},.;: \t\n"


class Name:
    def __init__(self, start, end, text, type, entity, head=None):
        self.span, self.text, self.type = (int(start), int(end)), text, type
        self.entity = None if entity in (None, "-") else entity
        self.head = tuple(head) if head else self.span
        self.bare = self.span  # without what is no part of a name


def trimmed(text, span):
    """The span (of bytes) without marks, possessive and article at its ends."""
    start, end = span
    words = text[start:end].decode(errors="replace")
    body = re.sub(r"['’]s$", "", words.rstrip(MARKS)).rstrip(MARKS)
    if words[len(body):].startswith(".") and re.search(r"\b(\w\.)+\w$|\b[JS]r$", body):
        body += "."  # U.S., Jr.
    front = body.lstrip(MARKS)
    front = re.sub(r"^[Tt]he\s+", "", front)
    start += len(body[:len(body) - len(front)].encode())
    return start, start + len(front.encode())


def bare(text, mention, titles):
    """The span of a system's name as the rules of the gold have it."""
    start, end = trimmed(text, mention.span)
    if mention.type == "person":
        words, at = text[start:end].decode(errors="replace"), 0
        head = len(text[start:max(start, mention.head[0])].decode(errors="replace"))
        for title in titles.finditer(words):
            if title.start() <= max(at, head):
                at = title.end()
        if at and re.match(r"(of|for|and)\b", words[at:]):
            at = max(at, head)  # Minister of Education Stefania Giannini
        start += len(words[:at].encode())
    words = list(re.finditer(rb"\S+", text[start:end]))
    while len(words) > 1 and words[0][0].decode().islower() and words[0][0].decode() not in PARTICLES:
        words.pop(0)
    while len(words) > 1 and words[-1][0].decode().islower():
        words.pop()
    return trimmed(text, (start + words[0].start(), start + words[-1].end())) if words else (start, end)


def title_pattern(rows):
    """A title before another word."""
    titles = {t for row in rows for c in ("title", "variants", "plural") for t in row[c].split("|") if t}
    longest_first = "|".join(re.escape(t) for t in sorted(titles, key=lambda t: (-len(t), t)))
    return re.compile(rf"(?<![^\s(\[])(?:{longest_first})\b\.?\s+(?=\w)", re.IGNORECASE)


def same_entity(gold, system, known):
    return system.entity not in known if gold is None else system.entity == gold


def types_of(name):
    """The system's types that fit a gold name; one without a type of its own has that of its entity."""
    kind = (name.entity or "").split(":")[0]
    if name.type in ("demonym", "longer"):
        anything = {"person", "organization", "location"}
        return {"organization", "location"} if name.type == "longer" and kind else TYPES.get(kind, anything)
    if name.text in SEATS or name.type == "organization" and kind == "country":
        return {"organization", "location"}
    return TYPES[name.type]


def matched(gold, system):
    """{gold name: mention}, one to one."""
    pairs = [(g.bare != s.bare, not inside(s.head, g.span), s.span[1] - s.span[0], i, j)
             for i, g in enumerate(gold) for j, s in enumerate(system) if overlap(g.span, s.span)]
    taken, partner = set(), {}
    for *_, i, j in sorted(pairs):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return {gold[i]: system[j] for i, j in partner.items()}


def compare(gold, longer, optional, system, known):
    """The verdict on each name: rows of (gold name or None, mention or None, strict, typed, linked)."""
    partner = matched(gold, system)
    fitting = {s: [a for a in longer if inside(a.span, s.span)] for s in system}
    rows = []
    for g in gold:
        s = partner.get(g)
        if s is None:
            if not any(inside(g.span, a.span) for s in system for a in fitting[s]):
                rows.append((g, None, False, False, False))
            continue
        wider = [a for a in fitting[s] if inside(g.span, a.span)]
        typed = any(s.type in types_of(name) for name in (g, *wider))
        rights = [g.entity, *(a.entity for a in wider)]
        rows.append((g, s, g.bare == s.bare, typed, typed and any(same_entity(e, s, known) for e in rights)))
    for s in system:
        if s not in partner.values() and not fitting[s] and not any(overlap(a.span, s.span) for a in optional):
            rows.append((None, s, False, False, False))
    return rows


def scores(rows):
    """F1 of strict, found, typed and linked, each with precision and recall."""
    gold = sum(g is not None for g, *_ in rows)
    system = sum(s is not None for _, s, *_ in rows)
    hits = [sum(row[2] for row in rows), sum(g is not None and s is not None for g, s, *_ in rows),
            sum(row[3] for row in rows), sum(row[4] for row in rows)]
    return [f1(h, system, h, gold) for h in hits]


def report(articles, known):
    """Prints the tables; articles are {name: rows}."""
    every = [row for rows in articles.values() for row in rows]

    def plain(rows):
        return [row for row in rows if row[0] is None or row[0].type != "demonym"]

    print(f"{'':26}{'strict P':>9}{'R':>6}{'F1':>6}{'found P':>9}{'R':>6}{'F1':>6}{'typed F1':>10}{'linked F1':>10}")
    for title, chosen in (("without demonyms", plain), ("with demonyms", list)):
        strict, found, typed, linked = scores(chosen(every))
        print(f"{title:26}{strict[0]:9.1f}{strict[1]:6.1f}{strict[2]:6.1f}{found[0]:9.1f}{found[1]:6.1f}"
              f"{found[2]:6.1f}{typed[2]:10.1f}{linked[2]:10.1f}")
        each = [scores(chosen(rows)) for rows in articles.values()]
        strict, found, typed, linked = ([sum(s[k][i] for s in each) / len(each) for i in range(3)] for k in range(4))
        print(f"{'  mean of the articles':26}{strict[0]:9.1f}{strict[1]:6.1f}{strict[2]:6.1f}{found[0]:9.1f}"
              f"{found[1]:6.1f}{found[2]:6.1f}{typed[2]:10.1f}{linked[2]:10.1f}")
    print(f"\n{'gold type':26}{'names':>9}{'strict':>9}{'found':>9}{'typed':>9}{'linked':>9}   (recall)")
    for kind in sorted({g.type for g, *_ in every if g}):
        of_kind = [row for row in every if row[0] and row[0].type == kind]
        shares = (100 * n / len(of_kind) for n in (
            sum(r[2] for r in of_kind), sum(r[1] is not None for r in of_kind), sum(r[3] for r in of_kind),
            sum(r[4] for r in of_kind)))
        print(f"{kind:26}{len(of_kind):9}" + "".join(f"{share:9.1f}" for share in shares))
    print(f"\n{'system type':26}{'names':>9}{'strict':>9}{'found':>9}{'typed':>9}{'linked':>9}   (precision)")
    for kind in sorted({s.type for _, s, *_ in every if s}):
        of_kind = [row for row in every if row[1] and row[1].type == kind]
        shares = (100 * n / len(of_kind) for n in (
            sum(r[2] for r in of_kind), sum(r[0] is not None for r in of_kind), sum(r[3] for r in of_kind),
            sum(r[4] for r in of_kind)))
        print(f"{kind:26}{len(of_kind):9}" + "".join(f"{share:9.1f}" for share in shares))
    with_id = Counter(link_verdict(row, known) for row in every if row[0] and row[1] and row[0].entity)
    without = Counter(link_verdict(row, known) for row in every if row[0] and row[1] and not row[0].entity)
    print(f"\nlinks of found names: in the ontology {with_id['right']} right, {with_id['wrong']} wrong, "
          f"{with_id['none']} without; not in it {without['right']} right, {without['wrong']} wrong")


def link_verdict(row, known):
    """Whether a found name, whatever its type, has the right link, a wrong one or none."""
    gold, system, linked = row[0], row[1], row[4]
    if linked or same_entity(gold.entity, system, known):
        return "right"
    return "wrong" if system.entity in known else "none"


def list_errors(articles, texts, known):
    def shown(name, s):
        return texts[name][s.span[0]:s.span[1]].decode().replace("\n", " ")

    for name, rows in articles.items():
        for row in sorted(rows, key=lambda r: (r[0] or r[1]).span):
            gold, system = row[:2]
            if system is None:
                print(f"{name}\tmissing\t{gold.text}\t{gold.type}")
            elif gold is None:
                print(f"{name}\textra\t{shown(name, system)}\t{system.type}\t{system.entity or '-'}")
            elif not row[4]:
                what = {"right": "type", "wrong": "wrong link", "none": "no link"}[link_verdict(row, known)]
                print(f"{name}\t{what}\t{shown(name, system)}\t{system.type}\t{system.entity or '-'}"
                      f"\tgold: {gold.text}\t{gold.type}\t{gold.entity or '-'}")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = annotations.EVALUATION / "names"
    annotations.skip_without(annotations.SHARED / "articles", folder / "names.tsv")
    gold, longer, optional = defaultdict(list), defaultdict(list), defaultdict(list)
    for row in annotations.read_table(folder / "names.tsv"):
        gold[row["article"]].append(Name(row["start"], row["end"], row["text"], row["type"], row["entity"]))
    for row in annotations.read_table(folder / "alternatives.tsv"):
        {"longer": longer, "optional": optional}[row["kind"]][row["article"]].append(
            Name(row["start"], row["end"], row["text"], row["kind"], row["entity"]))
    known = set(annotations.ontology()) | {g.entity for names in gold.values() for g in names if g.entity}
    titles = title_pattern(annotations.read_table(annotations.ONTOLOGY / "titles.tsv"))
    analyses = annotations.annotate(sys.argv[1], annotations.read_articles(gold))
    articles, texts = {}, {}
    for name, analysis in analyses.items():
        texts[name] = analysis["text"].encode()
        for g in gold[name]:
            if texts[name][slice(*g.span)].decode(errors="replace") != g.text:
                raise annotations.Fault(f"names.tsv: {name} has no '{g.text}' at {g.span[0]}")
            g.bare = trimmed(texts[name], g.span)
        system = [Name(m["start"], m["end"], "", m["type"], m.get("named") or m["entity"], m["head"]) for m in analysis["mentions"]
                  if m["type"] in ("person", "organization", "location")]
        for mention in system:
            mention.bare = bare(texts[name], mention, titles)
        articles[name] = compare(gold[name], longer[name], optional[name], system, known)
    report(articles, known)
    if annotations.ERRORS:
        list_errors(articles, texts, known)


if __name__ == "__main__":
    annotations.run(main)
