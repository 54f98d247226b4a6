/**
 * Verbs of diplomacy that treebanks hardly know, and a common verb of the same build for each: a language model that
 * takes "severs relations" for two nouns reads "cancels relations" rightly. Their text stays their own.
 */
const commonVerbs: Readonly<Record<string, string>> = {
  sever: "cancel",
  severs: "cancels",
  severed: "cancelled",
  severing: "cancelling",
};

/** Words that the language model reads as others, by their form; see `openLanguage`. */
export const verbStandIns: ReadonlyMap<string, string> = new Map(Object.entries(commonVerbs));
