import { type Phrase, phrase } from "../../record/index.js";
import { safe } from "./safe.js";

export type { Phrase };

/** An act of the user's own has no phrase and is named as its file names it. */
export function phraseOf(act: string): Phrase {
  return (
    phrase(act) ?? {
      base: "do",
      past: "did",
      participle: "done",
      link: `“${safe(act)}” to `,
      alone: false,
    }
  );
}
