#!/usr/bin/env python3
"""Tests of conll18.py on files of a few words, with scores counted by hand: `python3 scripts/conll18_test.py`."""

import pathlib
import tempfile
import unittest

import conll18


def conllu(*sentences):
    """CoNLL-U of sentences of `id form upos feats head relation [misc]`, parted by spaces, a word a line."""
    lines = []
    for sentence in sentences:
        for word in sentence.strip().split("\n"):
            cells = word.split()
            if "-" in cells[0]:
                lines.append("\t".join([cells[0], cells[1], *"_" * 8]))
                continue
            number, form, upos, feats, head, relation, *misc = cells
            lines.append("\t".join([number, form, form.lower(), upos, "_", feats, head, relation, "_", *(misc or "_")]))
        lines.append("")
    return "\n".join(lines) + "\n"


class Scores(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def read(self, text):
        path = self.folder / "file.conllu"
        path.write_text(text, encoding="utf-8")
        return conll18.read(str(path))

    def scores(self, gold, system):
        scores = conll18.score(self.read(gold), self.read(system))
        return {name: (s["correct"], s["gold"], s["system"]) for name, s in scores.items()}

    GOLD = conllu(
        """
        1 He PRON Case=Nom 2 nsubj:pass
        2-3 can't
        2 ca AUX VerbForm=Fin 0 root
        3 n't PART _ 2 advmod
        4 . PUNCT _ 2 punct
        """,
        "1 Go VERB Mood=Imp 0 root")

    def test_equal_files_match_throughout(self):
        self.assertEqual(
            self.scores(self.GOLD, self.GOLD),
            {"Tokens": (4, 4, 4), "Sentences": (2, 2, 2)}
            | {k: (5, 5, 5) for k in ("Words", "UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS")})

    def test_words_match_by_characters_though_sentences_differ(self):
        scores = self.scores(
            self.GOLD,
            conllu("""
                1 He PRON Case=Nom|X=Y 2 nsubj
                2 can AUX VerbForm=Fin 0 root
                3 't PART _ 2 advmod
                4 .Go PUNCT _ 3 punct
                """))
        self.assertEqual(scores["Tokens"], (1, 4, 4))
        self.assertEqual(scores["Sentences"], (0, 2, 1))
        # `He` alone matches: the contraction's words have other forms. Its head does not match.
        self.assertEqual(scores["Words"], (1, 5, 4))
        self.assertEqual(scores["UFeats"], (1, 5, 4))
        self.assertEqual(scores["UAS"], (0, 5, 4))

    def test_relations_lose_their_subtypes_and_wrong_heads_count_once(self):
        scores = self.scores(
            self.GOLD,
            conllu(
                """
                1 He NOUN Case=Nom 2 nsubj
                2-3 can't
                2 ca AUX VerbForm=Fin 0 root
                3 n't PART _ 1 advmod
                4 . PUNCT _ 2 dep
                """,
                "1 Go VERB Mood=Imp 0 root"))
        self.assertEqual(scores["UPOS"], (4, 5, 5))
        self.assertEqual(scores["UAS"], (4, 5, 5))
        self.assertEqual(scores["LAS"], (3, 5, 5))

    def test_other_text_is_refused(self):
        with self.assertRaisesRegex(conll18.Fault, "the texts differ at character 2"):
            self.scores(self.GOLD, conllu("1 Hex X _ 0 root"))

    def test_a_bad_line_is_named(self):
        with self.assertRaisesRegex(conll18.Fault, r"file.conllu:1: 2 columns where CoNLL-U has 10"):
            self.read("1\tHe\n")

    def test_names_count_with_their_words_and_their_type(self):
        system = self.read(conllu(
            """
            1 Oslo X _ 0 root Name=B-LOC
            2 Accord X _ 1 dep Name=I-LOC
            3 Berg X _ 1 dep Name=B-PER
            """,
            "1 Alone X _ 0 root Name=B-PER"))
        gold = self.folder / "names.iob2"
        gold.write_text("1\tOslo\tB-LOC\n2\tAccord\tO\n3\tBerg\tB-PER\n\n1\tOther\tB-PER\n\n", encoding="utf-8")
        scores = conll18.score_names(str(gold), system)
        self.assertEqual([scores["Names"][k] for k in ("correct", "gold", "system")], [1, 2, 2])
        self.assertEqual([scores["Names LOC"][k] for k in ("correct", "gold", "system")], [0, 1, 1])


if __name__ == "__main__":
    unittest.main()
