"""Trains the joint encoder: `python train.py --data ../../shared --out out`. Resumes from `out/checkpoint.pt` if it is there."""

import argparse
import math
import pathlib
import pickle
import random
import time

import torch
from torch.nn import functional as F

import base
import corpora
import evaluate
from corpora import IGNORE, Labels
from model import Joint
from wordpiece import WordPiece, letter_case


def batches(sentences, wordpiece, size, rng=None):
    """Lists of sentences of like length, some `size` pieces each."""
    lengths = [sum(len(wordpiece.pieces(w)) for w in s.words) + 2 for s in sentences]
    order = sorted(range(len(sentences)), key=lambda i: lengths[i] + (rng.random() * 4 if rng else 0))
    out, current, longest = [], [], 0
    for i in order:
        if lengths[i] > 510:
            continue
        if current and max(longest, lengths[i]) * (len(current) + 1) > size:
            out.append(current)
            current, longest = [], 0
        current.append(sentences[i])
        longest = max(longest, lengths[i])
    if current:
        out.append(current)
    if rng:
        rng.shuffle(out)
    return out


def tensors(batch, wordpiece, labels):
    rows = []
    for s in batch:
        pieces, cases, first = [wordpiece.start], [5], []
        for w in s.words:
            ids = wordpiece.pieces(w)
            first.append(len(pieces))
            pieces += ids
            cases += [letter_case(w)] * len(ids)
        rows.append((pieces + [wordpiece.end], cases + [5], first))
    n, m = max(len(r[0]) for r in rows), max(len(s.words) for s in batch)
    pad = lambda v, size, value: v + [value] * (size - len(v))
    x = {
        "pieces": torch.tensor([pad(r[0], n, 0) for r in rows]),
        "cases": torch.tensor([pad(r[1], n, 0) for r in rows]),
        "mask": torch.tensor([pad([True] * len(r[0]), n, False) for r in rows]),
        "first": torch.tensor([pad(r[2], m, 0) for r in rows]),
    }
    y = {k: torch.tensor([pad(labels.encode(k, getattr(s, k), len(s.words)), m, IGNORE) for s in batch]) for k in ("upos", "xpos", "feats", "names", "relations")}
    y["lemma"] = torch.tensor([
        pad(labels.encode("lemma", s.lemmas and [corpora.edit_script(f, l) for f, l in zip(s.words, s.lemmas)], len(s.words)), m, IGNORE)
        for s in batch
    ])
    y["heads"] = torch.tensor([pad(s.heads or [IGNORE] * len(s.words), m, IGNORE) for s in batch])
    x["words"] = torch.tensor([pad([True] * len(s.words), m, False) for s in batch])
    return x, y


def losses(model, x, y):
    tags, (arcs, rel_dep, rel_head) = model(x["pieces"], x["cases"], x["mask"], x["first"])
    weights = {"upos": 0.5, "xpos": 0.5, "feats": 0.5, "lemma": 0.3, "names": 1.0}
    total = 0.0
    for kind, scores in zip(Joint.TAGS, tags):
        if (y[kind] != IGNORE).any():
            total = total + weights[kind] * F.cross_entropy(scores.flatten(0, 1), y[kind].flatten(), ignore_index=IGNORE)
    heads = y["heads"]
    known = heads != IGNORE
    if known.any():
        nodes = torch.cat([torch.ones_like(x["words"][:, :1]), x["words"]], 1)
        arcs = arcs.masked_fill(~nodes[:, None, :], -1e4)
        total = total + F.cross_entropy(arcs[known], heads[known])
        b, d = known.nonzero(as_tuple=True)
        scores = model.parser.relations(rel_dep[b, d], rel_head[b, heads[known]])
        total = total + F.cross_entropy(scores, y["relations"][known], ignore_index=IGNORE)
    return total


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--data", type=pathlib.Path, required=True, help="the folder that holds treebanks/ and data/")
    args.add_argument("--out", type=pathlib.Path, default=pathlib.Path("out"))
    args.add_argument("--epochs", type=int, default=6)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--batch", type=int, default=1200, help="pieces a batch")
    args.add_argument("--threads", type=int, default=2)
    a = args.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)

    bank = a.data / "treebanks"
    read = lambda name: list(corpora.read_conllu(bank / f"{name}.conllu.gz"))
    names = lambda name: list(corpora.read_iob2(bank / f"ewt-names-{name}.iob2.gz"))
    train = corpora.with_names(read("ewt-train"), names("train")) + read("gum-train")
    dev = corpora.with_names(read("ewt-dev"), names("dev"))
    more_names = [s for f in ("crossner-politics/train", "crossner-politics/dev", "wikigold/wikigold") for s in corpora.read_iob2(a.data / "data" / f"{f}.iob2.gz")]
    labels = Labels(train)
    vocabulary, checkpoint = base.minilm()
    wordpiece = WordPiece(vocabulary)
    model = Joint(len(vocabulary), labels)
    model.encoder.load_minilm(checkpoint)
    average = Joint(len(vocabulary), labels)
    pickle.dump(labels, open(a.out / "labels.pkl", "wb"))

    groups = [
        {"params": list(model.encoder.parameters()), "lr": 3e-4},
        {"params": [p for n, p in model.named_parameters() if not n.startswith("encoder.")], "lr": 2e-3},
    ]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    per_epoch = len(batches(train + more_names[::2], wordpiece, a.batch))
    total = a.epochs * per_epoch
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min((s + 1) / 150, max(0.0, (total - s) / max(1, total - 150))))
    epoch, step = 0, 0
    state = a.out / "checkpoint.pt"
    if state.exists():
        saved = torch.load(state, weights_only=False)
        model.load_state_dict(saved["model"])
        average.load_state_dict(saved["average"])
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        epoch, step = saved["epoch"], saved["step"]
        rng.setstate(saved["rng"])
        torch.set_rng_state(saved["torch_rng"])
        print(f"resumed after epoch {epoch}", flush=True)

    begin = time.time()
    while epoch < a.epochs:
        model.train()
        rng.shuffle(more_names)
        todo = [corpora.augmented(s, rng) for s in train + more_names[: len(more_names) // 2]]
        running = 0.0
        for batch in batches(todo, wordpiece, a.batch, rng):
            x, y = tensors(batch, wordpiece, labels)
            loss = losses(model, x, y)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            step += 1
            running += float(loss)
            # The average of the last steps' weights reads better than the last step's.
            if step % 8 == 0:
                decay = min(0.97, 1 - 1 / (1 + step / 8))
                with torch.no_grad():
                    for p, q in zip(average.parameters(), model.parameters()):
                        p.lerp_(q, 1 - decay)
            if step % 100 == 0:
                print(f"step {step}/{total} loss {running / 100:.3f} {time.time() - begin:.0f} s", flush=True)
                running = 0.0
        epoch += 1
        torch.save({"model": model.state_dict(), "average": average.state_dict(), "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict(),
                    "epoch": epoch, "step": step, "rng": rng.getstate(), "torch_rng": torch.get_rng_state()}, state)
        torch.save(average.state_dict(), a.out / "average.pt")
        print(f"epoch {epoch}", evaluate.scores(average, dev, wordpiece, labels, batches, tensors), flush=True)


if __name__ == "__main__":
    main()
