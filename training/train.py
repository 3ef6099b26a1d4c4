"""Trains the joint encoder: `python train.py --data ../../shared --out out`. Resumes from `out/checkpoint.pt` if it is there."""

import argparse
import pathlib
import pickle
import random
import time

import torch
from torch.nn import functional as F

import base
import corpora
import documents
import evaluate
from corpora import IGNORE, Labels
from model import Joint
from wordpiece import WordPiece, letter_case


def pieces(sentence, wordpiece):
    return sum(len(wordpiece.pieces(w)) for w in sentence.words) + 2


def batches(sentences, wordpiece, size, rng=None):
    """Lists of sentences, some `size` pieces each, in random order with `rng`. Sentences of over 510 pieces are left out."""
    order = list(sentences)
    if rng:
        rng.shuffle(order)
    out, current, total = [], [], 0
    for s in order:
        n = pieces(s, wordpiece)
        if n > 510:
            continue
        if current and total + n > size:
            out.append(current)
            current, total = [], 0
        current.append(s)
        total += n
    if current:
        out.append(current)
    return out


def tensors(batch, wordpiece, labels, width=160):
    """The input and the gold columns of a batch. Sentences are packed into rows of `width` pieces, or of the longest sentence's."""
    encoded = []
    for s in batch:
        ids, cases, first = [wordpiece.start], [5], []
        for w in s.words:
            own = wordpiece.pieces(w)
            first.append(len(ids))
            ids += own
            cases += [letter_case(w)] * len(own)
        encoded.append((ids + [wordpiece.end], cases + [5], first))
    width = max([width] + [len(e[0]) for e in encoded])
    room, place = [], {}
    for i in sorted(range(len(encoded)), key=lambda i: -len(encoded[i][0])):
        n = len(encoded[i][0])
        row = next((r for r, free in enumerate(room) if free >= n), None)
        if row is None:
            row = len(room)
            room.append(width)
        place[i] = (row, width - room[row])
        room[row] -= n
    x = {k: torch.zeros(len(room), width, dtype=torch.long) for k in ("pieces", "cases", "positions", "sentences")}
    m = max(len(s.words) for s in batch)
    pad = lambda v, value: v + [value] * (m - len(v))
    first = []
    for i, (ids, cases, starts) in enumerate(encoded):
        row, at = place[i]
        part = slice(at, at + len(ids))
        x["pieces"][row, part] = torch.tensor(ids)
        x["cases"][row, part] = torch.tensor(cases)
        x["positions"][row, part] = torch.arange(len(ids))
        x["sentences"][row, part] = i + 1
        first.append(pad([row * width + at + f for f in starts], 0))
    x["first"] = torch.tensor(first)
    x["words"] = torch.tensor([pad([True] * len(s.words), False) for s in batch])
    y = {k: torch.tensor([pad(labels.encode(k, getattr(s, k), len(s.words)), IGNORE) for s in batch]) for k in ("upos", "xpos", "feats", "names", "relations")}
    y["lemma"] = torch.tensor([
        pad(labels.encode("lemma", s.lemmas and [corpora.edit_script(f, l) for f, l in zip(s.words, s.lemmas)], len(s.words)), IGNORE)
        for s in batch
    ])
    y["heads"] = torch.tensor([pad(s.heads or [IGNORE] * len(s.words), IGNORE) for s in batch])
    y["cues"] = torch.tensor([pad(s.cues or [IGNORE] * len(s.words), IGNORE) for s in batch])
    y["entities"] = torch.tensor([pad(s.entities or [-1] * len(s.words), -1) for s in batch])
    spellings = {}
    x["spelling"] = torch.tensor([pad([spellings.setdefault(w.lower(), len(spellings)) for w in s.words], -1) for s in batch])
    return x, y


def antecedents(model, words, x, y):
    """The scores of the batch's gold mentions for each earlier one, and which of these are right."""
    known = y["entities"] >= 0
    b, w = known.nonzero(as_tuple=True)
    entity = y["entities"][known]
    right = (entity[:, None] == entity[None, :]).tril(-1)
    right = torch.cat([~right.any(1, keepdim=True), right], 1)
    return model.coreference(words[known[x["words"]]], b, x["spelling"][known]), right


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
    dev = corpora.with_names(list(corpora.read_conllu(bank / "ewt-dev.conllu.gz")), names("dev"))
    dev_documents = documents.gum(a.data, "dev")
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
            novels = documents.litbank(a.data, lambda s: parse(average, s, wordpiece, labels))
        for current in range(max(0, done), epochs):
            model.train()
            for shuffled in (wiki, papers, novels):
                rng.shuffle(shuffled)
            single = ewt + wiki[: len(wiki) * 2 // 3] + papers[: len(papers) // 6]
            if not cycle:
                single = single + [s for d in gum for s in d]
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
            print(f"epoch {epoch}", evaluate.scores(average, dev, wordpiece, labels, batches, tensors),
                  evaluate.document_scores(average, dev_documents, wordpiece, labels, tensors, antecedents), flush=True)


@torch.no_grad()
def parse(model, sentences, wordpiece, labels):
    """Sets the heads and relations of sentences, by the best head of each word."""
    model.eval()
    for s in sentences:
        s.heads, s.relations = [0] * len(s.words), ["dep"] * len(s.words)
    for batch in batches(sentences, wordpiece, 4000):
        x, _ = tensors([corpora.Sentence(s.words) for s in batch], wordpiece, labels)
        _, (arcs, rel_dep, rel_head) = model(model.vectors(x), x["words"])
        nodes = torch.cat([torch.ones_like(x["words"][:, :1]), x["words"]], 1)
        heads = arcs.masked_fill(~nodes[:, None, :], -1e4).argmax(-1)
        for i, s in enumerate(batch):
            k = len(s.words)
            s.heads = heads[i, :k].tolist()
            s.relations = [labels.relations[r] for r in model.parser.relations(rel_dep[i, :k], rel_head[i, heads[i, :k]]).argmax(-1).tolist()]


if __name__ == "__main__":
    main()
