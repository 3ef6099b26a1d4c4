"""Trains the joint encoder: `python training/train.py --data ../shared --out training/out`. Resumes from `checkpoint.pt` there."""

import argparse
import dataclasses
import pathlib
import pickle
import random
import time

import torch
from torch.nn import functional as F

import analysis
import base
import corpora
import documents
import evaluate
from corpora import IGNORE, Labels
from batching import batches, tensors
from model import Joint, antecedents
from wordpiece import WordPiece


def losses(model, x, y):
    words, mask = model.vectors(x), x["words"]
    tags, (arcs, rel_dep, rel_head) = model(words, mask)
    weights = {"upos": 0.5, "xpos": 0.5, "feats": 0.5, "lemma": 0.3, "names": 1.0}
    total = 0.0
    for kind, scores in zip(Joint.TAGS, tags):
        gold = y[kind][mask]
        if (gold != IGNORE).any():
            total = total + weights[kind] * F.cross_entropy(scores, gold, ignore_index=IGNORE)
    heads = y["heads"]
    known = heads != IGNORE
    if known.any():
        nodes = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        arcs = arcs.masked_fill(~nodes[:, None, :], -1e4)
        total = total + F.cross_entropy(arcs[known], heads[known])
        b, d = known.nonzero(as_tuple=True)
        scores = model.parser.relations(rel_dep[b, d], rel_head[b, heads[known]])
        total = total + F.cross_entropy(scores, y["relations"][known], ignore_index=IGNORE)
    cues = y["cues"][mask]
    if (cues != IGNORE).any():
        told = cues != IGNORE
        total = total + F.binary_cross_entropy_with_logits(model.cue(words[told])[:, 0], cues[told].float())
    if (y["entities"] >= 0).sum() > 1:
        scores, right = antecedents(model, words, x, y)
        score = torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e4), 1)
        total = total + 0.5 * score.mean()
    return total


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--data", type=pathlib.Path, required=True, help="the folder that holds treebanks/ and data/")
    args.add_argument("--out", type=pathlib.Path, default=pathlib.Path("out"))
    args.add_argument("--epochs", type=int, nargs="+", default=[6, 4], help="epochs of each cycle; the rate falls to zero in each, and documents are read from the second on")
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--batch", type=int, default=1200, help="pieces a batch")
    args.add_argument("--threads", type=int, default=2)
    a = args.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)

    bank, more = a.data / "treebanks", a.data / "data"
    names = lambda name: list(corpora.read_iob2(bank / f"ewt-names-{name}.iob2.gz"))
    ewt = corpora.with_names(list(corpora.read_conllu(bank / "ewt-train.conllu.gz")), names("train"))
    gum = documents.gum(a.data, "train")
    dev, dev_documents = evaluate.dev(a.data)
    labels = Labels(ewt + [s for d in gum for s in d])
    vocabulary, checkpoint = base.minilm()
    wordpiece = WordPiece(vocabulary)
    model = Joint(len(vocabulary), labels)
    model.encoder.load_minilm(checkpoint)
    average = Joint(len(vocabulary), labels)
    pickle.dump(labels, open(a.out / "labels.pkl", "wb"))

    read = lambda *files: [s for f in files for s in corpora.read_iob2(more / f"{f}.iob2.gz") if len(s.words) < 120]
    wiki = read("crossner-politics/train", "crossner-politics/dev", "wikigold/wikigold")
    papers = read("multiner-sl-gov/english")

    def fresh():
        return torch.optim.AdamW(
            [
                {"params": list(model.encoder.parameters()), "lr": 3e-4},
                {"params": [p for n, p in model.named_parameters() if not n.startswith("encoder.")], "lr": 2e-3},
            ],
            betas=(0.9, 0.98), weight_decay=0.01, fused=True)

    optimiser = fresh()
    epoch, step = 0, 0
    state = a.out / "checkpoint.pt"
    if state.exists():
        saved = torch.load(state, weights_only=False)
        model.load_state_dict(saved["model"])
        average.load_state_dict(saved["average"])
        optimiser.load_state_dict(saved["optimiser"])
        epoch, step = saved["epoch"], saved["step"]
        rng.setstate(saved["rng"])
        torch.set_rng_state(saved["torch_rng"])
        print(f"resumed after epoch {epoch}", flush=True)

    novels = []
    begin = time.time()
    for cycle, epochs in enumerate(a.epochs):
        done = epoch - sum(a.epochs[:cycle])
        if done >= epochs:
            continue
        if done <= 0 and cycle:
            # A new cycle begins with the average of the last one.
            model.load_state_dict(average.state_dict())
            optimiser = fresh()
        if cycle and not novels:
            novels = documents.litbank(a.data, lambda s: analysis.encoded(average, s, wordpiece, labels))
        for current in range(max(0, done), epochs):
            model.train()
            for shuffled in (wiki, papers, novels):
                rng.shuffle(shuffled)
            single = ewt + wiki[: len(wiki) * 2 // 3] + papers[: len(papers) // 6]
            if not cycle:
                # Out of their documents, their entities say nothing.
                single = single + [dataclasses.replace(s, entities=None) for d in gum for s in d]
            work = batches([corpora.augmented(s, rng) for s in single], wordpiece, a.batch, rng)
            if cycle:
                for document in gum + novels[: len(novels) // 3]:
                    # A long document in parts: its mentions are linked within each.
                    work += batches([corpora.augmented(s, rng) for s in document], wordpiece, a.batch * 5 // 4)
                rng.shuffle(work)
            running = 0.0
            for number, batch in enumerate(work):
                # Each cycle begins at a lower rate than the one before, warms up and falls to zero.
                share = (current + number / len(work)) / epochs
                rate = 0.7**cycle * min(1.0, (current * len(work) + number + 1) / 150) * (1 - share)
                for group, most in zip(optimiser.param_groups, (3e-4, 2e-3)):
                    group["lr"] = most * rate
                loss = losses(model, *tensors(batch, wordpiece, labels))
                if not torch.is_tensor(loss):  # the rest of a document, in which nothing is annotated
                    continue
                optimiser.zero_grad(set_to_none=True)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
                optimiser.step()
                step += 1
                running += float(loss.detach())
                # The average of the last steps' weights reads better than the last step's.
                if step % 8 == 0:
                    decay = min(0.97, 1 - 1 / (1 + step / 8))
                    with torch.no_grad():
                        for p, q in zip(average.parameters(), model.parameters()):
                            p.lerp_(q, 1 - decay)
                if (number + 1) % 100 == 0:
                    print(f"epoch {epoch + 1}, {number + 1} of {len(work)}: loss {running / 100:.3f}, {time.time() - begin:.0f} s", flush=True)
                    running = 0.0
            epoch += 1
            torch.save({"model": model.state_dict(), "average": average.state_dict(), "optimiser": optimiser.state_dict(),
                        "epoch": epoch, "step": step, "rng": rng.getstate(), "torch_rng": torch.get_rng_state()}, state)
            torch.save(average.state_dict(), a.out / "average.pt")
            torch.save(average.state_dict(), a.out / f"average-{epoch}.pt")
            print(f"epoch {epoch}", evaluate.scores(average, dev, wordpiece, labels),
                  evaluate.document_scores(average, dev_documents, wordpiece, labels), flush=True)


if __name__ == "__main__":
    main()
