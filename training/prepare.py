#!/usr/bin/env python3
"""Lays out the corpus for training: for each author the marked texts and what Credence finds in them.

    prepare.py [--credence PATH]

Writes `work/AUTHOR.jsonl` and `work/AUTHOR.cand` beside this file; needs a built Credence.
"""
import argparse
import pathlib
import shutil
import subprocess

here = pathlib.Path(__file__).resolve().parent
work = here / "work"


def authors():
    return sorted(p.stem for p in work.glob("*.cand"))


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--credence", default=str(here.parent / "bin" / "credence.js"))
    given = ask.parse_args()
    work.mkdir(exist_ok=True)
    for file in sorted((here / "corpus").glob("*.jsonl")):
        shutil.copy(file, work / file.name)
        with open(work / f"{file.stem}.cand", "w", encoding="utf8") as out:
            subprocess.run(["node", given.credence, "candidates", str(file)], stdout=out, check=True)
        print(file.stem, flush=True)


if __name__ == "__main__":
    main()
