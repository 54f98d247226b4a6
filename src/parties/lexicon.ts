import { WordSet } from "../language/index.js";

/** Nouns that, with a party's name, stand for its government: "the Russian government", "Peru's parliament". */
export const institutions = new WordSet([
  "government", "govt", "administration", "ministry", "cabinet", "parliament", "authorities", "authority", "regime", "leadership", "legislature",
  "senate", "congress", "assembly", "presidency", "embassy", "military", "army", "junta", "delegation", "council", "commission", "court",
  "department", "office", "lawmakers", "legislators", "officials", "diplomats", "diplomacy", "republic", "state", "kingdom", "emirate",
  "statement", "government-in-exile", "lawmaker", "mps", "chamber", "monarchy", "crown", "side",
]);

/** Words that may stand between a party's name and its institution or office. */
export const qualifiers = new WordSet([
  "foreign", "interim", "transitional", "provisional", "acting", "new", "caretaker", "deputy", "prime", "defence", "defense", "interior", "finance", "state",
  "special", "permanent", "federal", "national", "central", "military", "then", "then-", "outgoing", "incoming", "chief", "senior", "vice", "first",
  "affairs", "ministry", "government", "presidential", "supreme", "de", "facto", "coalition", "top", "opposition", "upper", "lower", "current",
  "left-wing", "right-wing", "conservative", "socialist", "islamist", "general", "communist", "rebel", "trade", "envoy", "constitutional", "self-declared", "breakaway",
]);

/** The last word of an office. */
export const offices = new WordSet([
  "minister", "president", "ambassador", "envoy", "spokesman", "spokeswoman", "spokesperson", "king", "queen", "chancellor", "premier", "secretary",
  "leader", "emir", "sultan", "prince", "pope", "secretary-general", "chief", "representative", "official", "diplomat", "senator", "lawmaker", "governor",
  "monarch", "ruler", "consul", "commissioner", "taoiseach", "premier-designate", "negotiator", "delegate", "dictator", "strongman", "emperor", "tsar",
  "d'affaires", "attaché", "counterpart", "pm", "fm", "foreign-minister", "captain-general", "mullah", "ayatollah",
]);

/** The word before makes the office none of the government's. */
export const formerly = new WordSet(["former", "ex", "ex-", "late", "onetime", "one-time", "ousted", "deposed", "exiled", "opposition", "would-be"]);

/** Titles of offices that stand before a name without the party's: "President Putin". */
export const titles = new WordSet([
  "president", "minister", "premier", "chancellor", "king", "queen", "prince", "emir", "sultan", "ambassador", "secretary", "taoiseach", "secretary-general", "pope", "emperor", "tsar", "general",
]);
