"""What the scripts that score `stancegraph annotate --format json` share. Spans are (start, end), end exclusive."""

import gzip
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ONTOLOGY = HERE.parent / "ontology"
EVALUATION = HERE.parent / "evaluation"
SHARED = pathlib.Path(os.environ.get("SHARED") or HERE.parent.parent / "shared")
#: `ERRORS=1` lists what is wrong, on standard output behind the scores.
ERRORS = bool(os.environ.get("ERRORS"))

#: Bodies that count as the country they govern (rules of evaluation/coreference).
GOVERNMENT = dict.fromkeys(
    [f"organization:{id}" for id in ("trump-administration", "us-gov", "us-state", "us-treasury")], "country:US")


class Fault(Exception):
    """Something that is not what it should be."""


def run(main):
    """Runs a script's main function: a fault is said on standard error, with exit status 65."""
    try:
        main()
    except (Fault, OSError, UnicodeDecodeError, json.JSONDecodeError) as fault:
        print(f"{pathlib.Path(sys.argv[0]).name}: {fault}", file=sys.stderr)
        sys.exit(65)


def skip_without(*paths):
    """Ends the script with status 0 if what it scores against isn't here."""
    for path in paths:
        if not path.exists():
            print(f"{pathlib.Path(sys.argv[0]).name}: skipped, {path} is not here")
            sys.exit(0)


def read_table(path):
    """The rows of a TSV file as dictionaries; a `\"` means nothing, empty lines and `#` lines are passed over."""
    lines = [l for l in path.read_text(encoding="utf-8").split("\n") if l.strip() and not l.startswith("#")]
    header = lines[0].rstrip("\r").split("\t")
    rows = [line.rstrip("\r").split("\t") for line in lines[1:]]
    for row in rows:
        if len(row) > len(header):
            raise Fault(f"{path}: {len(row)} cells where the header has {len(header)}: {row}")
    return [dict(zip(header, row + [""] * (len(header) - len(row)))) for row in rows]


def read_json_lines(path):
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def ontology(folder=ONTOLOGY):
    """All names of each id: {`country:UA`: [`Ukraine`, …]}, the name printed first."""
    kinds = {"countries": "country", "organizations": "organization", "regions": "region", "cities": "city",
             "people": "person"}
    names = {}
    for table, kind in kinds.items():
        for row in read_table(folder / f"{table}.tsv"):
            cells = [row.get(column, "") for column in ("name", "official_name", "aliases", "variants", "metonyms")]
            names[f"{kind}:{row['id']}"] = [name for cell in cells for name in cell.split("|") if name]
    return names


def annotate(system, texts, suffix=".txt"):
    """The analysis of each text, {name: object}. The system is the program, or a file of JSON lines that it wrote;
    texts are {name: text}, with the suffix `.conllu` in that format."""
    if system.endswith((".json", ".jsonl", ".gz")):
        objects = read_json_lines(pathlib.Path(system))
    else:
        with tempfile.TemporaryDirectory() as folder:
            files = {pathlib.Path(folder) / (name + suffix): text for name, text in texts.items()}
            for path, text in files.items():
                path.write_bytes(text.encode())
            options = ["--pretokenized"] if suffix == ".conllu" else []
            done = subprocess.run([system, "annotate", *options, "--format", "json", *files], stdout=subprocess.PIPE)
            if done.returncode:
                raise Fault(f"{system} annotate ended with status {done.returncode}")
            objects = [json.loads(line) for line in done.stdout.splitlines()]
    found = {pathlib.Path(o["document"]).name.removesuffix(suffix): o for o in objects}
    for name, text in texts.items():
        if name not in found:
            raise Fault(f"the system has no document {name}")
        if suffix == ".txt" and found[name]["text"] != text:
            raise Fault(f"{name}: the system's text is not the text to be scored")
    return {name: found[name] for name in texts}


def read_articles(names):
    """The texts of shared articles, byte for byte."""
    return {name: (SHARED / "articles" / f"{name}.txt").read_bytes().decode() for name in names}


def characters(text):
    """The function from byte offsets of the text to those of its characters."""
    places = {0: 0}
    at = 0
    for i, character in enumerate(text, 1):
        at += len(character.encode())
        places[at] = i
    return places.__getitem__


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def inside(a, b):
    return b[0] <= a[0] and a[1] <= b[1]


def f1(hits, system, found, gold):
    """Precision, recall and F1 in percent: hits among the system's, found among the gold ones."""
    precision = 100 * hits / system if system else 0.0
    recall = 100 * found / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def total(counts):
    """The sums of equally long rows of numbers."""
    return [sum(column) for column in zip(*counts)]


def interval(documents, score, rounds=1000):
    """The 90 % interval of `score(documents)` when documents are drawn anew, with the same draws at each run."""
    draw = random.Random(1)
    scores = sorted(score(draw.choices(documents, k=len(documents))) for _ in range(rounds))
    return scores[round(0.05 * (rounds - 1))], scores[round(0.95 * (rounds - 1))]
