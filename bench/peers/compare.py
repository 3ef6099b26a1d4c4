#!/usr/bin/env python3
"""Speed and accuracy of PROGRAM beside spaCy and UDPipe 1; run.sh calls it on one core.

    compare.py PROGRAM [--rounds N] [--words N] [--only speed|accuracy] [--without spacy|udpipe]

README.md beside this file says what each number means.
"""

import argparse
import gc
import importlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from common import Fault, gold_words
from ours import Ours, Stages
from train_udpipe import SETTINGS

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHARED = pathlib.Path(os.environ.get("SHARED", ROOT.parent / "shared"))
TREEBANKS = SHARED / "treebanks"
MODEL = HERE / "models" / "ewt.udpipe"


def say(message):
    print(f"compare.py: {message}", file=sys.stderr, flush=True)


def attempt(make, *arguments):
    """What `make` gives, or nothing and a word on why."""
    try:
        return make(*arguments)
    except Fault as fault:
        say(fault)
    except ImportError as error:
        say(f"{error}: left out")
    return None


def load_spacy():
    """spaCy as it comes, and with numpy's matrix products, which only the speed is measured of."""
    spacy = importlib.import_module("spacy_peer").Spacy
    return [spacy(), spacy(blis=False)]


def load_udpipe():
    module = importlib.import_module("udpipe_peer")
    note = MODEL.with_suffix(".json")
    trained = json.loads(note.read_text()) if MODEL.exists() and note.exists() else {}
    if trained.get("settings") != SETTINGS:
        train, dev = TREEBANKS / "ewt-train.conllu.gz", TREEBANKS / "ewt-dev.conllu.gz"
        if not (train.exists() and dev.exists()):
            raise Fault(f"no {train} to train UDPipe on: left out")
        MODEL.parent.mkdir(exist_ok=True)
        log = MODEL.with_suffix(".log")
        say(f"UDPipe learns from {train.name}, which may take half an hour; {log} tells how far it is")
        with open(log, "wb") as file:
            command = [sys.executable, HERE / "train_udpipe.py", train, dev, MODEL]
            if subprocess.run(command, stderr=file, check=False).returncode:
                raise Fault(f"UDPipe's training failed; see {log}")
        trained = json.loads(note.read_text())
    peer = module.UDPipe(MODEL)
    peer.trained = f"trained in {trained['seconds']} s"
    return [peer]


def speed_texts(words):
    """The articles, and the same repeated to so many words."""
    for folder in (SHARED / "articles", ROOT / "articles"):
        texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
        if texts:
            break
    else:
        raise Fault("there are no articles to read: no speed")
    say(f"{len(texts)} articles of {folder}, {count(texts)} words")
    repeated = list(texts)
    while count(repeated) < words:
        repeated.append(texts[len(repeated) % len(texts)])
    return texts, repeated


def count(texts):
    return sum(len(text.split()) for text in texts)


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return "unknown processor"
    facts = dict(line.split(":", 1) for line in lines if ":" in line)
    facts = {key.strip(): value.strip() for key, value in facts.items()}
    flags = facts.get("flags", "").split()
    units = [f for f in ("avx2", "avx512f", "avx_vnni", "avx512_vnni") if f in flags]
    return f"{facts.get('model name', 'unknown processor')} ({', '.join(units) or 'no AVX2'})"


def measure(program, peers, words, rounds):
    """The rows of the table of speed: (name, words a second, stages)."""
    articles, texts = speed_texts(words)
    total = count(texts)
    ours = Ours(program, texts)
    stages = attempt(Stages, program, articles)
    if stages and stages.program.stat().st_mtime < pathlib.Path(ours.program).stat().st_mtime - 3600:
        say(f"{stages.program.name} was built more than an hour before the program: its row may be of other code")
    for peer in peers:
        peer.read(texts[:1])  # What is made at first use is made now.

    best = {}  # the shortest time of each, in seconds
    busy = 0.0
    for number in range(1, rounds + 1):
        times = []
        for peer in peers:
            gc.collect()
            wall, own = time.perf_counter(), time.process_time()
            peer.read(texts)
            wall, own = time.perf_counter() - wall, time.process_time() - own
            busy = max(busy, 1 - own / wall)
            times.append((peer.name, wall))
        times += [(ours.name, ours.seconds(ours.large)), ("small", ours.seconds(ours.small))]
        if stages:
            rate = attempt(stages.rate)
            if rate:
                times.append((stages.name, total / rate))
            else:
                stages = None
        for name, seconds in times:
            best[name] = min(seconds, best.get(name, seconds))
        say(f"round {number}: " + ", ".join(f"{name} {seconds:.2f} s" for name, seconds in times))
    if busy > 0.05:
        say(f"something else used up to {100 * busy:.0f} % of this core: the figures are too low")

    rows = [(p.name, total / best[p.name], p.stages) for p in peers]
    less = total - count([text.read_text() for text in ours.small.iterdir()])
    rows.append((ours.name, less / (best[ours.name] - best["small"]), ours.stages))
    if stages and stages.name in best:
        rows.append((stages.name, total / best[stages.name], stages.stages))
    print(f"\n{processor()}, core {', '.join(map(str, sorted(os.sched_getaffinity(0))))}; {total} words "
          f"({len(articles)} articles, repeated), the best of {rounds} rounds\n")
    return rows


def print_speed(rows, peers):
    mine = [row for row in rows if row[0].startswith("ours")]
    heads = ["one core", "words a second", *(f"{name} / it" for name, _, _ in mine), "what it does"]
    print("| " + " | ".join(heads) + " |\n|" + " --- |" * len(heads))
    for name, rate, stages in rows:
        ratios = [f"{own / rate:.2f}" if name in {p.name for p in peers} else "" for _, own, _ in mine]
        print("| " + " | ".join([name, f"{round(rate, -1):,.0f}", *ratios, stages]) + " |")
    print()


def conll18(gold, system, *arguments):
    """The F1 of each column by scripts/conll18.py."""
    command = [sys.executable, ROOT / "scripts/conll18.py", gold, system, "--json", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Fault(done.stderr.strip())
    return {column: score["f1"] for column, score in json.loads(done.stdout).items()}


def score(program, peers):
    """The rows of the table of accuracy: (name, {column: F1})."""
    test, names = TREEBANKS / "ewt-test.conllu.gz", TREEBANKS / "ewt-names-test.iob2.gz"
    if not test.exists():
        raise Fault(f"no {test}: no accuracy")
    rows = []
    with tempfile.TemporaryDirectory(prefix="stancegraph-peers-") as folder:
        folder = pathlib.Path(folder)
        subprocess.run([sys.executable, ROOT / "scripts/treebank_text.py", test, folder], check=True)
        texts = [path.read_text(encoding="utf-8") for path in sorted((folder / "text").iterdir())]
        gold, system = folder / "gold.conllu", folder / "system.conllu"

        def names_score(conllu):
            system.write_text(conllu, encoding="utf-8")
            return conll18(gold, system, "--names", names)["Names"]

        for peer in [*peers, Ours(program, [])]:
            try:
                system.write_text(peer.annotate(texts), encoding="utf-8")
                scores = {c: f for c, f in conll18(gold, system).items() if c in peer.columns}
                if names.exists() and hasattr(peer, "names"):
                    words = gold_words(test)
                    scores["Names"] = names_score(peer.names(words, trim=False))
                    scores["Names, trimmed"] = names_score(peer.names(words, trim=True))
                elif names.exists() and isinstance(peer, Ours):
                    scores["Names"] = names_score(peer.run("--pretokenized", "--format", "conllu", gold))
                rows.append((peer.name.split(",")[0] if isinstance(peer, Ours) else peer.name, scores))
            except Fault as fault:
                say(f"{peer.name}: {fault}")
    return rows


def print_accuracy(rows):
    columns = ["Tokens", "Words", "Sentences", "UPOS", "Lemmas", "UAS", "LAS", "Names", "Names, trimmed"]
    print("F1 on EWT's test part, from raw text; names on gold words\n")
    print("| | " + " | ".join(c if c.isupper() else c.lower() for c in columns) + " |\n|" + " --- |" * (len(columns) + 1))
    for name, scores in rows:
        cells = [f"{scores[c]:.2f}" if c in scores else "–" for c in columns]
        print("| " + " | ".join([name, *cells]) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--words", type=int, default=50_000, help="how long the text is that speed is measured on")
    parser.add_argument("--only", choices=("speed", "accuracy"))
    parser.add_argument("--without", choices=("spacy", "udpipe"), action="append", default=[], help="a peer to leave out")
    options = parser.parse_args()

    loaders = {"spacy": load_spacy, "udpipe": load_udpipe}
    kinds = [attempt(load) or [] for name, load in loaders.items() if name not in options.without]
    peers = [peer for kind in kinds for peer in kind]
    for peer in peers:
        say(", ".join(filter(None, (peer.name, getattr(peer, "trained", None)))))
    if options.only != "accuracy":
        rows = attempt(measure, options.program, peers, options.words, max(1, options.rounds))
        if rows:
            print_speed(rows, peers)
    if options.only != "speed":
        rows = attempt(score, options.program, [kind[0] for kind in kinds if kind])
        if rows:
            print_accuracy(rows)


if __name__ == "__main__":
    main()
