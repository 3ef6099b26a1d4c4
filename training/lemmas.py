"""The table of lemmas that goes beside the lemma head: what the treebanks' training parts say of each form.

The head guesses; a form that was seen, or whose lemma was, need not be guessed.
"""

import collections
import pathlib

import corpora

OPEN = {"VERB", "AUX", "NOUN", "ADJ", "ADV", "PRON", "DET", "ADP", "SCONJ", "CCONJ", "PART"}


def table(bank: pathlib.Path) -> list[str]:
    """Lines `form TAB UPOS TAB lemma`, sorted by bytes; of several lemmas the most frequent."""
    counts = collections.defaultdict(collections.Counter)
    for name in ("ewt-train", "gum-train"):
        for s in corpora.read_conllu(bank / f"{name}.conllu.gz"):
            for form, upos, lemma in zip(s.words, s.upos, s.lemmas):
                if upos in OPEN and form.isalpha() and "_" not in lemma:
                    counts[form.lower(), upos][lemma] += 1
                    # A lemma is a form of its own, so that `approved` can be led back to it.
                    counts[lemma.lower(), upos][lemma] += 0
    lines = []
    for (form, upos), lemmas in counts.items():
        lemma = max(sorted(lemmas), key=lambda l: lemmas[l])
        lines.append(f"{form}\t{upos}\t{lemma}")
    return sorted(lines, key=lambda l: l.encode())
