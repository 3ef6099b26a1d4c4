"""WordPiece over words that are already tokens, as `Sources/LanguageAnalysis/Encoder/WordPiece.swift` does it.

Lower case, accents stripped, curly quotation marks made straight, every punctuation mark a piece of its own,
greedy longest match first (Wu et al. 2016; Devlin et al. 2019).
"""

import unicodedata

QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'"})
#: Values of the letter-case embedding.
LOWER, UPPER, CAPITALISED, MIXED, DIGITS, OTHER = range(6)


def letter_case(word: str) -> int:
    letters = [c for c in word if c.isalpha()]
    if any("0" <= c <= "9" for c in word):
        return DIGITS
    if not letters:
        return OTHER
    if all(c.islower() for c in letters):
        return LOWER
    if all(c.isupper() for c in letters):
        return CAPITALISED if len(letters) == 1 else UPPER
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return CAPITALISED
    return MIXED


def is_punctuation(c: str) -> bool:
    o = ord(c)
    if 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126:
        return True
    return unicodedata.category(c).startswith("P")


class WordPiece:
    """Turns a word into piece ids; unknown words are `[UNK]`."""

    def __init__(self, vocabulary: list[str]):
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown, self.start, self.end = self.ids["[UNK]"], self.ids["[CLS]"], self.ids["[SEP]"]
        self.cache: dict[str, list[int]] = {}

    def pieces(self, word: str) -> list[int]:
        if word not in self.cache:
            self.cache[word] = self._pieces(word)
        return self.cache[word]

    def _pieces(self, word: str) -> list[int]:
        plain = unicodedata.normalize("NFD", word.translate(QUOTES).lower())
        plain = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cc", "Cf"))
        parts: list[str] = []
        run = ""
        for c in plain:
            if is_punctuation(c):
                if run:
                    parts.append(run)
                parts.append(c)
                run = ""
            elif c.isspace():
                if run:
                    parts.append(run)
                run = ""
            else:
                run += c
        if run:
            parts.append(run)
        ids: list[int] = []
        for part in parts:
            ids += self._longest_match(part)
        # A word of 24 pieces or more (a URL) says no more than its beginning.
        return ids[:24] or [self.unknown]

    def _longest_match(self, part: str) -> list[int]:
        if len(part) > 100:
            return [self.unknown]
        ids, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start:
                piece = ("##" if start else "") + part[start:end]
                if piece in self.ids:
                    ids.append(self.ids[piece])
                    break
                end -= 1
            else:
                return [self.unknown]
            start = end
        return ids
