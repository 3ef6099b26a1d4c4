"""Whether the encoder's vectors could back the rules: a filter of statements, a finder of what is missed, a head for polarity.

`python training/second_opinion.py PROGRAM --model training/out [--also FOLDER --date DAY]`

In: the program, the folder with average.pt and labels.pkl of the weights that ship, what `scripts/calibrate_confidence.py` reads (its
`--also`, too), and `../shared/data/ibm-claim-stance`. Out: tables. Every figure on our articles is of articles held out, one at a time;
what is chosen beside the weights (number of components, penalty) is fixed beforehand. Vectors are brought down to
their first components, which are those of all articles: they see no answer. The last layer is taken as it ships and, for
comparison, as the base model has it, which costs a second encoder.
"""

import argparse
import pathlib
import pickle
import random
import re
import sys
import time

import numpy as np
import torch
from torch import nn

import base
import corpora
from analysis import encoded
from batching import batches, tensors
from model import Joint
from wordpiece import WordPiece

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "scripts"))
import calibrate_confidence as calibrate  # noqa: E402
from annotations import SHARED, read_json_lines, run, skip_without  # noqa: E402

COMPONENTS, PENALTY = 48, 8.0
WIDTH = 384


# Vectors


def load(folder, from_base=False):
    labels = pickle.load(open(folder / "labels.pkl", "rb"))
    vocabulary, weights = base.minilm()
    model = Joint(len(vocabulary), labels)
    model.load_state_dict(torch.load(folder / "average.pt"))
    if from_base:
        model.encoder.load_minilm(weights)
    return model, WordPiece(vocabulary), labels


def word_vectors(network, texts):
    """Vectors of the words of each sentence (lists of words in, arrays out)."""
    model, wordpiece, labels = network
    return [v.numpy() for v in encoded(model, [corpora.Sentence(list(t)) for t in texts], wordpiece, labels)]


def article_vectors(network, analyses):
    """By article: an array for each sentence."""
    texts = [[t["form"] for t in s["tokens"]] for a in analyses.values() for s in a.sentences]
    found = iter(word_vectors(network, texts))
    return {name: [next(found) for _ in a.sentences] for name, a in analyses.items()}


def views(row, vectors):
    """Cue, holder, target and the sentence's mean, one after the other; zeros for what is nowhere."""
    own = vectors[row["article"]]
    at = lambda place: own[place[0]][place[1]] if place else np.zeros(WIDTH)
    return np.concatenate([at(row["cue"]), at(row["head"]), at(row["target"]), own[row["cue"][0]].mean(0)])


# Models on vectors


def components(x, *others, n=COMPONENTS):
    """The first components of `x`, each of spread 1; of others, the same ones."""
    x = np.asarray(x, dtype=np.float64)
    mean = x.mean(0)
    if x.shape[1] <= len(x):
        values, axes = np.linalg.eigh((x - mean).T @ (x - mean) / len(x))
    else:
        values, axes = np.linalg.eigh((x - mean) @ (x - mean).T / len(x))
        axes = (x - mean).T @ axes / np.sqrt(np.maximum(values, 1e-8) * len(x))
    scale = axes[:, -n:] / np.sqrt(np.maximum(values[-n:], 1e-8))
    found = [(z - mean) @ scale for z in (x, *others)]
    return found if others else found[0]


def linear(x, y, z, base_x=0.0, base_z=0.0, penalty=PENALTY):
    return calibrate.predict(calibrate.logistic(x, y, penalty, base_x), z, base_z)


def hidden(x, y, z, base_x=None, base_z=None, steps=60):
    """One hidden layer of 32; the mean of two runs."""
    x, z, y = (torch.tensor(np.asarray(v), dtype=torch.float32) for v in (x, z, y))
    base_x, base_z = (torch.zeros(len(v)) if b is None else torch.tensor(b, dtype=torch.float32) for v, b in ((x, base_x), (z, base_z)))
    out = torch.zeros(len(z))
    for seed in range(2):
        torch.manual_seed(seed)
        net = nn.Sequential(nn.Dropout(0.3), nn.Linear(x.shape[1], 32), nn.ReLU(), nn.Dropout(0.3), nn.Linear(32, 1))
        adam = torch.optim.AdamW(net.parameters(), 3e-3, weight_decay=0.1)
        for _ in range(steps):
            adam.zero_grad()
            nn.functional.binary_cross_entropy_with_logits(net(x)[:, 0] + base_x, y).backward()
            adam.step()
        net.eval()
        with torch.no_grad():
            out += torch.sigmoid(net(z)[:, 0] + base_z) / 2
    return out.numpy()


def folds(articles):
    for name in dict.fromkeys(articles):
        own = articles == name
        yield ~own, own


# (i) A filter of statements


def filter_statements(rows, records, vectors, title):
    y = np.array([float(r["right"]) for r in rows])
    articles = np.array([r["article"] for r in rows])
    x = np.array([views(r, vectors) for r in rows])
    cue, x = components(x[:, :WIDTH]), components(x)
    facts = calibrate.features(rows)
    facts = (facts - facts.mean(0)) / (facts.std(0) + 1e-6)
    both = np.hstack([x, facts])
    ways = {k: np.zeros(len(y)) for k in ("cue's vector", "all vectors", "vectors upon the construction", "the same with circumstances", "hidden layer upon the construction")}
    for train, test in folds(articles):
        table = calibrate.shares([r for r, t in zip(rows, train) if t])
        prior = calibrate.logit(np.array([table[r["construction"]] for r in rows]))
        ways["cue's vector"][test] = linear(cue[train], y[train], cue[test])
        ways["all vectors"][test] = linear(x[train], y[train], x[test])
        ways["vectors upon the construction"][test] = linear(x[train], y[train], x[test], prior[train], prior[test], 30)
        ways["the same with circumstances"][test] = linear(both[train], y[train], both[test], prior[train], prior[test], 30)
        ways["hidden layer upon the construction"][test] = hidden(x[train], y[train], x[test], prior[train], prior[test])
    ways = {"confidence as it is": np.array([r["confidence"] for r in rows]), **ways}
    total = sum(len(r) for r in records.values())
    print(f"\n(i) filter, {title}: {len(y)} statements, {y.sum():.0f} right, {total} core records")
    print("                                       AUC  within articles    F1 without the lowest 0 %   2 %    5 %   10 %   20 %    best (known afterwards)")
    for name, p in ways.items():
        order = np.argsort(p, kind="stable")
        f1 = [2 * y[order[k:]].sum() / (len(y) - k + total) for k in range(len(y))]
        shown = "  ".join(f"{f1[round(len(y) * q)]:.3f}" for q in (0, 0.02, 0.05, 0.1, 0.2))
        best = int(np.argmax(f1))
        print(f"{name:36}{calibrate.area(p, y):6.3f}  {calibrate.area_within(p, y, articles):8.3f}                              {shown}    {f1[best]:.3f} without {best}")
        kept = order[round(len(y) * 0.1):]
        print(f"{'':36}without the lowest 10 %: precision {y.mean():.3f} → {y[kept].mean():.3f}, recall {y.sum() / total:.3f} → {y[kept].sum() / total:.3f}")


# (ii) A finder of what is missed


def find_missed(rows, analyses, records, vectors, title):
    """Sentences without a statement: does one hold a core record?"""
    pooled, heads, labels, silent, articles, anchors = [], [], [], [], [], []
    read = {(r["article"], r["cue"][0]) for r in rows}
    for name, analysis in analyses.items():
        for number, s in enumerate(analysis.sentences):
            v = vectors[name][number]
            own = [r for r in records[name] if r["_span"][0] < s["end"] and s["start"] < r["_span"][1]]
            pooled.append(np.concatenate([v.mean(0), v.max(0)]))
            heads.append(v)
            # The word of each anchor that hangs on none of its others.
            top = np.zeros(len(v))
            for r in own:
                inside = {k for k, t in enumerate(s["tokens"]) if r["_span"][0] <= t["start"] < r["_span"][1]}
                for k in inside:
                    if not s["tokens"][k]["head"] or s["tokens"][k]["head"] - 1 not in inside:
                        top[k] = 1
            anchors.append(top)
            labels.append(float(bool(own)))
            silent.append((name, number) not in read)
            articles.append(name)
    sizes = [len(h) for h in heads]
    words, word_articles, top = components(np.concatenate(heads)), np.repeat(articles, sizes), np.concatenate(anchors)
    starts = np.cumsum([0] + sizes[:-1])
    x, y, silent, articles = components(np.array(pooled)), np.array(labels), np.array(silent), np.array(articles)
    scores = {k: np.zeros(len(y)) for k in ("sentence, of all sentences", "sentence, of the silent ones", "hidden layer, of all", "its likeliest word")}
    for train, test in folds(articles):
        scores["sentence, of all sentences"][test] = linear(x[train], y[train], x[test])
        scores["sentence, of the silent ones"][test] = linear(x[train & silent], y[train & silent], x[test])
        scores["hidden layer, of all"][test] = hidden(x[train], y[train], x[test])
        w = calibrate.logistic(words[word_articles != articles[test][0]], top[word_articles != articles[test][0]], PENALTY)
        for i in np.flatnonzero(test):
            scores["its likeliest word"][i] = calibrate.predict(w, words[starts[i]:starts[i] + sizes[i]]).max()
    y, articles = y[silent], articles[silent]
    print(f"\n(ii) finder, {title}: {len(y)} sentences without a statement, {y.sum():.0f} hold a core record ({y.mean():.2f})")
    print("                                       AUC     precision where 5 %   10 %   20 %   40 % of them are found")
    for name, p in scores.items():
        p = p[silent]
        order = np.argsort(-p, kind="stable")
        found = y[order].cumsum()
        cells = []
        for share in (0.05, 0.1, 0.2, 0.4):
            k = int(np.searchsorted(found, np.ceil(share * y.sum()))) + 1
            cells.append(f"{found[k - 1] / k:.2f}")
        print(f"{name:36}{calibrate.area(p, y):6.3f}                        {'   '.join(cells)}")


# (iii) A head for polarity


def claims():
    """Claims with a target: words, the target's first and last word, 1 or 0, topic."""
    out = []
    for c in read_json_lines(SHARED / "data" / "ibm-claim-stance" / "train.jsonl.gz"):
        if "polarity" in c:
            words = [(m.start(), m.end(), m[0]) for m in re.finditer(r"n't|'\w+|\w+(?:-\w+)*?(?=n't|\b)|[^\w\s]", c["text"])]
            inside = [k for k, (a, b, _) in enumerate(words) if a < c["target"][1] and c["target"][0] < b]
            if inside:
                out.append(([w for _, _, w in words], inside[0], inside[-1], float(c["polarity"] > 0), c["topic"]))
    return out


def pooled_target(v, first, last):
    return np.concatenate([v.mean(0), v[first:last + 1].mean(0), v.max(0)])


def pairs(rows, analyses, records):
    """Core records said one way only, with a statement of the same words and holder: (row, polarity of the record)."""
    import score

    out = []
    for r in rows:
        fitting = [
            record for record in records[r["article"]]
            if score.is_evidence(record, r["statement"]) and any(score.same_id(h, r["statement"]["holder"]) for h in record["holder"])]
        # One that agrees in all, as it would be matched; otherwise the one of most common words.
        best = max(fitting, key=lambda g: (score.fits(g, r["statement"], True), score.fits(g, r["statement"], False), score.iou(g, r["statement"])), default=None)
        if best and best["polarity"] in ("support", "oppose") and not best.get("alt"):
            out.append((r, float(best["polarity"] == "support")))
    return out


def polarity(rows, analyses, records, networks, tune):
    found = claims()
    ours = pairs(rows, analyses, records)
    truth = np.array([y for _, y in ours])
    rules = np.array([float(r["statement"]["polarity"] == "support") for r, _ in ours])
    articles = np.array([r["article"] for r, _ in ours])
    labels, topics = np.array([c[3] for c in found]), np.array([c[4] for c in found])
    print(f"\n(iii) polarity: {len(found)} claims of {len(set(topics))} topics, {labels.mean():.2f} pro; {len(ours)} pairs of ours, {truth.mean():.2f} support")
    print("                                             claims, topics held out   our pairs   where the rules are wrong: right / wrong")
    print(f"{'more frequent class':50}{max(labels.mean(), 1 - labels.mean()):.3f}             {max(truth.mean(), 1 - truth.mean()):.3f}")
    print(f"{'the rules':50}    –             {(rules == truth).mean():.3f}       0 / {(rules != truth).sum()}")

    def show(name, own, p):
        wrong = rules != truth
        right = ((p > 0.5) == truth)
        print(f"{name:50}{own:>5}             {right.mean():.3f}       {right[wrong].sum()} / {(~right[wrong]).sum()}; against right rules {(~right[~wrong]).sum()} times")

    for title, network in networks.items():
        vectors, claim_vectors = article_vectors(network, analyses), word_vectors(network, [c[0] for c in found])
        x = np.array([pooled_target(v, c[1], c[2]) for v, c in zip(claim_vectors, found)])
        z = np.array([pooled_target(vectors[r["article"]][r["target"][0]], r["target"][1], r["target"][1]) for r, _ in ours])
        x, z = components(x, z)
        for kind, model in (("linear", linear), ("hidden layer", hidden)):
            own = np.zeros(len(labels))
            for train, test in folds(topics):
                own[test] = model(x[train], labels[train], x[test])
            show(f"{title}, claims, {kind}", f"{((own > 0.5) == labels).mean():.3f}", model(x, labels, z))
        cue = components(np.array([views(r, vectors) for r, _ in ours]))
        p = np.zeros(len(truth))
        for train, test in folds(articles):
            p[test] = linear(cue[train], truth[train], cue[test])
        show(f"{title}, our pairs (articles held out)", "–", p)
    if tune:
        show("encoder, trained on with the claims", *tuned(networks["encoder"], found, labels, topics, ours, analyses))


def tuned(network, found, labels, topics, ours, analyses, epochs=3):
    """The whole encoder trained on with the claims (three epochs); a fifth of the topics is held out for its own figure."""
    model, wordpiece, names = network
    held = set(sorted(set(topics))[::5])
    torch.manual_seed(1)
    head = nn.Linear(3 * WIDTH, 1)
    items = [(corpora.Sentence(list(c[0])), c) for c in found if c[4] not in held]
    adam = torch.optim.AdamW([{"params": model.encoder.parameters(), "lr": 5e-5}, {"params": head.parameters(), "lr": 1e-3}], weight_decay=0.01)

    def logits(sentences, places):
        x, _ = tensors(sentences, wordpiece, names)
        words, out, at = model.vectors(x), [], 0
        for s, (first, last) in zip(sentences, places):
            v = words[at:at + len(s.words)]
            at += len(s.words)
            out.append(head(torch.cat([v.mean(0), v[first:last + 1].mean(0), v.max(0).values])))
        return torch.cat(out)

    by_sentence = {id(s): c for s, c in items}
    model.train()
    rng = random.Random(1)
    for _ in range(epochs):
        for batch in batches([s for s, _ in items], wordpiece, 600, rng):
            gold = [by_sentence[id(s)] for s in batch]
            adam.zero_grad()
            nn.functional.binary_cross_entropy_with_logits(logits(batch, [c[1:3] for c in gold]), torch.tensor([c[3] for c in gold])).backward()
            adam.step()
    model.eval()
    with torch.no_grad():
        mine = [(corpora.Sentence([t["form"] for t in analyses[r["article"]].sentences[r["target"][0]]["tokens"]]), (r["target"][1],) * 2) for r, _ in ours]
        p = torch.cat([logits([s], [place]) for s, place in mine]).sigmoid().numpy()
        kept = [c for c in found if c[4] in held]
        q = torch.cat([logits([corpora.Sentence(list(c[0]))], [c[1:3]]) for c in kept]).numpy()
    return f"{((q > 0) == np.array([c[3] for c in kept])).mean():.3f}", p


def main():
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("program")
    args.add_argument("--model", type=pathlib.Path, required=True, help="the folder with average.pt and labels.pkl")
    args.add_argument("--also", type=pathlib.Path)
    args.add_argument("--date")
    args.add_argument("--parts", default="filter,finder,polarity")
    args.add_argument("--tune", action="store_true", help="train the encoder on with the claims, too (minutes)")
    a = args.parse_args()
    skip_without(SHARED / "gold", SHARED / "articles", SHARED / "data" / "ibm-claim-stance")
    torch.set_num_threads(1)
    rows, analyses, records = calibrate.gather(a.program, a.also, a.date)
    networks = {"encoder": load(a.model), "base model": load(a.model, from_base=True)}
    parts = set(a.parts.split(","))
    sys.stdout.reconfigure(line_buffering=True)
    for title, network in networks.items() if parts & {"filter", "finder"} else ():
        start = time.time()
        vectors = article_vectors(network, analyses)
        print(f"\n{title}: vectors of {sum(len(v) for s in vectors.values() for v in s)} words in {time.time() - start:.0f} s")
        if "filter" in parts:
            filter_statements(rows, records, vectors, title)
        if "finder" in parts:
            find_missed(rows, analyses, records, vectors, title)
    if "polarity" in parts:
        polarity(rows, analyses, records, networks, a.tune)


if __name__ == "__main__":
    run(main)
