#!/usr/bin/env python3
"""Writes a treebank's documents as raw text, for scoring the whole way from text to tree.

    treebank_text.py gold.conllu.gz OUT

Makes `OUT/text/0001-ID.txt`, … in the treebank's order, and `OUT/gold.conllu`, the same documents. Text is
that of `# text`; sentences of a paragraph (`# newpar`) stand on one line, parted by a space unless
`SpaceAfter=No` says otherwise, paragraphs by an empty line.
"""

import gzip
import pathlib
import re
import sys


def sentences(path):
    lines = []
    with gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\r\n")
            if line:
                lines.append(line)
            elif lines:
                yield lines
                lines = []
    if lines:
        yield lines


def space_follows(rows):
    """Whether white space follows the sentence: what its last token says, a contraction for its words."""
    last = rows[-1]
    for row in rows:
        if "-" in row[0] and row[0].split("-")[1] == last[0]:
            last = row
    return "SpaceAfter=No" not in last[9].split("|")


def documents(path):
    """(id, text, CoNLL-U) of each document."""
    name, text, gold, space = "document", [], [], True
    for lines in sentences(path):
        comments = [line for line in lines if line.startswith("#")]
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        new = [m[1] for m in (re.match(r"# newdoc(?: id = (.*))?$", c) for c in comments) if m]
        if new:
            if gold:
                yield name, "".join(text), "".join(gold)
            name, text, gold = new[0] or "document", [], []
        if text:
            paragraph = any(re.match(r"# newpar(\s|$)", c) for c in comments)
            text.append("\n\n" if paragraph else " " if space else "")
        text.append(next(c for c in comments if c.startswith("# text = "))[len("# text = "):])
        space = space_follows([row for row in rows if "." not in row[0]])
        gold.append("\n".join(lines) + "\n\n")
    if gold:
        yield name, "".join(text), "".join(gold)


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 64
    out = pathlib.Path(sys.argv[2])
    (out / "text").mkdir(parents=True, exist_ok=True)
    with open(out / "gold.conllu", "w", encoding="utf-8", newline="\n") as gold:
        for number, (name, text, conllu) in enumerate(documents(sys.argv[1]), 1):
            file = re.sub(r"[^A-Za-z0-9._-]", "_", name)
            (out / "text" / f"{number:04}-{file}.txt").write_text(text + "\n", encoding="utf-8", newline="\n")
            gold.write(conllu)
    return 0


if __name__ == "__main__":
    sys.exit(main())
