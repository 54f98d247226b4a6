/**
 * The British spelling of a lemma, so that "recognize" and "recognise", "honor" and "honour" are one word.
 * Lemmas come in lower case; others, and those spelled alike everywhere, come back as they are.
 */
export function britishLemma(lemma: string): string {
  const listed = british.get(lemma);
  if (listed !== undefined) return listed;
  for (const [american, ending] of endings) {
    if (lemma.length > american.length + 2 && lemma.endsWith(american) && !spelledWithZ.has(lemma)) {
      return lemma.slice(0, -american.length) + ending;
    }
  }
  return lemma;
}

const endings: readonly (readonly [string, string])[] = [
  ["ize", "ise"],
  ["izer", "iser"],
  ["izing", "ising"],
  ["ized", "ised"],
  ["ization", "isation"],
  ["lyze", "lyse"],
];

/** Words whose z belongs to the root, in Britain too. */
const spelledWithZ: ReadonlySet<string> = new Set(
  "capsize resize downsize outsize oversize undersize upsize seize apprize assize prized sized prizing sizing".split(
    " ",
  ),
);

/** Pairs that no ending gives away, American first. */
const british: ReadonlyMap<string, string> = new Map(
  `arbor arbour, armor armour, behavior behaviour, clamor clamour, color colour, demeanor demeanour, endeavor endeavour,
   favor favour, favorable favourable, favorite favourite, flavor flavour, harbor harbour, honor honour,
   honorable honourable, humor humour, labor labour, neighbor neighbour, neighborhood neighbourhood,
   neighboring neighbouring, dishonor dishonour, rancor rancour, rigor rigour, rumor rumour, savior saviour,
   splendor splendour, tumor tumour, valor valour, vapor vapour, vigor vigour,
   defense defence, offense offence, pretense pretence, license licence,
   center centre, theater theatre, fiber fibre, specter spectre, somber sombre,
   dialog dialogue, catalog catalogue, fulfill fulfil, fulfillment fulfilment, enroll enrol, enrollment enrolment,
   instill instil, distill distil, appall appal, installment instalment, skillful skilful, willful wilful,
   counselor counsellor, traveler traveller, signaling signalling, jewelry jewellery,
   judgment judgement, acknowledgment acknowledgement, gray grey, skeptic sceptic, skeptical sceptical,
   skepticism scepticism, maneuver manoeuvre, plow plough, program programme, tire tyre`
    .split(",")
    .map((pair) => pair.trim().split(/\s+/) as [string, string]),
);
