"""Citron's measures of quotations: cue, source and content, exact and by overlap.

  cue exact         the span is that of a gold cue; last word: its last word is (GUM's cues have auxiliaries and
                    negation, ours don't)
  source, content exact   the cues overlap and the spans are equal
  overlap           the share of the words that are in such a span of the other side, whatever the cues. Citron sums
                    over all pairs; here a word counts once for each quotation, or nested ones would exceed 100 %.

Spans are compared as words and marks, without quotation marks and `, . ; :` at their ends, contents also without
a leading *that* or *whether*; contents with nothing but such marks between them are one. A gold quotation without
a cue is scored for its content only, and one that stands for it is not counted as a false cue or source.

Newell, Cowlishaw, Man 2018, https://github.com/bbc/citron (citron/metrics.py); the words here are our own.
"""

import re

QUOTATION_MARKS = set("\"“”„«»‘’'`")
EDGE = QUOTATION_MARKS | set(",.;:")
ROWS = ["cue exact", "cue, last word", "cue overlap", "source exact", "source overlap", "content exact",
        "content overlap"]
CLASSES = ["all", "marks", "none"]


class Text:
    """The words and marks of a text, and spans of it in them."""

    def __init__(self, text):
        self.text = text
        self.words = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]

    def word(self, i):
        return self.text[slice(*self.words[i])]

    def span(self, characters, content=False):
        """The words of a span of characters, without marks at its ends; None if nothing remains."""
        inside = [i for i, (s, e) in enumerate(self.words) if s < characters[1] and e > characters[0]]
        while inside and self.word(inside[-1]) in EDGE:
            inside.pop()
        while inside and self.word(inside[0]) in EDGE:
            inside.pop(0)
        if content and len(inside) > 1 and self.word(inside[0]).lower() in ("that", "whether"):
            return self.span((self.words[inside[1]][0], characters[1]))
        return (inside[0], inside[-1] + 1) if inside else None

    def spans(self, contents):
        joined = []
        for span in sorted(filter(None, (self.span(c, content=not i) for i, c in enumerate(contents)))):
            if joined and all(self.word(i) in EDGE for i in range(joined[-1][1], span[0])):
                joined[-1] = (joined[-1][0], max(span[1], joined[-1][1]))
            else:
                joined.append(span)
        return joined

    def marked(self, contents):
        """Whether a quotation mark is in the contents or opens them."""
        mark = r"[\"“”„«»]|(?<!\w)[‘'`](?=\w)"
        return any(re.search(mark, self.text[s:e]) or re.match(mark, self.text[s - 1:e]) and self.text[s - 1] != "”"
                   for s, e in contents)


class Quotation:
    def __init__(self, text, source, cue, contents, marks=None, speaker=None, doubtful=False):
        self.text = text
        self.cue = text.span(cue) if cue else None
        self.source = text.span(source) if source else None
        self.contents = text.spans(contents)
        self.marks = text.marked(contents) if marks is None else marks
        self.speaker, self.doubtful = speaker, doubtful
        self.words = {
            "cue": set(range(*self.cue or (0,))), "source": set(range(*self.source or (0,))),
            "content": {i for span in self.contents for i in range(*span)}}

    def shown(self, part):
        return " ".join(self.text.word(i) for i in sorted(self.words[part])) or "-"

    def meets(self, other):
        """Whether both speak of one attribution: the cues overlap, or where one is missing, the contents."""
        part = "cue" if self.cue and other.cue else "content"
        return bool(self.words[part] & other.words[part])


def hits(row, one, others):
    """What is right of a quotation and of how many, by the measure: (right, of)."""
    part = re.split("[ ,]", row)[0]
    if row.endswith("overlap"):
        theirs = set().union(*(o.words[part] for o in others))
        return len(one.words[part] & theirs), len(one.words[part])
    if row == "content exact":
        return int(any(one.meets(o) and one.contents == o.contents for o in others)), 1
    if row == "source exact":
        return int(any(one.meets(o) and one.source == o.source for o in others)) if one.source else 0, bool(one.source)
    if one.cue is None:
        return 0, 0
    same = (lambda a, b: a == b) if row == "cue exact" else (lambda a, b: a[1] == b[1])
    return int(any(o.cue and same(one.cue, o.cue) for o in others)), 1


def count(gold, system, sure=False):
    """{(row, class): [right, of] of the system, [right, of] of gold} of one document."""
    cueless = [g for g in gold if g.cue is None]
    cued = [g for g in gold if g.cue]
    excused = {id(s) for s in system if any(s.meets(g) for g in cueless) and not any(s.meets(g) for g in cued)}
    if sure:
        doubtful = [g for g in gold if g.doubtful]
        gold = [g for g in gold if not g.doubtful]
        system = [s for s in system if any(s.meets(g) for g in gold) or not any(s.meets(g) for g in doubtful)]
    counts = {}
    for row in ROWS:
        for kind in CLASSES:
            numbers = [0, 0, 0, 0]
            for place, ones, others in ((0, system, gold), (2, gold, system)):
                for one in ones:
                    if kind != "all" and one.marks != (kind == "marks"):
                        continue
                    if not row.startswith("content") and (id(one) in excused or place == 2 and one.cue is None):
                        continue
                    right, of = hits(row, one, others)
                    numbers[place] += right
                    numbers[place + 1] += of
            counts[row, kind] = numbers
    return counts
