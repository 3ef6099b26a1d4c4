"""StanceGraph's program, and its own benchmark of single stages."""

import pathlib
import re
import subprocess
import tempfile
import time

from common import Fault


class Ours:
    name = "ours, `annotate`"
    stages = (
        "tokens, sentences, tags, features, lemmas, parse (UD), names; then names linked to the ontology, "
        "quotations, coreference; CoNLL-U written")
    columns = ("Tokens", "Words", "Sentences", "UPOS", "Lemmas", "UAS", "LAS")

    def __init__(self, program, texts):
        self.program = str(pathlib.Path(program).resolve()) if "/" in program else program
        self.folder = tempfile.TemporaryDirectory(prefix="stancegraph-peers-")
        self.large, self.small = (pathlib.Path(self.folder.name) / part for part in ("large", "small"))
        write(texts, self.large)
        write(["Norway opposes the plan.\n"], self.small)

    def run(self, *arguments):
        done = subprocess.run([self.program, "annotate", *map(str, arguments)], capture_output=True, check=False)
        if done.returncode:
            message = done.stderr.decode(errors="replace").strip()
            raise Fault(f"{self.program} annotate ended with status {done.returncode}: {message}")
        return done.stdout.decode()

    def seconds(self, folder):
        """The time of one run, from its start to its end; what it writes goes nowhere."""
        began = time.perf_counter()
        subprocess.run(
            [self.program, "annotate", str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        return time.perf_counter() - began

    def annotate(self, texts):
        with tempfile.TemporaryDirectory(prefix="stancegraph-peers-") as folder:
            write(texts, pathlib.Path(folder))
            return self.run("--format", "conllu", folder)


class Stages:
    """`stancegraph-bench`, which stands beside the program after `make bench`: the stages that the peers have, too."""

    name = "ours, only the stages that spaCy has"
    stages = "tokens, sentences, tags, features, lemmas, parse (UD), names; nothing written"

    def __init__(self, program, texts):
        self.program = pathlib.Path(program).resolve().with_name("stancegraph-bench")
        if not self.program.exists():
            raise Fault(f"no {self.program}: single stages of ours are not measured (make bench)")
        self.folder = tempfile.TemporaryDirectory(prefix="stancegraph-peers-")
        write(texts, pathlib.Path(self.folder.name))

    def rate(self):
        """Words a second through the tokenizer and the encoder, one after the other."""
        done = subprocess.run(
            [str(self.program), self.folder.name, "--rounds", "1"], capture_output=True, text=True, check=False)
        rates = [
            re.search(rf"^{stage}.*?\s(\d+) words a second", done.stdout, re.M)
            for stage in ("tokens and sentences", "encoder: tags, lemmas, parse, names")]
        if done.returncode or not all(rates):
            raise Fault(f"{self.program} says nothing of tokens and encoder: {done.stderr.strip().partition(chr(10))[0]}")
        return 1 / sum(1 / int(found[1]) for found in rates)


def write(texts, folder):
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts, 1):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8", newline="\n")
