#!/usr/bin/env python3
"""Scores what pronouns and role nouns (*the country*) stand for, and looks for chains that can't be.

    score_anaphora.py .build/release/stancegraph
    score_anaphora.py analyses.jsonl            what `annotate --format json` has printed for the articles

Gold is evaluation/coreference (its rules: evaluation/coreference/RULES.md) over the articles of ../shared; without
them nothing is scored and the status is 0. The system's answer is its mention of the same head. It is

right   if its entity is the gold one (one of them, if they are several); a government is its country. Where gold has
        no entity or several: if its chain or entity has a mention that is the gold antecedent or has the same words
open    if there is no such mention, or it has no entity and its chain has nothing but pronouns
wrong   otherwise

Precision is right / (right + wrong), accuracy right / all, in percent. `no-antecedent` (with the rows for which the
article names nothing) is right if the system has neither entity nor a name in the chain; the group that a noun names
by itself is no entity here. `ERRORS=1` lists what is wrong.
"""

import sys
from collections import Counter, defaultdict

import annotations
from annotations import inside, overlap

NAMES = {"person", "organization", "location"}
FORMS = {form: pronoun for pronoun, forms in {
    "he": "he him his himself", "she": "she her hers herself", "it": "it its itself",
    "they": "they them their theirs themselves", "I": "i me my mine myself", "we": "we us our ours ourselves",
}.items() for form in forms.split()}


class Mention:
    def __init__(self, mention, text):
        self.span, self.head = (mention["start"], mention["end"]), tuple(mention["head"])
        self.type, self.chain = mention["type"], mention["chain"]
        self.entity = mention["entity"]
        if self.type == "nominal" and (self.entity or "").startswith("group:"):
            self.entity = None  # made of its own words
        self.words = words_of(text, self.span)


def words_of(text, span):
    return text[slice(*span)].decode(errors="replace").lower().removeprefix("the ")


class Article:
    """The mentions of an analysis, and which belong together."""

    def __init__(self, analysis):
        self.text = analysis["text"].encode()
        self.mentions = [Mention(m, self.text) for m in analysis["mentions"]]
        self.chains = defaultdict(list)
        for mention in self.mentions:
            if mention.chain is not None:
                self.chains[mention.chain].append(mention)
        self.sentences = analysis["sentences"]

    def head(self, span):
        """The span of the word on which the others of a span hang."""
        for sentence in self.sentences:
            tokens = [t for t in sentence["tokens"] if span[0] <= t["start"] < span[1]]
            ids = {t["id"] for t in tokens}
            tops = [t for t in tokens if t["head"] not in ids]
            if tops:
                noun = [t for t in tops if t["upos"] in ("NOUN", "PROPN", "PRON")] or tops
                return noun[-1]["start"], noun[-1]["end"]
        return span

    def mention(self, span):
        """The mention of the span, or of its head."""
        head = self.head(span)
        found = [m for m in self.mentions if m.span == span or overlap(m.head, head)]
        return min(found, default=None, key=lambda m: (abs(m.span[0] - span[0]) + abs(m.span[1] - span[1]), m.span))

    def chain(self, mention):
        return self.chains.get(mention.chain, [])

    def entity(self, mention):
        return mention.entity or next((m.entity for m in self.chain(mention) if m.entity), None)

    def company(self, mention):
        """The other mentions of its chain and its entity."""
        entity = self.entity(mention)
        return [m for m in self.mentions if m is not mention and (
            mention.chain is not None and m.chain == mention.chain or entity and m.entity == entity)]

    def is_antecedent(self, mention, span):
        if mention.words == words_of(self.text, span):
            return True
        return inside(mention.head, span) and (
            2 * overlap(mention.span, span) >= span[1] - span[0] or bool(overlap(mention.head, self.head(span))))


def verdict(article, row):
    """`right`, `wrong` or `open`, and the system's mention."""
    mention = article.mention((int(row["start"]), int(row["end"])))
    if mention is None:
        return "right" if row["class"] == "no-antecedent" else "open", None
    company, entity = article.company(mention), article.entity(mention)
    if row["class"] == "no-antecedent":
        named = entity or any(m.type in NAMES for m in article.chain(mention))
        return "wrong" if named else "right", mention
    golds = [annotations.GOVERNMENT.get(e, e) for e in row["entity"].split("|") if e != "-"]
    if annotations.GOVERNMENT.get(entity, entity) in golds:
        return "right", mention
    if len(golds) != 1 and row["antecedent_start"] != "-":
        antecedent = int(row["antecedent_start"]), int(row["antecedent_end"])
        if any(article.is_antecedent(m, antecedent) for m in company):
            return "right", mention
    resolved = entity or any(m is not mention and m.type != "pronoun" for m in article.chain(mention))
    return "wrong" if resolved else "open", mention


def conflicts(chain):
    """What a chain joins that nothing can be at once: of `gender`, `number`, `kind`."""
    pronouns = {FORMS.get(m.words) for m in chain if m.type == "pronoun"}
    kinds = {m.entity.split(":")[0] if m.entity else m.type for m in chain if m.entity or m.type in NAMES}
    person = "person" in kinds or pronouns & {"he", "she", "I"}
    thing = kinds & {"country", "region", "location", "organization"} or "it" in pronouns
    return [name for name, found in (
        ("gender", {"he", "she"} <= pronouns),
        ("number", pronouns & {"he", "she", "I"} and pronouns & {"they", "we"}),
        ("kind", person and thing)) if found]


def print_table(rows):
    """Rows are (class, sure, verdict)."""
    print(f"{'':22}" + "".join(f"{title:>8}{'right':>7}{'wrong':>7}{'open':>6}{'prec.':>7}{'acc.':>7}"
                               for title in ("all", "sure")))
    classes = sorted({row[0] for row in rows} - {"no-antecedent"})
    for title, chosen in [*((c, {c}) for c in classes), ("with an antecedent", set(classes)),
                          ("no-antecedent", {"no-antecedent"})]:
        line = f"{title:22}"
        for sure in (False, True):
            counts = Counter(v for c, s, v in rows if c in chosen and (s or not sure))
            right, wrong, size = counts["right"], counts["wrong"], counts.total()
            line += (f"{size:8}{right:7}{wrong:7}{counts['open']:6}{100 * right / max(1, right + wrong):7.1f}"
                     f"{100 * right / max(1, size):7.1f}")
        print(line)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    path = annotations.EVALUATION / "coreference" / "anaphora.tsv"
    annotations.skip_without(annotations.SHARED / "articles", path)
    gold = annotations.read_table(path)
    analyses = annotations.annotate(sys.argv[1], annotations.read_articles(dict.fromkeys(r["article"] for r in gold)))
    articles = {name: Article(analysis) for name, analysis in analyses.items()}
    rows, errors = [], []
    for row in gold:
        article, span = articles[row["article"]], (int(row["start"]), int(row["end"]))
        if article.text[slice(*span)].decode(errors="replace") != row["text"]:
            raise annotations.Fault(f"{path}: {row['article']} has no '{row['text']}' at {row['start']}")
        if row["entity"] == row["antecedent_start"] == "-":
            row["class"] = "no-antecedent"
        found, mention = verdict(article, row)
        rows.append((row["class"], row["sure"] == "yes", found))
        if found == "open":
            errors.append([row["article"], row["start"], row["class"], row["text"], f"{row['antecedent']} {row['entity']}", "open"])
        if found == "wrong":
            company = [m.words for m in article.company(mention) if m.type != "pronoun"][:1]
            errors.append([row["article"], row["start"], row["class"], row["text"], f"{row['antecedent']} {row['entity']}",
                           f"not: {article.entity(mention) or ''} {' '.join(company)}"])
    print_table(rows)
    joined = [(name, what, chain) for name, article in articles.items() for chain in article.chains.values()
              for what in conflicts(chain)]
    counts = Counter(what for _, what, _ in joined)
    print(f"\nchains: {sum(len(a.chains) for a in articles.values())}; that join he and she: {counts['gender']}, "
          f"one and many: {counts['number']}, persons and other things: {counts['kind']}")
    if annotations.ERRORS:
        errors += [[name, what, " | ".join(m.words for m in chain)] for name, what, chain in joined]
        for error in errors:
            print(*error, sep="\t")


if __name__ == "__main__":
    annotations.run(main)
