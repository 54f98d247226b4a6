import { z } from "zod";
import { createGate } from "./gate.js";
import type { ActReader } from "./readActs.js";
import { openRuntime, type Runtime } from "./runtime.js";
import { createWordPieces } from "./wordPieces.js";

/** Gives the bytes of a file of the model by its name in `models/reader/`. */
export type ReaderFiles = (name: string) => Uint8Array;

const manifestShape = z.object({
  thresholds: z.object({ act: z.number(), role: z.number(), onlyRole: z.number(), confidence: z.number() }),
  calibration: z.object({
    bias: z.number(),
    act: z.number(),
    actor: z.number(),
    target: z.number(),
    stance: z.number(),
    open: z.number(),
  }),
});

const gateShape = z.object({
  alone: z.number(),
  near: z.number(),
  reach: z.number().int().nonnegative(),
  weights: z.record(z.string(), z.number()),
});

/** Opens the learned reader of acts. Throws where its files are broken, or where there is no runtime. */
export async function openActReader(
  files: ReaderFiles,
  runtime: Runtime = openRuntime(),
): Promise<ActReader> {
  const text = (name: string) => new TextDecoder().decode(files(name));
  const { thresholds, calibration } = manifestShape.parse(JSON.parse(text("manifest.json")));
  const [encode, choose] = await Promise.all([
    runtime.open(files("encode.onnx")),
    runtime.open(files("choose.onnx")),
  ]);
  return Object.freeze({
    gate: createGate(gateShape.parse(JSON.parse(text("gate.json")))),
    model: Object.freeze({ pieces: createWordPieces(text("vocabulary.txt")), encode, choose, thresholds }),
    calibration,
    runtime: runtime.kind,
  });
}
