#!/usr/bin/env python3
"""Checks the stance lexicon (ontology/issues.tsv, issue-patterns.tsv, cues.tsv).

Errors (exit status 1): a wrong column count or value, an unknown slot, slug or role, a duplicate
row, text that isn't NFC, an example that doesn't hold the words of its row.

With `--fire`, also lists the rows that never fire in the articles and treebanks beside the
checkout (`--shared`, default ../shared; parts that are missing are skipped). In the treebanks a
pattern is matched over the gold tree; in the articles, which have none, a row counts as fired when
all its words stand close together in one sentence. `--show N` prints N sentences a row fires in,
`--only TEXT` restricts that to rows of an issue or cue.
"""

import argparse
import gzip
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

ISSUE_COLUMNS = "slug roles symmetric label opposite broader note".split()
PATTERN_COLUMNS = "issue head pos needs without sign act roles example".split()
CUE_COLUMNS = "cue pos kind polarity holder target strength modality plover example".split()

PREPOSITIONS = set(
    "to of for in on with against from by into between over across at under about towards toward "
    "upon behind along near off around through as among within off up out without".split()
)
ENTITY_KINDS = {"country", "organization", "person", "region", "actor"}
SLOT_KINDS = ENTITY_KINDS
BASE_SLOTS = {"subj", "obj", "iobj", "poss", "amod", "acl"} | PREPOSITIONS
CLAUSE_SLOTS = {"xcomp", "ccomp", "advcl", "quote"}
KINDS = set(
    "attitude act desire demand warn speech belief implicative evaluative benefactive shell light"
    .split()
)
PLOVER = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST "
    "SANCTION MOBILIZE COERCE ASSAULT".split()
) | {""}
MODALITIES = {"asserted", "intended", "possible", "conditional"}


class Report:
    def __init__(self):
        self.errors = 0

    def error(self, path, line, problem):
        self.errors += 1
        print(f"{path}:{line}: {problem}")


def read_table(path, columns, report):
    """Rows of a tab separated file as (line number, {column: text})."""
    rows = []
    text = path.read_text(encoding="utf-8")
    if unicodedata.normalize("NFC", text) != text:
        report.error(path, 1, "text isn't in Unicode form NFC")
    header = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if header is None:
            header = fields
            if header != columns:
                report.error(path, number, f"header is {header}, not {columns}")
            continue
        if len(fields) != len(columns):
            report.error(path, number, f"{len(fields)} columns, not {len(columns)}")
            continue
        if any(f != f.strip() or "  " in f for f in fields):
            report.error(path, number, "stray blanks in a column")
        rows.append((number, dict(zip(columns, fields))))
    return rows


# Words -----------------------------------------------------------------------------------------

IRREGULAR = {
    "feet": "foot", "dug": "dig", "shrank": "shrink",
    "fought": "fight", "sought": "seek", "said": "say", "told": "tell", "swore": "swear",
    "sworn": "swear", "thought": "think", "felt": "feel", "saw": "see", "seen": "see",
    "held": "hold", "kept": "keep", "made": "make", "gave": "give", "given": "give",
    "took": "take", "taken": "take", "stood": "stand", "spoke": "speak", "spoken": "speak",
    "came": "come", "met": "meet", "drew": "draw", "drawn": "draw", "won": "win", "had": "have",
    "has": "have", "shown": "show", "wrote": "write", "written": "write", "began": "begin",
    "begun": "begin", "let": "let", "stuck": "stick", "hit": "hit", "chose": "choose",
    "chosen": "choose", "sent": "send", "sold": "sell", "left": "leave", "threw": "throw",
    "thrown": "throw", "bore": "bear", "broke": "break", "broken": "break", "brought": "bring",
    "bought": "buy", "meant": "mean", "went": "go", "gone": "go", "was": "be", "is": "be",
    "were": "be", "are": "be", "paid": "pay", "laid": "lay", "led": "lead", "forbade": "forbid",
    "forbidden": "forbid", "knew": "know", "known": "know", "found": "find", "lost": "lose",
    "women": "woman", "men": "man", "people": "people", "children": "child", "thieves": "thief",
    "understood": "understand", "withdrew": "withdraw", "withdrawn": "withdraw",
    "withheld": "withhold", "overthrew": "overthrow", "forgave": "forgive", "upheld": "uphold",
    "foresaw": "foresee", "undertook": "undertake", "beseeched": "beseech", "rang": "ring",
    "rose": "rise", "fell": "fall", "fallen": "fall", "hailed": "hail", "stung": "sting",
    "drove": "drive", "put": "put", "ran": "run", "strove": "strive", "caught": "catch",
    "lied": "lie", "denied": "deny", "shot": "shoot", "dealt": "deal", "arms": "arms",
    "undid": "undo", "undone": "undo", "did": "do", "done": "do", "does": "do", "lent": "lend",
}


def forms(word):
    """Lemmas the word could have, by spelling alone."""
    word = word.lower().strip("'’\"“”.,;:!?()")
    found = {word}
    if word in IRREGULAR:
        found.add(IRREGULAR[word])
    for suffix, replacements in (
        ("ies", ["y", "ie"]), ("es", ["", "e", "is"]), ("s", [""]), ("ied", ["y"]),
        ("ed", ["", "e"]), ("d", [""]), ("ying", ["ie"]), ("ing", ["", "e"]),
        ("ves", ["f", "fe"]), ("'s", [""]), ("’s", [""]),
    ):
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            stem = word[: -len(suffix)]
            for replacement in replacements:
                found.add(stem + replacement)
            if len(stem) > 2 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return found


def words(text):
    return re.findall(r"[\w’'-]+", text, re.UNICODE)


def holds(text, cue, window=None):
    """Whether all words of the cue stand in the text (any order, in the window if given)."""
    lemmas = [forms(w) for w in words(text)]
    parts = cue.lower().split()
    places = []
    for part in parts:
        at = [i for i, f in enumerate(lemmas) if part in f]
        if not at:
            return False
        places.append(at)
    if window is None or len(parts) == 1:
        return True
    return any(
        all(any(abs(i - first) <= window for i in at) for at in places[1:]) for first in places[0]
    )


# Trees -----------------------------------------------------------------------------------------

COUNTRY_WORDS = set(
    "us u.s. usa america american britain british uk iraq iraqi iran iranian israel israeli "
    "china chinese russia russian france french germany german japan japanese india indian "
    "pakistan syria syrian turkey turkish ukraine ukrainian korea korean afghanistan egypt "
    "canada canadian mexico mexican cuba cuban lebanon jordan saudi palestinian vietnam "
    "libya sudan states kingdom taiwan poland georgia spain italy brazil australia australian "
    "zealand kuwait yemen venezuela washington moscow beijing tehran".split()
)
ORGANIZATION_WORDS = set("nato eu un u.n. union opec hamas hezbollah fatah al-qaeda taliban".split())


class Token:
    __slots__ = ("index", "form", "lemma", "pos", "head", "relation", "children")

    def __init__(self, fields):
        self.index = int(fields[0])
        self.form = fields[1]
        self.lemma = fields[2].lower()
        self.pos = fields[3]
        self.head = int(fields[6])
        self.relation = fields[7]
        self.children = []


def sentences(path):
    """Sentences of a CoNLL-U file as (text, tokens)."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        text, tokens = "", []
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# text ="):
                text = line[8:].strip()
            elif not line:
                if tokens:
                    by_index = {t.index: t for t in tokens}
                    for token in tokens:
                        if token.head in by_index:
                            by_index[token.head].children.append(token)
                    yield text, tokens
                text, tokens = "", []
            elif line[0] != "#":
                fields = line.split("\t")
                if fields[0].isdigit():
                    tokens.append(Token(fields))


def preposition_words(token):
    return [
        w
        for c in token.children
        if c.relation in ("case", "mark")
        for w in [c.lemma] + [g.lemma for g in c.children if g.relation == "fixed"]
    ]


def in_slot(token, slot):
    """Dependents of the token that fill the slot, over basic UD relations."""
    found = []
    passive = any(c.relation in ("nsubj:pass", "aux:pass") for c in token.children)
    for child in token.children:
        relation = child.relation
        base = relation.split(":")[0]
        if slot == "subj":
            if relation in ("nsubj", "csubj", "nsubj:outer", "csubj:outer"):
                found.append(child)
            elif passive and base == "obl" and "by" in preposition_words(child):
                found.append(child)
        elif slot == "obj":
            if relation in ("obj", "nsubj:pass", "csubj:pass"):
                found.append(child)
        elif slot == "iobj":
            if relation == "iobj":
                found.append(child)
        elif slot == "poss":
            if relation == "nmod:poss":
                found.append(child)
        elif slot == "amod":
            if base in ("amod", "compound", "nmod") and (
                base != "nmod" or not preposition_words(child) and relation != "nmod:poss"
            ):
                found.append(child)
        elif slot in ("xcomp", "ccomp", "advcl", "acl"):
            if base == slot:
                found.append(child)
        elif base in ("obl", "nmod", "advcl", "acl", "xcomp") and slot in preposition_words(child):
            found.append(child)
    if slot == "subj" and not found and token.relation == "acl:relcl":
        found = []
    return found


def phrase(token, depth=3):
    """Tokens below this one, three levels down, without relative and adverbial clauses."""
    found = []
    if depth == 0:
        return found
    for child in token.children:
        if child.relation in ("acl:relcl", "advcl", "punct"):
            continue
        if child.relation in ("conj", "parataxis") and token.pos == "VERB" and child.pos == "VERB":
            continue
        found.append(child)
        found += phrase(child, depth - 1)
    return found


def is_entity(token, kind):
    if kind == "country" or kind == "region":
        return token.lemma in COUNTRY_WORDS
    if kind == "organization":
        return token.lemma in ORGANIZATION_WORDS or (
            token.pos == "PROPN" and token.form.isupper() and 2 < len(token.form) < 7
            and token.lemma not in COUNTRY_WORDS
        )
    if kind == "person":
        return token.pos == "PROPN" and token.lemma not in COUNTRY_WORDS
    return token.pos == "PROPN" or token.lemma in COUNTRY_WORDS


def condition_holds(token, condition):
    slot = None
    if ":" in condition:
        slot, condition = condition.split(":", 1)
    if slot is None:
        candidates = phrase(token)
    else:
        candidates = []
        for filler in in_slot(token, slot):
            candidates += [filler] + phrase(filler, 2)
    for alternative in condition.split("|"):
        if alternative.startswith("@"):
            if any(is_entity(c, alternative[1:]) for c in candidates):
                return True
        elif any(alternative in (c.lemma, c.form.lower()) for c in candidates):
            return True
    return False


POS = {"V": {"VERB"}, "N": {"NOUN", "PROPN"}, "A": {"ADJ", "VERB"}}


def head_fits(token, head, pos):
    first, *rest = head.split()
    if token.lemma != first or token.pos not in POS.get(pos, set()):
        return False
    below = phrase(token, 2)
    return all(any(w in (c.lemma, c.form.lower()) for c in below) for w in rest)


def pattern_fits(token, row):
    if not head_fits(token, row["head"], row["pos"]):
        return False
    if row["needs"] and not all(condition_holds(token, c) for c in row["needs"].split(" & ")):
        return False
    return not row["without"] or not any(
        condition_holds(token, c) for c in row["without"].split(" & ")
    )


def target_found(token, slots):
    if not slots:
        return True
    for slot in slots:
        first = slot.split("+")[0].split("@")[0]
        if first == "quote":
            if any(c.relation in ("ccomp", "parataxis") for c in token.children):
                return True
            continue
        fillers = in_slot(token, first)
        if "+" in slot and not (fillers and in_slot(token, slot.split("+")[1])):
            continue
        if fillers:
            return True
    return False


# Checks ----------------------------------------------------------------------------------------


def slot_error(slot, allowed):
    for part in slot.split(">"):
        base, _, kind = part.partition("@")
        if base.partition(":")[0] in ("country", "organization", "region", "person") and ":" in base:
            continue  # always this entity
        if base not in allowed:
            return f"unknown slot '{part}'"
        if kind and kind not in SLOT_KINDS:
            return f"unknown entity kind in '{part}'"
    return None


def check_issues(path, rows, report):
    issues = {}
    for number, row in rows:
        slug = row["slug"]
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
            report.error(path, number, f"slug '{slug}' isn't lower case with hyphens")
        if slug in issues:
            report.error(path, number, f"slug '{slug}' stands twice")
        roles = row["roles"].split("|")
        issues[slug] = roles
        if row["symmetric"] not in ("yes", "no"):
            report.error(path, number, "symmetric is neither yes nor no")
        if (row["symmetric"] == "yes") != (len(roles) == 2 and roles[0] == roles[1]):
            report.error(path, number, "symmetric disagrees with the roles")
        in_label = re.findall(r"\{(\w+)\}", row["label"])
        if sorted(in_label) != sorted(roles):
            report.error(path, number, f"label names {in_label}, roles are {roles}")
        if row["label"].count("[") != row["label"].count("]"):
            report.error(path, number, "unbalanced brackets in the label")
        if not row["note"]:
            report.error(path, number, "no note")
    for number, row in rows:
        for column in ("opposite", "broader"):
            if row[column] and row[column] not in issues:
                report.error(path, number, f"{column} '{row[column]}' is no slug")
            if row[column] == row["slug"]:
                report.error(path, number, f"{column} is the issue itself")
    return issues


def check_listed(path, issues, listing, report):
    """The slugs, roles and order of the gold's list of issues, where it is at hand."""
    for line in listing.read_text(encoding="utf-8").split("\n"):
        match = re.match(r"\| ([a-z-]+) \| ([a-z,]+) \| (?:yes|no) \|", line)
        if match and issues.get(match[1]) != match[2].split(","):
            report.error(path, 1, f"{match[1]}: roles differ from the list of issues")


def check_conditions(path, number, text, report):
    for condition in filter(None, text.split(" & ")):
        if ":" in condition:
            slot, condition = condition.split(":", 1)
            problem = slot_error(slot, BASE_SLOTS | CLAUSE_SLOTS)
            if problem:
                report.error(path, number, problem)
        for alternative in condition.split("|"):
            if not alternative or ":" in alternative or alternative != alternative.lower():
                report.error(path, number, f"bad alternative '{alternative}'")
            if " " in alternative:
                report.error(path, number, f"'{alternative}' is more than one word")
            if alternative.startswith("@") and alternative[1:] not in ENTITY_KINDS:
                report.error(path, number, f"unknown entity kind '{alternative}'")


def check_patterns(path, rows, issues, report):
    seen = {}
    used = set()
    for number, row in rows:
        used.add(row["issue"])
        if row["issue"] not in issues:
            report.error(path, number, f"'{row['issue']}' is no slug")
            continue
        if row["pos"] not in ("V", "N", "A"):
            report.error(path, number, f"pos '{row['pos']}'")
        if row["sign"] not in ("+", "-"):
            report.error(path, number, f"sign '{row['sign']}'")
        if row["act"] not in ("yes", "no"):
            report.error(path, number, f"act '{row['act']}'")
        if row["head"] != row["head"].lower():
            report.error(path, number, "head isn't lower case")
        check_conditions(path, number, row["needs"], report)
        check_conditions(path, number, row["without"], report)
        roles = issues[row["issue"]]
        named = []
        for role in filter(None, row["roles"].split(";")):
            name, _, slots = role.partition("=")
            named.append(name)
            for slot in slots.split(","):
                problem = slot_error(slot, BASE_SLOTS)
                if problem:
                    report.error(path, number, problem)
        for name in named:
            if name not in roles or named.count(name) > 1:
                report.error(path, number, f"role '{name}' isn't among {roles}, or stands twice")
        key = (row["head"], row["pos"], row["needs"], row["without"])
        if key in seen:
            report.error(path, number, f"same head and conditions as line {seen[key]}")
        seen[key] = number
        if not row["example"]:
            report.error(path, number, "no example")
        elif not holds(row["example"], row["head"]):
            report.error(path, number, f"example lacks '{row['head']}': {row['example']}")
    for slug in issues:
        if slug not in used:
            report.error(path, 1, f"no pattern for issue '{slug}'")


def check_cues(path, rows, report):
    seen = {}
    cue_slots = BASE_SLOTS | CLAUSE_SLOTS
    for number, row in rows:
        if row["pos"] not in ("V", "N", "A", "P"):
            report.error(path, number, f"pos '{row['pos']}'")
        if row["kind"] not in KINDS:
            report.error(path, number, f"kind '{row['kind']}'")
        if row["polarity"] not in ("+", "-", "0"):
            report.error(path, number, f"polarity '{row['polarity']}'")
        if row["kind"] in ("shell", "light") and row["polarity"] != "0":
            report.error(path, number, f"polarity of a {row['kind']} cue must be 0")
        if row["kind"] in ("speech", "belief") and row["polarity"] == "+":
            report.error(path, number, f"a {row['kind']} cue reports (0) or denies (-)")
        if row["kind"] == "implicative" and row["polarity"] == "0":
            report.error(path, number, "an implicative keeps or flips")
        if row["strength"] not in ("1", "2", "3", "4", "5"):
            report.error(path, number, f"strength '{row['strength']}'")
        if row["modality"] not in MODALITIES:
            report.error(path, number, f"modality '{row['modality']}'")
        if row["plover"] not in PLOVER:
            report.error(path, number, f"plover '{row['plover']}'")
        if not row["target"]:
            report.error(path, number, "no target slot")
        for column in ("holder", "target"):
            for slot in filter(None, row[column].split(",")):
                for part in slot.split("+"):
                    problem = slot_error(part, cue_slots)
                    if problem:
                        report.error(path, number, problem)
        for slot in row["target"].split(","):
            key = (row["cue"], row["pos"], row["holder"], slot)
            if key in seen:
                report.error(path, number, f"{slot} of '{row['cue']}' stands on line {seen[key]}")
            seen[key] = number
        if row["example"] and not holds(row["example"], row["cue"]):
            report.error(path, number, f"example lacks '{row['cue']}': {row['example']}")


# Firing ----------------------------------------------------------------------------------------


def scoring_part(split):
    """Names of the articles that are kept for scoring only and aren't to be opened."""
    match = re.search(r"\*\*check\*\*:[^:]*: ([a-z0-9, -]+)\.", split.read_text(encoding="utf-8"))
    return set(match[1].split(", ")) if match else None


def fire(patterns, cues, shared, show, only):
    fired = defaultdict(list)
    articles, split = shared / "articles", shared / "gold" / "SPLIT.md"
    texts = []
    kept = scoring_part(split) if split.is_file() else None
    if articles.is_dir() and kept:
        for path in sorted(articles.glob("*.txt")):
            if path.stem not in kept:
                texts += re.split(r"(?<=[.!?])\s+|\n+", path.read_text(encoding="utf-8"))
    else:
        print("no articles: skipped")
    by_word = defaultdict(list)
    for text in texts:
        for form in {f for w in words(text) for f in forms(w)}:
            by_word[form].append(text)

    def in_articles(key, cue, conditions=""):
        for text in by_word.get(cue.lower().split()[0], []):
            if not holds(text, cue, window=6):
                continue
            lemmas = {f for w in words(text) for f in forms(w)}
            if all(
                any(a.startswith("@") or a in lemmas for a in c.split(":")[-1].split("|"))
                for c in filter(None, conditions.split(" & "))
            ):
                fired[key].append("article: " + text)

    for number, row in patterns:
        in_articles(("pattern", number), row["head"], row["needs"])
    for number, row in cues:
        in_articles(("cue", number), row["cue"])

    pattern_index, cue_index = defaultdict(list), defaultdict(list)
    for number, row in patterns:
        pattern_index[row["head"].split()[0]].append((number, row))
    for number, row in cues:
        cue_index[row["cue"].split()[0]].append((number, row))
    treebanks = shared / "treebanks"
    for name in ("ewt-train.conllu.gz", "gum-train.conllu.gz"):
        path = treebanks / name
        if not path.is_file():
            print(f"no {name}: skipped")
            continue
        for text, tokens in sentences(path):
            for token in tokens:
                for number, row in pattern_index.get(token.lemma, []):
                    if pattern_fits(token, row):
                        fired["pattern", number].append(text)
                        break
                for number, row in cue_index.get(token.lemma, []):
                    if row["pos"] == "P":
                        if holds(text, row["cue"]):
                            fired["cue", number].append(text)
                    elif head_fits(token, row["cue"], row["pos"]) and target_found(
                        token, row["target"].split(",")
                    ):
                        fired["cue", number].append(text)
                        break
    for title, rows, name in (("pattern", patterns, "issue"), ("cue", cues, "cue")):
        silent = [r for r in rows if not fired[title, r[0]]]
        print(f"{title} rows that never fire: {len(silent)} of {len(rows)}")
        if show == 0:
            for number, row in silent:
                print(f"  {number}\t" + "\t".join(list(row.values())[:4]))
        elif show > 0:
            for number, row in rows:
                if only and only not in (row[name], row.get("head")):
                    continue
                found = fired[title, number]
                if found:
                    print(f"{number} ({len(found)})\t" + "\t".join(list(row.values())[:5]))
                    for text in found[:show]:
                        print("      " + text[:300])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    root = Path(__file__).resolve().parents[2]
    parser.add_argument("--ontology", type=Path, default=root / "ontology")
    parser.add_argument("--shared", type=Path, default=root.parent / "shared")
    parser.add_argument("--fire", action="store_true", help="list the rows that never fire")
    parser.add_argument("--show", type=int, default=0, help="print that many sentences a row")
    parser.add_argument("--only", default="", help="with --show: this issue, head or cue only")
    arguments = parser.parse_args()

    report = Report()
    paths = [arguments.ontology / n for n in ("issues.tsv", "issue-patterns.tsv", "cues.tsv")]
    tables = [
        read_table(path, columns, report)
        for path, columns in zip(paths, (ISSUE_COLUMNS, PATTERN_COLUMNS, CUE_COLUMNS))
    ]
    issues = check_issues(paths[0], tables[0], report)
    listing = arguments.shared / "gold" / "ISSUES.md"
    if listing.is_file():
        check_listed(paths[0], issues, listing, report)
    check_patterns(paths[1], tables[1], issues, report)
    check_cues(paths[2], tables[2], report)
    print(f"{len(tables[0])} issues, {len(tables[1])} patterns, {len(tables[2])} cues")
    if arguments.fire:
        fire(tables[1], tables[2], arguments.shared, arguments.show, arguments.only)
    print(f"{report.errors} errors")
    return 1 if report.errors else 0


if __name__ == "__main__":
    sys.exit(main())
