"""Coreference by a plain rule sieve, to compare the learned scorer with: what words and trees give without anything learned.

After Raghunathan et al. 2010, on the same noun phrases and trees as the program: same name or its last word, same head with no new
modifier, pronouns to the nearest subject, else the nearest phrase, that agrees.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "training"))
from corpora import Sentence  # noqa: E402
from phrases import noun_phrases  # noqa: E402

PRONOUNS = {}
for _number, _gender, _forms in [
    ("one", "he", "he him his himself"), ("one", "she", "she her hers herself"), ("one", "it", "it its itself"),
    ("many", "", "they them their theirs themselves"), ("one", "I", "i me my mine myself"), ("many", "we", "we us our ours ourselves"),
    ("", "you", "you your yours yourself"),
]:
    for _form in _forms.split():
        PRONOUNS[_form] = (_number, _gender)
#: How many sentences back a pronoun looks.
WINDOW = 3


def entities(analysis):
    """The chains of an analysis (one line of `annotate --format json`) as lists of spans of words from the document's start."""
    chains, mentions, at = [], [], 0
    for number, sentence in enumerate(analysis["sentences"]):
        tokens = sentence["tokens"]
        s = Sentence(
            [t["form"] for t in tokens], upos=[t["upos"] for t in tokens], xpos=[t["xpos"] or "" for t in tokens],
            lemmas=[t["lemma"] for t in tokens], heads=[t["head"] or 0 for t in tokens], relations=[t["deprel"] or "dep" for t in tokens])
        for phrase in noun_phrases(s):
            mention = describe(s, phrase, number, at)
            antecedent = find(mention, mentions)
            if antecedent is None:
                mention["chain"] = len(chains)
                chains.append([])
            else:
                mention["chain"] = antecedent["chain"]
                if not antecedent["gender"]:
                    antecedent["gender"] = mention["gender"]
            chains[mention["chain"]].append(mention["span"])
            mentions.append(mention)
        at += len(tokens)
    return chains


def describe(s, phrase, number, at):
    word = phrase.word
    form = s.words[word].lower()
    number_of_pronoun, gender = PRONOUNS.get(form, ("", ""))
    said = [s.words[k].lower() for k in range(phrase.start, phrase.end) if s.upos[k] in ("NOUN", "PROPN", "ADJ", "NUM")]
    return {
        "span": (at + phrase.start, at + phrase.end), "sentence": number, "head": s.lemmas[word].lower(), "said": said, "gender": gender,
        "pronoun": form in PRONOUNS, "name": s.upos[word] == "PROPN", "definite": s.words[phrase.start].lower() in ("the", "this", "that", "these", "those"),
        "number": number_of_pronoun if form in PRONOUNS else "many" if s.xpos[word] in ("NNS", "NNPS") or s.upos[word] == "CCONJ" else "one",
        "subject": s.relations[word].startswith("nsubj"),
    }


def find(mention, before):
    if mention["gender"] in ("I", "we", "you"):
        return next((m for m in reversed(before) if m["gender"] == mention["gender"]), None)
    if mention["pronoun"]:
        near = [m for m in reversed(before) if mention["sentence"] - m["sentence"] <= WINDOW and agree(mention, m)]
        return next((m for m in near if m["subject"]), near[0] if near else None)
    if mention["name"]:
        last = mention["said"][-1:] or [mention["head"]]
        return next((m for m in reversed(before) if m["name"] and (m["said"] == mention["said"] or m["said"][-1:] == last)), None)
    if mention["definite"]:
        return next((m for m in reversed(before) if not m["pronoun"] and m["head"] == mention["head"]
                     and m["number"] == mention["number"] and set(mention["said"]) <= set(m["said"])), None)
    return None


def agree(pronoun, m):
    if m["gender"] in ("I", "we", "you") or pronoun["number"] != m["number"]:
        return False
    return not m["gender"] or not pronoun["gender"] or m["gender"] == pronoun["gender"]
