import { britishLemma, type Sentence } from "../language/index.js";
import type { ActBook, ActEntry } from "./book/book.js";
import type { GovernorBook } from "./governors.js";
import { createInstance, type Instance } from "./instance.js";
import { antecedentOf, doerOf, isRelativePronoun, ownerOf } from "./subject.js";
import { caseOf, child, childrenBy, hasRelation, isRelation, withCase } from "./tree.js";
import { agents, asPhrases, isPassive } from "./verbal.js";

/** What the noun's own phrase says of the roles. */
interface NounRoles {
  readonly possessor: number;
  readonly by: readonly number[];
  readonly of: readonly number[];
  readonly to: readonly number[];
  readonly from: readonly number[];
  /** Adjectives and nouns in front: "Russian recognition", "US recognition", "Taiwan recognition". */
  readonly modifiers: readonly number[];
  readonly as: readonly number[];
}

/**
 * The act's noun: "Russia's recognition of Kosovo", "recognition of Kosovo by Russia", and with a light verb
 * "granted recognition to", "won recognition from", "withdrew its recognition of".
 */
export function readNoun(
  sentence: Sentence,
  noun: number,
  entry: ActEntry,
  book: ActBook,
  governors: GovernorBook,
): readonly Instance[] {
  if (hasRelation(sentence, noun, "compound")) return [];
  const both = sidesOf(sentence, noun);
  if (both.length > 0) {
    const required = { entry, sentence, trigger: noun, anchor: noun, construction: "mutual" };
    return [createInstance(required, { actors: both })];
  }
  const roles = rolesOf(sentence, noun);
  const undoing = undoingNoun(sentence, noun, entry, book);
  if (undoing !== null) return [undoneBy(sentence, noun, undoing.anchor, undoing.entry, roles, governors)];
  const verb = lightVerb(sentence, noun);
  if (verb >= 0) {
    const light = readLight(sentence, noun, verb, entry, book, roles, governors);
    if (light.length > 0) return light;
  }
  return [plain(sentence, noun, entry, roles)];
}

/** "mutual recognition between Peru and Fiji", "acts of recognition between the two". */
function sidesOf(sentence: Sentence, noun: number): readonly number[] {
  const own = withCase(sentence, noun, "between");
  if (own.length > 0) return own;
  const above = sentence.head(noun);
  const isAct =
    above >= 0 && hasRelation(sentence, noun, "nmod") && ["act", "acts"].includes(sentence.lower(above));
  return isAct ? withCase(sentence, above, "between") : [];
}

function rolesOf(sentence: Sentence, noun: number): NounRoles {
  return {
    possessor: possessorOf(sentence, noun),
    by: agentsOfNoun(sentence, noun),
    of: withCase(sentence, noun, "of"),
    to: withCase(sentence, noun, "to", "for"),
    from: withCase(sentence, noun, "from"),
    modifiers: childrenBy(sentence, noun, "amod", "compound"),
    as: asPhrases(sentence, noun),
  };
}

/** "Russia's recognition", and "Honduras, whose recognition of Taiwan …". */
function possessorOf(sentence: Sentence, noun: number): number {
  const possessor = child(sentence, noun, "nmod:poss");
  if (possessor < 0 || sentence.lower(possessor) !== "whose") return possessor;
  for (let at = noun, steps = 0; at >= 0 && steps < 6; at = sentence.head(at), steps += 1) {
    if (hasRelation(sentence, at, "acl:relcl")) return sentence.head(at);
  }
  return possessor;
}

/** "recognition of X by Y": the tree may hang "by Y" on X, or on an active verb above. */
function agentsOfNoun(sentence: Sentence, noun: number): readonly number[] {
  const own = withCase(sentence, noun, "by");
  if (own.length > 0) return own;
  const lower = withCase(sentence, noun, "of").flatMap((one) => withCase(sentence, one, "by"));
  if (lower.length > 0) return lower;
  return agentOnTheRight(sentence, noun);
}

/** The first "by …" behind the noun with no verb between. */
function agentOnTheRight(sentence: Sentence, noun: number): readonly number[] {
  for (
    let at = noun + 1;
    at < sentence.size && !["VERB", "AUX", "SCONJ"].includes(sentence.upos(at));
    at += 1
  ) {
    if (sentence.lower(at) === "by" && hasRelation(sentence, at, "case")) return [sentence.head(at)];
  }
  return [];
}

/** The possessor recognises where somebody else is recognised; else it is the one that is recognised. */
function plain(sentence: Sentence, noun: number, entry: ActEntry, roles: NounRoles): Instance {
  const required = { entry, sentence, trigger: noun, anchor: noun, construction: "noun" };
  const agentsNamed = [...roles.by, ...roles.from];
  const patients = roles.of.length > 0 ? roles.of : roles.to;
  const possessor = roles.possessor >= 0 ? [roles.possessor] : roles.modifiers;
  if (agentsNamed.length > 0) {
    return createInstance(required, {
      actors: agentsNamed,
      targets: patients.length > 0 ? patients : possessor,
      as: roles.as,
    });
  }
  return createInstance(required, { actors: possessor, targets: patients, as: roles.as });
}

/** The verb that carries the noun: "granted recognition", "recognition was granted". -1 where there is none. */
function lightVerb(sentence: Sentence, noun: number): number {
  const head = sentence.head(noun);
  if (head < 0) return verbOnTheLeft(sentence, noun);
  if (hasRelation(sentence, noun, "obj", "nsubj:pass", "conj")) {
    return hasRelation(sentence, noun, "conj") ? lightVerbOfConjunct(sentence, head) : head;
  }
  // "the recognition it granted", "recognition granted by Peru"
  const clause = child(sentence, noun, "acl", "acl:relcl");
  if (clause >= 0) return clause;
  if (hasRelation(sentence, noun, "obl", "xcomp", "nsubj")) return head;
  return verbOnTheLeft(sentence, noun);
}

/** The verb right before the noun phrase, where the tree has made something else of it. */
function verbOnTheLeft(sentence: Sentence, noun: number): number {
  let at = noun - 1;
  while (at >= 0 && noun - at <= 4 && ["DET", "ADJ", "PRON", "X"].includes(sentence.upos(at))) at -= 1;
  return at >= 0 && sentence.upos(at) === "VERB" && sentence.xpos(at) !== "VBG" ? at : -1;
}

function lightVerbOfConjunct(sentence: Sentence, first: number): number {
  return hasRelation(sentence, first, "obj", "nsubj:pass") ? sentence.head(first) : -1;
}

function readLight(
  sentence: Sentence,
  noun: number,
  verb: number,
  entry: ActEntry,
  book: ActBook,
  roles: NounRoles,
  governors: GovernorBook,
): readonly Instance[] {
  const lemma = britishLemma(sentence.lemma(verb));
  const reverse = book.reverse(entry) ?? null;
  const direct =
    caseOf(sentence, noun) === "" &&
    (!hasRelation(sentence, noun, "nsubj") || hasRelation(sentence, noun, "nsubj:pass"));
  if (direct && reverse?.light.undoes.has(lemma)) {
    return [undoneBy(sentence, noun, verb, reverse, roles, governors)];
  }
  if (direct && reverse?.light.switches.has(lemma))
    return switched(sentence, noun, verb, entry, reverse, governors);
  if (direct && entry.light.gives.has(lemma)) return [given(sentence, noun, verb, entry, roles, governors)];
  if (direct && entry.light.gets.has(lemma))
    return [gotten(sentence, noun, verb, entry, roles, governors, null)];
  if (entry.light.seeks.has(lemma) && !isPassive(sentence, verb)) {
    return [gotten(sentence, noun, verb, entry, roles, governors, "requested")];
  }
  if (direct && entry.light.performs.has(lemma))
    return [performed(sentence, noun, verb, entry, roles, governors)];
  return [];
}

/** "Peru granted recognition to Kosovo", "Kosovo was granted recognition by Peru", "recognition was granted to Kosovo". */
function given(
  sentence: Sentence,
  noun: number,
  verb: number,
  entry: ActEntry,
  roles: NounRoles,
  governors: GovernorBook,
): Instance {
  const required = { entry, sentence, trigger: noun, anchor: verb, construction: "light verb" };
  const receivers = [
    ...childrenBy(sentence, verb, "iobj").filter((one) => sentence.upos(one) !== "NUM"),
    ...withCase(sentence, verb, "to", "on", "upon").filter((one) => sentence.upos(one) !== "NUM"),
    ...roles.to,
    ...roles.of,
  ];
  if (!isPassive(sentence, verb)) {
    const doer = doerOf(sentence, verb, governors);
    const own = roles.possessor >= 0 && doer < 0 ? roles.possessor : doer;
    return createInstance(required, { actors: some(own), targets: receivers.slice(0, 1), as: roles.as });
  }
  const subject = child(sentence, verb, "nsubj:pass");
  const recipient = subject >= 0 && subject !== noun ? subject : (receivers[0] ?? -1);
  const resolved =
    recipient >= 0 && isRelativePronoun(sentence, recipient) ? antecedentOf(sentence, verb) : recipient;
  return createInstance(required, {
    actors: [...agents(sentence, verb), ...roles.by, ...roles.from].slice(0, 1),
    targets: some(resolved),
    as: roles.as,
  });
}

/** "Kosovo won recognition from Peru"; with `brings`, "Kosovo sought recognition from Peru". */
function gotten(
  sentence: Sentence,
  noun: number,
  verb: number,
  entry: ActEntry,
  roles: NounRoles,
  governors: GovernorBook,
  brings: "requested" | null,
): Instance {
  const required = {
    entry,
    sentence,
    trigger: noun,
    anchor: verb,
    construction: brings === null ? "light verb" : "request",
  };
  const givers = [...roles.from, ...roles.by, ...withCase(sentence, verb, "from")];
  if (givers.length === 0 && roles.modifiers.length > 0) givers.push(...roles.modifiers);
  const passive = isPassive(sentence, verb);
  const doer = passive ? -1 : doerOf(sentence, verb, governors);
  const named = roles.of.length > 0 ? roles.of : roles.to;
  return createInstance(required, {
    actors: givers,
    targets: named.length > 0 ? named : some(doer),
    as: roles.as,
    brings,
  });
}

/** "Peru announced its recognition of Kosovo": who performs the verb performs the act, unless the noun names another. */
function performed(
  sentence: Sentence,
  noun: number,
  verb: number,
  entry: ActEntry,
  roles: NounRoles,
  governors: GovernorBook,
): Instance {
  const own = plain(sentence, noun, entry, roles);
  if (roles.by.length > 0) return own;
  const performers = isPassive(sentence, verb)
    ? agents(sentence, verb)
    : some(doerOf(sentence, verb, governors));
  const actors = roles.possessor >= 0 ? [roles.possessor] : performers;
  const deprived = [
    ...roles.from,
    ...withCase(sentence, verb, "from", "of", "to"),
    ...childrenBy(sentence, verb, "iobj"),
  ];
  const targets = own.targets.length > 0 ? own.targets : deprived;
  return createInstance(
    {
      ...own,
      anchor: governors.find(sentence, verb, noun) === null ? verb : noun,
      construction: "light verb",
    },
    { actors, targets, as: own.as },
  );
}

/** "Burundi withdrew its recognition of Kosovo", "recognition of Kosovo was withdrawn by Burundi". */
function undoneBy(
  sentence: Sentence,
  noun: number,
  anchor: number,
  entry: ActEntry,
  roles: NounRoles,
  governors: GovernorBook,
): Instance {
  const required = { entry, sentence, trigger: noun, anchor, construction: "light verb" };
  const verbal = sentence.upos(anchor) === "VERB";
  const doers =
    verbal && !isPassive(sentence, anchor)
      ? some(doerOf(sentence, anchor, governors))
      : agents(sentence, anchor);
  const owner = verbal ? -1 : ownerOf(sentence, anchor);
  const possessors = roles.possessor >= 0 ? [roles.possessor] : [];
  const actors = firstFilled(doers, some(owner), roles.by, possessors);
  const targets = firstFilled(
    roles.of,
    roles.to,
    withCase(sentence, anchor, "from", "of").filter((one) => one !== noun),
    roles.from,
    // "drops Taiwan recognition"
    roles.modifiers.filter((one) => sentence.upos(one) === "PROPN"),
  ).filter((one) => one !== noun);
  return createInstance(required, { actors, targets, as: roles.as });
}

/** "The withdrawal of recognition", "a loss of recognition": the noun above and the act that it states. */
function undoingNoun(
  sentence: Sentence,
  noun: number,
  entry: ActEntry,
  book: ActBook,
): { readonly anchor: number; readonly entry: ActEntry } | null {
  const reverse = book.reverse(entry);
  const head = sentence.head(noun);
  if (reverse === undefined || head < 0 || !isRelation(sentence.relation(noun), "nmod")) return null;
  return reverse.light.undoing.has(sentence.lemma(head)) ? { anchor: head, entry: reverse } : null;
}

/** "Honduras switched recognition from Taiwan to China": one party loses it, another gains it. */
function switched(
  sentence: Sentence,
  noun: number,
  verb: number,
  entry: ActEntry,
  reverse: ActEntry,
  governors: GovernorBook,
): readonly Instance[] {
  const from = [...withCase(sentence, verb, "from"), ...withCase(sentence, noun, "from")];
  const to = [...withCase(sentence, verb, "to"), ...withCase(sentence, noun, "to")];
  const actors = isPassive(sentence, verb) ? agents(sentence, verb) : some(doerOf(sentence, verb, governors));
  const required = { sentence, trigger: noun, anchor: verb, construction: "switch" };
  const instances: Instance[] = [];
  if (from.length > 0)
    instances.push(createInstance({ ...required, entry: reverse }, { actors, targets: from }));
  if (to.length > 0) instances.push(createInstance({ ...required, entry }, { actors, targets: to }));
  return instances;
}

function firstFilled(...lists: readonly (readonly number[])[]): readonly number[] {
  return lists.find((list) => list.length > 0) ?? [];
}

function some(token: number): readonly number[] {
  return token < 0 ? [] : [token];
}
