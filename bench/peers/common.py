"""What the peers share: faults, rows of CoNLL-U, gold words."""

import collections
import gzip

#: A word of a treebank; `space` tells whether white space follows it.
Word = collections.namedtuple("Word", "form space")


class Fault(Exception):
    """What stops one measurement, said in a sentence; the others go on."""


def row(number, form, upos="_", misc="_"):
    return "\t".join([str(number), form, "_", upos, "_", "_", "_", "_", "_", misc]) + "\n"


def gold_words(path):
    """The sentences of a gzipped CoNLL-U file as lists of words; a contraction's words stand without white space."""
    sentences, words, inside = [], [], None
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in [*file, "\n"]:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 10 and "." not in cells[0]:
                space = "SpaceAfter=No" not in cells[9].split("|")
                if "-" in cells[0]:
                    inside = (int(cells[0].split("-")[1]), space)
                    continue
                if inside and int(cells[0]) <= inside[0]:
                    space = inside[1] and int(cells[0]) == inside[0]
                words.append(Word(cells[1], space))
            elif not line.strip():
                if words:
                    sentences.append(words)
                words, inside = [], None
    return sentences
