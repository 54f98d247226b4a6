#!/usr/bin/env python3
"""Learns the gate: which sentences can state an act at all, from the words that they hold.

    gate.py --out FILE.json [--general FILE.conllu,…]

A sentence's score is the sum of the weights of its words, each counted once; a sentence passes from `near` on where it or
one within `reach` sentences has more than `alone`. The thresholds keep 97% of the acts of authors kept out (each third of
the authors by a gate learnt from the others) and let through as little as they can. Prints what it keeps and lets through.
"""
import argparse
import json
from collections import Counter

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.feature_extraction import DictVectorizer

from data import load
from prepare import authors, work

KEPT = 0.97
REACH = 1
LEAST = 3


def sentences(author):
    """(author, text, words, whether an act is stated) for each sentence, in order."""
    out = []
    for number, window in enumerate(load(work / f"{author}.jsonl", work / f"{author}.cand")):
        held = {window.words[a.word][2] for a in window.acts}
        by = {}
        for a, b, s, *_ in window.words[window.core[0] : window.core[1]]:
            by.setdefault(s, set()).add(window.text[a:b].lower().replace("’", "'"))
        out += [(author, f"{author}{number}", words, s in held) for s, words in sorted(by.items())]
    return out


def general(files):
    """Sentences of general English, which are taken to state nothing."""
    out, words = [], set()
    for file in files:
        for line in open(file, encoding="utf8"):
            part = line.split("\t")
            if len(part) > 1 and part[0].isdigit():
                words.add(part[1].lower().replace("’", "'"))
            elif not line.strip() and words:
                out.append(("", file, words, False))
                words = set()
    return out


def fit(rows):
    count = Counter(w for r in rows for w in r[2])
    common = {w for w, n in count.items() if n >= LEAST and w.replace("'", "").replace("-", "").isalpha()}
    table = DictVectorizer(dtype=np.float32)
    x = table.fit_transform([{w: 1 for w in r[2] & common} for r in rows])
    model = LogisticRegression(C=0.3, max_iter=400)
    model.fit(x, [r[3] for r in rows])
    weights = dict(zip(table.feature_names_, model.coef_[0]))
    return {w: v for w, v in weights.items() if abs(v) > 0.15}, float(model.intercept_[0])


def score(words, gate):
    return gate[1] + sum(gate[0].get(w, 0.0) for w in words)


def passing(rows, scores, alone, near):
    """Whether each sentence passes."""
    strong = [v > alone for v in scores]
    out = []
    for at, (row, value) in enumerate(zip(rows, scores)):
        around = range(max(0, at - REACH), min(len(rows), at + REACH + 1))
        out.append(value > near and any(strong[i] and rows[i][1] == row[1] for i in around))
    return out


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--out", required=True)
    ask.add_argument("--general", default="")
    ask.add_argument("--without", default="observer,rapporteur", help="authors that are never trained on")
    given = ask.parse_args()
    unseen = given.without.split(",")
    names = [a for a in authors() if a not in unseen]
    rows = [r for a in names for r in sentences(a)]
    other = general([f for f in given.general.split(",") if f])
    kept = []
    for part in range(3):
        out = set(names[part::3])
        gate = fit([r for r in rows if r[0] not in out] + other[::2])
        own = [r for r in rows if r[0] in out]
        kept.append((own, [score(r[2], gate) for r in own], [score(r[2], gate) for r in other[1::2]]))

    def share(alone, near):
        held = [ok for own, s, _ in kept for r, ok in zip(own, passing(own, s, alone, near)) if r[3]]
        through = [ok for *_, g in kept for ok in passing(other[1::2], g, alone, near)]
        return np.mean(held), np.mean(through)

    best = None
    for alone in np.arange(-3.5, 0.1, 0.25):
        for near in np.arange(-6, alone + 0.1, 0.5):
            recall, through = share(alone, near)
            if recall >= KEPT and (best is None or through < best[0]):
                best = (through, alone, near, recall)
    through, alone, near, recall = best
    print(f"alone {alone}, near {near}: kept {recall:.4f} of the acts' sentences; let through {through:.3f} of general English")
    weights, bias = fit(rows + other)
    rest = [r for a in unseen if (work / f"{a}.cand").exists() for r in sentences(a)]
    if rest:
        passed = passing(rest, [score(r[2], (weights, bias)) for r in rest], alone, near)
        held = [ok for r, ok in zip(rest, passed) if r[3]]
        print(f"kept {np.mean(held):.4f} of the acts' sentences of the authors never trained on")
    print(f"{len(weights)} words")
    with open(given.out, "w", encoding="utf8") as out:
        json.dump(dict(alone=round(float(alone) - bias, 3), near=round(float(near) - bias, 3), reach=REACH,
                       weights={w: round(float(v), 2) for w, v in sorted(weights.items())}), out, ensure_ascii=False,
                  indent=0)


if __name__ == "__main__":
    main()
