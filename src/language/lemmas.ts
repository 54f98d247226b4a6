import { irregularNouns, irregularVerbs } from "./irregular.js";

/** The British spelling of a lemma, so that "recognize" and "recognise" are one word. */
export function britishLemma(lemma: string): string {
  if (lemma.length > 5 && lemma.endsWith("ize") && !american.has(lemma)) return `${lemma.slice(0, -3)}ise`;
  return spelling.get(lemma) ?? lemma;
}

/** Verbs in -ize that are so in Britain too. */
const american: ReadonlySet<string> = new Set(["capsize", "resize", "downsize", "outsize", "oversize"]);

const spelling: ReadonlyMap<string, string> = new Map([
  ["honor", "honour"],
  ["favor", "favour"],
  ["endeavor", "endeavour"],
  ["labor", "labour"],
  ["neighbor", "neighbour"],
  ["organization", "organisation"],
  ["analyze", "analyse"],
  ["defense", "defence"],
  ["color", "colour"],
  ["rumor", "rumour"],
  ["authorization", "authorisation"],
  ["normalization", "normalisation"],
]);

/**
 * The base form of a word with its tags: irregular forms by table, regular ones by rule (Huddleston and Pullum
 * 2002, chapter 18). Proper nouns keep their form.
 */
export function lemmaOf(form: string, lower: string, upos: string, xpos: string): string {
  switch (upos) {
    case "PROPN":
      return form;
    case "VERB":
    case "AUX":
      return verbLemma(lower, xpos);
    case "NOUN":
      return xpos === "NNS" || xpos === "NNPS" ? nounLemma(lower) : lower;
    case "PRON":
      return pronouns.get(lower) ?? lower;
    case "ADJ":
    case "ADV":
      return xpos.endsWith("R") || xpos.endsWith("S") ? comparedLemma(lower) : lower;
    case "PART":
      return lower === "n't" ? "not" : lower;
    default:
      return lower === "an" ? "a" : lower;
  }
}

const pronouns: ReadonlyMap<string, string> = new Map([
  ["me", "I"],
  ["i", "I"],
  ["him", "he"],
  ["us", "we"],
  ["them", "they"],
  ["these", "this"],
  ["those", "that"],
]);

const clitics: ReadonlyMap<string, string> = new Map([
  ["'s", "be"],
  ["'re", "be"],
  ["'m", "be"],
  ["'ve", "have"],
  ["'d", "would"],
  ["'ll", "will"],
  ["wo", "will"],
  ["ca", "can"],
  ["sha", "shall"],
  ["'", "be"],
]);

function verbLemma(lower: string, xpos: string): string {
  const known = clitics.get(lower) ?? irregularVerbs.get(lower);
  if (known !== undefined) return known;
  switch (xpos) {
    case "VBZ":
      return withoutS(lower);
    case "VBG":
      return lower.endsWith("ing") && lower.length > 5 ? stemLemma(lower.slice(0, -3)) : lower;
    case "VBD":
    case "VBN":
      return pastLemma(lower);
    default:
      return lower;
  }
}

function pastLemma(lower: string): string {
  if (lower.endsWith("ied") && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (lower.endsWith("eed") && !/(?:agreed|freed|guaranteed|decreed|refereed)$/.test(lower)) return lower;
  return lower.endsWith("ed") && lower.length > 4 ? stemLemma(lower.slice(0, -2)) : lower;
}

/** The base form of a stem without its ending: a final e restored, a doubled letter undone. */
function stemLemma(stem: string): string {
  if (
    /([bdgklmnprtvz])\1$/.test(stem) &&
    !/(?:[aeo]ll|ss|zz|ff|[^o]ull|ill|add|err|ebb|odd|tell|purr)$/.test(stem)
  )
    return stem.slice(0, -1);
  if (/(?:ee|oo)$/.test(stem)) return stem.endsWith("ee") || stem.endsWith("oo") ? stem : `${stem}e`;
  if (/(?:at|is|iz|yz|ys|ut|it)$/.test(stem) && endsInE(stem)) return `${stem}e`;
  if (
    /(?:[csuvz]|[lrn]g|dg|[aeiou]g|bl|pl|tl|dl|gl|kl|fl|[ao]k|ik|[^aeo]uk|ir|ur|or|ar|id|ud|od|ad|in|an|on|un|im|om|am|um|ap|ip|op|up|ib|ob|ub|il|ol|ul|al|et|ot|ey|pt|ast|us|as|os|[aeiou]s)$/.test(
      stem,
    ) &&
    endsInE(stem)
  ) {
    return `${stem}e`;
  }
  return stem;
}

const keepBare =
  /(?:ss|us|[aeo]int|ain|oin|een|ean|oon|own|awn|ern|urn|orn|arn|sign|ign|oan|[aeiou][aeiou][dgklmnprt]|er|el|en|on|or|ist|est|ost|ust|ast|act|ect|ict|ift|apt|ept|upt|ough|igh|isit|imit|edit|udit|posit|hibit|orbit|merit|inherit|profit|benefit|commit|admit|submit|permit|transmit|rbit|recruit|await|wait|exit|credit|debit|cit|market|target|budget|trumpet|pivot|ballot|riot|bigot|croquet|bullet|interpret|fidget|comfort|assist|happen|bomb|climb|plan|ban|scan|span|begin|spin|pin|win|stop|drop|ship|trip|equip|strip|whip|tap|map|wrap|kidnap|handicap|develop|gallop|envelop|worship|gossip|[aeiou]x)$/;

const takesE =
  /(?:[^aeiou]at|[iu]at|eat|creat|is|iz|ys|yz|[aeiou]v|lv|rv|[aeiou]c|nc|rc|sc|[aeiou]z|rg|dg|ng|ag|eg|ang|[^aeo]u|bl|pl|tl|dl|gl|kl|fl|cl|zl|sl|ut|quit|it|ar|ir|ur|or|ad|id|od|ud|ak|ik|ok|uk|al|il|ol|ul|am|im|om|um|an|in|on|un|ap|ip|op|up|ib|ob|ub|as|os|us|es|ns|rs|ps|ls|et|ot|ast|ang)$/;

/** Whether the base form of a stem ends in a silent e; the exceptions are the commoner bare stems. */
function endsInE(stem: string): boolean {
  const listed = silent.get(stem);
  if (listed !== undefined) return listed;
  if (/(?:[csuvz]|dg|lg|[^aeiou]l|iz|is|yz)$/.test(stem))
    return !/(?:ss|zz|[^aeiou]us|focus|bias|canvas)$/.test(stem);
  return takesE.test(stem) && !keepBare.test(stem);
}

/** Stems on which the rules would err. */
const silent: ReadonlyMap<string, boolean> = new Map([
  ["chang", true],
  ["arrang", true],
  ["exchang", true],
  ["challeng", true],
  ["aveng", true],
  ["plung", true],
  ["sing", false],
  ["bring", false],
  ["hang", false],
  ["ring", false],
  ["belong", false],
  ["prolong", false],
  ["wrong", false],
  ["visit", false],
  ["unit", true],
  ["invit", true],
  ["writ", true],
  ["cit", true],
  ["ignit", true],
  ["recit", true],
  ["quot", true],
  ["vot", true],
  ["not", true],
  ["devot", true],
  ["promot", true],
  ["delet", true],
  ["complet", true],
  ["compet", true],
  ["tast", true],
  ["wast", true],
  ["past", true],
  ["hast", true],
  ["last", false],
  ["cast", false],
  ["forecast", false],
  ["broadcast", false],
  ["remain", false],
  ["maintain", false],
  ["mention", false],
  ["question", false],
  ["condition", false],
  ["sanction", false],
  ["envision", false],
  ["caution", false],
  ["postpon", true],
  ["abandon", false],
  ["reason", false],
  ["season", false],
  ["open", false],
  ["happen", false],
  ["threaten", false],
  ["strengthen", false],
  ["defin", true],
  ["join", false],
  ["combin", true],
  ["determin", true],
  ["examin", true],
  ["imagin", true],
  ["declin", true],
  ["undermin", true],
  ["outlin", true],
  ["declar", true],
  ["prepar", true],
  ["shar", true],
  ["compar", true],
  ["car", true],
  ["appear", false],
  ["hear", false],
  ["fear", false],
  ["bar", true],
  ["war", true],
  ["requir", true],
  ["hir", true],
  ["fir", true],
  ["desir", true],
  ["inspir", true],
  ["expir", true],
  ["ensur", true],
  ["measur", true],
  ["secur", true],
  ["pressur", true],
  ["procur", true],
  ["occur", false],
  ["recur", false],
  ["incur", false],
  ["explor", true],
  ["restor", true],
  ["ignor", true],
  ["stor", true],
  ["deplor", true],
  ["monitor", false],
  ["harbor", false],
  ["favor", false],
  ["honor", false],
  ["endeavor", false],
  ["labor", false],
  ["color", false],
  ["adher", true],
  ["interfer", true],
  ["persever", true],
  ["cohér", true],
  ["sever", false],
  ["offer", false],
  ["consider", false],
  ["trigger", false],
  ["order", false],
  ["enter", false],
  ["suffer", false],
  ["invad", true],
  ["persuad", true],
  ["evad", true],
  ["trad", true],
  ["upgrad", true],
  ["downgrad", true],
  ["read", false],
  ["lead", false],
  ["spread", false],
  ["add", false],
  ["load", false],
  ["provid", true],
  ["decid", true],
  ["resid", true],
  ["guid", true],
  ["avoid", false],
  ["includ", true],
  ["conclud", true],
  ["exclud", true],
  ["concede", true],
  ["conced", true],
  ["preced", true],
  ["proceed", false],
  ["succeed", false],
  ["exceed", false],
  ["need", false],
  ["impos", true],
  ["oppos", true],
  ["propos", true],
  ["clos", true],
  ["us", true],
  ["accus", true],
  ["refus", true],
  ["focus", false],
  ["discuss", false],
  ["express", false],
  ["press", false],
  ["pass", false],
  ["stress", false],
  ["purchas", true],
  ["releas", true],
  ["increas", true],
  ["ceas", true],
  ["bas", true],
  ["rais", true],
  ["prais", true],
  ["promis", true],
  ["condens", true],
  ["endors", true],
  ["revers", true],
  ["respons", true],
  ["tak", true],
  ["mak", true],
  ["strik", true],
  ["lik", true],
  ["revok", true],
  ["invok", true],
  ["provok", true],
  ["evok", true],
  ["talk", false],
  ["seek", false],
  ["speak", false],
  ["look", false],
  ["ask", false],
  ["walk", false],
  ["break", false],
  ["mark", false],
  ["back", false],
  ["attack", false],
  ["rank", false],
  ["thank", false],
  ["hop", true],
  ["develop", false],
  ["help", false],
  ["keep", false],
  ["adopt", false],
  ["escap", true],
  ["shap", true],
  ["typ", true],
  ["wip", true],
  ["com", true],
  ["becom", true],
  ["welcom", true],
  ["overcom", true],
  ["assum", true],
  ["resum", true],
  ["consum", true],
  ["presum", true],
  ["nam", true],
  ["renam", true],
  ["blam", true],
  ["fram", true],
  ["claim", false],
  ["aim", false],
  ["proclaim", false],
  ["reclaim", false],
  ["seem", false],
  ["deem", false],
  ["esteem", false],
  ["confirm", false],
  ["affirm", false],
  ["reaffirm", false],
  ["inform", false],
  ["form", false],
  ["perform", false],
  ["transform", false],
  ["rul", true],
  ["schedul", true],
  ["sail", false],
  ["fail", false],
  ["hail", false],
  ["detail", false],
  ["deal", false],
  ["appeal", false],
  ["reveal", false],
  ["repeal", false],
  ["feel", false],
  ["call", false],
  ["recall", false],
  ["fil", true],
  ["compil", true],
  ["exil", true],
  ["reconcil", true],
  ["annul", false],
  ["control", false],
  ["appal", false],
  ["signal", false],
  ["total", false],
  ["travel", false],
  ["label", false],
  ["cancel", false],
  ["model", false],
  ["counsel", false],
  ["quarrel", false],
  ["emerg", true],
  ["urg", true],
  ["merg", true],
  ["charg", true],
  ["pledg", true],
  ["acknowledg", true],
  ["judg", true],
  ["engag", true],
  ["manag", true],
  ["encourag", true],
  ["damag", true],
  ["leverag", true],
  ["obleg", true],
  ["oblig", true],
  ["besieg", true],
  ["alleg", true],
  ["giv", true],
  ["achiev", true],
  ["believ", true],
  ["receiv", true],
  ["serv", true],
  ["approv", true],
  ["leav", true],
  ["arriv", true],
  ["argu", true],
  ["continu", true],
  ["pursu", true],
  ["issu", true],
  ["rescu", true],
  ["valu", true],
  ["du", true],
  ["announc", true],
  ["denounc", true],
  ["renounc", true],
  ["forc", true],
  ["plac", true],
  ["balanc", true],
  ["financ", true],
  ["introduc", true],
  ["reduc", true],
  ["produc", true],
  ["stat", true],
  ["creat", true],
  ["treat", false],
  ["defeat", false],
  ["repeat", false],
  ["threat", false],
  ["beat", false],
  ["heat", false],
  ["meet", false],
  ["greet", false],
  ["get", false],
  ["set", false],
  ["let", false],
  ["sit", false],
  ["hit", false],
  ["cut", false],
  ["put", false],
  ["await", false],
  ["wait", false],
  ["recruit", false],
  ["execut", true],
  ["contribut", true],
  ["disput", true],
  ["institut", true],
  ["constitut", true],
  ["distribut", true],
  ["attribut", true],
  ["substitut", true],
  ["prosecut", true],
  ["persecut", true],
  ["salut", true],
  ["refut", true],
  ["mut", true],
]);

function withoutS(lower: string): string {
  if (lower.endsWith("ies") && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz|o)es$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith("s") && !lower.endsWith("ss") ? lower.slice(0, -1) : lower;
}

function nounLemma(lower: string): string {
  const known = irregularNouns.get(lower);
  if (known !== undefined) return known;
  if (lower.endsWith("ies") && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz|us)es$/.test(lower)) return lower.slice(0, -2);
  if (lower.endsWith("s") && !lower.endsWith("ss") && lower.length > 2) return lower.slice(0, -1);
  return lower;
}

const compared: ReadonlyMap<string, string> = new Map([
  ["better", "good"],
  ["best", "good"],
  ["worse", "bad"],
  ["worst", "bad"],
  ["more", "more"],
  ["most", "most"],
  ["less", "less"],
  ["least", "least"],
  ["further", "far"],
  ["farther", "far"],
  ["later", "late"],
  ["latest", "late"],
  ["latter", "latter"],
]);

function comparedLemma(lower: string): string {
  const known = compared.get(lower);
  if (known !== undefined) return known;
  const stem = lower.replace(/(?:er|est)$/, "");
  if (stem === lower || stem.length < 3) return lower;
  if (stem.endsWith("i")) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnt])\1$/.test(stem)) return stem.slice(0, -1);
  return /(?:[aeiou][cgsv]|[^aeiou]l|[aiu]t|[aeiou]r|ns|rg)$/.test(stem) &&
    !/(?:at|ear|eer|oor|our|ait|eat)$/.test(stem)
    ? `${stem}e`
    : stem;
}
