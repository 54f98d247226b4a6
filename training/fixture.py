#!/usr/bin/env python3
"""Prints what `data.py` makes of words and trees, for the test that holds Credence's own features equal to it.

    fixture.py --encoder DIR < CANDIDATES > test/statements/learned/features.json
"""
import argparse
import json
import sys

from transformers import AutoTokenizer
from transformers.utils import logging

from data import Pieces, Window, around, distance, path

logging.set_verbosity_error()
WORDS = ["Kabul", "re-recognised", "N'Djamena", "São", "Tomé", "don't", "“", "…", "U.S.", "2025-07-03", "naïveté",
         "Straße", "İzmir", "北京", "Kyïv", "persona", "x" * 120, "chargé", "\u00ad", "1,234", "—", "ﬁve"]


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--encoder", required=True)
    given = ask.parse_args()
    pieces = Pieces(AutoTokenizer.from_pretrained(given.encoder))
    trees = []
    for line in sys.stdin:
        found = json.loads(line)
        words = [tuple(w) for w in found["words"] if w[2] == 0]
        window = Window(id="", text=found["text"], words=words, titled=[], candidates=[], times=[], core=(0, len(words)))
        pairs = [(a, b) for a in range(0, len(words), 3) for b in range(0, len(words), 2)]
        trees.append(dict(
            heads=[w[3] for w in words], relations=[w[4] for w in words],
            pairs=[[a, b, path(words, a, b), distance(words, a, b)[0]] for a, b in pairs],
            around=[around(window, a) for a in range(len(words))]))
    json.dump(dict(pieces=[[w, pieces.of(w)] for w in WORDS], trees=trees), sys.stdout, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
