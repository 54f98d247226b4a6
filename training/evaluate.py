#!/usr/bin/env python3
"""Scores a trained reader on authors, and calibrates its confidence on them.

    evaluate.py --encoder DIR --model FILE.pt --authors AUTHOR,… [--manifest FILE.json]

Prints a row for each author: precision, recall and F1 of act and parties (core), the same with polarity and modality
(full), then the share of right dates and speakers among what was found. With `--manifest` the weights of the confidence
are fitted on these authors, which the model must not have seen, and written into the manifest that the reader ships with.
"""
import argparse
import json
import math
from collections import defaultdict

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from transformers import AutoTokenizer
from transformers.utils import logging

from batches import Layout, scores, words_of
from data import ACTS, ALIASES, MODALITIES, MUTUAL, Pieces, windows_of
from model import Reader
from prepare import work

logging.set_verbosity_error()
logging.disable_progress_bar()
THRESHOLDS = dict(act=-1.0, role=0.0, onlyRole=-1.5)
LIMIT = 6.0


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("encoder", "model", "authors"):
        ask.add_argument(f"--{name}", required=True)
    ask.add_argument("--manifest")
    ask.add_argument("--act", type=float, default=THRESHOLDS["act"])
    ask.add_argument("--threads", type=int, default=2)
    given = ask.parse_args()
    torch.set_num_threads(given.threads)
    saved = torch.load(given.model)
    reader = Reader(given.encoder, saved["layers"])
    reader.load_state_dict(saved["state"])
    reader.eval()
    pieces = Pieces(AutoTokenizer.from_pretrained(given.encoder))
    told = []
    rows = {}
    for author in given.authors.split(","):
        counts, own = score_author(reader, pieces, author, dict(THRESHOLDS, act=given.act))
        told += own
        rows[author] = counts
        print(author.ljust(12), line(counts), flush=True)
    total = sum(rows.values(), np.zeros(9))
    print("all".ljust(12), line(total))
    mean = lambda k: np.mean([f1(c, k) for c in rows.values()])
    print(f"mean F1 of the authors: core {mean(0):.3f}, full {mean(1):.3f}")
    if given.manifest:
        calibrate(told, given.manifest, rows)


def f1(c, k):
    right, found, asked = c[k], c[2], c[3]
    return 2 * right / (found + asked) if found + asked else 0.0


def line(c):
    p = lambda k: c[k] / c[2] if c[2] else 0
    r = lambda k: c[k] / c[3] if c[3] else 0
    share = lambda a, b: c[a] / c[b] if c[b] else float("nan")
    return (f"core P {p(0):.3f} R {r(0):.3f} F1 {f1(c, 0):.3f}   full P {p(1):.3f} R {r(1):.3f} F1 {f1(c, 1):.3f}   "
            f"date {share(4, 5):.3f} ({int(c[5])})  speaker {share(6, 7):.3f} ({int(c[7])})  asked {int(c[3])}")


def score_author(reader, pieces, author, thresholds):
    counts, told = np.zeros(9), []
    with open(work / f"{author}.jsonl", encoding="utf8") as marked, open(work / f"{author}.cand", encoding="utf8") as found:
        texts = [(json.loads(g), json.loads(l)) for g, l in zip(marked, found)]
    jobs = [(n, w) for n, (g, l) in enumerate(texts) for w in windows_of(g, l)]
    jobs.sort(key=lambda j: len(j[1].words))
    said = defaultdict(list)
    with torch.no_grad():
        for at in range(0, len(jobs), 16):
            batch = jobs[at : at + 16]
            encoded = [pieces.encode(w) for _, w in batch]
            words, starts = words_of(reader, encoded)
            logits = reader.act(words)
            for (n, window), start, e in zip(batch, starts, encoded):
                said[n] += decode(reader, words[start : start + len(e[2])], logits[start : start + len(e[2])], window,
                                  thresholds)
    for n, (gold, _) in enumerate(texts):
        own = once(said[n])
        asked = statements_of(gold)
        match(own, asked, counts)
        told += own
    return counts, told


def decode(reader, words, logits, window, thresholds):
    size = len(words)
    lo, hi = window.core
    choices = [(w, a) for w, a in (logits[: min(hi, size)] > thresholds["act"]).nonzero().tolist() if w >= lo]
    window.candidates = [c for c in window.candidates if c[1] < size]
    window.times = [t for t in window.times if t[1] < size]
    if not choices:
        return []
    lay = Layout(window, choices)
    got = scores(reader, words, [0], [window], [lay])
    m, t, out = len(window.candidates), len(window.times), []
    for n, (word, act) in enumerate(choices):
        roles = got["roles"][n * m : (n + 1) * m]
        stance = got["stance"][n]
        polarity, modality = stance[:2], stance[2 : 2 + len(MODALITIES)]
        sides = [parties(window, roles[:, k], thresholds) if m else [] for k in (0, 1)]
        doers = {p for p, _ in sides[0]}
        sides[1] = [(p, s) for p, s in sides[1] if s > 0 or p not in doers]
        dates = got["dates"][n * t : (n + 1) * t]
        date = None
        if t and dates.max() > got["alone"][n, 1]:
            date = window.times[int(dates.argmax())]
        speaker = None
        if m and roles[:, 2].max() > got["alone"][n, 0]:
            speaker = window.candidates[int(roles[:, 2].argmax())]
        margin = min(margin_of(polarity), margin_of(modality))
        for a, sa in sides[0] or [(None, None)]:
            for b, sb in sides[1] or [(None, None)]:
                if a is None and b is None or a == b:
                    continue
                out.append(dict(act=ACTS[act], sides=(a, b), polarity=int(polarity.argmax()),
                                modality=int(modality.argmax()), date=date, speaker=speaker, window=window,
                                features=(logits[word, act].item(), sa, sb, margin)))
    return out


def margin_of(scores):
    top = scores.max()
    rest = scores[scores != top]
    return (top - torch.logsumexp(rest, 0)).item() if len(rest) else LIMIT


def parties(window, scores, thresholds):
    by = defaultdict(list)
    for c, s in zip(window.candidates, scores.tolist()):
        for p in c[4]:
            by[p].append(s)
    joined = {p: float(np.logaddexp.reduce(s)) for p, s in by.items()}
    sure = [(p, s) for p, s in joined.items() if s > thresholds["role"]]
    if sure or not joined:
        return sure
    best = max(joined.items(), key=lambda x: x[1])
    return [best] if best[1] > thresholds["onlyRole"] else []


def key(one):
    act, (a, b) = one["act"], one["sides"]
    sides = tuple(sorted((a or "", b or ""))) if act in MUTUAL else (a, b)
    return act, sides, one["polarity"], one["modality"]


def once(said):
    best = {}
    for one in said:
        k = key(one)
        if k not in best or one["features"][0] > best[k]["features"][0]:
            best[k] = one
    return list(best.values())


def statements_of(gold):
    out, seen = [], set()
    for a in gold["acts"]:
        for p in a["actors"] or [None]:
            for q in a["targets"] or [None]:
                ids = lambda x: ALIASES.get(x["party"], x["party"]) if x and x.get("party") else None
                one = dict(act=a["act"], sides=(ids(p), ids(q)), polarity=int(a["polarity"] == "negative"),
                           modality=MODALITIES.index(a["modality"]), date=a.get("date"), speaker=a.get("speaker"))
                k = (one["act"], one["sides"], one["polarity"], one["modality"])
                if k not in seen:
                    seen.add(k)
                    out.append(one)
    return out


def same_act(a):
    return {"upgrade-mission": "upgrade-relations", "downgrade-mission": "downgrade-relations"}.get(a, a)


def fits(asked, told):
    if same_act(asked["act"]) != same_act(told["act"]):
        return False
    (a, b), (p, q) = asked["sides"], told["sides"]
    ok = lambda g, s: g is None or g == s
    return (ok(a, p) and ok(b, q)) or (asked["act"] in MUTUAL and ok(a, q) and ok(b, p))


def dated(asked, told):
    d = asked["date"]
    if not d or not told["date"]:
        return False
    return (told["date"][2] or "")[:7] == d["from"][:7] if d["from"] != d["to"] else told["date"][2] == d["from"]


def spoken(asked, told):
    s, c = asked["speaker"], told["speaker"]
    if c is None:
        return False
    words = told["window"].words
    text = told["window"].text[words[c[0]][0] : words[c[1]][1]].lower()
    named = s.get("words", "").replace("|", "").lower()
    return bool(s.get("party") and s["party"] in c[4]) or (named and (named in text or text in named))


def match(told, asked, counts):
    counts[2] += len(told)
    counts[3] += len(asked)
    for one in told:
        one["right"] = False
    stance = lambda g, s: g["polarity"] == s["polarity"] and g["modality"] == s["modality"]
    used = set()
    order = sorted(asked, key=lambda g: -max([2 * stance(g, s) + dated(g, s) for s in told if fits(g, s)] or [-1]))
    for g in order:
        open_ = [(stance(g, s), dated(g, s), -i) for i, s in enumerate(told) if i not in used and fits(g, s)]
        if not open_:
            continue
        full, date, i = max(open_)
        used.add(-i)
        s = told[-i]
        counts[0] += 1
        counts[1] += full
        s["right"] = bool(full)
        if g["date"]:
            counts[5] += 1
            counts[4] += date
        if g["speaker"]:
            counts[7] += 1
            counts[6] += bool(spoken(g, s))


def calibrate(told, manifest, rows):
    """A logistic regression of being right on the log-odds of act, roles and stance."""
    bound = lambda x: max(-LIMIT, min(LIMIT, x))
    x = np.array([[bound(a), 0 if p is None else bound(p), 0 if q is None else bound(q), bound(m),
                   (p is None) + (q is None)] for a, p, q, m in (o["features"] for o in told)])
    y = np.array([o["right"] for o in told])
    model = LogisticRegression(C=10, max_iter=500).fit(x, y)
    act, actor, target, stance, open_ = (round(float(w), 4) for w in model.coef_[0])
    bias = round(float(model.intercept_[0]), 4)
    said = model.predict_proba(x)[:, 1]
    for low in np.arange(0.1, 1.0, 0.1):
        part = (said >= low) & (said < low + 0.1)
        if part.any():
            print(f"said {low:.1f}–{low + 0.1:.1f}: {part.sum()} statements, {y[part].mean():.3f} right")
    asked = sum(c[3] for c in rows.values())
    for least in np.arange(0.2, 0.65, 0.05):
        part = said >= least
        right, found = y[part].sum(), part.sum()
        print(f"told from {least:.2f} on: P {right / found:.3f} R {right / asked:.3f} F1 {2 * right / (found + asked):.3f}")
    with open(manifest, encoding="utf8") as f:
        whole = json.load(f)
    whole["scores"] = {a: dict(core=round(f1(c, 0), 3), full=round(f1(c, 1), 3)) for a, c in rows.items()}
    whole["calibration"] = dict(bias=bias, act=act, actor=actor, target=target, stance=stance, open=open_)
    with open(manifest, "w", encoding="utf8") as f:
        json.dump(whole, f, indent=2, ensure_ascii=False)
        f.write("\n")
    print(whole["calibration"])


if __name__ == "__main__":
    main()
