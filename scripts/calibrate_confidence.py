"""What confidence a statement deserves: calibrate_confidence.py PROGRAM [--also FOLDER --date DAY] [--measure stance|target]

In: the program, its forty coded articles, the *work* articles of ../shared (the check part is never read), and, where it is named,
a FOLDER with `articles/NAME.txt` and `gold/NAME.stances.jsonl`, whose articles are of DAY.
Out: a table of constructions (statements, right, the share drawn towards 0.8 by five more statements; what it should be where FACTORS
multiply it, at the level of work); what circumstances do to the
share beyond the construction (observed over expected, with an interval over articles); and what each way of telling right from wrong
is worth with each article held out: area under the curve, log loss, Brier score, and a table of confidence against precision.
A statement is right where it meets a core record (../shared/gold/score.py); those that only fit a hard record are left out.
"""

import argparse
import collections
import json
import math
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import numpy as np

from annotations import HERE, SHARED, Fault, read_json_lines, run, skip_without

CODED = HERE.parent / "Tests" / "StanceEvaluationTests" / "Coded"
#: What a construction without statements is taken for, and how many statements that weighs.
PRIOR, WEIGHT = 0.8, 5


# Statements with their circumstances


def gather(program, also=None, date=None):
    """Every statement that takes a side as a dictionary: `article`, `part`, `right`, `on_target`, `statement`, and its circumstances.
    Second: the analyses by article. Third: the core records by article, with `_span` and whether one was `_met`."""
    sys.path.insert(0, str(SHARED / "gold"))
    check = check_names()
    parts = [
        ("work", [p for p in sorted((SHARED / "articles").glob("*.txt")) if p.stem not in check], SHARED / "gold", []),
        ("coded", sorted(CODED.glob("*.txt")), CODED / "gold", []),
    ]
    if also:
        parts.append(("also", sorted((also / "articles").glob("*.txt")), also / "gold", ["--date", date] if date else []))
    rows, analyses, records = [], {}, {}
    for part, paths, gold, options in parts:
        for path in paths:
            if not (gold / f"{path.stem}.stances.jsonl").exists():
                raise Fault(f"{gold}: {path.stem} has no gold")
        with tempfile.TemporaryDirectory() as folder:
            files = [str(p) for p in paths]
            subprocess.run([program, "statements", *files, *options, "--format", "jsonl", "--trace", "--jobs", "1", "-o", folder], check=True, capture_output=True)
            out = subprocess.run([program, "annotate", *files, "--format", "json"], check=True, capture_output=True, text=True).stdout
            found = {p.stem: read_json_lines(pathlib.Path(folder) / f"{p.stem}.jsonl") for p in paths if (pathlib.Path(folder) / f"{p.stem}.jsonl").exists()}
        for line in out.splitlines():
            analysis = json.loads(line)
            name = pathlib.Path(analysis["document"]).stem
            analyses[name] = Analysis(analysis)
            records[name] = judge(rows, part, name, next(p for p in paths if p.stem == name), gold, found.get(name, []), analyses[name])
    return rows, analyses, records


def check_names():
    """The names of the check articles; without the list, nothing may be read."""
    text = (SHARED / "gold" / "SPLIT.md").read_text(encoding="utf-8")
    found = re.search(r"^- \*\*check\*\*[^\n]*building: ([^\n]*)\.$", text, re.MULTILINE)
    if not found:
        raise Fault("SPLIT.md names no check articles")
    return {n.strip() for n in found[1].split(",")}


def judge(rows, part, name, path, gold, statements, analysis):
    """Adds the statements of an article to the rows; its core records."""
    import score

    data = path.read_bytes()
    records = score.read_jsonl(str(gold / f"{name}.stances.jsonl"))
    for record in records:
        record["_span"] = score.anchor_span(data, record, name)
    plain, aimed = (score.match(records, statements, score.fits, t) for t in (False, True))
    hard = [r for r in records if r["level"] == "hard"]
    core = {j for i, j in plain.items() if records[i]["level"] == "core"}
    hits = set(aimed.values())
    for j, s in enumerate(statements):
        if s["polarity"] == "neutral" or j not in core and any(score.fits(r, s, False) for r in hard):
            continue
        rows.append({"article": name, "part": part, "statement": s, "right": j in core, "on_target": j in core and j in hits, **analysis.circumstances(s, statements)})
    for i, record in enumerate(records):
        record["_met"] = i in plain
    return [r for r in records if r["level"] == "core"]


class Analysis:
    """One line of `annotate --format json`."""

    def __init__(self, analysis):
        self.json = analysis
        self.text = analysis["text"].encode()
        self.sentences = analysis["sentences"]
        self.at = {t["start"]: (n, k) for n, s in enumerate(self.sentences) for k, t in enumerate(s["tokens"])}

    def token(self, offset):
        """The sentence and the token at a byte, or the last before it."""
        while offset >= 0 and offset not in self.at:
            offset -= 1
        return self.at.get(offset, (0, 0))

    def ancestors(self, sentence, token):
        """The token and all above it, upwards."""
        tokens, way = self.sentences[sentence]["tokens"], [token]
        while (head := tokens[way[-1]]["head"]) and head - 1 not in way:
            way.append(head - 1)
        return way

    def arcs(self, sentence, a, b):
        """The number of arcs between two tokens of a sentence."""
        up, down = self.ancestors(sentence, a), self.ancestors(sentence, b)
        return min((i + down.index(t) for i, t in enumerate(up) if t in down), default=20)

    def holder(self, cue, entity, speaker_span):
        """How the holder is named nearest to the cue: (kind, arcs or None, sentences back to a name, the head's sentence and token)."""
        own, k = cue
        mine = [m for m in self.json["mentions"] if m["entity"] == entity and m["head"]]
        heads = [(m, self.token(m["head"][0])) for m in mine]
        near = sorted((self.arcs(own, k, at[1]), i) for i, (m, at) in enumerate(heads) if at[0] == own)
        if near:
            arcs, chosen = near[0][0], heads[near[0][1]]
        else:
            arcs = None
            of_speaker = [h for h in heads if speaker_span and speaker_span[0] <= h[0]["start"] < speaker_span[1]]
            if not of_speaker:
                return "other", None, 0, None
            chosen = of_speaker[0]
        kind = chosen[0]["type"] if chosen[0]["type"] in ("pronoun", "nominal") else "name"
        back = 0
        if kind != "name":
            names = [at[0] for m, at in heads if m["type"] not in ("pronoun", "nominal") and at <= chosen[1]]
            back = chosen[1][0] - names[-1] if names else 9
        return kind, arcs, back, chosen[1]

    def circumstances(self, s, all_statements):
        cue = self.token(s["trace"][0]["start"])
        offset = s["trace"][0]["start"]
        around = [q for q in self.json["quotations"] if any(a <= offset < b for a, b in q["content"])]
        source = next((q["source"] for q in around if q["speaker"] == s["holder"]), None)
        kind, arcs, back, head = self.holder(cue, s["holder"], source)
        sentence = self.sentences[cue[0]]
        tokens = sentence["tokens"]
        roots = [t for t in tokens if t["head"] == 0]
        last = s["trace"][-1]["start"]
        ends = self.text[sentence["start"]:sentence["end"]].rstrip()[-1:]
        loose = sum((t["deprel"] or "").split(":")[0] in ("dep", "parataxis", "orphan", "list", "dislocated") for t in tokens)
        return {
            "confidence": s["confidence"], "construction": s["construction"], "modality": s["modality"],
            "kind": kind, "arcs": arcs, "back": back, "cue": cue, "head": head, "target": self.token(last),
            "quoted": any(q["kind"] in ("direct", "mixed") for q in around), "depth": len(s["chain"]),
            "aim": "entity" if ":" in s["target"] and s["target"].split(":")[0] not in ("issue", "proposition") else s["target"].split(":")[0],
            "vague": bool(re.match(r"proposition:(it|this|that|they|what|nothing|these|those|one|some|\w*thing)\(", s["target"])),
            "length": len(tokens), "headline": cue[0] == 0 and ends.isalnum() or len(tokens) < 12 and ends not in b".!?\"'\x9d" and ends.isalnum(),
            "loose": loose, "nominal_root": bool(roots) and roots[0]["upos"] not in ("VERB", "AUX", "ADJ"),
            "flips": sum(t["effect"].startswith("flips") for t in s["trace"]), "steps": len(s["trace"]),
            "siblings": sum(o["trace"][0]["start"] == offset for o in all_statements) - 1, "group": s["holder"].startswith("group:"),
            "reach": abs(self.token(last)[1] - cue[1]) if self.token(last)[0] == cue[0] else 30,
        }


#: Circumstances by name; each takes a row.
CIRCUMSTANCES = {
    "holder: a name in the sentence": lambda r: r["kind"] == "name" and r["arcs"] is not None,
    "holder: a pronoun": lambda r: r["kind"] == "pronoun",
    "holder: a pronoun, name 0–1 sentences back": lambda r: r["kind"] == "pronoun" and r["back"] <= 1,
    "holder: a pronoun, name 2 or more back": lambda r: r["kind"] == "pronoun" and r["back"] >= 2,
    "holder: a role noun": lambda r: r["kind"] == "nominal" and not r["group"],
    "holder: a role noun, name 2 or more back": lambda r: r["kind"] == "nominal" and not r["group"] and r["back"] >= 2,
    "holder: a group": lambda r: r["group"],
    "holder: nowhere in the sentence": lambda r: r["arcs"] is None,
    "holder: 3 or more arcs from the cue": lambda r: (r["arcs"] or 0) >= 3,
    "holder: 5 or more arcs from the cue": lambda r: (r["arcs"] or 0) >= 5,
    "in a quotation": lambda r: r["quoted"],
    "said by one source": lambda r: r["depth"] == 1,
    "said by two or more": lambda r: r["depth"] >= 2,
    "possible": lambda r: r["modality"] == "possible",
    "conditional": lambda r: r["modality"] == "conditional",
    "denied or questioned": lambda r: r["modality"] in ("denied", "questioned"),
    "intended or future": lambda r: r["modality"] in ("intended", "future"),
    "past": lambda r: r["modality"] == "past",
    "target: an issue": lambda r: r["aim"] == "issue",
    "target: an actor": lambda r: r["aim"] == "entity",
    "target: a proposition": lambda r: r["aim"] == "proposition",
    "target: a pronoun that stays open": lambda r: r["vague"],
    "target: 10 or more words from the cue": lambda r: r["reach"] >= 10,
    "polarity flips on the way": lambda r: r["flips"] >= 1,
    "4 or more steps": lambda r: r["steps"] >= 4,
    "sentence of 40 words or more": lambda r: r["length"] >= 40,
    "headline": lambda r: r["headline"],
    "loose arcs (dep, parataxis, list)": lambda r: r["loose"] >= 1,
    "root is a noun": lambda r: r["nominal_root"],
    "other statements of the same cue": lambda r: r["siblings"] >= 1,
    "three or more of the same cue": lambda r: r["siblings"] >= 2,
}


def features(rows):
    return np.array([[float(f(r)) for f in CIRCUMSTANCES.values()] + [math.log(r["length"]), min(r["arcs"] or 0, 8)] for r in rows])


# Models


def shares(rows, key="right", prior=PRIOR, weight=WEIGHT):
    """The precision of each construction, drawn towards the prior."""
    n, right = collections.Counter(r["construction"] for r in rows), collections.Counter(r["construction"] for r in rows if r[key])
    return collections.defaultdict(lambda: prior, {c: (right[c] + prior * weight) / (n[c] + weight) for c in n})


def logit(p):
    p = np.clip(p, 0.02, 0.98)
    return np.log(p / (1 - p))


def logistic(x, y, penalty, offset=0.0):
    """Weights of a logistic regression (the last is the bias, without penalty), by Newton's method. Columns are as given."""
    x = np.hstack([x, np.ones((len(x), 1))])
    w, ridge = np.zeros(x.shape[1]), np.diag([penalty] * (x.shape[1] - 1) + [1e-6])
    for _ in range(12):
        p = 1 / (1 + np.exp(-np.clip(x @ w + offset, -30, 30)))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (y - p) - ridge @ w)
        w += step
        if abs(step).max() < 1e-5:
            break
    return w


def predict(w, x, offset=0.0):
    return 1 / (1 + np.exp(-np.clip(np.hstack([x, np.ones((len(x), 1))]) @ w + offset, -30, 30)))


def held_out(rows, fit):
    """For each row, what `fit(training rows, rows of its article)` says of it."""
    out = np.zeros(len(rows))
    for name in dict.fromkeys(r["article"] for r in rows):
        own = [i for i, r in enumerate(rows) if r["article"] == name]
        out[own] = fit([r for r in rows if r["article"] != name], [rows[i] for i in own])
    return out


def by_construction(rows, own, key="right", weight=WEIGHT):
    """With another weight, drawn towards the share of right ones among all."""
    table = shares(rows, key) if weight == WEIGHT else shares(rows, key, sum(r[key] for r in rows) / len(rows), weight)
    return np.array([table[r["construction"]] for r in own])


def by_circumstances(penalty=4.0, key="right", offset=True):
    def fit(rows, own):
        x, z = features(rows), features(own)
        mean, spread = x.mean(0), x.std(0) + 1e-6
        base, mine = (logit(by_construction(rows, o, key)) if offset else 0.0 for o in (rows, own))
        w = logistic((x - mean) / spread, np.array([float(r[key]) for r in rows]), penalty * 5, base)
        return predict(w, (z - mean) / spread, mine)

    return fit


# Figures


def area(p, y):
    """The chance that a right one stands above a wrong one."""
    up, down = p[y > 0], p[y == 0]
    return float(((up[:, None] > down).sum() + 0.5 * (up[:, None] == down).sum()) / (len(up) * len(down)))


def area_within(p, y, articles):
    """The same over pairs of one article. (Over all articles, what is held out stands lower where its article has more right ones.)"""
    above = pairs = 0
    for name in set(articles):
        own = articles == name
        up, down = p[own & (y > 0)], p[own & (y == 0)]
        above += (up[:, None] > down).sum() + 0.5 * (up[:, None] == down).sum()
        pairs += len(up) * len(down)
    return float(above / pairs)


def figures(p, y):
    q = np.clip(p, 0.01, 0.99)
    return area(p, y), float(-(y * np.log(q) + (1 - y) * np.log(1 - q)).mean()), float(((p - y) ** 2).mean())


def ratio(rows, expected, y, test, draws=400):
    """Right over expected where a circumstance holds against where it doesn't: n, share, factor, and the middle 90 % over articles."""
    names = sorted({r["article"] for r in rows})
    number = {n: i for i, n in enumerate(names)}
    holds = np.array([bool(test(r)) for r in rows])
    sums = np.zeros((len(names), 4))
    for r, h, e, right in zip(rows, holds, expected, y):
        sums[number[r["article"]], 0 if h else 2] += right
        sums[number[r["article"]], 1 if h else 3] += e
    factor = lambda s: (s[0] + 1) / (s[1] + 1) / max(1e-9, s[2] / max(s[3], 1e-9))
    rng = random.Random(1)
    drawn = sorted(factor(sum(sums[rng.randrange(len(names))] for _ in names)) for _ in range(draws))
    return int(holds.sum()), float(y[holds].mean()) if holds.any() else 0.0, factor(sums.sum(0)), drawn[draws // 20], drawn[-draws // 20]


def table_of_confidence(p, y, edges=(0, 0.5, 0.7, 0.8, 0.85, 0.9, 1.01)):
    for low, high in zip(edges, edges[1:]):
        own = (p >= low) & (p < high)
        if own.any():
            print(f"    {low:.2f}–{min(high, 1):.2f}   {own.sum():4}   said {p[own].mean():.2f}   right {y[own].mean():.2f}")


def main():
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("program")
    args.add_argument("--also", type=pathlib.Path)
    args.add_argument("--date")
    args.add_argument("--measure", choices=["stance", "target"], default="stance", help="right by holder and polarity, or by the target, too")
    a = args.parse_args()
    skip_without(SHARED / "gold", SHARED / "articles")
    key = "right" if a.measure == "stance" else "on_target"
    rows, _, _ = gather(a.program, a.also, a.date)
    y = np.array([float(r[key]) for r in rows])
    for part in dict.fromkeys(r["part"] for r in rows):
        own = [r for r in rows if r["part"] == part]
        print(f"{part}: {len(own)} statements, right {sum(r['right'] for r in own)}, with target {sum(r['on_target'] for r in own)}")

    print("\nconstruction            n  right  with target   drawn  on target  work alone   with FACTORS     now")
    final = proposed(rows, key)
    table, target, work = shares(rows), shares(rows, "on_target"), shares([r for r in rows if r["part"] == "work"])
    now = {c: float(p) for f in (HERE.parent / "Sources" / "StanceReading" / "Constructions").glob("*.swift")
           for c, p in re.findall(r'static let name = "([^"]+)".*?static let precision = ([\d.]+)', f.read_text(), re.DOTALL)}
    for c in sorted({*table, *now}, key=lambda c: (-sum(r["construction"] == c for r in rows), c)):
        own = [r for r in rows if r["construction"] == c]
        print(f"{c:22}{len(own):4}  {sum(r['right'] for r in own):4}  {sum(r['on_target'] for r in own):6}       {table[c]:.2f}  {target[c]:8.2f} {work[c]:11.2f} {final[c]:14.2f}    {now.get(c, math.nan):.2f}")

    said = np.array([r["confidence"] for r in rows])
    plain = held_out(rows, lambda t, o: by_construction(t, o, key))
    print("\ncircumstance                                  n  right  factor  90 % interval")
    for name, test in CIRCUMSTANCES.items():
        n, share, factor, low, high = ratio(rows, leveled(rows, plain, y), y, test)
        print(f"{name:42}{n:5}   {share:.2f}    {factor:.2f}  {low:.2f}–{high:.2f}{'  *' if (high < 1 or low > 1) and n >= 15 else ''}")

    articles = np.array([r["article"] for r in rows])
    ways = {
        "one share for all": held_out(rows, lambda t, o: np.full(len(o), np.mean([r[key] for r in t]))),
        "confidence as it is": said,
        "construction": plain,
        "construction, drawn by 20 to the mean": held_out(rows, lambda t, o: by_construction(t, o, key, 20)),
        "construction, drawn by 50 to the mean": held_out(rows, lambda t, o: by_construction(t, o, key, 50)),
        "construction and all circumstances": held_out(rows, by_circumstances(key=key)),
        "the same, strong penalty": held_out(rows, by_circumstances(20.0, key)),
        "circumstances alone": held_out(rows, by_circumstances(key=key, offset=False)),
        "construction, FACTORS as they stand": np.minimum(0.97, plain * factors(rows)),
        "the proposal": held_out(rows, by_proposal(key)),
        "construction, FACTORS fitted each time": held_out(rows, by_factors(key, lambda *_: list(FACTORS))),
        "construction, four chosen each time": held_out(rows, by_factors(key, chosen)),
    }
    print("\n                                          AUC  within articles  log loss   Brier   log loss against the construction's (90 % interval)")
    for name, p in ways.items():
        auc, loss, brier = figures(p, y)
        mean, low, high = gain(p, plain, y, articles)
        print(f"{name:40}{auc:6.3f}  {area_within(p, y, articles):10.3f}{loss:14.4f}{brier:8.4f}   {mean:+.4f} ({low:+.4f} to {high:+.4f})")

    own = np.array([r["part"] == "work" for r in rows])
    mine = [r for r in rows if r["part"] == "work"]
    alone = held_out(mine, lambda t, o: by_construction(t, o, key))
    level = np.mean([r[key] for r in mine]) / np.mean(y)
    print("\nwork, each article held out                AUC  within articles  log loss   Brier")
    for name, p in {"confidence as it is (fitted there)": said[own], "shares of work": alone, "the same, drawn by 20 to the mean": held_out(mine, lambda t, o: by_construction(t, o, key, 20)), "shares of all": plain[own], "shares of all, at the level of work": plain[own] * level, "the proposal": ways["the proposal"][own]}.items():
        auc, loss, brier = figures(p, y[own])
        print(f"{name:40}{auc:6.3f}  {area_within(p, y[own], articles[own]):10.3f}{loss:14.4f}{brier:8.4f}")
    for name in ("confidence as it is", "the proposal"):
        for title, part in (("all", np.ones(len(y), bool)), ("work", own)):
            print(f"\n{name}, {title}")
            table_of_confidence(ways[name][part], y[part])


#: The proposed factors: a circumstance, and what it multiplies a construction's precision with.
FACTORS = {"holder: a pronoun": 0.96, "in a quotation": 0.95, "sentence of 40 words or more": 0.94, "holder: nowhere in the sentence": 0.88}


def factors(rows):
    return np.array([math.prod(f for name, f in FACTORS.items() if CIRCUMSTANCES[name](r)) for r in rows])


def proposed(rows, key="right"):
    """The precision of each construction that is right where FACTORS multiply it, at the level of the work articles."""
    mine = [r[key] for r in rows if r["part"] == "work"]
    level = np.mean(mine) / np.mean([r[key] for r in rows])
    n, right = collections.Counter(), collections.Counter()
    for r, f in zip(rows, factors(rows)):
        n[r["construction"]] += f
        right[r["construction"]] += r[key] * level
    return collections.defaultdict(lambda: PRIOR, {c: (right[c] + PRIOR * WEIGHT) / (n[c] + WEIGHT) for c in n})


def by_proposal(key):
    def fit(rows, own):
        table = proposed(rows, key)
        return np.minimum(0.97, np.array([table[r["construction"]] for r in own]) * factors(own))

    return fit


def leveled(rows, expected, y):
    """Expectations that are right over each part of the articles: what only tells one part from another is no circumstance."""
    out = expected.copy()
    for part in {r["part"] for r in rows}:
        own = np.array([r["part"] == part for r in rows])
        out[own] *= y[own].sum() / out[own].sum()
    return out


def chosen(rows, expected, y):
    """The four circumstances that are furthest from 1 for their play."""
    def distance(test):
        n, _, factor, low, high = ratio(rows, expected, y, test, 60)
        return abs(math.log(factor)) / (math.log(high / low) + 0.02) if n >= 15 else 0

    return sorted(CIRCUMSTANCES, key=lambda c: -distance(CIRCUMSTANCES[c]))[:4]


def by_factors(key, choose):
    """Each factor is right over expected in the training articles, drawn towards 1 as by ten more statements."""
    def fit(rows, own):
        y = np.array([float(r[key]) for r in rows])
        expected, out = by_construction(rows, rows, key), by_construction(rows, own, key)
        for name in choose(rows, leveled(rows, expected, y), y):
            holds = np.array([bool(CIRCUMSTANCES[name](r)) for r in rows])
            factor = (y[holds].sum() + 10) / (expected[holds].sum() + 10)
            expected = np.where(holds, expected * factor, expected)
            out = np.where([bool(CIRCUMSTANCES[name](r)) for r in own], out * factor, out)
        return np.minimum(out, 0.97)

    return fit


def gain(p, other, y, articles, draws=400):
    """The difference of two log losses, and its middle 90 % over articles drawn anew."""
    loss = lambda q: -(y * np.log(np.clip(q, 0.01, 0.99)) + (1 - y) * np.log(1 - np.clip(q, 0.01, 0.99)))
    d = loss(p) - loss(other)
    sums = [(d[articles == n].sum(), (articles == n).sum()) for n in sorted(set(articles))]
    rng = random.Random(1)
    drawn = []
    for _ in range(draws):
        pick = [sums[rng.randrange(len(sums))] for _ in sums]
        drawn.append(sum(s for s, _ in pick) / sum(n for _, n in pick))
    drawn.sort()
    return float(d.mean()), drawn[draws // 20], drawn[-draws // 20]


if __name__ == "__main__":
    run(main)
