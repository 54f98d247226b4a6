#!/usr/bin/env python3
"""Trains the reader of acts.

    train.py --encoder DIR --out FILE.pt [--without AUTHOR,…] [--epochs N] [--layers N] [--seed N] [--start FILE.pt]

Reads `work/AUTHOR.jsonl` and `work/AUTHOR.cand`, which prepare.py makes. Prints the loss of each epoch.
"""
import argparse
import copy
import math
import random
import time

import torch
import torch.nn.functional as F
from torch import nn
from transformers import AutoTokenizer
from transformers.utils import logging

from batches import Labels, Layout, scores, words_of
from data import ACTS, MODALITIES, OBJECTS, SIDES, Pieces, load
from model import Reader
from prepare import authors, work

logging.set_verbosity_error()
logging.disable_progress_bar()
POLARITY_WEIGHT = torch.tensor([1.0, 1.6])
MODALITY_WEIGHT = torch.tensor([0.8, 1.2, 1.8, 2.5, 1.8, 2.0])


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--encoder", required=True)
    ask.add_argument("--out", required=True)
    ask.add_argument("--without", default="")
    ask.add_argument("--start", help="weights to go on from; the authors that they know count as seen")
    ask.add_argument("--epochs", type=int, default=6)
    ask.add_argument("--layers", type=int, default=0)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--rate", type=float, default=1.5e-4)
    ask.add_argument("--batch", type=int, default=16)
    ask.add_argument("--renaming", type=float, default=0.3)
    ask.add_argument("--threads", type=int, default=2)
    given = ask.parse_args()
    torch.manual_seed(given.seed)
    random.seed(given.seed)
    torch.set_num_threads(given.threads)
    names = [a for a in authors() if a not in given.without.split(",")]
    given.names = names
    windows = [w for a in names for w in load(work / f"{a}.jsonl", work / f"{a}.cand")]
    pieces = Pieces(AutoTokenizer.from_pretrained(given.encoder))
    pieces.learn_names(windows)
    print(f"{len(names)} authors, {len(windows)} windows, {sum(len(w.acts) for w in windows)} acts, "
          f"{sum(w.lost for w in windows)} parties lost", flush=True)
    reader = Reader(given.encoder, given.layers)
    if given.start:
        reader.load_state_dict(torch.load(given.start)["state"])
    train(reader, windows, pieces, given)


def train(model, windows, pieces, given):
    prepared = {}

    def ready(window, size):
        """Labels and layout depend only on how many words fit."""
        key = (id(window), size)
        if key not in prepared:
            labels = Labels(window, size)
            prepared[key] = labels, Layout(window, labels.choices)
        return prepared[key]

    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.")]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    steps = given.epochs * (math.ceil(len(windows) / given.batch) + 16)
    best = torch.optim.AdamW([dict(params=encoder, lr=given.rate), dict(params=heads, lr=given.rate * 8)],
                             weight_decay=0.01)
    pace = torch.optim.lr_scheduler.OneCycleLR(best, [given.rate, given.rate * 8], total_steps=steps, pct_start=0.1)
    mean, seen = copy.deepcopy(model), 0
    for epoch in range(given.epochs):
        model.train()
        total, began = 0.0, time.time()
        renaming = given.renaming if epoch < given.epochs - 1 else 0.0
        for batch in shuffled(windows, given.batch):
            encoded = [pieces.encode(w, renaming) for w in batch]
            best.zero_grad()
            loss = loss_of(model, batch, encoded, ready) / len(batch)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            best.step()
            pace.step()
            total += loss.item() * len(batch)
            seen += 1
            # A running mean of the weights reads better than the last ones.
            keep = min(0.998, seen / (seen + 10))
            with torch.no_grad():
                for a, b in zip(mean.parameters(), model.parameters()):
                    a.mul_(keep).add_(b, alpha=1 - keep)
        print(f"epoch {epoch + 1}: loss {total / len(windows):.3f}, {time.time() - began:.0f} s", flush=True)
        torch.save(dict(state=mean.state_dict(), layers=given.layers, authors=given.names), given.out)


def shuffled(windows, size):
    """Batches of windows of like length, in random order."""
    order = random.sample(windows, len(windows))
    out = []
    for at in range(0, len(order), size * 16):
        near = sorted(order[at : at + size * 16], key=lambda w: len(w.words))
        out += [near[i : i + size] for i in range(0, len(near), size)]
    random.shuffle(out)
    return out


def loss_of(model, windows, encoded, ready):
    words, starts = words_of(model, encoded)
    parts = [ready(w, len(e[2])) for w, e in zip(windows, encoded)]
    logits = model.act(words)
    wanted, counted = torch.zeros_like(logits), torch.zeros(len(words))
    for start, (labels, _) in zip(starts, parts):
        counted[start : start + len(labels.core)] = torch.tensor(labels.core, dtype=torch.float)
        for word, act in labels.choices:
            wanted[start + word, act] = 1
    loss = (F.binary_cross_entropy_with_logits(logits, wanted, reduction="none", pos_weight=torch.tensor(2.0))
            * counted[:, None]).sum()
    found = scores(model, words, starts, windows, [lay for _, lay in parts])
    if found is None:
        return loss
    acts = pairs = times = rows = 0
    join_row, join_pair, join_role, target, speaker, time, stance = [], [], [], [], [], [], []
    for labels, lay in parts:
        join_row += [rows + r for r in labels.join_row]
        join_pair += [pairs + p for p in labels.join_pair]
        join_role += labels.join_role
        target += labels.target
        speaker += [None if s is None else [pairs + i for i in s] for s in labels.speaker]
        time += [None if t is None else [times + i for i in t] for t in labels.time]
        stance += [(acts + n, *rest) for n, *rest in labels.stance]
        acts += len(lay.choices)
        pairs += len(lay.pair_trigger)
        times += len(lay.time_trigger)
        rows = len(target)
    if target:
        row, role = torch.tensor(join_row), torch.tensor(join_role)
        score = found["roles"][torch.tensor(join_pair), role[row]]
        joined = torch.zeros(rows).index_add(0, row, score.clamp(-30, 30).exp()).log()
        loss = loss + F.binary_cross_entropy_with_logits(joined, torch.tensor(target), reduction="sum")
    loss = loss + chosen(found["alone"][:, 0], found["roles"][:, 2], found["pair_trigger"], speaker, 0.5)
    loss = loss + chosen(found["alone"][:, 1], found["dates"], found["time_trigger"], time, 1.0)
    at, polarity, modality, kind, side = (torch.tensor(x) for x in zip(*stance))
    said = found["stance"][at]
    cut = (0, 2, 2 + len(MODALITIES), 2 + len(MODALITIES) + len(OBJECTS), said.shape[1])
    heads = [said[:, a:b] for a, b in zip(cut, cut[1:])]
    loss = loss + F.cross_entropy(heads[0], polarity, weight=POLARITY_WEIGHT, reduction="sum")
    loss = loss + F.cross_entropy(heads[1], modality, weight=MODALITY_WEIGHT, reduction="sum")
    for head, labels, weight in ((heads[2], kind, 0.5), (heads[3], side, 0.3)):
        if (labels >= 0).any():
            loss = loss + weight * F.cross_entropy(head, labels, ignore_index=-1, reduction="sum")
    return loss


def chosen(nothing, scores, owner, wanted, weight):
    """Cross-entropy of choosing one of several right options, or nothing, for each act whose choice is known."""
    limit = lambda x: x.clamp(-30, 30).exp()
    every = limit(nothing).index_add(0, owner, limit(scores))
    right = torch.zeros_like(nothing)
    none = torch.tensor([1.0 if w == [] else 0.0 for w in wanted])
    known = torch.tensor([0.0 if w is None else 1.0 for w in wanted])
    options = [(n, i) for n, w in enumerate(wanted) for i in (w or [])]
    if options:
        row, pair = (torch.tensor(x) for x in zip(*options))
        right = right.index_add(0, row, limit(scores)[pair])
    right = right + none * limit(nothing)
    return -weight * (known * ((right + 1e-13).log() - every.log())).sum()


if __name__ == "__main__":
    main()
