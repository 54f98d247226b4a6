import type { Modality, RecognitionObject } from "../../model/index.js";

// What the model's outputs mean, in their order; `training/data.py` has the same, and the manifest names it.

export const learnedActs = [
  "upgrade-mission",
  "downgrade-mission",
  "recognise",
  "withdraw-recognition",
  "establish-relations",
  "restore-relations",
  "suspend-relations",
  "sever-relations",
  "upgrade-relations",
  "downgrade-relations",
  "open-mission",
  "reopen-mission",
  "close-mission",
  "suspend-mission",
  "move-mission",
  "appoint-envoy",
  "accept-envoy",
  "present-credentials",
  "recall-envoy",
  "expel-envoy",
  "summon-envoy",
  "impose-sanctions",
  "lift-sanctions",
  "list-terrorist",
  "delist-terrorist",
  "join-organisation",
  "leave-organisation",
  "suspend-membership",
] as const;
export type LearnedAct = (typeof learnedActs)[number];

export const learnedModalities: readonly Modality[] = [
  "asserted",
  "intended",
  "requested",
  "hoped",
  "predicted",
  "conditional",
];

export const learnedObjects: readonly (RecognitionObject | null)[] = [
  null,
  "state",
  "government",
  "representative",
  "sovereignty",
  "belligerency",
];

export const learnedSides: readonly ("sending" | "receiving" | null)[] = [null, "sending", "receiving"];
