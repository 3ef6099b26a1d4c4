#!/usr/bin/env python3
"""Tests of the scripts that score the analysis, with scores counted by hand: `python3 scripts/score_analysis_test.py`."""

import itertools
import json
import pathlib
import random
import tempfile
import unittest

import annotations
import citron
import score_anaphora
import score_coreference
import score_names
import score_quotations


def span(text, part, nth=0):
    """Where the nth `part` of a text stands, in characters."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(part, at + 1)
    return at, at + len(part)


class Shared(unittest.TestCase):
    def test_bytes_become_characters(self):
        self.assertEqual(list(map(annotations.characters("aé“b"), (0, 1, 3, 6, 7))), [0, 1, 2, 3, 4])

    def test_tables_are_not_quoted(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "table.tsv"
            path.write_text('a\tb\n# c\n"x\t\n\ny\n', encoding="utf-8")
            self.assertEqual(annotations.read_table(path), [{"a": '"x', "b": ""}, {"a": "y", "b": ""}])
            path.write_text("a\n1\t2\n", encoding="utf-8")
            with self.assertRaisesRegex(annotations.Fault, "2 cells where the header has 1"):
                annotations.read_table(path)

    def test_another_text_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "a.jsonl"
            path.write_text(json.dumps({"document": "x/one.txt", "text": "A"}) + "\n", encoding="utf-8")
            self.assertEqual(list(annotations.annotate(str(path), {"one": "A"})), ["one"])
            with self.assertRaisesRegex(annotations.Fault, "one: the system's text is not the text"):
                annotations.annotate(str(path), {"one": "B"})
            with self.assertRaisesRegex(annotations.Fault, "no document two"):
                annotations.annotate(str(path), {"two": "A"})

    def test_intervals_are_the_same_at_each_run(self):
        documents = list(range(20))
        first, again = (annotations.interval(documents, lambda d: sum(d) / len(d)) for _ in range(2))
        self.assertEqual(first, again)
        self.assertTrue(first[0] < 9.5 < first[1])
        self.assertEqual(annotations.interval([3, 3], max), (3, 3))


class Names(unittest.TestCase):
    TITLES = score_names.title_pattern([
        {"title": "Secretary of State", "variants": "", "plural": ""}, {"title": "spokesman", "variants": "", "plural": ""},
        {"title": "minister", "variants": "", "plural": ""}, {"title": "Sir", "variants": "", "plural": ""},
        {"title": "leader", "variants": "", "plural": ""}, {"title": "King", "variants": "", "plural": ""}])

    def bare(self, text, type, head):
        name = score_names.Name(0, len(text.encode()), text, type, None, span(text, head))
        start, end = score_names.bare(text.encode(), name, self.TITLES)
        return text.encode()[start:end].decode()

    def test_spans_lose_what_is_no_part_of_a_name(self):
        for text, type, head, expected in (
            ("US Secretary of State Mike Pompeo", "person", "Mike", "Mike Pompeo"),
            ("State Department spokesman Ned Price", "person", "Ned", "Ned Price"),
            ("Minister of Education Ana Lee", "person", "Ana", "Ana Lee"),
            ("leader Sir Ed Davey", "person", "leader", "Ed Davey"),
            ("Martin Luther King", "person", "Martin", "Martin Luther King"),
            ("former Ana Lee’s", "person", "Ana", "Ana Lee"),
            ("bin Salman", "person", "Salman", "bin Salman"),
            ("Trump administration", "location", "administration", "Trump"),
            ("government of Syria", "location", "government", "Syria"),
            ("the “White House”", "organization", "House", "White House"),
            ("the U.S.", "location", "U.S.", "U.S."),
            ("[SDF]", "organization", "SDF", "SDF"),
        ):
            self.assertEqual(self.bare(text, type, head), expected, text)

    def compare(self, text, gold, system, longer=(), optional=()):
        """Names are (words, type, entity); gives the F1 of strict, found, typed, linked."""
        names = [[score_names.Name(*span(text, words), words, type, entity) for words, type, entity in side]
                 for side in (gold, system, longer, optional)]
        return [round(f) for *_, f in score_names.scores(
            score_names.compare(names[0], names[2], names[3], names[1], {"country:US", "person:x", "region:west"}))]

    def test_names_match_one_to_one_the_same_span_first(self):
        text = "State Department spokesman Ned Price of Oslo"
        gold = [("State Department", "organization", "organization:us-state"), ("Ned Price", "person", "-")]
        spokesman = score_names.Name(0, 36, "", "person", None, (27, 30))
        department = score_names.Name(0, 16, "", "organization", "organization:us-state")
        golds = [score_names.Name(*span(text, w), w, t, e) for w, t, e in gold]
        self.assertEqual(score_names.matched(golds, [spokesman, department]),
                         {golds[0]: department, golds[1]: spokesman})
        self.assertEqual(score_names.matched(golds, [spokesman]), {golds[1]: spokesman})

    def test_types_and_links(self):
        text = "Washington Ann West Acme"
        gold = [("Washington", "country", "country:US"), ("Ann", "person", "-"), ("West", "demonym", "region:west"),
                ("Acme", "organization", "-")]
        right = [("Washington", "location", "country:US"), ("Ann", "person", "person:made-up"),
                 ("West", "location", "region:west"), ("Acme", "organization", None)]
        self.assertEqual(self.compare(text, gold, right), [100, 100, 100, 100])
        wrong = [("Washington", "person", "country:US"), ("Ann", "person", "person:x"),
                 ("West", "location", "country:US"), ("Acme", "organization", None)]
        self.assertEqual(self.compare(text, gold, wrong), [100, 100, 75, 25])

    def test_seats_of_government_may_have_either_type(self):
        gold = [("White House", "organization", "country:US"), ("Kremlin", "region", "-")]
        for type in ("organization", "location"):
            self.assertEqual(self.compare("White House Kremlin", gold, [
                ("White House", type, "country:US"), ("Kremlin", type, None)]), [100, 100, 100, 100])

    def test_alternatives_are_fair(self):
        text = "the Trump administration of US Embassy in London and Greek rites"
        gold = [("Trump", "person", "person:x"), ("US", "country", "country:US"), ("London", "region", "-")]
        longer = [("Trump administration", "longer", "organization:t"), ("US Embassy in London", "longer", "-")]
        system = [("Trump administration", "organization", "organization:t"), ("US Embassy in London", "organization", None),
                  ("Greek", "location", "country:US")]
        # Of the embassy's two names one is found, the other neither missing nor extra; `Greek` is optional.
        self.assertEqual(self.compare(text, gold, system, longer, [("Greek", "optional", "-")])[1:], [100, 100, 100])
        self.assertEqual(self.compare(text, gold[:1], [*system[:1], ("Trump", "person", "person:x")], longer)[1:],
                         [100, 100, 100])
        self.assertEqual(self.compare(text, gold[:1], system[2:]), [0, 0, 0, 0])


class Quotations(unittest.TestCase):
    TEXT = "“We will stay,” Ann Lee said. She denied that Bob had told her “lies”. Bob knows."

    def setUp(self):
        self.text = citron.Text(self.TEXT)

    def quotation(self, source, cue, *contents, **more):
        find = lambda part: part and span(self.TEXT, part)
        return citron.Quotation(self.text, find(source), find(cue), [find(c) for c in contents], **more)

    def score(self, gold, system, row, kind="all", **more):
        return citron.count(gold, system, **more)[row, kind]

    def test_marks_at_the_ends_and_that_do_not_count(self):
        one = self.quotation("Ann Lee", "said", "“We will stay,”")
        other = self.quotation("Ann Lee", "said", "We will stay")
        self.assertEqual((one.contents, one.marks), (other.contents, True))
        self.assertTrue(other.marks)
        self.assertEqual(self.quotation(None, "denied", "that Bob had told her “lies”.").contents,
                         self.quotation(None, "denied", "Bob had", "told her “lies”").contents)
        self.assertFalse(self.quotation(None, "denied", "Bob had told").marks)

    def test_source_and_content_need_an_overlapping_cue(self):
        gold = [self.quotation("Ann Lee", "said", "We will stay")]
        system = [self.quotation("Ann Lee", "Lee said", "We will stay")]
        self.assertEqual(self.score(gold, system, "cue exact"), [0, 1, 0, 1])
        self.assertEqual(self.score(gold, system, "cue, last word"), [1, 1, 1, 1])
        self.assertEqual(self.score(gold, system, "cue overlap"), [1, 2, 1, 1])
        self.assertEqual(self.score(gold, system, "source exact"), [1, 1, 1, 1])
        self.assertEqual(self.score(gold, system, "content exact"), [1, 1, 1, 1])
        elsewhere = [self.quotation("Ann Lee", "denied", "We will")]
        self.assertEqual(self.score(gold, elsewhere, "source exact"), [0, 1, 0, 1])
        self.assertEqual(self.score(gold, elsewhere, "source overlap"), [2, 2, 2, 2])
        self.assertEqual(self.score(gold, elsewhere, "content overlap"), [2, 2, 2, 3])

    def test_a_missing_source_is_not_demanded_but_an_extra_one_is_wrong(self):
        gold = [self.quotation(None, "said", "We will stay")]
        self.assertEqual(self.score(gold, [self.quotation("Ann Lee", "said", "stay")], "source exact"), [0, 1, 0, 0])

    def test_nested_words_count_once_for_each_quotation(self):
        both = [self.quotation("She", "denied", "Bob had told her “lies”"), self.quotation("Bob", "told", "lies")]
        # `Bob had told her “lies` and `lies`: the mark inside is a word, too.
        self.assertEqual(self.score(both, both, "content overlap"), [7, 7, 7, 7])

    def test_without_a_cue_only_the_content_is_scored(self):
        gold = [self.quotation("Ann Lee", None, "We will stay")]
        system = [self.quotation("Lee", "said", "We will stay")]
        self.assertEqual(self.score(gold, system, "content exact"), [1, 1, 1, 1])
        for row in ("cue exact", "cue overlap", "source exact", "source overlap"):
            self.assertEqual(self.score(gold, system, row), [0, 0, 0, 0], row)

    def test_classes_and_doubts(self):
        gold = [self.quotation("Ann Lee", "said", "We will stay"),
                self.quotation("She", "denied", "Bob had told her", doubtful=True)]
        system = [self.quotation("Ann Lee", "said", "We will stay"), self.quotation("She", "denied", "Bob had"),
                  self.quotation("Bob", "knows", "lies")]
        self.assertEqual(self.score(gold, system, "cue exact"), [2, 3, 2, 2])
        self.assertEqual(self.score(gold, system, "cue exact", "none"), [1, 1, 1, 1])
        self.assertEqual(self.score(gold, system, "cue exact", "marks"), [1, 2, 1, 1])
        self.assertEqual(self.score(gold, system, "cue exact", sure=True), [1, 2, 1, 1])

    def test_only_coded_paragraphs_count(self):
        q = {"cue": [5, 9], "content": [[20, 30], [50, 60]]}
        self.assertTrue(score_quotations.counted(q, [[20, 25]]))
        self.assertFalse(score_quotations.counted(q, [[10, 20], [50, 60]]))
        self.assertTrue(score_quotations.counted({"cue": None, "content": []}, None))

    def test_speakers_are_compared_by_name(self):
        names = {"country:US": ["United States", "Washington"], "organization:us-state": ["State Department"],
                 "person:ann-lee": ["Ann Lee"]}
        for name, id, expected in (
            ("the United States", "country:US", "right"), ("State Department", "country:US", "right"),
            ("Ann Lee", "country:US", "wrong"), ("Bo Ray", "person:bo-ray", "right"), ("Bo Ray", "person:ray", "wrong"),
            ("event organizers", "group:organizers", "right"), ("Ann Lee", None, "none"),
        ):
            self.assertEqual(score_quotations.speaker_verdict(name, id, names), expected, (name, id))


class Coreference(unittest.TestCase):
    def scores(self, key, response):
        """(recall, precision) of each metric; entities are words of letters, parted by blanks."""
        counts = score_coreference.count(key.split(), response.split())
        return {m: (round(n[2] / n[3], 4), round(n[0] / n[1], 4)) for m, n in counts.items()}

    def test_the_example_of_pradhan_2014(self):
        # Figure 1: MUC 0.4 and 0.4; B³ 35/84 and 4/8; CEAF-e 1.3/2 and 1.3/3.
        self.assertEqual(self.scores("abc defg", "ab cd fghi"), {
            "mentions": (0.8571, 0.75), "MUC": (0.4, 0.4), "B³": (0.4167, 0.5), "CEAF-e": (0.65, 0.4333)})

    def test_the_cases_of_the_reference_scorer(self):
        # test/TestCases.README of conll/reference-coreference-scorers, by number; capitals are other mentions.
        for response, expected in (
            ("a bc def", (1, 1)), ("a de", (0.6, 0.9)), ("a bcx defy z", (0.8857, 0.6643)),
            ("a bcx dy z", (0.7333, 0.55)), ("a bcxB dy z", (0.6889, 0.5167)), ("a bcx dy Bz", (0.7333, 0.55)),
            ("a bcxb dy z", (0.7333, 0.55)), ("a bcx dy bz", (0.7333, 0.55)), ("a bcx dy bbbbbbbbbbz", (0.7333, 0.55)),
        ):
            self.assertEqual(self.scores("a bc def", response)["CEAF-e"], expected, response)

    def test_missing_and_extra_mentions(self):
        scores = self.scores("a bc def", "a bcx defy z")
        self.assertEqual((scores["MUC"], scores["B³"]), ((1, 0.6), (1, 0.5093)))
        scores = self.scores("a bc def", "a de")
        self.assertEqual((scores["MUC"], scores["B³"]), ((0.3333, 1), (0.3889, 1)))

    def test_the_assignment_is_the_greatest(self):
        draw = random.Random(7)
        for _ in range(200):
            n, m = draw.randint(1, 5), draw.randint(1, 5)
            values = [[draw.choice((0, draw.random())) for _ in range(m)] for _ in range(n)]
            wide = values if n <= m else list(zip(*values))
            best = max(sum(row[j] for row, j in zip(wide, order))
                       for order in itertools.permutations(range(max(n, m)), min(n, m)))
            self.assertAlmostEqual(score_coreference.greatest_assignment(values), best)
        self.assertEqual(score_coreference.greatest_assignment([]), 0)

    def test_chains_become_spans_of_words(self):
        words = [{"start": s, "end": e} for s, e in ((0, 3), (4, 8), (9, 11))]
        analysis = {"document": "d", "sentences": [{"tokens": words[:2]}, {"tokens": words[2:]}],
                    "coreference": [[[0, 8], [9, 11]]]}
        self.assertEqual(score_coreference.system_entities(analysis, 3), [[(0, 2), (2, 3)]])
        with self.assertRaisesRegex(annotations.Fault, "3 words where 4 were given"):
            score_coreference.system_entities(analysis, 4)
        with self.assertRaisesRegex(annotations.Fault, "no `coreference`"):
            score_coreference.system_entities({}, 3)

    def test_words_are_written_as_conllu(self):
        text = score_coreference.conllu({"doc": "d", "sentences": [["A", "b"], ["c"]]})
        self.assertEqual([line.split("\t")[:2] for line in text.splitlines()],
                         [["# newdoc id = d"], ["1", "A"], ["2", "b"], [""], ["1", "c"], [""]])


class Anaphora(unittest.TestCase):
    TEXT = "Bo Ray met Ann. He said the minister saw it. They left Oslo."

    def setUp(self):
        def mention(words, type, entity=None, chain=None):
            start, end = span(self.TEXT, words)
            head = span(self.TEXT, words.split()[-1])
            return {"start": start, "end": end, "head": head, "type": type, "entity": entity, "chain": chain}

        tokens, at = [], 0
        for i, word in enumerate(self.TEXT.split()):
            at = self.TEXT.index(word, at)
            tokens.append({"id": i + 1, "start": at, "end": at + len(word.strip(".")), "head": 0, "upos": "NOUN"})
        for i, word in enumerate(self.TEXT.split()[:-1]):
            if word in ("Bo", "the"):
                tokens[i]["head"] = i + 2
        self.article = score_anaphora.Article({"text": self.TEXT, "sentences": [{"tokens": tokens}], "mentions": [
            mention("Bo Ray", "person", None, 0), mention("Ann", "person", "person:ann"),
            mention("He", "pronoun", None, 0), mention("the minister", "nominal", "person:ann"),
            mention("it", "pronoun", None, 1), mention("They", "pronoun", "group:people"),
            mention("Oslo", "location", "country:NO", 1)]})

    def verdict(self, words, entity, antecedent=None, kind="role-noun"):
        start, end = span(self.TEXT, words)
        at = span(self.TEXT, antecedent) if antecedent else ("-", "-")
        return score_anaphora.verdict(self.article, {
            "start": start, "end": end, "class": kind, "entity": entity, "antecedent_start": at[0],
            "antecedent_end": at[1], "antecedent": antecedent})[0]

    def test_entities_decide_where_gold_has_one(self):
        self.assertEqual(self.verdict("the minister", "person:ann", "Ann"), "right")
        self.assertEqual(self.verdict("the minister", "person:bo", "Bo Ray"), "wrong")
        self.assertEqual(self.verdict("He", "person:bo", "Bo Ray"), "wrong")
        self.assertEqual(self.verdict("it", "country:SE|country:NO"), "right")

    def test_chains_decide_where_it_has_none(self):
        self.assertEqual(self.verdict("He", "-", "Bo Ray"), "right")
        self.assertEqual(self.verdict("He", "-", "Ann"), "wrong")
        self.assertEqual(self.verdict("met", "-", "Ann"), "open")
        self.assertEqual(self.verdict("They", "person:ann", "Ann"), "wrong")

    def test_nothing_is_right_where_there_is_no_antecedent(self):
        self.assertEqual(self.verdict("met", "-", kind="no-antecedent"), "right")
        self.assertEqual(self.verdict("it", "-", kind="no-antecedent"), "wrong")
        self.assertEqual(self.verdict("They", "-", kind="no-antecedent"), "wrong")

    def test_chains_that_cannot_be(self):
        def chain(*mentions):
            text = " ".join(words for words, *_ in mentions)
            return [score_anaphora.Mention(
                {"start": span(text, words)[0], "end": span(text, words)[1], "head": span(text, words), "type": type,
                 "entity": entity, "chain": 0}, text.encode()) for words, type, entity in mentions]

        he, she, they, it = ((word, "pronoun", None) for word in ("him", "Her", "their", "its"))
        ann, norway = ("Ann", "person", "person:ann"), ("Oslo", "location", "country:NO")
        self.assertEqual(score_anaphora.conflicts(chain(ann, he, he)), [])
        self.assertEqual(score_anaphora.conflicts(chain(norway, it, they)), [])
        self.assertEqual(score_anaphora.conflicts(chain(he, she)), ["gender"])
        self.assertEqual(score_anaphora.conflicts(chain(he, they)), ["number"])
        self.assertEqual(score_anaphora.conflicts(chain(norway, he)), ["kind"])
        self.assertEqual(score_anaphora.conflicts(chain(ann, norway)), ["kind"])
        self.assertEqual(score_anaphora.conflicts(chain(("Ray", "location", None), ("Ray", "person", None))), ["kind"])


if __name__ == "__main__":
    unittest.main()
