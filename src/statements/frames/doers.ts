import type { Mention } from "../../parties/index.js";
import { openingParty, partyBefore } from "../adjacent.js";
import type { Discourse } from "../discourse.js";
import type { GovernorBook } from "../governors.js";
import { antecedentOf, doerOf, isRelativePronoun } from "../subject.js";
import { caseOf, child, childrenBy, hasRelation, isVerb, withCase } from "../tree.js";
import { agents } from "../verbal.js";
import type { Match } from "./match.js";

/** Who does what the match says, as grammar gives it. */
export function subjectsOf(match: Match, governors: GovernorBook): readonly number[] {
  const { sentence, trigger, anchor, part, passive, thing, thingRole } = match;
  if (part === "noun") return ownersOfNoun(match, governors);
  if (passive) return agents(sentence, trigger);
  if (thingRole === "subject") return [];
  const doer = doerOf(sentence, anchor, governors);
  return doer < 0 || doer === thing?.head ? [] : [doer];
}

/** "in 1897 and Japan established one": a subject that the tree has joined to the number before it; -1 where none. */
export function joinedToDate(discourse: Discourse, { sentence, trigger, part, passive }: Match): number {
  if (part === "noun" || passive || child(sentence, trigger, "nsubj") >= 0) return -1;
  const before = partyBefore(sentence, discourse.mentions(sentence.index), trigger);
  if (before < 0 || !hasRelation(sentence, before, "conj")) return -1;
  return sentence.upos(sentence.head(before)) === "NUM" ? before : -1;
}

/** Whether a subject was reached through a relative pronoun, or is one. */
export function isRelative(sentence: Match["sentence"], token: number): boolean {
  return isRelativePronoun(sentence, token) || childrenBy(sentence, token, "acl:relcl").length > 0;
}

/** "relations with Peru, which severed them": the party right before the pronoun, where the tree skips it. */
function ofRelative(sentence: Match["sentence"], mentions: readonly Mention[], verb: number): number {
  const subject = child(sentence, verb, "nsubj");
  if (subject < 2 || !isRelativePronoun(sentence, subject)) return -1;
  const end = sentence.lower(subject - 1) === "," ? subject - 2 : subject - 1;
  return mentions.find((one) => one.last === end && one.form !== "demonym")?.head ?? -1;
}

/** Where a verb begins with the date before it: "Peru on 5 May rejected". */
function beforeTimes(discourse: Discourse, { sentence, trigger }: Match): number {
  const time = discourse.times(sentence.index).find((one) => one.first < trigger && trigger - one.last <= 3);
  if (time === undefined) return trigger;
  for (let at = time.last + 1; at < trigger; at += 1)
    if (!["AUX", "ADV", "PUNCT"].includes(sentence.upos(at))) return trigger;
  return time.first > 0 && ["on", "in"].includes(sentence.lower(time.first - 1))
    ? time.first - 1
    : time.first;
}

/** The party right before a verb to which the tree gives no subject. */
export function besideSubject(discourse: Discourse, match: Match): readonly number[] {
  if (match.part === "noun" || match.passive || match.thingRole === "subject") return [];
  const mentions = discourse.mentions(match.sentence.index);
  const relative = ofRelative(match.sentence, mentions, match.trigger);
  if (relative >= 0) return [relative];
  const before = partyBefore(match.sentence, mentions, beforeTimes(discourse, match));
  const party = before >= 0 ? before : openingParty(match.sentence, mentions, match.trigger);
  return party < 0 ? [] : [party];
}

/** "Peru's closure of", "the closure by Peru of", "Peru announced the closure of". */
function ownersOfNoun({ sentence, trigger, thing }: Match, governors: GovernorBook): readonly number[] {
  const by = agentsOfNoun(sentence, trigger);
  if (by.length > 0) return by;
  const possessor = child(sentence, trigger, "nmod:poss");
  if (possessor >= 0 && possessor !== thing?.head) return [possessor];
  const modifier = childrenBy(sentence, trigger, "amod", "compound").filter(
    (one) =>
      one !== thing?.head && sentence.form(one).charAt(0) !== sentence.form(one).charAt(0).toLowerCase(),
  );
  if (modifier.length > 0) return modifier;
  const head = sentence.head(trigger);
  if (head >= 0 && isVerb(sentence, head) && hasRelation(sentence, trigger, "obj", "obl", "xcomp")) {
    const doer = doerOf(sentence, head, governors);
    return doer < 0 ? [] : [doer];
  }
  if (head >= 0 && isVerb(sentence, head) && hasRelation(sentence, trigger, "nsubj:pass"))
    return agents(sentence, head);
  return [];
}

/** "the blacklisting of Hezbollah as a terrorist group by Paraguay": the last phrase may hang on the one before. */
function agentsOfNoun(sentence: Match["sentence"], noun: number): readonly number[] {
  const own = withCase(sentence, noun, "by");
  return own.length > 0
    ? own
    : childrenBy(sentence, noun, "nmod").flatMap((one) =>
        caseOf(sentence, one) === "as" ? withCase(sentence, one, "by") : [],
      );
}

/** To whom it is done, as grammar gives it. */
export function objectsOf(match: Match): readonly number[] {
  const { sentence, trigger, part, passive, thing, thingRole } = match;
  if (part === "noun") {
    const of = withCase(sentence, trigger, "of").filter((one) => one !== thing?.head);
    if (of.length > 0) return of;
    // "Gabon's suspension by the Union": where somebody else is said to do it, the possessor has it done to him.
    const owner = agentsOfNoun(sentence, trigger).length > 0 ? child(sentence, trigger, "nmod:poss") : -1;
    if (owner >= 0 && owner !== thing?.head) return [owner];
    return childrenBy(sentence, trigger, "compound").filter((one) => one !== thing?.head);
  }
  if (passive) {
    const subject = child(sentence, trigger, "nsubj:pass", "nsubj");
    if (subject >= 0)
      return [isRelativePronoun(sentence, subject) ? antecedentOf(sentence, trigger) : subject].filter(
        (one) => one >= 0 && (thingRole !== "complement" || one !== thing?.head),
      );
    return hasRelation(sentence, trigger, "acl")
      ? [sentence.head(trigger)]
      : sharedPatient(sentence, trigger);
  }
  // "designated them a terrorist group": where the title is the object, who bears it is the indirect object.
  const objects = childrenBy(sentence, trigger, "obj", "iobj").filter(
    (one) => one !== thing?.head || thingRole === "object",
  );
  if (thingRole === "object" && objects.length > 1) return objects.filter((one) => one !== thing?.head);
  if (objects.length > 0)
    return objects
      .map((one) => (isRelativePronoun(sentence, one) ? antecedentOf(sentence, trigger) : one))
      .filter((one) => one >= 0);
  const behindParticle = objectOfParticle(match);
  if (behindParticle >= 0) return [behindParticle];
  if (hasRelation(sentence, trigger, "acl:relcl")) {
    const subject = child(sentence, trigger, "nsubj");
    if (subject >= 0 && !isRelativePronoun(sentence, subject)) return [antecedentOf(sentence, trigger)];
  }
  return [];
}

/** "was arrested and expelled": the patient of the first. "Fiji, suspended in 2009, …": the subject beside a bare participle. */
function sharedPatient(sentence: Match["sentence"], verb: number): readonly number[] {
  if (!hasRelation(sentence, verb, "conj", "parataxis", "advcl")) return [];
  const subject = child(sentence, sentence.head(verb), "nsubj:pass", "nsubj");
  return subject < 0 ? [] : [subject];
}

/** "took in Fiji": what the tree hangs on the particle as on a preposition is the object. */
function objectOfParticle({ sentence, trigger, frame: { frame } }: Match): number {
  const particle = trigger + 1;
  if (particle >= sentence.size || !hasRelation(sentence, particle, "case")) return -1;
  const verb = `${sentence.lemma(trigger)} ${sentence.lower(particle)}`;
  const object = sentence.head(particle);
  return frame.verbs.includes(verb) && sentence.head(object) === trigger ? object : -1;
}
