import type { Sentence } from "../language/index.js";
import type { Mention } from "../parties/index.js";
import {
  agentsBehind,
  nounBefore,
  openingParty,
  partyAfter,
  partyBefore,
  partyOfRelative,
} from "./adjacent.js";
import type { Context } from "./drafts.js";
import type { Instance } from "./instance.js";

/** Fills what the tree of an active verb leaves open from the parties right beside it. */
export function mended(context: Context, instance: Instance): Instance {
  const { sentence, construction } = instance;
  if (construction === "passive") return mendedPassive(context, instance);
  if (construction !== "verb" && construction !== "light verb" && construction !== "switch") return instance;
  const mentions = context.discourse.mentions(sentence.index);
  const verb = construction === "verb" ? instance.trigger : verbOf(instance);
  const before = instance.actors.length === 0 && verb >= 0 ? subjectBeside(sentence, mentions, verb) : -1;
  const after =
    instance.targets.length === 0 && construction === "verb" ? objectBeside(sentence, mentions, verb) : -1;
  if (before < 0 && after < 0) return instance;
  const actors = before < 0 ? instance.actors : [before];
  return Object.freeze({ ...instance, actors, targets: after < 0 ? instance.targets : [after] });
}

function mendedPassive(context: Context, instance: Instance): Instance {
  const { sentence, trigger } = instance;
  const mentions = context.discourse.mentions(sentence.index);
  const target = instance.targets.length === 0 ? partyBefore(sentence, mentions, trigger) : -1;
  const agents = agentsBehind(sentence, mentions, trigger).filter((one) => !instance.actors.includes(one));
  if (target < 0 && agents.length === 0) return instance;
  const targets = target < 0 ? instance.targets : [target];
  return Object.freeze({ ...instance, actors: [...instance.actors, ...agents], targets });
}

/** The light verb that carries the act's noun, if it stands before it. */
function verbOf(instance: Instance): number {
  const { sentence, anchor, trigger } = instance;
  if (anchor !== trigger) return sentence.upos(anchor) === "VERB" && anchor < trigger ? anchor : -1;
  const head = sentence.head(trigger);
  return head >= 0 && head < trigger && sentence.upos(head) === "VERB" ? head : -1;
}

function objectBeside(sentence: Sentence, mentions: readonly Mention[], verb: number): number {
  const after = partyAfter(sentence, mentions, verb);
  return after >= 0 ? after : partyOfRelative(sentence, mentions, verb);
}

function subjectBeside(sentence: Sentence, mentions: readonly Mention[], verb: number): number {
  const before = partyBefore(sentence, mentions, verb);
  if (before >= 0) return before;
  const opening = openingParty(sentence, mentions, verb);
  return opening >= 0 ? opening : nounBefore(sentence, verb);
}
