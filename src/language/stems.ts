/**
 * The base form of a verb or adjective from what is left without its ending: "recognis" → "recognise",
 * "stopp" → "stop", "join" → "join". Spelling doubles a final consonant after one stressed vowel letter and
 * drops a silent e (Huddleston and Pullum 2002, chapter 18, § 2); which of the two happened shows in the letters
 * around it, but for the listed words.
 */
export function baseOfStem(stem: string): string {
  if (stem.length < 2) return stem;
  if (doubled.test(stem)) return isDoubledByRule(stem) ? stem.slice(0, -1) : stem;
  if (bare.has(stem)) return stem;
  return silentE.has(stem) || endsInE(stem) ? `${stem}e` : stem;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const doubled = /([bdfgklmnprstvz])\1$/;

/** Words that end in two of the same letter themselves. */
const doubleByNature = words(`
  add err purr ebb egg odd boycott putt butt buzz fizz jazz recall install enroll instill distill fulfill appall enthrall
  befall foretell refill resell retell misspell unroll reinstall overspill`);

/** "calling" is of "call", but "travelling" of "travel": l is doubled after a second syllable. */
function isDoubledByRule(stem: string): boolean {
  if (doubleByNature.has(stem) || /(?:ss|zz|ff)$/.test(stem)) return stem === "quizz";
  return stem.endsWith("ll") ? /[aeiouy][^aeiouy]+[aeiouy]+ll$/.test(stem) : true;
}

/** Patterns of stems that lost an e, in the order of the alphabet of their last letters. */
const losesE: readonly RegExp[] = [
  /[cuvz]$/,
  /[^s]s$/,
  /[dlr]g$/,
  /[aeiou]g$/,
  /[bcdfgkptz]l$/,
  /(?:^|[^eo])at$/,
  /(?:^|[bclnpst])rat$/,
  /(?:[^aeiou]|qu)ut$/,
  /(?:^|[^aeiou])ir$|quir$/,
  /(?:^|[^aeiou])ur$/,
  /(?:^|[^aeiou])ar$|quar$/,
  /(?:^|[^aeo])ad$/,
  /(?:^|[^aeo])id$/,
  /(?:^|[^aeiou])[ou]d$/,
  /[cp]ed$/,
  /(?:^|[^aeo])[aio]k$/,
  /(?:^|[^aeiou])uk$/,
  /(?:^|[^aeiou])[iou]l$/,
  /(?:^|[^aeiou])[aiu]m$/,
  /(?:^|[^aeiou])in$/,
  /ven$/,
  /(?:^|[^aeiou])[au]p$/,
  /(?:^|[^aeiou])[iou]b$/,
  /(?:^|[^aeiou])[ai]f$/,
  /^[^aeiou]+(?:or|on|op|ot|un|ip)$/,
];

function endsInE(stem: string): boolean {
  return losesE.some((pattern) => pattern.test(stem));
}

/** Stems that the patterns would leave as they are. */
const silentE = words(`
  quot misquot bit extradit rewrit bal wan creat recreat procreat permeat delineat nauseat invit cit incit excit recit unit reunit ignit expedit
  complet delet compet secret excret outvot promot devot denot demot connot
  explor ignor restor ador deplor implor rescor underscor adher interfer persever
  supersed imped exhal inhal impal chang exchang arrang rearrang challeng aveng plung rang hing
  loung impung cring tast wast past bast postpon telephon condon dethron aton
  breath bath loath seeth sooth teeth becom com overcom welcom conven reconven interven contraven
  massacr agre disagre fre guarante decre evok provok invok revok`);

/** Stems that the patterns would give an e. */
const bare = words(`
  focus refocus bias canvas gas bus veto combat format chat debut visit monitor accustom victim
  claim proclaim reclaim aim bargain orbit panic mimic frolic traffic
  catalog dialog murmur sulfur occur signal total rival fulfil pencil council annul
  begin spin skin ruin leaven scaven raven graven heaven enliven`);
